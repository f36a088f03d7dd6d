"""What is there without scripts, on small screens and large."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.samples import addresses


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


def test_every_kind_of_page_is_read_and_leads_on(plain: Page, portal: str, site: Path) -> None:
    """With no button that would do nothing: those of forms that a server answers do."""
    for address in addresses(site):
        plain.goto(f"{portal}{address}")
        expect(plain.locator("main h1")).to_be_visible()
        if not address.startswith("riquadri/"):
            expect(plain.locator("#menu").get_by_role("link", name="Catalogo")).to_be_visible()
        idle = plain.locator("main button:visible:not(form[action] button)")
        assert idle.all_inner_texts() == [], address


def test_a_body_leads_to_its_kind_all_the_same(plain: Page, portal: str) -> None:
    plain.goto(f"{portal}amministrazioni/comune-di-capannori/")
    plain.get_by_role("link", name="Che cosa hanno fatto enti come questo").click()

    expect(plain.locator("[data-all]")).to_be_visible()
