"""The map and the charts: with a pointer, with a keyboard, with and without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ["territori/", "cifre/"]
LEAST = 24
"""WCAG 2.5.8: the least size of a target, in CSS pixels."""


@pytest.fixture(params=[(1280, True), (1280, False), (360, True), (360, False)], ids=str)
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a screen large or small, with and without JavaScript."""
    width, scripts = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=scripts, locale="it-IT"
    )
    yield context.new_page()
    context.close()


def links(page: Page, selector: str) -> dict[str, str]:
    """The links of a drawing: what each says, and where it leads."""
    found = page.locator(selector).all()
    return {str(a.get_attribute("aria-label")): str(a.get_attribute("href")) for a in found}


def rows(page: Page, table: str) -> dict[str, str]:
    """The rows of a table of counts: the name and the total."""
    found = page.get_by_role("table", name=table).locator("tr:has(td)").all()
    return {
        row.locator("th a, th").first.inner_text().strip(): row.locator(
            "td span"
        ).first.inner_text()
        for row in found
    }


def said(label: str) -> tuple[str, str]:
    """«Toscana (TOS): 18 schede» as a name and a number."""
    parts = re.fullmatch(r"(.+?)(?: \(\w+\))?: ([\d.]+) sched[ae]", label)
    assert parts, label
    return parts[1], parts[2]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_sticks_out_of_the_screen(reader: Page, portal: str, address: str) -> None:
    reader.goto(f"{portal}{address}")
    body = reader.locator("body").bounding_box()
    assert body
    assert reader.viewport_size
    for box in [found.bounding_box() for found in reader.locator("svg, table, .legend").all()]:
        assert box is None or box["x"] + box["width"] <= reader.viewport_size["width"]
    assert body["width"] <= reader.viewport_size["width"]


def test_the_map_leads_to_every_region(reader: Page, portal: str) -> None:
    reader.goto(f"{portal}territori/")
    tiles = links(reader, "a.tile")
    assert len(tiles) == 20

    reader.get_by_role("link", name=re.compile(r"^Toscana \(TOS\): \d+ schede$")).click()
    expect(reader.locator("h1")).to_have_text("Toscana")


def test_the_table_has_the_same_numbers_as_the_map(reader: Page, portal: str) -> None:
    reader.goto(f"{portal}territori/")
    table = rows(reader, "Regione per regione")
    for label in links(reader, "a.tile"):
        name, number = said(label)
        assert table[name] == number

    expect(reader.locator(".map__beside a")).to_contain_text(f"{table['Italia']} schede")


def test_tiles_show_a_name_and_a_number_large_enough_to_tap(reader: Page, portal: str) -> None:
    reader.goto(f"{portal}territori/")
    assert reader.viewport_size
    wide = reader.viewport_size["width"] > 600
    for tile in reader.locator("a.tile").all():
        box = tile.locator("rect").bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        expect(tile.locator(".tile__count")).to_be_visible()
        expect(tile.locator(".tile__name text").first).to_be_visible(visible=wide)
        expect(tile.locator(".tile__short")).to_be_visible(visible=not wide)
        for text in tile.locator("text").all():
            inside = text.bounding_box() if text.is_visible() else None
            assert inside is None or inside["x"] + inside["width"] <= box["x"] + box["width"]


@pytest.mark.parametrize(("address", "links_to"), [("territori/", "a.tile"), ("cifre/", "a.year")])
def test_a_keyboard_reaches_every_shape_and_shows_where_it_is(
    reader: Page, portal: str, address: str, links_to: str
) -> None:
    reader.goto(f"{portal}{address}")
    shapes = reader.locator(links_to).all()
    shapes[0].focus()
    for shape in shapes:
        expect(shape).to_be_focused()
        reader.keyboard.press("Tab")
    reader.keyboard.press("Shift+Tab")
    expect(shapes[-1]).to_be_focused()
    expect(shapes[-1]).to_have_css("outline-style", "solid")
    expect(shapes[-1].locator("rect").first).to_have_css("stroke", "rgb(0, 0, 0)")

    label = str(shapes[-1].get_attribute("aria-label"))
    href = str(shapes[-1].get_attribute("href"))
    reader.keyboard.press("Enter")
    reader.wait_for_url(re.compile(re.escape(href.removeprefix("../")) + "$"))
    assert said(label)


def test_the_timeline_has_every_year_and_the_table_the_same_numbers(
    reader: Page, portal: str
) -> None:
    reader.goto(f"{portal}cifre/")
    expect(reader.get_by_role("table", name="Anno per anno")).to_be_hidden()
    reader.get_by_text("Gli stessi numeri in una tabella").click()
    table = rows(reader, "Anno per anno")
    shown = [
        year.locator("text").all_text_contents()
        for year in reader.locator(".decade a.year, .decade g.year").all()
    ]

    assert [year for _, year in shown] == [
        str(year) for year in range(int(shown[0][1]), int(shown[-1][1]) + 1)
    ]
    assert {year: number for number, year in shown} == {
        year: number for year, number in table.items() if year != "Senza data"
    }
    for label in links(reader, "a.year"):
        year, number = said(label)
        assert table[year] == number


def test_years_are_large_enough_to_tap(reader: Page, portal: str) -> None:
    reader.goto(f"{portal}cifre/")
    for area in reader.locator("a.year .year__area").all():
        box = area.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= LEAST


def test_a_year_opens_the_records_that_it_counts(page: Page, portal: str) -> None:
    page.goto(f"{portal}cifre/")
    year = page.get_by_role("link", name=re.compile("^2019: "))
    _, number = said(str(year.get_attribute("aria-label")))
    year.click()

    expect(page.locator("[data-status]")).to_contain_text(re.compile(rf"\b{number}\b"))


def test_forced_colours_keep_the_numbers(page: Page, portal: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    for address, ground in (("territori/", ".tile rect"), ("cifre/", ".year .year__area")):
        page.goto(f"{portal}{address}")
        colour = "shapes => [...new Set(shapes.map(shape => getComputedStyle(shape).fill))]"
        behind = page.locator(ground).evaluate_all(colour)
        texts = page.locator(".tile text, .year text").evaluate_all(colour)
        assert behind == ["rgb(0, 0, 0)"]
        assert set(texts) <= {"rgb(255, 255, 0)", "rgb(255, 255, 255)"}
    page.goto(f"{portal}territori/")
    expect(page.locator(".map__legend")).to_be_hidden()
