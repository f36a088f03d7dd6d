"""What a record's page shows first."""

from playwright.sync_api import Page, expect


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
