"""The whole way, from a folder of records to the bodies of the pages, against golden files.

`make golden` writes them anew; the diff is then read like any other.
"""

import json
import os
import re
from datetime import date
from pathlib import Path

from generator import routes
from generator.catalogue import load_catalogue
from generator.outputs import Batch, File, Page, Publisher
from generator.records import RECORD_TYPES
from generator.rules import check
from tests.building import PUBLISHER, all_outputs

SITE = Path(__file__).parent / "site"
GOLDEN = SITE / "golden"
TODAY = date(2024, 6, 1)
FROM_THE_DECLARATION = (routes.SCHEMAS, routes.PROPOSE, routes.GUIDE)


def shown(output: Page | File) -> str:
    """A page as text: what goes into the theme, then the body."""
    if isinstance(output, File):
        return output.content
    head = {
        "title": output.title,
        "description": output.description,
        "toc": " ".join(anchor.id for anchor in output.toc),
        "breadcrumb": " > ".join(f"{crumb.title} ({crumb.address})" for crumb in output.breadcrumb),
        "source": output.source,
        "updated": output.updated,
        "search": output.search,
        "linked": json.dumps(output.linked, ensure_ascii=False, indent=1),
    }
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + f"\n{output.body}\n"


def is_kept(address: str) -> bool:
    """What the declaration makes for each record type is kept for one of them; no QR code."""
    if address.endswith(".jsonld"):  # test_linked.py: the same as the Turtle
        return False
    of_type = re.match(rf"({'|'.join(FROM_THE_DECLARATION)})([a-z]+)", address)
    if address.endswith("/qr.svg"):  # tests/browser/test_print.py reads them
        return False
    if address.endswith(("citazione.bib", "citazione.ris", "scheda.md")):
        return address.startswith("esperienze/")
    if address.startswith(routes.FRAMES):
        return address == routes.frame(routes.theme("rifiuti"))
    return not of_type or of_type[2] not in RECORD_TYPES or of_type[2] == "esperienze"


def test_site_is_as_golden() -> None:
    catalogue, problems = load_catalogue(SITE / "practices", "practices")
    outputs = all_outputs(catalogue, TODAY, PUBLISHER)
    made = {
        output.address.rstrip("/") or "home": shown(output)
        for output in outputs
        if not isinstance(output, Batch) and is_kept(output.address)
    }
    if os.environ.get("UPDATE_GOLDEN"):
        for path in GOLDEN.rglob("*.html"):
            path.unlink()
        for address, text in made.items():
            path = GOLDEN / f"{address}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    found = [*problems, *check(catalogue, TODAY)]
    assert {problem.code for problem in found} == {"deferred-due", "lapsed"}
    assert made == {
        path.relative_to(GOLDEN).with_suffix("").as_posix(): path.read_bytes().decode()
        for path in GOLDEN.rglob("*.html")
    }


def test_same_records_give_the_same_pages() -> None:
    catalogue, _ = load_catalogue(SITE / "practices", "practices")

    assert list(all_outputs(catalogue, TODAY, PUBLISHER)) == list(
        all_outputs(catalogue, TODAY, PUBLISHER)
    )


def test_a_site_without_an_address_has_no_code_that_would_lead_nowhere() -> None:
    catalogue, _ = load_catalogue(SITE / "practices", "practices")
    outputs = all_outputs(catalogue, TODAY, Publisher("Portale di prova", ""))

    for output in outputs:
        assert "qr.svg" not in output.address
        assert not isinstance(output, Page) or "qr.svg" not in output.body


def test_what_is_asked_for_until_a_day_is_no_longer_offered_after_it() -> None:
    catalogue, _ = load_catalogue(SITE / "practices", "practices")

    def body(today: date) -> str:
        pages = {output.address: output for output in all_outputs(catalogue, today, PUBLISHER)}
        page = pages["pratiche/compost-di-quartiere/"]
        assert isinstance(page, Page)
        return page.body

    assert "Chi ne ha bisogno" in body(date(2029, 12, 31))
    assert "Chi ne ha bisogno" not in body(date(2030, 1, 2))


def test_no_page_shows_a_year_as_an_amount_nor_a_missing_value() -> None:
    catalogue, _ = load_catalogue(SITE / "practices", "practices")
    for output in all_outputs(catalogue, TODAY, PUBLISHER):
        if isinstance(output, Page):
            if output.address.startswith("amministrazioni/"):
                assert not re.search(r"\b(19|20)\.\d{2}\b|\b2\.0\d{2}\b", output.body)
            assert "None" not in output.body, output.address
            ids = re.findall(r'\bid="([^"]+)"', output.body)
            assert len(ids) == len(set(ids)), output.address
