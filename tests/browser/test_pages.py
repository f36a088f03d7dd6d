"""The pages on screens small and large."""

import pytest
from playwright.sync_api import Page, expect

TEMPLATES = [
    "",
    "catalogo/",
    "catalogo/?q=acqua&tema=servizio-idrico",
    "catalogo/?q=raccolta+differenziata",
    "strumenti/caf/",
    "ciclo-della-performance/",
    "copertura/",
    "dati/",
    "temi/",
    "temi/rifiuti/",
    "amministrazioni/",
    "amministrazioni/regione-toscana/",
    "territori/",
    "territori/toscana/",
    "cifre/",
    "programmi/",
    "programmi/por-fse-toscana-2014-2020/",
    "esperienze/",
    "esperienze/scambio-pa/",
    "esperienze/salerno-raccolta-differenziata/",
    "pratiche/piano-performance-in-60-giorni/",
    "progetto/",
    "contribuisci/",
    "contribuisci/guida/",
    "contatti/",
    "mappa/",
    "contribuisci/guida/esperienze/",
    "404.html",
]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_sticks_out_of_the_screen(page: Page, portal: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in TEMPLATES:
        page.goto(f"{portal}{address}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_the_menu_opens_and_closes_from_the_keyboard(page: Page, portal: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{portal}temi/rifiuti/")
    button = page.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")

    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#menu a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator("#menu")).to_be_hidden()


def test_the_first_tab_stop_skips_to_the_content(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Vai al contenuto")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_no_key_is_taken_from_the_reader(page: Page, portal: str) -> None:
    """WCAG 2.1.4: single-character shortcuts."""
    address = f"{portal}esperienze/scambio-pa/"
    page.goto(address)
    for key in "sf/pn,.":
        page.keyboard.press(key)

    assert page.url == address
    expect(page.locator("body")).to_be_focused()


def test_the_first_screen_of_a_record_says_what_it_is(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    for place in ("h1", ".lead", "#in-breve"):
        box = page.locator(place).bounding_box()
        assert box
        assert box["y"] < 900


def test_what_is_deferred_is_not_what_is_missing(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    section = page.locator("section", has=page.locator("#lezioni"))

    expect(section).to_contain_text("ha rinviato questa parte il 2 agosto 2019")
