"""What axe-core finds wrong on the pages where readers look for things, in every state of theirs.

axe sees perhaps a third of the barriers: a clean report is not yet accessibility.
"""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect


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
    ("catalogo/", as_it_is),
    ("catalogo/?q=rifiuti&tema=rifiuti", results),
    ("catalogo/?tema=rifiuti", filters),
    ("catalogo/?tema=rifiuti&ordina=vicinanza&come=territorio.toscana", peers),
    ("catalogo/?tema=rifiuti&territorio=sardegna&colore=rosso", nothing_found),
    ("catalogo/?tipo=esperienze", results_and_full_tray),
    ("temi/rifiuti/", suggestions),
    ("temi/performance/", full_tray),
    ("confronta/", as_it_is),
    ("confronta/?id=capannori-rifiuti-zero&id=priula-tariffa-puntuale&id=no", compared),
    ("dossier/", as_it_is),
    ("dossier/?id=capannori-rifiuti-zero&id=priula-tariffa-puntuale&id=strumenti/caf", dossier),
    ("territori/", as_it_is),
    ("cifre/", opened_tables),
    ("amministrazioni/comune-di-capannori/", as_it_is),
    ("esperienze/priula-tariffa-puntuale/", as_it_is),
    ("contribuisci/guida/esperienze/", as_it_is),
    ("contatti/", as_it_is),
    ("mappa/", as_it_is),
    ("note-legali/", as_it_is),
    ("dati/", as_it_is),
    ("dati/", questioned),
    ("esperienze/priula-tariffa-puntuale/", liked),
    ("privacy/", disliked_and_told),
]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("address", "reach"), STATES, ids=[f"{address}-{reach.__name__}" for address, reach in STATES]
)
def test_axe_finds_nothing(
    page: Page, portal: str, address: str, reach: Callable[[Page], None], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{portal}{address}")
    reach(page)
    report = Axe().run(page)

    assert report.violations_count == 0, report.generate_report()
