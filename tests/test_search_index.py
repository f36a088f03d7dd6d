"""The search index: made in parts, again only where something changed, the same every time."""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from generator.catalogue import load_catalogue
from generator.outputs import Page, Search
from hooks import pagefind, search
from hooks.search import document
from tests.building import PUBLISHER, SMALL, all_outputs, contents, index
from tests.test_golden import TODAY
from tests.test_store import edit

ADDRESSES = [f"esperienze/prova-{number}/" for number in range(12)]


def page(address: str, text: str = "acqua") -> Page:
    known = Search(
        filters=(("tema", "acqua"),),
        shown=(("genere", "Esperienza"),),
        other_words="",
    )
    body = f"<article data-pagefind-body><h1>{address}</h1><p>{text}</p></article>"
    return Page(address=address, title=address, description="", body=body, search=known)


PAGES = [page(address) for address in ADDRESSES]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where all is kept."""
    monkeypatch.setenv("PORTAL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The addresses of each part that is made."""
    parts: list[list[str]] = []
    index = pagefind.index

    def counted(
        documents: Iterable[tuple[str, bytes]], language: str, chunk: int, temporary: Path
    ) -> Iterator[tuple[str, bytes]]:
        those = list(documents)
        parts.append([address for address, _ in those])
        return index(those, language, chunk, temporary)

    monkeypatch.setattr(pagefind, "index", counted)
    return parts


Written = Callable[[Sequence[Page]], dict[str, bytes]]


@pytest.fixture
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """What is written for some pages, in a site of its own, in three parts."""

    def write(pages: Sequence[Page]) -> dict[str, bytes]:
        site = tmp_path_factory.mktemp("site")
        index(pages, site, whole=4, size=4)
        return contents(site)

    return write


def test_only_the_part_of_what_changed_is_made_again(
    kept: Path, made: list[list[str]], written: Written
) -> None:
    first = written(PAGES)
    assert sorted(address for part in made for address in part) == sorted(ADDRESSES)
    assert len(made) == 3
    made.clear()

    assert written(PAGES) == first
    assert made == []

    changed = [page(ADDRESSES[0], "rifiuti"), *PAGES[1:]]
    again = written(changed)
    assert [ADDRESSES[0] in part for part in made] == [True]
    made.clear()
    without = written(changed[:-1])
    assert [ADDRESSES[-1] in part for part in made] == [False]

    made.clear()
    shutil.rmtree(kept)
    assert written(changed) == again
    assert written(changed[:-1]) == without


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[:-1], id="truncated"),
        pytest.param(lambda content: content[:40] + b"?" + content[41:], id="corrupted"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"altro " * 100, id="foreign"),
    ],
)
def test_what_is_spoilt_is_made_again(
    kept: Path, made: list[list[str]], written: Written, spoil: Callable[[bytes], bytes]
) -> None:
    first = written(PAGES)
    for path in kept.glob("oggetti/*/*"):
        path.write_bytes(spoil(path.read_bytes()))
    made.clear()

    assert written(PAGES) == first
    assert len(made) == 3
    made.clear()
    assert written(PAGES) == first
    assert made == []


def test_what_cannot_be_kept_is_written_all_the_same(
    tmp_path: Path, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_CACHE", str(tmp_path / "file"))
    (tmp_path / "file").touch()
    first = written(PAGES)
    monkeypatch.setenv("PORTAL_CACHE", "")

    assert written(PAGES) == first


def test_the_order_of_the_pages_changes_nothing(kept: Path, written: Written) -> None:
    first = written(PAGES)
    shutil.rmtree(kept)

    assert written(PAGES[::-1]) == first


def test_what_is_left_out_is_what_pagefind_ignores(
    kept: Path, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = sheets(SMALL)
    first = written(pages)
    monkeypatch.setattr(search, "_IGNORED", re.compile("(?!)"))

    assert any("data-pagefind-ignore>" in page.body for page in pages)
    assert written(pages) == first


def test_what_related_records_are_called_is_not_indexed(tmp_path: Path) -> None:
    changed = Path(shutil.copytree(SMALL, tmp_path / "practices"))
    edit(changed / "esperienze/orti-di-prova.yml", "titolo: Orti di prova", "titolo: Campi")
    both = [(one, other) for one, other in zip(sheets(SMALL), sheets(changed), strict=True)]
    pages = {one.address for one, other in both if one.body != other.body}
    indexed = {one.address for one, other in both if document(one) != document(other)}

    assert "esperienze/orti-di-prova/" in indexed
    assert "amministrazioni/comune-di-prova/" in pages - indexed


def sheets(practices: Path) -> list[Page]:
    """The pages of the records."""
    catalogue, _ = load_catalogue(practices, "practices")
    made = all_outputs(catalogue, TODAY, PUBLISHER)
    return [page for page in made if isinstance(page, Page) and page.search]


def test_every_record_has_its_place_in_each_order(kept: Path, written: Written) -> None:
    orders = written(PAGES)
    titles = orders["catalogo/ordini/titolo.txt"].split()
    fragments = {Path(name).stem for name in orders if name.endswith(".pf_fragment")}

    assert {key.decode() for key in titles} == fragments
    assert len(fragments) == len(PAGES)
    assert orders["catalogo/ordini/recenti.txt"].split() == titles[::-1]


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("mkdir -p $2; echo x > $2/a.pf_meta", "è rimasto a metà: il disco è pieno"),
        ("kill -9 $$", r"Pagefind si è interrotto \(-9\)"),
        ("echo 'non so' >&2; exit 3", "non si è potuto fare: non so"),
        ("exec sleep 60", "non finisce: il disco è pieno"),
    ],
)
def test_an_index_that_cannot_be_made_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, told: str
) -> None:
    script = f"while [ $1 != --output-path ]; do shift; done; {does}"
    monkeypatch.setenv("PORTAL_CACHE", "")
    monkeypatch.setattr(pagefind, "program", lambda: ["/bin/sh", "-c", script])
    monkeypatch.setattr(pagefind, "version", lambda: "")
    monkeypatch.setattr(pagefind, "_LONGEST", 5)
    with pytest.raises(PluginError, match=told):
        index(PAGES, tmp_path)


def test_few_records_are_one_part(kept: Path, tmp_path: Path) -> None:
    index(PAGES, tmp_path)

    assert (tmp_path / "pagefind" / "parti.json").read_text() == '{"zxx": 12}'
    one = replace(PAGES[0], search=None)
    index([one], tmp_path / "none")
    assert not list((tmp_path / "none").iterdir())
