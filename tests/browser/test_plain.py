"""What is there without scripts, on small screens and large."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(params=[360, 1280])
def plain(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_the_catalogue_is_the_whole_list_by_theme(plain: Page, portal: str) -> None:
    plain.goto(f"{portal}catalogo/?tema=rifiuti")

    expect(plain.locator("[data-all] section")).to_have_count(12)
    assert plain.locator("[data-all] a").count() >= 100
    for hidden in ("[data-facets]", "[data-peers]", "[data-sort]", "[data-notice]"):
        expect(plain.locator(hidden)).to_be_hidden()


def test_search_boxes_are_forms_that_lead_to_the_catalogue(plain: Page, portal: str) -> None:
    plain.goto(portal)
    plain.get_by_label("Che problema devi risolvere?").fill("rifiuti")
    plain.get_by_label("Che problema devi risolvere?").press("Enter")

    expect(plain).to_have_url(f"{portal}catalogo/?q=rifiuti")


def test_no_button_is_there_that_would_do_nothing(plain: Page, portal: str) -> None:
    for address in (
        "temi/rifiuti/",
        "esperienze/priula-tariffa-puntuale/",
        "confronta/",
        "dossier/",
    ):
        plain.goto(f"{portal}{address}")
        buttons = [button.inner_text() for button in plain.locator("main button:visible").all()]
        assert buttons == [], address


def test_a_body_leads_to_its_kind_all_the_same(plain: Page, portal: str) -> None:
    plain.goto(f"{portal}amministrazioni/comune-di-capannori/")
    plain.get_by_role("link", name="Che cosa hanno fatto enti come questo").click()

    expect(plain.locator("[data-all]")).to_be_visible()
