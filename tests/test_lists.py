"""Long lists stay short pages: the first records have cards, all the others a line each."""

import re
from datetime import date

import pytest

from generator.catalogue import load_catalogue
from generator.outputs import Page
from generator.views import cycle, lists
from tests.building import PUBLISHER, SMALL, all_outputs

ADDRESSES = ("esperienze/", "temi/rifiuti/", "obiettivi-di-servizio/")


def pages() -> dict[str, str]:
    catalogue, _ = load_catalogue(SMALL, "practices")
    made = all_outputs(catalogue, date(2026, 1, 1), PUBLISHER)
    return {page.address: page.body for page in made if isinstance(page, Page)}


def listed(body: str) -> list[str]:
    return re.findall(r'href="(?:\.\./)+((?:esperienze|pratiche|progetti)/[^"]+/)"', body)


def test_what_has_no_card_has_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pages()
    for module in (lists, cycle):
        monkeypatch.setattr(module, "CARDS", 1)
    short = pages()

    for address in ADDRESSES:
        assert listed(short[address]) == listed(whole[address])
        assert short[address].count('<li class="card ') < whole[address].count('<li class="card ')
    assert "<summary>2 altre schede, una per riga</summary>" in short["esperienze/"]
    assert "<summary>" not in whole["esperienze/"]
