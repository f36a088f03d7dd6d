"""Where only what records say changed, the preview shows it without MkDocs."""

import re
from collections.abc import Callable
from pathlib import Path
from posixpath import normpath
from types import SimpleNamespace
from typing import Any

import pytest

from generator.traced import Traced
from hooks import again, links, serving
from tests.previewing import ORTI, Preview


@pytest.fixture
def watched(live: Preview, tmp_path: Path) -> Path:
    """A folder of pages written by hand that the preview follows, instead of the project's own."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "pagina.md").write_text("Prima", encoding="utf-8")
    known: Any = SimpleNamespace(docs_dir=str(docs), config_file_path=__file__, watch=[])
    live.server.builder = again.builder(live._whole, known)
    return docs


def test_what_a_record_says_is_shown_wherever_it_is(live: Preview, watched: Path) -> None:
    live.get("/temi/rifiuti/")
    live.get("/pagefind/pagefind-entry.json")
    live.edit("Orti di prova", "Orti cambiati")

    assert not live.saved()

    assert not live.has("temi/rifiuti/index.html"), "it is not what it would be"
    assert not live.has("pagefind")
    for path in (f"/{ORTI}/", "/temi/rifiuti/", "/dati/catalogo.csv", f"/{ORTI}/scheda.yml"):
        status, _, text = live.get(path)
        assert (status, "Orti cambiati" in text) == ("200 OK", True), path
    for path in ("/privacy/", "/404.html", "/catalogo/ordini/titolo.txt"):
        assert live.get(path)[0] == "200 OK", path


def test_a_page_is_as_after_a_build(live: Preview, watched: Path) -> None:
    live.edit("Orti di prova", "Orti cambiati")
    addresses = (f"/{ORTI}/", "/", "/temi/", "/temi/rifiuti/", "/catalogo/", "/dati/")

    def pages() -> list[str]:
        return [live.get(address)[2].partition("var livereload")[0] for address in addresses]

    live.saved()
    alone = pages()
    live.build()
    assert pages() == alone


def test_the_index_is_that_of_what_is_shown(live: Preview, watched: Path) -> None:
    live.edit("Orti di prova", "Orti cambiati")
    live.saved()

    assert live.get("/pagefind/pagefind-entry.json")[0] == "200 OK"

    assert "<title>Orti cambiati" in live.get(f"/{ORTI}/")[2]


def test_a_record_is_shown_before_the_rest_is_made(
    live: Preview, watched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.edit("Orti di prova", "Orti cambiati")
    live.saved()
    shown = serving.shown()
    assert shown
    monkeypatch.setitem(vars(shown), "others", None)

    text = live.get(f"/{ORTI}/")[2]
    linked = re.findall(r'<(?:link|script|img)[^>]* (?:href|src)="([^"]+)"', text)
    loaded = [link for link in linked if re.search(r"\.(css|js|svg|woff2)$", link)]

    assert loaded
    for link in loaded:
        assert live.get(normpath(f"/{ORTI}/{link}"))[0] == "200 OK", link


def test_a_page_that_was_not_there_is_no_broken_link(
    live: Preview,
    watched: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    shown = serving.shown()
    assert shown
    files = frozenset(shown.known.files) - {"temi/rifiuti/index.html"}
    monkeypatch.setitem(vars(shown), "known", links.Site(files))
    live.edit("Orti di prova", "Orti cambiati")
    live.saved()

    assert "../../temi/rifiuti/" in live.get(f"/{ORTI}/")[2]

    assert "non porta a nessuna pagina" not in caplog.text


def _added(live: Preview, _: Path) -> None:
    path = live.practices / "amministrazioni" / "comune-di-prova.yml"
    path.with_name("altra.yml").write_bytes(path.read_bytes())


def _renamed(live: Preview, _: Path) -> None:
    live.edit("nomi_precedenti:\n", "nomi_precedenti:\n  - orti-di-una-volta\n")


def _other_terms(live: Preview, _: Path) -> None:
    path = live.practices / "vocabolari" / "temi.yml"
    path.write_text(path.read_text("utf-8").replace("Rifiuti", "Scarti"), "utf-8")


def _other_page(_: Preview, docs: Path) -> None:
    (docs / "pagina.md").write_text("E poi", encoding="utf-8")


def _new_page(_: Preview, docs: Path) -> None:
    (docs / "altra.md").write_text("Altra", encoding="utf-8")


@pytest.mark.parametrize("change", [_added, _renamed, _other_terms, _other_page, _new_page])
def test_other_changes_take_a_whole_build(
    live: Preview, watched: Path, change: Callable[[Preview, Path], None]
) -> None:
    assert not live.saved()
    change(live, watched)

    assert live.saved()
    assert not live.saved(), "once"


def test_with_errors_what_was_last_shown_stays(live: Preview, watched: Path) -> None:
    live.edit("Orti di prova", "Orti cambiati")
    live.saved()
    live.edit("temi: [rifiuti", "temi: [rifiutti")

    assert live.saved(), "all pages say what is wrong"
    text = live.get(f"/{ORTI}/")[2]
    assert "Orti cambiati" in text
    assert "errore: temi[0]" in text
    assert "errore: temi[0]" in live.get("/privacy/")[2]

    live.edit("temi: [rifiutti", "temi: [rifiuti")
    assert live.saved(), "and then no page does"
    assert "errore: temi[0]" not in live.get("/privacy/")[2]
    live.edit("Orti cambiati", "Orti di prova")
    assert not live.saved()


def test_a_build_that_fails_is_tried_again(live: Preview, watched: Path) -> None:
    def fails() -> None:
        raise OSError

    known: Any = SimpleNamespace(docs_dir=str(watched), config_file_path=__file__, watch=[])
    build = again.builder(fails, known)
    _new_page(live, watched)
    for _ in range(2):
        with pytest.raises(OSError):
            build()


@pytest.mark.parametrize(("many", "is_same"), [(1, True), (1000, False)])
def test_of_many_records_the_words_are_not_compared_again(
    live: Preview, watched: Path, monkeypatch: pytest.MonkeyPatch, many: int, is_same: bool
) -> None:
    monkeypatch.setattr(again, "MANY", many)
    before = _traced().sources.index.likeness
    live.edit("Orti di prova", "Orti cambiati")
    live.saved()

    assert (_traced().sources.index.likeness is before) == is_same
    assert live.get(f"/{ORTI}/")[0] == "200 OK"


def _traced() -> Traced:
    shown = serving.shown()
    assert shown
    (lot,) = shown.lots
    assert isinstance(lot, Traced)
    return lot
