"""What the browser does under the real headers, from a real nginx: nothing blocked, nothing sent
elsewhere, nothing kept that docs/privacy.md does not say."""

import re
from collections.abc import Callable
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from hooks import policy
from tests.browser import test_editor, test_form
from tests.browser.conftest import Watched
from tests.browser.samples import addresses
from tests.browser.test_axe import STATES, as_it_is, compared, results
from tests.building import ROOT

KEPT = """async () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage).map((key) => `session ${key}`),
  ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
  ...(globalThis.caches ? await caches.keys() : []).map((key) => `cache ${key}`),
]"""
DOCUMENTED = re.compile(r"`(portale:[a-z:]+)`")
"""A key; one that ends with a colon is the beginning of several."""


def download(page: Page) -> None:
    compared(page)
    with page.expect_download() as found:
        page.get_by_role("button", name="Scarica in CSV").click()
    assert found.value.path().stat().st_size > 1000


def form_download(page: Page) -> None:
    test_form.ready(page)
    with page.expect_download() as found:
        page.get_by_role("button", name="Scarica la scheda").click()
    assert found.value.path().stat().st_size > 100


def own_body(page: Page) -> None:
    page.locator("summary", has_text="Enti come il mio").click()
    page.get_by_label("Tipo di ente", exact=True).select_option("comuni")
    page.get_by_role("button", name="Ordina per vicinanza").click()
    results(page)


COMPARED = "confronta/?id=capannori-rifiuti-zero&id=priula-tariffa-puntuale"
VISITS: list[tuple[str, Callable[[Page], None]]] = [
    *STATES,
    *test_form.STATES,
    (test_form.FORM, form_download),
    ("un-indirizzo/che-non-esiste/", as_it_is),
    ("catalogo/?q=rifiuti&ordina=recenti", results),
    ("catalogo/", own_body),
    (COMPARED, download),
]


def documented() -> set[str]:
    return set(DOCUMENTED.findall((ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")))


def undocumented(page: Page) -> list[str]:
    kept: list[str] = page.evaluate(KEPT)
    starts = tuple(key for key in documented() if key.endswith(":"))
    return [key for key in kept if key not in documented() and not key.startswith(starts)]


@pytest.mark.parametrize(
    ("address", "reach"), VISITS, ids=[f"{address}-{reach.__name__}" for address, reach in VISITS]
)
def test_nothing_is_blocked_nor_sent_elsewhere(
    watched: Watched, guarded: str, address: str, reach: Callable[[Page], None]
) -> None:
    page = watched.page
    page.goto(f"{guarded}{address}")
    if page.locator("[data-propose]").count():
        expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
    reach(page)

    assert_discreet(watched)


def test_nothing_is_blocked_nor_sent_elsewhere_on_any_kind_of_page(
    watched: Watched, guarded: str, site: Path
) -> None:
    for address in addresses(site):
        watched.page.goto(f"{guarded}{address}")
        assert_discreet(watched)


def assert_discreet(watched: Watched) -> None:
    watched.page.wait_for_load_state("networkidle")
    assert watched.blocked == []
    assert watched.elsewhere == []
    assert watched.page.context.cookies() == []
    assert undocumented(watched.page) == []


def test_what_the_privacy_page_says_is_kept_is_kept(watched: Watched, guarded: str) -> None:
    page = watched.page
    page.goto(f"{guarded}temi/rifiuti/")
    page.get_by_role("button", name="Aggiungi al confronto").first.click()
    page.goto(f"{guarded}catalogo/")
    own_body(page)
    test_form.opened(page, f"{guarded}{test_form.FORM}")
    page.get_by_label("Titolo (obbligatorio)").first.fill("Una bozza")
    expect(page.get_by_role("status").first).to_contain_text("Bozza tenuta")

    kept: list[str] = page.evaluate(KEPT)
    assert {key if key in documented() else key[: key.rindex(":") + 1] for key in kept} == (
        documented()
    )


def test_the_editor_works_under_a_header_of_its_own(watched: Watched, guarded: str) -> None:
    page = watched.page
    page.goto(f"{guarded}redazione/")
    expect(page.get_by_role("button").first).to_be_visible(timeout=test_editor.PATIENCE)
    page.route("**/redazione/config.json", test_editor.locally)
    page.goto(f"{guarded}privacy/")
    desk = test_editor.desk(page, test_editor.shipped("esperienze"))
    desk.record("esperienze", "scambio-pa")
    expect(desk.field("titolo")).to_be_visible(timeout=test_editor.PATIENCE)

    assert watched.blocked == []
    assert watched.elsewhere == []
    assert page.context.cookies() == []
    assert all(key.startswith(("sveltia-cms.", "database ")) for key in page.evaluate(KEPT))


def answer(address: str, path: str) -> HTTPMessage:
    parts = urlsplit(address)
    connection = HTTPConnection(str(parts.hostname), parts.port)
    connection.request("GET", path)
    found = connection.getresponse()
    found.read()
    connection.close()
    return found.headers


def test_only_a_frame_may_stand_in_pages_of_other_sites(guarded: str) -> None:
    found = answer(guarded, "/riquadri/temi/rifiuti/")
    (said,) = found.get_all(policy.CSP) or []
    rules = policy.parsed(said)

    assert rules["frame-ancestors"] == "*"
    assert rules["script-src"] == "'none'"
    assert found.get_all("Cross-Origin-Resource-Policy") == ["cross-origin"]


@pytest.mark.parametrize(
    ("path", "wasm"),
    [
        ("/", False),
        ("/temi/rifiuti/", False),
        ("/assets/catalogue.js", False),
        ("/un-indirizzo/che-non-esiste/", False),
        ("/catalogo/", True),
        ("/catalogo/?q=acqua", True),
        ("/contribuisci/proponi/", False),
        ("/pagefind/pagefind-worker.js", True),
    ],
)
def test_every_answer_has_the_headers_once(guarded: str, path: str, wasm: bool) -> None:
    found = answer(guarded, path)

    for name, value in policy.HEADERS.items():
        assert found.get_all(name) == [value]
    (said,) = found.get_all(policy.CSP) or []
    rules = policy.parsed(said)
    assert ("'wasm-unsafe-eval'" in rules["script-src"]) == wasm
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert "'unsafe-inline'" not in said
    assert "Set-Cookie" not in found
