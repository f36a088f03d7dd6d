"""A site built on what an earlier build left is the site built from nothing, whatever happened."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import sources, workers
from generator.catalogue import load_catalogue
from generator.outputs import File, Lot, Page
from generator.site import build_site
from generator.views.record import RecordView
from hooks import lots, shell
from tests.building import PUBLISHER, ROOT, SMALL, contents
from tests.changes import each_change, each_spoil
from tests.test_golden import TODAY
from tests.test_store import edit

ORTI = "esperienze/orti-di-prova"
COMUNE = "amministrazioni/comune-di-prova"


@pytest.fixture
def practices(tmp_path: Path) -> Path:
    """A copy of the small site's records, to change."""
    return Path(shutil.copytree(SMALL, tmp_path / "practices"))


class Builder:
    """Builds the same site again and again, in one folder."""

    def __init__(self, practices: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.site, self.cache = folder / "site", folder / "cache"
        self.made: list[str] = []
        self._patch = patch
        patch.setenv("PORTAL_PRACTICES", str(practices))
        told = sources.Style.told

        def noted(style: sources.Style, view: RecordView, cited: str) -> tuple[str, str]:
            self.made.append(view.id)
            return told(style, view, cited)

        patch.setattr(sources.Style, "told", noted)

    def build(self) -> dict[str, bytes]:
        """The files of the site, built with what the build before left."""
        self.made.clear()
        return self._built(self.site, str(self.cache))

    def cold(self) -> dict[str, bytes]:
        """The files of the site, built from nothing."""
        to = self.site.with_name("cold")
        shutil.rmtree(to, ignore_errors=True)
        return self._built(to, "")

    def objects(self) -> list[Path]:
        return [path for path in self.cache.glob("oggetti/*/*") if path.is_file()]

    def _built(self, to: Path, cache: str) -> dict[str, bytes]:
        self._patch.setenv("PORTAL_CACHE", cache)
        build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(to), strict=True))
        return contents(to)


@pytest.fixture
def builder(practices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    return Builder(practices, tmp_path, monkeypatch)


def test_nothing_is_made_twice(builder: Builder) -> None:
    first = builder.build()
    assert "orti-di-prova" in builder.made
    kept = builder.site / ORTI / "index.html"
    inode = kept.stat().st_ino

    assert builder.build() == first
    assert builder.made == []
    assert first == builder.cold()
    assert kept.stat().st_ino == inode
    builder.build()
    assert builder.made == []
    shutil.rmtree(builder.site)
    assert builder.build() == first
    assert builder.made == []


def test_an_edit_makes_again_what_depends_on_it(builder: Builder, practices: Path) -> None:
    builder.build()
    edit(practices / f"{ORTI}.yml", "titolo: Orti", "titolo: Grandi orti")
    warm = builder.build()

    assert {"orti-di-prova", "comune-di-prova"} <= set(builder.made)
    assert "regione-provaland" not in builder.made
    assert warm == builder.cold()


def test_lists_without_what_was_edited_stand(builder: Builder, practices: Path) -> None:
    builder.build()
    names = "temi/rifiuti/index.html", "temi/acqua/index.html", "riquadri/temi/acqua/index.html"
    before = [(builder.site / name).stat().st_ino for name in names]
    edit(practices / "pratiche/compost-di-quartiere.yml", "titolo: Compost", "titolo: Nuovo")
    warm = builder.build()
    after = [(builder.site / name).stat().st_ino for name in names]

    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True, True]
    assert warm == builder.cold()


@each_change
def test_whatever_changed_the_site_is_as_built_from_nothing(
    builder: Builder, practices: Path, change: Callable[[Path], object]
) -> None:
    builder.build()
    change(practices)

    assert builder.build() == builder.cold()


def test_a_day_that_passes_makes_again_what_it_is_a_term_of(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1589500800")  # 2020-05-15
    builder.build()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1589673600")  # 2020-05-17: a section was due meanwhile
    late = builder.build()

    assert "orti-di-prova" in builder.made
    assert "comune-di-prova" not in builder.made
    assert late == builder.cold()


def test_another_theme_is_another_page(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    builder.build()
    monkeypatch.setattr(shell, "_PACKAGES", ("mkdocs",))
    builder.build()
    assert "orti-di-prova" in builder.made

    builder.build()
    copied = builder.site / ORTI / "scheda.md"
    assert copied.stat().st_nlink == 2  # what came out as it was is one file again


@each_spoil
def test_spoilt_objects_are_made_again(builder: Builder, spoil: Callable[[Path], object]) -> None:
    first = builder.build()
    for path in builder.objects():
        spoil(path)

    assert builder.build() == first
    assert "orti-di-prova" in builder.made
    builder.build()
    assert builder.made == []


def test_what_was_done_to_the_site_by_hand_is_undone(builder: Builder) -> None:
    first = builder.build()
    with (builder.site / ORTI / "index.html").open("a") as page:
        page.write("<p>a mano")
    (builder.site / "vecchia").mkdir()
    (builder.site / "vecchia" / "index.html").write_text("una pagina di prima")
    (builder.site / "pagefind" / "vecchio.pf_meta").write_text("un indice di prima")

    assert builder.build() == first


def test_a_cache_that_cannot_be_written_changes_nothing(builder: Builder) -> None:
    builder.cache.write_text("un file, non una cartella")

    assert builder.build() == builder.build() == builder.cold()


def test_a_cache_on_another_disk_is_copied(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    first = builder.build()
    monkeypatch.setattr("hooks.objects.os.link", refused)
    shutil.rmtree(builder.site)
    assert builder.build() == first
    assert builder.made == []
    shutil.rmtree(builder.cache)
    builder.build()
    assert builder.build() == first
    assert builder.made == []


def test_what_a_killed_worker_leaves_undone_is_done(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, told = os.getpid(), sources.Style.told

    def killed(style: sources.Style, view: RecordView, cited: str) -> tuple[str, str]:
        if os.getpid() != parent and view.id == "ostile":
            os.kill(os.getpid(), signal.SIGKILL)
        return told(style, view, cited)

    monkeypatch.setattr(sources.Style, "told", killed)
    for module in (lots, shell, workers):
        monkeypatch.setattr(module, "can_fork", lambda: True)
    monkeypatch.setattr(workers, "_FEW", 1)
    monkeypatch.setattr(workers, "_BATCH", 2)
    monkeypatch.setattr(workers, "cores", lambda: 2)
    found = builder.build()
    monkeypatch.undo()
    monkeypatch.setenv("PORTAL_PRACTICES", str(builder.site.with_name("practices")))

    assert found == builder.cold()


def test_the_files_that_are_announced_are_made() -> None:
    catalogue, _ = load_catalogue(SMALL, "practices")
    (lot,) = (out for out in build_site(catalogue, TODAY, PUBLISHER) if isinstance(out, Lot))
    for head, made in zip(lot.heads, lot.make(range(len(lot.heads))), strict=True):
        page, *files = made.outputs

        assert isinstance(page, Page)
        assert _announced(page) == _announced(head.page)
        assert bool(page.search) == head.searched
        assert [file.address for file in files] == list(head.files)
        assert all(isinstance(file, File) for file in files)


def _announced(page: Page) -> tuple[object, ...]:
    """What the theme and the sitemap are told of a page before it is made."""
    return page.address, page.title, page.source, page.updated, page.found, page.bare
