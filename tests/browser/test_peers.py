"""Bodies like the reader's own, and what else the address of the catalogue can say."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect


def results(page: Page) -> list[tuple[str, str]]:
    """Titles and reasons of the results on the page."""
    expect(page.locator("[data-status]")).to_contain_text("trovat")
    return [
        (item.locator("h2").inner_text(), " ".join(item.locator(".card__reason").all_inner_texts()))
        for item in page.locator("[data-results] > li").all()
    ]


@pytest.mark.parametrize("width", [360, 1280])
def test_one_click_from_a_body_to_what_bodies_like_it_did(
    page: Page, portal: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{portal}amministrazioni/comune-di-capannori/")
    page.get_by_role("link", name="Che cosa hanno fatto enti come questo").click()
    found = results(page)

    assert found[0][0] == "Capannori verso rifiuti zero"
    assert found[0][1] == (
        "Come il tuo ente: stesso tipo di ente, stesso territorio, stessa fascia di popolazione"
    )
    assert page.locator("[data-status]").inner_text().endswith("più simili al tuo")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_nearer_come_first(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tipo=esperienze&ordina=vicinanza&come=territorio.toscana")
    reasons = [reason for _, reason in results(page)]
    same = [reason for reason in reasons if "stesso territorio" in reason]
    around = [reason for reason in reasons if "stessa parte del Paese" in reason]

    assert same
    assert reasons[: len(same)] == same
    assert reasons[len(same) : len(same) + len(around)] == around


def test_what_the_reader_says_stays_on_the_device_and_in_the_link(
    page: Page, portal: str, browser: Browser
) -> None:
    page.goto(f"{portal}catalogo/")
    page.locator("summary", has_text="Enti come il mio").click()
    page.get_by_label("Tipo di ente", exact=True).select_option("comuni")
    page.get_by_role("combobox", name="Territorio").select_option("toscana")
    page.get_by_role("button", name="Ordina per vicinanza").click()
    expect(page).to_have_url(re.compile(r"\?come=tipo-ente.comuni&come=territorio.toscana&ordina"))
    here = results(page)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    other = context.new_page()
    other.goto(page.url)
    assert results(other) == here
    assert other.evaluate("localStorage.length") == 0
    context.close()
    page.goto(f"{portal}catalogo/?q=rifiuti")
    results(page)
    page.get_by_label("Ordina per").select_option("vicinanza")
    expect(page).to_have_url(re.compile(r"\?q=rifiuti&come=tipo-ente.comuni&come=.*ordina=vicin"))
    page.locator("summary", has_text="Enti come il mio").click()
    page.get_by_role("button", name="Dimentica il mio ente").click()

    expect(page).to_have_url(re.compile(r"\?q=rifiuti$"))
    assert page.evaluate("localStorage.length") == 0


def test_who_has_not_said_is_asked(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tema=rifiuti")
    results(page)
    page.get_by_label("Ordina per").select_option("vicinanza")

    expect(page.get_by_label("Tipo di ente", exact=True)).to_be_focused()
    expect(page.get_by_label("Ordina per")).to_have_value("")


def test_a_trait_goes_away_when_its_chip_is_pressed(page: Page, portal: str) -> None:
    page.goto(
        f"{portal}catalogo/?tema=rifiuti&ordina=vicinanza&come=tipo-ente.comuni&come=territorio.veneto"
    )
    results(page)
    page.get_by_role("button", name="Togli il filtro Come: Comune").click()

    expect(page).to_have_url(re.compile(r"ordina=vicinanza&come=territorio.veneto$"))


@pytest.mark.parametrize(
    "query",
    ["colore=rosso", "tema=nessuno", "come=x", "come=territorio.atlantide", "__proto__=1", "ot="],
)
def test_what_an_address_says_in_vain_is_told(page: Page, portal: str, query: str) -> None:
    page.goto(f"{portal}catalogo/?q=rifiuti&{query}")
    told = page.locator("[data-notice]")

    assert results(page)
    expect(told).to_be_visible()
    expect(told).to_contain_text(f"«{query}»")


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=alert(1)>",
        "rifiuti " * 1250,
        "♻️ rifiuti 🗑️",
        "نفايات rifiuti \u202e",
        "rifiuti\x00",
        "' OR 1=1 --",
        "constructor __proto__ toString",
    ],
)
def test_strange_words_are_only_words(page: Page, portal: str, words: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{portal}catalogo/?q={quote(words)}")
    expect(page.locator("[data-status]")).not_to_be_empty()

    assert page.locator("main img, main script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_where_the_index_does_not_come_the_lists_stay(page: Page, portal: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{portal}catalogo/?q=rifiuti&ordina=vicinanza&come=tipo-ente.comuni")

    expect(page.locator("[data-status]")).to_contain_text("non è disponibile")
    expect(page.locator("[data-all]")).to_be_visible()
