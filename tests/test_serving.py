"""In the preview a page is made when a browser asks for it, whatever is asked and whenever."""

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from generator import sources
from generator.views.record import RecordView
from hooks import serving, showing
from tests.previewing import ORTI, Preview


def test_what_is_asked_for_is_made_and_nothing_else(live: Preview) -> None:
    page = f"{ORTI}/index.html"
    assert not live.has(page)

    status, headers, text = live.get(f"/{ORTI}/")

    assert status == "200 OK"
    assert headers["Content-Type"] == "text/html"
    assert "Orti di prova" in text
    assert live.has(page)
    assert live.has(f"{ORTI}/scheda.yml"), "what goes with a page is made with it"
    assert not live.has("esperienze/index.html")
    assert not live.has("dati/catalogo.csv")


def test_every_kind_of_output_is_there(live: Preview) -> None:
    for path, held in (
        ("/", "Orti di prova"),
        ("/temi/rifiuti/", "Orti di prova"),
        (f"/{ORTI}/scheda.yml", "titolo: Orti di prova"),
        ("/dati/catalogo.csv", "Orti di prova"),
        ("/privacy/", "Privacy"),
        ("/catalogo/ordini/titolo.txt", "zxx_"),
        ("/pagefind/pagefind-entry.json", "zxx"),
    ):
        status, _, text = live.get(path)
        assert (status, held in text) == ("200 OK", True), path


def test_pages_reload_by_themselves(live: Preview) -> None:
    assert "livereload(" in live.get(f"/{ORTI}/")[2]


def test_an_address_without_its_slash_leads_to_the_page(live: Preview) -> None:
    status, headers, _ = live.get(f"/{ORTI}")

    assert (status, headers["Location"]) == ("302 Found", f"/{ORTI}/")


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        f"/{ORTI}/../../../practices/glossario.yml",
        "//etc/passwd",
        "/..",
        f"/{ORTI}/scheda.yml/",
        "/esperienze/non-c-è/",
        "/pagefind/non-c-e.js",
        "/a\\..\\b",
        "",
    ],
)
def test_what_is_not_of_the_site_is_not_found(live: Preview, path: str) -> None:
    before = {one.name for one in live.site.parent.iterdir()}

    assert live.get(path)[0] == "404 Not Found"

    assert {one.name for one in live.site.parent.iterdir()} == before


def test_a_page_that_cannot_be_made_says_so(
    live: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("<rotto>")

    with monkeypatch.context() as patch:
        patch.setattr(sources.Style, "told", fails)
        status, _, text = live.get(f"/{ORTI}/")
    assert status == "500 Internal Server Error"
    assert "Questa pagina non si può fare" in text
    assert "ValueError: &lt;rotto&gt;" in text
    assert f"{ORTI}/index.html: la pagina non si può fare" in caplog.text

    assert live.get(f"/{ORTI}/")[0] == "200 OK", "once it can"


def test_two_at_once_get_the_same_page_made_once(
    live: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    told = sources.Style.told

    def noted(style: sources.Style, view: RecordView, cited: str) -> tuple[str, str]:
        made.append(view.id)
        return told(style, view, cited)

    monkeypatch.setattr(sources.Style, "told", noted)
    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(lambda _: live.get(f"/{ORTI}/")[2], range(8)))
    assert made == ["orti-di-prova"]
    assert all("Orti di prova" in text for text in answers)


def test_who_asks_while_another_has_the_index_made_gets_it(live: Preview) -> None:
    others = iter(["/pagefind/parti.json"])

    def slow(environ: Any, start_response: Any) -> Any:
        """A server that does not find a file, which another browser has made right then."""
        answer = live.server.serve_request(environ, start_response)
        for other in others:
            assert live.get(other)[0] == "200 OK"
        return answer

    assert live.get("/pagefind/pagefind.js", serving.application(slow, "/"))[0] == "200 OK"


def test_a_record_that_is_gone_while_there_are_errors_is_not_found(
    live: Preview, caplog: pytest.LogCaptureFixture
) -> None:
    live.edit("temi: [rifiuti", "temi: [rifiutti")
    (live.practices / "trasferimenti/orti-altrove.yml").unlink()
    live.build()

    assert live.get("/trasferimenti/orti-altrove/")[0] == "404 Not Found"
    assert "orti-altrove.yml» non c'è più" in caplog.text


def test_a_record_saved_while_its_page_is_asked_for_is_shown_as_it_is(live: Preview) -> None:
    assert "Orti di prova" in live.get(f"/{ORTI}/")[2]
    builds = iter([True])

    def slow(environ: Any, start_response: Any) -> Any:
        """A server that does not find the page, and a build that begins right then."""
        answer = live.server.serve_request(environ, start_response)
        if next(builds, False):
            live.edit("Orti di prova", "Orti cambiati")
            live.build()
            start_response("404 Not Found", [])
        return answer

    assert "Orti cambiati" in live.get(f"/{ORTI}/", serving.application(slow, "/"))[2]


def test_with_errors_the_last_good_site_stays(live: Preview) -> None:
    live.edit("temi: [rifiuti", "temi: [rifiutti")
    live.build()

    text = live.get(f"/{ORTI}/")[2]

    assert "Orti di prova" in text
    assert "errore: temi[0]" in text


def test_of_many_records_there_is_no_search(
    live: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(showing, "MANY", 1)
    caplog.set_level(logging.INFO)
    live.build()

    assert live.get("/pagefind/pagefind-entry.json")[0] == "404 Not Found"
    assert "Con più di 1 schede l'anteprima non ha la ricerca" in caplog.text


def test_a_link_that_leads_nowhere_is_told_when_its_page_is_looked_at(
    live: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    link = '<a href="../manca/">Manca</a>'
    monkeypatch.setattr(sources.Style, "told", lambda *_: (link, ""))
    assert "manca" not in caplog.text

    live.get(f"/{ORTI}/")

    assert f"{ORTI}/index.html: il collegamento «../manca/» non porta" in caplog.text
