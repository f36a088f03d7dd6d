"""The dossier: the sheets of several records with a cover and an index, on screen and on paper."""

import re
from collections import Counter

from playwright.sync_api import Page, expect

from tests.browser.test_print import decoded, pdf, words

IDS = ("capannori-rifiuti-zero", "strumenti/caf", "priula-tariffa-puntuale")
TITLES = [
    "Capannori verso rifiuti zero",
    "CAF, il modello europeo con cui un ente valuta se stesso",
    "Consiglio di Bacino Priula",
]
DOSSIER = f"dossier/?{'&'.join(f'id={name}' for name in IDS)}"


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("[data-status]")).not_to_have_text(re.compile("^$|Sto aprendo le schede…"))
    return page


def titles(page: Page) -> list[str]:
    return [title.split(":")[0] for title in page.locator("article h2").all_inner_texts()]


def test_the_sheets_are_one_page_with_a_cover_and_an_index(page: Page, portal: str) -> None:
    opened(page, f"{portal}{DOSSIER}")
    ids = page.locator("[id]").evaluate_all("each => each.map(one => one.id)")
    missing = """each => each.map(one => one.hash.slice(1))
        .filter(id => id && !document.getElementById(id))"""

    assert titles(page) == TITLES
    assert [one.split(":")[0] for one in page.locator("[data-list] a").all_inner_texts()] == TITLES
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    assert page.locator(".dossier a[href^='#']").evaluate_all(missing) == []
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("article [href^='../'], article [src^='qr']")).to_have_count(0)


def test_every_sheet_begins_a_page_and_has_its_code(page: Page, portal: str) -> None:
    opened(page, f"{portal}{DOSSIER}")
    printed = pdf(page)
    begun = [re.findall(r"· scheda (\d)", sheet.extract_text()) for sheet in printed.pages]
    text = words(printed)

    assert begun[:2] == [[], ["1"]]
    assert [number for number in begun if number] == [["1"], ["2"], ["3"]]
    assert "Stampaosalva" not in text
    assert "Titolodeldossier" not in text
    for address in page.locator(".block--fonti a").evaluate_all("all => all.map(one => one.href)"):
        assert f"<{address}>" in text


def test_each_code_is_its_own_record(page: Page, portal: str) -> None:
    opened(page, f"{portal}{DOSSIER}")
    page.emulate_media(media="print")
    page.locator(".letterhead img").evaluate_all(
        "each => each.forEach(one => one.style.cssText = 'width: 400px; height: 400px')"
    )

    assert decoded(page, ".letterhead img") == [
        f"https://innesto.example.org/{name if '/' in name else f'esperienze/{name}'}/"
        for name in IDS
    ]


def test_the_title_is_the_readers_and_goes_with_the_link(page: Page, portal: str) -> None:
    opened(page, f"{portal}{DOSSIER}")
    hostile = "<img src=x onerror=alert(1)> & Rifiuti"
    page.get_by_label("Titolo del dossier").fill(hostile)
    expect(page.locator("h1")).to_have_text(hostile)
    page.get_by_label("Titolo del dossier").press("Enter")
    opened(page, page.url)

    expect(page.locator("h1")).to_have_text(hostile)
    expect(page).to_have_title(re.compile(re.escape(hostile)))
    expect(page.locator("h1 *")).to_have_count(0)
    assert titles(page)


def test_sheets_move_go_and_come(page: Page, portal: str) -> None:
    opened(page, f"{portal}{DOSSIER}")
    before = titles(page)
    page.get_by_role("button", name=re.compile("^Sposta su")).last.click()
    expect(page.locator("[data-list] a").nth(1)).to_contain_text("Priula")
    assert titles(page) == [before[0], before[2], before[1]]
    page.get_by_role("button", name=re.compile("^Togli")).first.click()
    expect(page.locator("[data-status]")).to_have_text("Ci sono 2 schede.")
    expect(page.locator("[data-status]")).to_be_focused()
    box = page.get_by_role("combobox", name="Aggiungi una scheda")
    box.press_sequentially("salerno")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    box.press("Enter")

    expect(page.locator("[data-status]")).to_have_text("Ci sono 3 schede.")
    expect(page).to_have_url(re.compile("&id=esperienze/salerno-raccolta-differenziata$"))
    page.go_back()
    expect(page.locator("[data-status]")).to_have_text("Ci sono 2 schede.")


def test_what_is_not_a_record_is_said(page: Page, portal: str) -> None:
    many = "&".join(f"id=esperienze/manca-{number}" for number in range(31))
    opened(page, f"{portal}dossier/?id=../../privacy&id=privacy/x&id=<b>&{many}")
    status = page.locator("[data-status]")

    expect(status).to_contain_text("«../../privacy» non c'è")
    expect(status).to_contain_text("«<b>» non c'è")
    expect(status).to_contain_text("al massimo 30")
    expect(page.locator("[data-index]")).to_be_hidden()


def test_a_hostile_record_stays_text(page: Page, small_portal: str) -> None:
    opened(page, f"{small_portal}dossier/?id=ostile")
    article = page.locator("article")

    expect(article.locator("h2")).to_have_text(re.compile(r"virgolette.*\{\{ 7\*7 \}\}"))
    expect(article).to_contain_text("<script>alert(1)</script>")
    expect(
        article.locator("script, iframe, [onclick], [onmouseover], img:not([src$='/qr.svg'])")
    ).to_have_count(0)


def test_the_tray_and_the_results_lead_to_it(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tema=rifiuti")
    cards = page.locator("[data-results] .card__title")
    expect(cards.first).to_be_visible()
    shown = cards.all_inner_texts()
    page.get_by_role("button", name=re.compile("^Aggiungi al confronto")).first.click()
    page.get_by_role("link", name="Dossier", exact=True).click()
    expect(page.locator("[data-status]")).to_have_text("C'è una scheda.")
    page.go_back()
    page.get_by_role("link", name="Dossier di queste schede").click()

    expect(page.locator("[data-status]")).to_have_text(f"Ci sono {len(shown)} schede.")
    assert page.locator("article h2").all_inner_texts() == shown
