"""What readers do without a mouse: reach everything, see where they are, and find no key taken.

WCAG 2.1.1, 2.1.2, 2.1.4, 2.4.1, 2.4.3, 2.4.7, 2.4.11, where axe is silent.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.samples import addresses
from tests.browser.test_axe import as_it_is, filters, full_tray, suggestions

MOST = 600
"""More tab stops than any page has: who comes this far is in a trap."""
HERE = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const inside = ({ left, right, top, bottom }) =>
    left > -1 && right < innerWidth + 1 && top > -1 && bottom < innerHeight + 1;
  const free = ({ left, top, width, height }) => {
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return [at, ...at.labels ?? []].some((one) => one.contains(found) || found?.contains(one));
  };
  const boxes = [...at.getClientRects()].filter(inside);
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const wrong = [
    at.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || "invisible",
    boxes.length > 0 || "out of the screen",
    boxes.length === 0 || boxes.some(free) || "behind something",
    (outlineStyle === "solid" && parseFloat(outlineWidth) >= 2) || "no focus to be seen",
  ].filter((found) => found !== true);
  const stop = [...document.querySelectorAll("*")].indexOf(at);
  return { stop, wrong, html: at.outerHTML.slice(0, 99) };
}"""
"""Where the focus is; null on nothing. A link on two lines has two boxes: one is enough."""
START = "() => { document.activeElement.blur(); document.querySelector('.skip').focus(); }"
TOURS: list[tuple[str, Callable[[Page], None]]] = [
    ("", as_it_is),
    ("esperienze/scambio-pa/", as_it_is),
    ("catalogo/?tema=rifiuti", filters),
    ("temi/performance/", full_tray),
    ("territori/", as_it_is),
    ("contribuisci/proponi/strumenti/", as_it_is),
]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(("address", "reach"), TOURS, ids=[address for address, _ in TOURS])
def test_every_tab_stop_is_on_the_screen_and_to_be_seen(
    page: Page, portal: str, address: str, reach: Callable[[Page], None], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{portal}{address}")
    reach(page)
    page.evaluate(START)
    wrong: dict[int, Any] = {}
    seen = set()
    for _ in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or here["stop"] in seen:
            break
        seen.add(here["stop"])
        if here["wrong"]:
            wrong[here["stop"]] = here

    assert wrong == {}
    stops = page.locator("a[href]:visible, button:visible, summary:visible").count()
    assert 0.9 * stops <= len(seen) < MOST


def test_the_menu_opens_and_closes_from_the_keyboard(page: Page, portal: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{portal}temi/rifiuti/")
    button = page.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_have_attribute("aria-controls", "menu")
    for _ in range(8):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")

    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#menu a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#menu")).to_be_hidden()


def test_the_first_tab_stop_skips_to_the_content(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Vai al contenuto")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_no_key_is_taken_from_the_reader(page: Page, portal: str, site: Path) -> None:
    for address in addresses(site):
        page.goto(f"{portal}{address}")
        if page.locator("[data-propose]").count():
            expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
        before = page.content()
        for key in "sf/pn,.?":
            page.keyboard.press(key)

        assert page.url == f"{portal}{address}"
        expect(page.locator("body")).to_be_focused()
        assert page.content() == before, address


def test_suggestions_close_with_escape_and_what_was_typed_stays(page: Page, portal: str) -> None:
    page.goto(f"{portal}temi/rifiuti/")
    suggestions(page)
    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("combobox").first).to_be_focused()
    expect(page.get_by_role("combobox").first).to_have_value("rifiut")
