"""The look, as browsers work it out: typefaces, first view, nothing that moves."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

PAGES = ("", "esperienze/scambio-pa/", "temi/performance/", "catalogo/", "privacy/", "404.html")
FAMILIES = {"Titillium Web", "Lora", "Roboto Mono"}
FIRST = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, p")].map((one) =>
  getComputedStyle(one).fontFamily.split(",")[0].replaceAll('"', ""))"""
MOVED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("address", PAGES)
def test_headings_and_paragraphs_have_the_typefaces_of_public_sites(
    page: Page, portal: str, address: str
) -> None:
    page.goto(portal + address)

    assert set(page.evaluate(FIRST)) <= FAMILIES


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(
    page: Page, portal: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(portal + address, wait_until="networkidle")

    assert page.evaluate(MOVED) < 0.01


def test_the_first_view_of_a_record_is_light(browser: Browser, portal: str) -> None:
    context = browser.new_context(viewport={"width": 412, "height": 823})
    opened = context.new_page()
    got: list[Response] = []
    opened.on("response", lambda response: got.append(response))
    opened.goto(f"{portal}esperienze/scambio-pa/", wait_until="networkidle")

    sizes = {urlsplit(one.url).path: len(gzip.compress(one.body(), 6)) for one in got}
    context.close()

    assert any(path.endswith(".woff2") for path in sizes)
    assert sum(sizes.values()) <= 150_000, sizes
