"""In the preview a page is made when a browser asks for it, whatever is asked and whenever."""

import logging
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator import sheets
from generator.views.record import RecordView
from hooks import preview, serving, showing
from tests.building import ROOT, SMALL

ORTI = "esperienze/orti-di-prova"
SERVER = "http://127.0.0.1:8000/"


class Preview:
    """A preview without a network: what `mkdocs serve` sets up, asked straight."""

    def __init__(self, folder: Path) -> None:
        self.site, self.practices = folder / "site", folder / "practices"
        shutil.copytree(SMALL, self.practices)
        config = self.build(self._config())
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, str(self.site))
        config.plugins.on_serve(self.server, config=config, builder=self.build)

    def build(self, config: MkDocsConfig | None = None) -> MkDocsConfig:
        config = config or self._config()
        build(config, serve_url=SERVER)
        return config

    def get(self, path: str, app: Any = None) -> tuple[str, dict[str, str], str]:
        """The status, the headers and the text that a browser gets."""
        environ: dict[str, Any] = {"PATH_INFO": path.encode().decode("latin-1")}
        setup_testing_defaults(environ)
        said: list[Any] = []
        answer: Any = app or self.server.get_app()
        body = answer(environ, lambda *what: said.extend(what))
        text = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return said[0], dict(said[1]), text.decode(errors="replace")

    def has(self, name: str) -> bool:
        return (self.site / name).exists()

    def edit(self, old: str, new: str) -> None:
        path = self.practices / f"{ORTI}.yml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def _config(self) -> MkDocsConfig:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(self.site))
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = SERVER
        return config


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    monkeypatch.setenv("PORTAL_PRACTICES", str(tmp_path / "practices"))
    monkeypatch.setenv("PORTAL_CACHE", "")
    preview_of = Preview(tmp_path)
    yield preview_of
    preview_of.server.server_close()
    preview.start(serving=False)
    preview.keep([])
    serving._shown.clear()


def test_what_is_asked_for_is_made_and_nothing_else(site: Preview) -> None:
    page = f"{ORTI}/index.html"
    assert not site.has(page)

    status, headers, text = site.get(f"/{ORTI}/")

    assert status == "200 OK"
    assert headers["Content-Type"] == "text/html"
    assert "Orti di prova" in text
    assert site.has(page)
    assert site.has(f"{ORTI}/scheda.yml"), "what goes with a page is made with it"
    assert not site.has("esperienze/index.html")
    assert not site.has("dati/catalogo.csv")


def test_every_kind_of_output_is_there(site: Preview) -> None:
    for path, held in (
        ("/", "Orti di prova"),
        ("/temi/rifiuti/", "Orti di prova"),
        (f"/{ORTI}/scheda.yml", "titolo: Orti di prova"),
        ("/dati/catalogo.csv", "Orti di prova"),
        ("/privacy/", "Privacy"),
        ("/catalogo/ordini/titolo.txt", "zxx_"),
        ("/pagefind/pagefind-entry.json", "zxx"),
    ):
        status, _, text = site.get(path)
        assert (status, held in text) == ("200 OK", True), path


def test_pages_reload_by_themselves(site: Preview) -> None:
    assert "livereload(" in site.get(f"/{ORTI}/")[2]


def test_an_address_without_its_slash_leads_to_the_page(site: Preview) -> None:
    status, headers, _ = site.get(f"/{ORTI}")

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
def test_what_is_not_of_the_site_is_not_found(site: Preview, path: str) -> None:
    before = {one.name for one in site.site.parent.iterdir()}

    assert site.get(path)[0] == "404 Not Found"

    assert {one.name for one in site.site.parent.iterdir()} == before


def test_a_page_that_cannot_be_made_says_so(
    site: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("<rotto>")

    with monkeypatch.context() as patch:
        patch.setattr(sheets.Style, "told", fails)
        status, _, text = site.get(f"/{ORTI}/")
    assert status == "500 Internal Server Error"
    assert "Questa pagina non si può fare" in text
    assert "ValueError: &lt;rotto&gt;" in text
    assert f"{ORTI}/index.html: la pagina non si può fare" in caplog.text

    assert site.get(f"/{ORTI}/")[0] == "200 OK", "once it can"


def test_two_at_once_get_the_same_page_made_once(
    site: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    told = sheets.Style.told

    def noted(style: sheets.Style, view: RecordView, cited: str) -> tuple[str, str]:
        made.append(view.id)
        return told(style, view, cited)

    monkeypatch.setattr(sheets.Style, "told", noted)
    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(lambda _: site.get(f"/{ORTI}/")[2], range(8)))
    assert made == ["orti-di-prova"]
    assert all("Orti di prova" in text for text in answers)


def test_a_record_saved_while_its_page_is_asked_for_is_shown_as_it_is(site: Preview) -> None:
    assert "Orti di prova" in site.get(f"/{ORTI}/")[2]
    builds = iter([True])

    def slow(environ: Any, start_response: Any) -> Any:
        """A server that does not find the page, and a build that begins right then."""
        answer = site.server.serve_request(environ, start_response)
        if next(builds, False):
            site.edit("Orti di prova", "Orti cambiati")
            site.build()
            start_response("404 Not Found", [])
        return answer

    assert "Orti cambiati" in site.get(f"/{ORTI}/", serving.application(slow, "/"))[2]


def test_with_errors_the_last_good_site_stays(site: Preview) -> None:
    site.edit("temi: [rifiuti", "temi: [rifiutti")
    site.build()

    text = site.get(f"/{ORTI}/")[2]

    assert "Orti di prova" in text
    assert "errore: temi[0]" in text


def test_of_many_records_there_is_no_search(
    site: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(showing, "SEARCHED", 1)
    caplog.set_level(logging.INFO)
    site.build()

    assert site.get("/pagefind/pagefind-entry.json")[0] == "404 Not Found"
    assert "Con più di 1 schede l'anteprima non ha la ricerca" in caplog.text


def test_a_link_that_leads_nowhere_is_told_when_its_page_is_looked_at(
    site: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    link = '<a href="../manca/">Manca</a>'
    monkeypatch.setattr(sheets.Style, "told", lambda *_: (link, ""))
    assert "manca" not in caplog.text

    site.get(f"/{ORTI}/")

    assert f"{ORTI}/index.html: il collegamento «../manca/» non porta" in caplog.text
