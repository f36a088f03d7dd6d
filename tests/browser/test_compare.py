"""Comparing records as readers do it: the tray that follows them, the table, what leaves it."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

RIFIUTI = "confronta/?id=capannori-rifiuti-zero&id=priula-tariffa-puntuale"


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("[data-status]")).not_to_have_text("Sto aprendo le schede…")
    return page


def row(page: Page, label: str) -> list[str]:
    """The texts of a row of the table, without its label."""
    head = page.get_by_role("rowheader").filter(has_text=re.compile(f"^{re.escape(label)}"))
    return [text.strip() for text in head.first.locator("xpath=../td").all_inner_texts()]


def add_first(page: Page, number: int) -> list[str]:
    buttons = page.get_by_role("button", name=re.compile("^Aggiungi al confronto")).all()[:number]
    for button in buttons:
        button.click()
    return [str(button.get_attribute("data-id")) for button in buttons]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tray_follows_the_reader_to_the_comparison(page: Page, portal: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{portal}temi/rifiuti/")
    tray = page.get_by_role("complementary", name="Schede da confrontare")
    expect(tray).to_be_hidden()
    page.get_by_role("button", name="Aggiungi al confronto Capannori verso rifiuti zero").click()
    expect(tray).to_contain_text("aggiungine almeno un'altra")
    page.goto(f"{portal}esperienze/priula-tariffa-puntuale/")
    page.get_by_role("button", name=re.compile("^Aggiungi al confronto")).first.click()
    expect(tray.get_by_role("status")).to_have_text("2 schede da confrontare")
    page.reload()
    tray.get_by_role("link", name="Confronta").click()

    expect(page).to_have_url(re.compile(r"\?id=capannori-rifiuti-zero&id=priula-tariffa-puntuale$"))
    expect(page.get_by_role("columnheader")).to_have_count(3 if width > 960 else 2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_results_of_the_catalogue_go_in_the_tray_and_come_out(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tema=rifiuti&tipo=esperienze")
    expect(page.locator("[data-results] > li").first).to_be_visible()
    page.locator("[data-results] .compare-toggle").first.click()
    pressed = page.locator("[data-results] .compare-toggle").first
    expect(pressed).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Svuota").click()

    expect(pressed).to_have_attribute("aria-pressed", "false")
    expect(page.locator("main")).to_be_focused()


def test_four_are_the_most(page: Page, portal: str) -> None:
    page.goto(f"{portal}temi/performance/")
    ids = add_first(page, 5)
    tray = page.get_by_role("complementary", name="Schede da confrontare")
    expect(tray.get_by_role("status")).to_contain_text("fino a 4 schede")
    expect(tray.get_by_role("listitem")).to_have_count(4)
    opened(page, f"{portal}confronta/?{'&'.join(f'id={name}' for name in ids)}")

    expect(page.get_by_role("columnheader")).to_have_count(5)
    expect(page.locator("[data-status]")).to_contain_text("al massimo 4")


def test_rows_are_the_parts_of_the_sheets(page: Page, portal: str) -> None:
    opened(page, f"{portal}{RIFIUTI}")

    assert row(page, "Realizzato da") == ["Comune di Capannori", "Consiglio di Bacino Priula"]
    assert row(page, "Data di avvio") == ["2005", "Non indicato"]
    assert "porta a porta" in row(page, "Descrizione")[0]
    hrefs = [str(link.get_attribute("href")) for link in page.locator("[data-table] a[href]").all()]
    assert hrefs
    assert all(href.startswith("http") for href in hrefs)


def test_indicators_are_compared_only_where_they_measure_the_same(page: Page, portal: str) -> None:
    opened(page, f"{portal}{RIFIUTI}")
    same = page.get_by_role("rowheader").filter(has_text="Raccolta differenziata").first
    other = page.get_by_role("rowheader").filter(has_text=re.compile("^Raccolta differenziata con"))

    expect(same).to_contain_text("Confrontabile")
    assert "82 %" in row(page, "Raccolta differenziata")[0]
    assert "80 %" in row(page, "Raccolta differenziata")[1]
    expect(other).to_contain_text("Non confrontabile con «Raccolta differenziata»")


def test_planned_stands_against_achieved(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/priula-tariffa-puntuale/")

    cells = page.locator('td[data-label="Rispetto all\'atteso"]').all_inner_texts()
    assert "non raggiunto: 6,7 meno dell'atteso" in cells


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"unit": "%"}, {"unit": "kg"}, "unità di misura diverse (%, kg)"),
        ({"direction": "su"}, {"direction": "giu"}, "quando l'indicatore migliora (su, giu)"),
        ({"direction": "su"}, {}, "quando l'indicatore migliora (su, non indicato)"),
        ({"moment": "2019"}, {"moment": "2020"}, "Confrontabile, ma le date sono diverse."),
        ({}, {}, "Confrontabile."),
        ({"objective": "S.08"}, {"objective": "S.08", "definition": "Altro"}, "definizione divers"),
    ],
)
def test_why_two_indicators_differ(
    page: Page, portal: str, one: dict[str, str], other: dict[str, str], why: str
) -> None:
    page.goto(f"{portal}confronta/")
    script = """async ([base, one, other]) => {
        const { measures } = await import(base + "assets/measures.js");
        const [first] = measures([{ indicators: [one] }, { indicators: [other] }]);
        return first.note;
    }"""
    shared = {"definition": "Raccolta", "unit": "%"}

    assert why in page.evaluate(script, [portal, {**shared, **one}, {**shared, **other}])


def test_a_link_gives_the_same_comparison_in_a_new_window(
    page: Page, portal: str, browser: Browser
) -> None:
    opened(page, f"{portal}{RIFIUTI}")
    page.get_by_role("button", name="Togli Capannori verso rifiuti zero").click()
    expect(page.locator("[data-status]")).to_contain_text("una scheda sola")
    page.go_back()
    expect(page.locator("[data-status]")).to_contain_text("2 schede")
    here = page.locator("[data-table]").inner_text()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    elsewhere = opened(context.new_page(), page.url)

    expect(elsewhere.locator("[data-status]")).to_contain_text("2 schede")
    assert elsewhere.locator("[data-table]").inner_text() == here
    context.close()


def test_a_record_can_be_added_by_name(page: Page, portal: str) -> None:
    opened(page, f"{portal}confronta/?id=capannori-rifiuti-zero")
    box = page.get_by_role("combobox", name="Aggiungi una scheda")
    box.press_sequentially("salerno")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    box.press("Enter")

    expect(page.locator("[data-status]")).to_contain_text("Stai confrontando 2 schede")
    expect(page).to_have_url(re.compile("&id=salerno-raccolta-differenziata$"))


def test_the_table_leaves_as_csv(page: Page, portal: str, tmp_path: Path) -> None:
    opened(page, f"{portal}{RIFIUTI}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Scarica in CSV").click()
    download.value.save_as(tmp_path / "confronto.csv")
    text = (tmp_path / "confronto.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))

    assert rows[0][0] == "Voce"
    assert rows[0][1] == "Capannori verso rifiuti zero"
    assert ["Realizzato da", "Comune di Capannori", "Consiglio di Bacino Priula"] in rows
    assert {len(row) for row in rows} == {3}


def test_only_the_rows_that_all_have(page: Page, portal: str) -> None:
    opened(page, f"{portal}{RIFIUTI}")
    page.get_by_label("Solo le voci che tutte le schede hanno").check()

    expect(page.get_by_role("rowheader").filter(has_text="Data di avvio")).to_have_count(0)
    expect(page.get_by_role("rowheader").filter(has_text="Realizzato da")).to_have_count(1)


@pytest.mark.parametrize(
    "query",
    [
        "id=non-esiste",
        "id=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "id=../../etc",
        "id=amministrazioni/comune-di-bergamo",
        "id=" + "a" * 10_000,
        "id=%00&id=%E2%80%AE",
    ],
)
def test_what_cannot_be_compared_is_said(page: Page, portal: str, query: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, f"{portal}confronta/?{query}&id=capannori-rifiuti-zero")

    expect(page.locator("[data-status]")).to_contain_text("non si può confrontare")
    expect(page.get_by_role("columnheader").last).to_contain_text("Capannori")


def test_what_others_left_on_the_device_does_no_harm(page: Page, portal: str) -> None:
    page.goto(f"{portal}temi/")
    for kept in ('"x"', "{}", '[{"id":"<b>"},{"id":7},null]', "][", '[{"id":"ok","title":"<i>"}]'):
        page.evaluate("kept => localStorage.setItem('portale:confronto', kept)", kept)
        page.reload()
        expect(page.locator("main h1")).to_be_visible()

    expect(page.locator(".tray li span")).to_have_text("<i>")


def test_a_hostile_record_is_only_text_in_the_comparison(page: Page, small_portal: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, f"{small_portal}confronta/?id=ostile&id=orti-di-prova")

    expect(page.get_by_role("columnheader").nth(1)).to_contain_text('Ostile "virgolette"')
    assert page.locator("[data-table] script, [data-table] img").count() == 0


def test_without_scripts_the_page_says_what_to_do(browser: Browser, portal: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal}confronta/")

    expect(page.locator("[data-plain]")).to_be_visible()
    expect(page.locator("[data-plain] a")).to_have_attribute("href", "../catalogo/")
    expect(page.locator("form[data-add]")).to_be_hidden()
    context.close()


def test_the_print_has_no_buttons(page: Page, portal: str) -> None:
    opened(page, f"{portal}{RIFIUTI}")
    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="Stampa")).to_be_hidden()
    expect(page.locator(".site-head")).to_be_hidden()
    expect(page.get_by_role("rowheader").first).to_be_visible()
