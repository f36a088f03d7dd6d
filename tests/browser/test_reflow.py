"""Pages as people set them: on small screens, with text larger or spaced out, without motion, in
colours of their own. WCAG 1.4.4, 1.4.10 (320 pixels are 1280 enlarged by 4), 1.4.12, 2.3.3."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.samples import addresses
from tests.browser.test_axe import STATES, as_it_is, filters

STYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { content-visibility: visible !important; } ${css}`);
  document.adoptedStyleSheets = [sheet];
}"""
SPACED = """p { margin-bottom: 2em !important; }
* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}"""
ENLARGE = """() => {
  const all = [...document.querySelectorAll("body *:not(svg *)")];
  const sizes = all.map((one) => parseFloat(getComputedStyle(one).fontSize));
  all.forEach((one, place) => { one.style.fontSize = `${2 * sizes[place]}px`; });
}"""
LOST = """() => {
  const root = document.documentElement;
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const lost = [...document.querySelectorAll("body *:not(svg, svg *)")].filter((one) => {
    const { overflowX, overflowY, fontSize } = getComputedStyle(one);
    if (!one.textContent.trim() || one.clientWidth < 2 || one.clientHeight < 2) return false;
    const below = one.scrollHeight - one.clientHeight;
    const writes = [...one.childNodes].some((node) => node instanceof Text && node.data.trim());
    return hides(overflowX) && one.scrollWidth > one.clientWidth + 1
      || hides(overflowY) && below > 1
      || overflowY === "visible" && writes && below > parseFloat(fontSize) / 3;
  });
  return [
    ...root.scrollWidth > innerWidth ? [`${root.scrollWidth} wide`] : [],
    ...lost.map((one) => one.outerHTML.slice(0, 99)),
  ];
}"""
"""What is wider than the screen, cut, or written out of its box by a third of a letter's height."""
MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
  return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior !== "auto";
}).map((one) => one.outerHTML.slice(0, 99))"""


def lost(page: Page) -> dict[str, list[str]]:
    """What is lost as the page is, with its text spaced out, with its text twice as large."""
    page.evaluate(STYLE, "")
    found = {"as it is": page.evaluate(LOST)}
    page.evaluate(STYLE, SPACED)
    found["spaced out"] = page.evaluate(LOST)
    page.evaluate(STYLE, "")
    page.evaluate(ENLARGE)
    found["twice as large"] = page.evaluate(LOST)
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_lost_on_any_kind_of_page(
    page: Page, portal: str, site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for address in addresses(site):
        page.goto(f"{portal}{address}")
        if wrong := lost(page):
            found[address] = wrong

    assert found == {}


@pytest.mark.parametrize(
    ("address", "reach"), STATES, ids=[f"{address}-{reach.__name__}" for address, reach in STATES]
)
def test_nothing_is_lost_in_any_state(
    page: Page, portal: str, address: str, reach: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{portal}{address}")
    reach(page)

    assert lost(page) == {}


def test_nothing_moves_for_who_wants_no_motion(page: Page, portal: str, site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    for address in addresses(site):
        page.goto(f"{portal}{address}")

        assert page.evaluate(MOVING) == [], address


@pytest.mark.parametrize(
    ("address", "reach"), [("", as_it_is), ("catalogo/?tema=rifiuti", filters)]
)
def test_controls_are_seen_in_colours_forced_on_them(
    page: Page, portal: str, address: str, reach: Callable[[Page], None]
) -> None:
    """Backgrounds and shadows are gone: a button has its border, what has the focus its outline."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(forced_colors="active")
    page.goto(f"{portal}{address}")
    reach(page)
    page.keyboard.press("Tab")  # browsers show the focus to who uses the keyboard
    for control in page.locator(":is(button, .button, input, select):visible").all():
        drawn = control.evaluate("one => getComputedStyle(one).borderStyle")
        named = control.get_attribute("type") in {"checkbox", "radio"}
        assert named or "solid" in drawn, control.evaluate("one => one.outerHTML")
        control.focus()
        assert control.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
