"""What others take away: citations, Markdown, llms.txt, frames."""

import re
from datetime import date

import pytest
import zxingcpp
from lxml import html
from PIL import Image

from generator.catalogue import load_catalogue
from generator.exports.citation import Citation, bibtex, in_words, ris
from generator.exports.qr import qr_svg
from generator.outputs import File, Output, Page
from tests.building import PUBLISHER, ROOT, SMALL, all_outputs

DAY = date(2024, 6, 1)
CITED = Citation(
    key="esperienze-prova",
    title="50% di R&D_{prova} ~ #1 \\ ^",
    about="Esperienza, Comune di Prova",
    portal="Portale",
    updated=date(2024, 3, 1),
    url="https://prova.example.org/esperienze/prova/",
)


@pytest.fixture(scope="module")
def small() -> dict[str, Output]:
    catalogue, _ = load_catalogue(SMALL, "practices")
    return {made.address: made for made in all_outputs(catalogue, DAY, PUBLISHER)}


def text(made: Output) -> str:
    assert isinstance(made, File)
    assert isinstance(made.content, str)
    return made.content


def test_a_citation_says_what_who_and_when() -> None:
    assert in_words(CITED) == (
        "«50% di R&D_{prova} ~ #1 \\ ^» (Esperienza, Comune di Prova), in Portale, "
        "scheda aggiornata il 1 marzo 2024."
    )


def test_bibtex_takes_no_sign_for_a_command() -> None:
    (title,) = re.findall(r"title = \{\{(.*)\}\},\n", bibtex(CITED))

    assert title == (
        r"50\% di R\&D\_\{prova\} \textasciitilde{} \#1 \textbackslash{} \textasciicircum{}"
    )


def test_ris_is_lines_with_a_label() -> None:
    lines = ris(CITED).split("\r\n")

    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


@pytest.mark.parametrize("name", ["a", "scambio-di-buone-pratiche-fra-i-comuni-della-provincia"])
def test_a_code_says_an_address(name: str) -> None:
    address = f"https://prova.example.org/esperienze/{name}/"

    assert [code.text for code in zxingcpp.read_barcodes(drawn(qr_svg(address)))] == [address]


def drawn(svg: str) -> Image.Image:
    """The picture, as its lines and jumps draw it."""
    left, top, side, _ = map(int, re.findall(r'viewBox="(.*?)"', svg)[0].split())
    picture = Image.new("L", (side, side), 255)
    x = y = 0
    for sign, across, down in re.findall(r"([hm])(-?\d+)(?: (\d+))?", svg.split('d="M0 .5')[1]):
        for dark in range(x, x + int(across)) if sign == "h" else ():
            picture.putpixel((dark - left, y - top), 0)
        x, y = x + int(across), y + int(down or 0)
    return picture


def test_every_record_can_be_cited_and_taken_as_text(small: dict[str, Output]) -> None:
    pages = [made for made in small.values() if isinstance(made, Page) and made.search]

    assert pages
    for page in pages:
        body = html.fromstring(page.body)
        for name in body.xpath("//details[contains(@class, 'cite')]//a/@href"):
            assert text(small[f"{page.address}{name}"])


def test_reserved_texts_stay_here() -> None:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    made = {one.address: one for one in all_outputs(catalogue, DAY, PUBLISHER)}
    copy = text(made["progetti/valutazione-delle-performance/scheda.md"])
    frame = made["riquadri/amministrazioni/dipartimento-funzione-pubblica/"]
    assert isinstance(frame, Page)
    project = next(
        entry.record
        for ref, entry in catalogue.entries.items()
        if ref.id == "valutazione-delle-performance"
    )

    assert "riservati: qui ci sono solo i fatti" in copy
    assert project.title in copy
    assert project.summary not in copy  # type: ignore[union-attr]  # a project has one
    assert project.summary not in frame.body  # type: ignore[union-attr]


def test_hostile_titles_mean_nothing_to_markdown(small: dict[str, Output]) -> None:
    copy = text(small["esperienze/ostile/scheda.md"])

    assert copy.startswith("# Ostile \"virgolette\" & 'apici'")
    assert not re.search(r"(?m)^.*(?<!\\)<(?!https://|mailto:)", copy.split("\n## ")[0])


def test_llms_txt_leads_to_what_is_there(small: dict[str, Output]) -> None:
    listing = text(small["llms.txt"])
    links = re.findall(r"\]\(https://prova\.example\.org/([^)]*)\)", listing)

    assert listing.startswith("# Portale di prova\n\n> ")
    assert re.findall(r"(?m)^## (.*)$", listing)
    assert links
    assert set(links) <= small.keys()


def test_frames_run_nothing_and_lead_back(small: dict[str, Output]) -> None:
    made = small["riquadri/temi/rifiuti/"]
    assert isinstance(made, Page)
    page = html.fromstring(made.body)

    assert made.bare
    assert not page.xpath("//script|//form|//button")
    assert page.xpath("//h1/a/@href") == ["../../../temi/rifiuti/"]
    assert {card.get("class") for card in page.xpath("//li")} >= {"card card--esperienze"}
