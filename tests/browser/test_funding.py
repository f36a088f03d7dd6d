"""The emblem and the words beside it, as readers see them: at once, whole, in the right letters."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Locator, Page

from tests.browser.conftest import served
from tests.building import build, copy_of_the_project

SCREENS = [(360, 640), (1280, 800)]
TYPEFACES = {"Arial", "Calibri", "Garamond", "Tahoma", "Trebuchet MS", "Ubuntu", "Verdana"}
COLOURS = {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 51, 153)"}
SAID = [
    ("esperienze/diritti-a-scuola/", ["Unione europea", "Fondo sociale europeo"]),
    ("esperienze/scambio-pa/", ["Unione europea", "Fondo sociale europeo"]),
    (
        "progetti/valutazione-delle-performance/",
        ["Unione europea", "Fondo sociale europeo"],
    ),
    (
        "esperienze/publiacqua-distrettualizzazione/",
        ["Finanziato dall'Unione europea – NextGenerationEU"],
    ),
    (
        "esperienze/digipass-umbria/",
        [
            "Unione europea",
            "Fondo europeo di sviluppo regionale",
            "Finanziato dall'Unione europea – NextGenerationEU",
        ],
    ),
]
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9v6H0z"/></svg>'
PAID = """\
extra:
  funding:
    programme: pr-di-prova
    logos:
      - {mark: beneficiario, name: Ente di prova, image: loghi/ente.svg, width: 48, height: 48}
      - {mark: marchio-comune, name: Marchio comune, image: loghi/ente.svg, width: 96, height: 64}
"""


@pytest.fixture(scope="module")
def paid_portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that the Union pays for."""
    folder = tmp_path_factory.mktemp("cofinanziato")
    root = copy_of_the_project(folder / "copia")
    (root / "docs" / "loghi").mkdir()
    (root / "docs" / "loghi" / "ente.svg").write_text(LOGO, encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("extra:\n", PAID, 1), encoding="utf-8")
    made = build(folder / "site", root / "practices", root)
    assert made.returncode == 0, made.stderr
    with served(folder / "site") as address:
        yield address


def box(found: Locator) -> FloatRect:
    rectangle = found.bounding_box()
    assert rectangle
    return rectangle


def assert_in_first_screen(found: Locator, width: int, height: int) -> None:
    place = box(found)
    assert place["x"] >= 0
    assert place["y"] >= 0
    assert place["x"] + place["width"] <= width
    assert place["y"] + place["height"] <= height


def assert_in_the_allowed_letters(caption: Locator) -> None:
    for text in [caption, *caption.locator("*").all()]:
        style = text.evaluate("element => ({...getComputedStyle(element)})")
        families = [family.strip(" \"'") for family in style["fontFamily"].split(",")]
        assert set(families) <= TYPEFACES | {"sans-serif"}
        assert style["fontStyle"] == "normal"
        assert style["textDecorationLine"] == "none"
        assert style["textShadow"] == "none"
        assert style["color"] in COLOURS
        assert text.evaluate("element => element.tagName") in {"FIGCAPTION", "SPAN", "B"}


def lines(caption: Locator) -> list[str]:
    return caption.inner_text().split("\n")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_record_says_at_once_who_paid_for_it(
    page: Page, portal: str, width: int, height: int, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": height})
    for address, said in SAID:
        page.goto(f"{portal}{address}")
        strip = page.locator(".record__head .funding")
        emblem = strip.get_by_role("img", name="Emblema dell'Unione europea")

        assert_in_first_screen(strip, width, height)
        assert emblem.evaluate("image => image.complete && image.naturalWidth > 0")
        assert (box(emblem)["width"], box(emblem)["height"]) == (60, 40)
        assert lines(strip.locator("figcaption")) == said
        assert_in_the_allowed_letters(strip.locator("figcaption"))
    report = Axe().run(page)
    assert report.violations_count == 0, report.generate_report()


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_record_of_the_latest_cycle_has_its_words_in_full(
    page: Page, small_portal: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{small_portal}esperienze/parole-di-prova/")
    strip = page.locator(".funding")

    assert_in_first_screen(strip, width, height)
    assert lines(strip.locator("figcaption")) == ["Cofinanziato dall'Unione europea"]
    strip.get_by_role("link", name="PR di prova").click()
    assert page.locator("h1").inner_text() == "PR di prova"


def test_a_record_that_the_union_did_not_pay_for_has_no_emblem(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/pac-servizi-di-cura/")

    assert page.locator("h1").is_visible()
    assert page.locator(".funding").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_site_says_at_once_who_pays_for_it(
    page: Page, paid_portal: str, width: int, height: int, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(paid_portal)
    band = page.get_by_role("complementary", name="Chi ha finanziato questo sito")
    logos = band.get_by_role("img").all()

    assert_in_first_screen(band, width, height)
    assert [logo.get_attribute("alt") for logo in logos] == [
        "Marchio comune",
        "Emblema dell'Unione europea",
        "Ente di prova",
    ]
    assert all(follows(before, after) for before, after in pairwise(map(box, logos)))
    emblem = box(logos[1])
    assert emblem["width"] >= max(box(logo)["width"] for logo in logos)
    assert emblem["height"] >= max(box(logo)["height"] for logo in logos)
    assert lines(band.locator("figcaption")) == ["Cofinanziato dall'Unione europea"]
    assert_in_the_allowed_letters(band.locator("figcaption"))
    report = Axe().run(page)
    assert report.violations_count == 0, report.generate_report()


def follows(before: FloatRect, after: FloatRect) -> bool:
    """Whether one reads the second after the first: on its right, or in a line below."""
    return after["x"] > before["x"] or after["y"] >= before["y"] + before["height"]


def test_every_page_of_such_a_site_says_it_at_its_foot(page: Page, paid_portal: str) -> None:
    for address in ("temi/", "privacy/", "esperienze/orti-di-prova/", "404.html"):
        page.goto(f"{paid_portal}{address}")
        band = page.get_by_role("complementary", name="Chi ha finanziato questo sito")

        assert box(band)["y"] > box(page.locator("main"))["y"]
        assert band.get_by_role("img").count() == 3
        assert_in_the_allowed_letters(band.locator("figcaption"))


def test_the_emblem_has_its_border_on_a_background_that_is_not_white(
    page: Page, portal: str
) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    shadow = page.locator(".funding img").evaluate("image => getComputedStyle(image).boxShadow")

    assert shadow == "rgb(255, 255, 255) 0px 0px 0px 1.6px"
