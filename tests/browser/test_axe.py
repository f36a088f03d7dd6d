"""What axe-core finds wrong on one page of each kind, and on pages as readers leave them.

axe sees perhaps a third of the barriers: a clean report is not yet accessibility.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.samples import addresses

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [320, 1280]


def menu(page: Page) -> None:
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():
        button.click()
    expect(page.locator("#menu")).to_be_visible()


def results(page: Page) -> None:
    expect(page.locator("[data-status]")).to_contain_text("trovat")


def filters(page: Page) -> None:
    results(page)
    if not page.locator("[data-facets]").is_visible():
        page.locator("[data-filters] > summary").click()
    closed = page.locator("[data-facet]:not([open]) > summary")
    while closed.count():
        closed.first.click()


def peers(page: Page) -> None:
    results(page)
    page.locator("[data-peers] > summary").click()


def nothing_found(page: Page) -> None:
    expect(page.locator("[data-status]")).to_contain_text("Nessuna scheda trovata")


def suggestions(page: Page) -> None:
    page.get_by_role("combobox").first.press_sequentially("rifiut")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")


def full_tray(page: Page) -> None:
    for button in page.get_by_role("button", name="Aggiungi al confronto").all()[:4]:
        button.click()
    expect(page.locator(".tray [role=status]")).to_have_text("4 schede da confrontare")


def results_and_full_tray(page: Page) -> None:
    results(page)
    full_tray(page)


def compared(page: Page) -> None:
    expect(page.locator("[data-status]")).to_contain_text("Stai confrontando")


def dossier(page: Page) -> None:
    expect(page.locator("[data-status]")).to_contain_text("Ci sono 3 schede")


def opened_tables(page: Page) -> None:
    for summary in page.locator("main details > summary").all():
        summary.click()


def liked(page: Page) -> None:
    page.get_by_label("5 – molto").check()


def disliked_and_told(page: Page) -> None:
    page.get_by_label("2 – poco").check()
    page.get_by_role("button", name="Vedi il messaggio").click()


def as_it_is(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()


def questioned(page: Page) -> None:
    page.get_by_role("button", name="Apri la console").click()
    page.get_by_label("Domande pronte").select_option(index=1)
    page.get_by_role("button", name="Esegui").click()
    expect(page.locator("[data-result]")).to_be_visible()


STATES: list[tuple[str, Callable[[Page], None]]] = [
    ("", menu),
    ("catalogo/?q=rifiuti&tema=rifiuti", results),
    ("catalogo/?tema=rifiuti", filters),
    ("catalogo/?tema=rifiuti&ordina=vicinanza&come=territorio.toscana", peers),
    ("catalogo/?tema=rifiuti&territorio=sardegna&colore=rosso", nothing_found),
    ("catalogo/?tipo=esperienze", results_and_full_tray),
    ("temi/rifiuti/", suggestions),
    ("temi/performance/", full_tray),
    ("confronta/?id=capannori-rifiuti-zero&id=priula-tariffa-puntuale&id=no", compared),
    ("dossier/?id=capannori-rifiuti-zero&id=priula-tariffa-puntuale&id=strumenti/caf", dossier),
    ("cifre/", opened_tables),
    ("esperienze/priula-tariffa-puntuale/", as_it_is),
    ("dati/", questioned),
    ("esperienze/priula-tariffa-puntuale/", liked),
    ("privacy/", disliked_and_told),
]


def violations(page: Page) -> list[str]:
    """What axe finds, by the light scheme and by the dark one."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
        for violation in Axe().run(page, options=options).response["violations"]:
            places = [node["target"] for node in violation["nodes"]]
            found.append(f"{scheme}: {violation['id']}: {violation['help']}: {places}")
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, portal: str, site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for address in addresses(site):
        page.goto(f"{portal}{address}")
        if wrong := violations(page):
            found[address] = wrong

    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("address", "reach"), STATES, ids=[f"{address}-{reach.__name__}" for address, reach in STATES]
)
def test_axe_finds_nothing_in_any_state(
    page: Page, portal: str, address: str, reach: Callable[[Page], None], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{portal}{address}")
    reach(page)

    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_what_only_the_small_site_has(
    page: Page, small_portal: str, width: int
) -> None:
    """Texts that attack, a record that was withdrawn, one that went to another place."""
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        "esperienze/ostile/",
        "esperienze/orti-ritirati/",
        "trasferimenti/orti-altrove/",
    ):
        page.goto(f"{small_portal}{address}")

        assert violations(page) == [], address


def test_axe_finds_what_is_wrong(page: Page, portal: str) -> None:
    """Small targets too: axe looks at them only when it is told to."""
    page.goto(f"{portal}404.html")
    page.set_content(
        '<html lang="it"><main><h1>Prova</h1><button>x</button><button>y</button>'
        "<img src='x.png'></main>"
    )
    wrong = " ".join(violations(page))

    assert "image-alt" in wrong
    assert "target-size" in wrong
