"""What the check of links sees in a page."""

from pathlib import Path

import pytest

from hooks import links

TRICKY = """<!doctype html><p id="uno">Si scrive <code>&lt;a href="falso/"&gt; o id="falso"</code>
<a class="x" href="a/?b=1&amp;c=2#d" title="2 > 1, href=&quot;falso/&quot;" id="due&amp;">x</a>
<img data-src="falso.png" src="a.png" alt='id="falso"'><br/><a href="a.png">x</a><form action="b/">
"""


def test_what_is_scanned_in_a_page_is_what_is_parsed() -> None:
    seen = links.scanned(TRICKY.encode())

    assert seen == links.parsed(TRICKY.encode())
    assert seen == links.Seen(("a/?b=1&c=2#d", "a.png", "b/"), frozenset({"uno", "due&"}))


@pytest.mark.parametrize("built", ["site", "small_site"])
def test_every_page_is_scanned_as_it_is_parsed(built: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(built)
    for path in site.rglob("*.html"):
        page = path.read_bytes()
        assert links.scanned(page) == links.parsed(page), path


PAGES = {
    "index.html": '<a href="a/b/">1</a><a href="a/b/#uno">2</a><a href="/portale/a/b/">3</a>',
    "a/b/index.html": '<h2 id="uno"></h2><a href="../../">1</a><a href="#uno"></a><a href=""></a>',
    "a/c/index.html": '<a href="../../">1</a><a href="../b/#uno">2</a><a href="#/editor">3</a>'
    '<a href="https://altrove.example/a">4</a>',
    "d/index.html": '<a href="../../manca/">1</a><a href="../a/b/#due">2</a><a href="#tre">3</a>',
    "d/e/index.html": '<a href="../manca.pdf">1</a><a href="/manca/">2</a><a href="../e/">3</a>',
}


def test_a_page_that_was_looked_at_is_found_as_wrong_as_one_that_was_not(tmp_path: Path) -> None:
    for name, page in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(page, encoding="utf-8")
    known = links.Site(frozenset(PAGES), "/portale/")
    seen = {
        name: known.doubtful(name, links.scanned(page.encode())) for name, page in PAGES.items()
    }

    assert {name for name in PAGES if seen[name]} == {
        "index.html",
        "a/c/index.html",
        "d/index.html",
        "d/e/index.html",
    }
    found = list(links.broken(tmp_path, "/portale/", seen))
    assert found == list(links.broken(tmp_path, "/portale/"))
    assert found == [
        "d/e/index.html: il collegamento «../manca.pdf» non porta a nessuna pagina",
        "d/e/index.html: il collegamento «/manca/» non porta a nessuna pagina",
        "d/index.html: il collegamento «../../manca/» non porta a nessuna pagina",
        "d/index.html: in «../a/b/#due» non c'è il punto «#due»",
        "d/index.html: in «#tre» non c'è il punto «#tre»",
    ]
