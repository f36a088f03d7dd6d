"""What assistive technologies say of a page's parts, and what its page on accessibility says."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.building import ROOT
from tests.test_site import pages

NAMED = "@aria-label[normalize-space()] or @aria-labelledby"
UNNAMED = {
    "a table without headers": "//table[not(.//th)]",
    "a drawing neither named nor hidden": (
        f"//svg[not(ancestor-or-self::*[@aria-hidden='true'])][not({NAMED} or title)]"
    ),
    "a picture without alt": "//img[not(@alt)]",
    "a part without a name": f"//*[self::nav or self::aside or @role='region'][not({NAMED})]",
    "a field without a name": (
        "//*[self::select or self::textarea or self::input[not(@type='hidden')]]"
        f"[not(@id = //label/@for or ancestor::label or {NAMED})]"
    ),
}


@pytest.mark.parametrize("wrong", UNNAMED)
def test_every_part_has_a_name(site: Path, small_site: Path, wrong: str) -> None:
    for folder in (site, small_site):
        found = {name: tree.xpath(UNNAMED[wrong]) for name, tree in pages(folder).items()}

        assert {name: parts for name, parts in found.items() if parts} == {}


def test_the_first_link_of_every_page_skips_to_its_content(site: Path) -> None:
    for name, page in pages(site).items():
        (first, *_) = page.xpath("//body//*[self::a[@href] or self::button or self::input]")
        assert first.text == "Vai al contenuto", name
        assert page.xpath("//main[@id = $id]", id=first.get("href").removeprefix("#")), name


def test_the_page_on_accessibility_names_checks_that_there_are() -> None:
    text = (ROOT / "docs" / "accessibilita.md").read_text(encoding="utf-8")
    named = re.findall(r"\| `([\w/]+\.py)` \|$", text, flags=re.M)

    assert len(named) == 8
    for name in named:
        assert "\ndef test_" in (ROOT / "tests" / name).read_text(encoding="utf-8"), name
    (version,) = re.findall(r"axe-core (\d+\.\d+)", text)
    assert AXE_SCRIPT.startswith(f"/*! axe v{version}.")
    assert "**Non dice che il sito è conforme**" in text
