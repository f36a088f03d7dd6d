"""What goes on paper: a record as a sheet that can be handed out."""

import io
import re
from unicodedata import normalize

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

RECORD = "esperienze/scambio-pa/"
CLICKED = ".site-head, .site-foot, .breadcrumb, .toc, .tell, .tray, button, form, input, .button"
A4 = (595, 842)


def pdf(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(printed: PdfReader) -> str:
    """The text of all pages, without spaces: lines may end anywhere."""
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    return re.sub(r"\s+", "", normalize("NFKC", text))  # fonts may join letters, such as ff


def decoded(page: Page, selector: str) -> list[str]:
    """What a telephone would read in each of some pictures."""
    found: list[str] = []
    for one in page.locator(selector).all():
        one.evaluate("image => image.decode()")
        picture = Image.open(io.BytesIO(one.screenshot()))
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
    return found


@pytest.mark.parametrize("address", [RECORD, "temi/rifiuti/", "catalogo/?tema=rifiuti"])
def test_nothing_on_paper_wants_a_click(page: Page, portal: str, address: str) -> None:
    page.goto(f"{portal}{address}")
    page.wait_for_load_state("networkidle")
    assert page.locator(CLICKED).locator("visible=true").count() > 0
    page.emulate_media(media="print")

    assert page.locator(CLICKED).locator("visible=true").all_inner_texts() == []
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_is_black(page: Page, portal: str, scheme: str) -> None:
    page.goto(f"{portal}{RECORD}")
    page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    script = "each => [...new Set(each.map(one => getComputedStyle(one).color))]"

    colours = page.locator("main article *:visible").evaluate_all(script)
    assert set(colours) <= {"rgb(0, 0, 0)", "rgb(34, 34, 34)"}


def test_a_record_is_a_sheet_with_its_sources_spelled_out(page: Page, portal: str) -> None:
    page.goto(f"{portal}{RECORD}")
    sources = page.locator(".block--fonti a").evaluate_all("each => each.map(one => one.href)")
    printed = pdf(page)
    text = words(printed)

    assert sources
    assert all(f"<{source}>" in text for source in sources)
    assert {(round(x.mediabox.width), round(x.mediabox.height)) for x in printed.pages} == {A4}
    assert "Innestohttps://innesto.example.org/esperienze/scambio-pa/Ultimoaggiornamento:" in text
    footers = len(printed.pages)
    assert text.count("Innesto·https://innesto.example.org/esperienze/scambio-pa/") == footers
    assert f"{footers}/{footers}" in text


def test_the_code_leads_back_to_the_page(browser: Browser, portal: str) -> None:
    page = browser.new_page(device_scale_factor=4)  # as fine as printers are
    for address in (RECORD, "amministrazioni/comune-di-capannori/"):
        page.goto(f"{portal}{address}")
        page.emulate_media(media="print")
        canonical = page.locator("link[rel=canonical]").get_attribute("href")

        assert decoded(page, ".letterhead img") == [canonical]
    page.close()


def test_who_reads_on_screen_does_not_fetch_the_code(page: Page, portal: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(f"{portal}{RECORD}")
    page.mouse.wheel(0, 20_000)
    page.wait_for_load_state("networkidle")
    assert "qr.svg" not in asked
    pdf(page)

    assert "qr.svg" in asked


def test_tables_fit_the_sheet(page: Page, portal: str) -> None:
    """A4 less its margins is 658 px wide."""
    page.set_viewport_size({"width": 658, "height": 900})
    page.goto(f"{portal}esperienze/priula-tariffa-puntuale/")
    page.emulate_media(media="print")

    expect(page.locator(".block--indicatori thead th")).to_have_count(10)
    assert page.evaluate("document.documentElement.scrollWidth") <= 658


def test_a_record_is_passed_on_without_others(page: Page, portal: str) -> None:
    canonical = f"https://innesto.example.org/{RECORD}"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{portal}{RECORD}")
    page.get_by_role("button", name="Copia il collegamento").click()
    expect(page.locator(".record__head [role=status]")).to_have_text("Collegamento copiato.")
    assert page.evaluate("navigator.clipboard.readText()") == canonical

    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.reload()
    page.get_by_role("button", name="Condividi").click()
    page.get_by_role("button", name="Stampa").click()
    assert page.evaluate("window.shared.url") == canonical
    assert page.evaluate("window.printed")
