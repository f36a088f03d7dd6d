"""The shell: a page that it fills is, byte for byte, the page that MkDocs renders in full."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import workers
from generator.outputs import each
from generator.site import build_site
from hooks import shell
from hooks.pages import ReadyFile
from tests.building import ROOT, SMALL

LINKED = "esperienze/orti-di-prova"


def built(to: Path, practices: Path, *, linked: str = "") -> dict[str, bytes]:
    """The pages of a site, one of which may be in the menu and in the footer."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(to), strict=True)
    if linked:
        config["nav"].append({"Una scheda": f"{linked}.md"})
        config.extra["footer"].append({"title": "Una scheda", "page": f"{linked}/"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_PRACTICES", str(practices))
        patch.setenv("PORTAL_NO_SEARCH", "1")
        build(config)
    return pages(to)


def pages(site: Path) -> dict[str, bytes]:
    found = [*site.rglob("*.html"), site / "sitemap.xml"]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def in_full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """MkDocs renders all pages, and nothing is in common to any two of them."""
    monkeypatch.setattr(ReadyFile, "is_documentation_page", lambda _: True)
    monkeypatch.setattr("generator.site.build_site", lambda *those: each(build_site(*those)))
    monkeypatch.setattr(shell, "place_of", lambda url, _: url)
    return monkeypatch


@pytest.mark.usefixtures("in_full")
def test_every_page_is_as_mkdocs_renders_it_in_full(site: Path, tmp_path: Path) -> None:
    assert built(tmp_path, ROOT / "practices") == pages(site)


def test_processes_fill_a_record_in_the_menu_as_mkdocs_renders_it_in_full(
    in_full: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    full = built(tmp_path / "full", SMALL, linked=LINKED)
    in_full.undo()
    for module in (shell, workers):
        in_full.setattr(module, "can_fork", lambda: True)
    in_full.setattr(workers, "_FEW", 1)
    in_full.setattr(workers, "cores", lambda: 2)
    filled = built(tmp_path / "filled", SMALL, linked=LINKED)

    assert filled == full
    assert b'<li><a href="./" aria-current="page">' in filled[f"{LINKED}/index.html"]
    assert b'<li><a href="../orti-di-prova/">' in filled["esperienze/ostile/index.html"]
