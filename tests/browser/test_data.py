"""The console of the open data: SQL in the browser, under the real headers, and no other site."""

import csv
import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.views.queries import QUERIES
from tests.browser.conftest import Watched

COUNT = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)"
"""All the numbers, one a row."""


def opened(page: Page, site: str) -> Page:
    page.goto(f"{site}dati/")
    page.get_by_role("button", name="Apri la console").click()
    expect(status(page)).to_contain_text("Pronta")
    return page


def status(page: Page) -> Locator:
    return page.locator("[data-console] [role=status]")


def ask(page: Page, sql: str) -> None:
    page.get_by_label("Domanda in SQL").fill(sql)
    page.get_by_role("button", name="Esegui").click()
    expect(page.get_by_role("button", name="Ferma")).to_be_hidden()


def cells(page: Page) -> list[list[str]]:
    rows = page.locator("[data-result] tbody tr").all()
    return [row.locator("td").all_inner_texts() for row in rows]


def test_every_ready_question_has_an_answer_and_nothing_is_blocked(
    watched: Watched, guarded: str
) -> None:
    page = opened(watched.page, guarded)
    for query in QUERIES:
        page.get_by_label("Domande pronte").select_option(query.question)
        page.get_by_role("button", name="Esegui").click()
        expect(status(page)).to_contain_text(re.compile(r"^Righe: [1-9]"))
        assert all(any(row) for row in cells(page)), query.question

    assert watched.blocked == watched.elsewhere == []


def test_nothing_is_fetched_before_the_person_asks(watched: Watched, guarded: str) -> None:
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.page.goto(f"{guarded}dati/", wait_until="networkidle")

    assert not [url for url in asked if "sqlite" in url]


def test_answers_are_those_of_the_catalogue(page: Page, portal: str) -> None:
    opened(page, portal)
    ask(page, "SELECT titolo FROM schede WHERE id = 'esperienze/scambio-pa'")

    assert cells(page) == [["Scambio PA"]]
    expect(page.get_by_role("columnheader", name="titolo")).to_be_visible()


def test_a_long_answer_comes_in_pages_and_leaves_as_csv(page: Page, portal: str) -> None:
    opened(page, portal)
    ask(page, f"{COUNT} SELECT '=' || n AS n FROM c")
    expect(status(page)).to_have_text("Le prime 10000 righe di molte. Qui da 1 a 50.")
    page.get_by_role("button", name="Righe successive").click()
    expect(status(page)).to_contain_text("Qui da 51 a 100.")
    assert cells(page)[0] == ["=51"]
    with page.expect_download() as found:
        page.get_by_role("button", name="Scarica il risultato in CSV").click()
    text = found.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))

    assert len(rows) == 10_001
    assert rows[:2] == [["n"], ["'=1"]]


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT * FROM scede", "Non c'è una tabella «scede»"),
        ("SELECT tittolo FROM schede", "Non c'è una colonna «tittolo»"),
        ("SELECT titolo FORM schede", "non è scritta come vuole SQL"),
        ("SELECT titolo FROM", "non è finita"),
        ("SELECT 'aperto", "forse un apice aperto non è chiuso"),
        ("DELETE FROM schede", "si leggono soltanto"),
        ("SELECT id FROM esperienze JOIN schede", "La colonna «id» è in più tabelle"),
        ("SELECT * FROM ricerca WHERE ricerca MATCH '\"'", "dopo MATCH"),
        ("", "Scrivi una domanda"),
    ],
)
def test_a_mistake_is_told_in_plain_words(page: Page, portal: str, sql: str, told: str) -> None:
    opened(page, portal)
    ask(page, sql)

    expect(status(page)).to_contain_text(told)


def test_a_question_that_never_ends_can_be_stopped(page: Page, portal: str) -> None:
    opened(page, portal)
    page.get_by_label("Domanda in SQL").fill(f"{COUNT} SELECT COUNT(*) FROM c")
    page.get_by_role("button", name="Esegui").click()
    page.get_by_role("button", name="Ferma").click()
    expect(status(page)).to_contain_text("Pronta")
    ask(page, "SELECT 1 AS uno")

    assert cells(page) == [["1"]]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_fits_the_window(page: Page, portal: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, portal)
    ask(page, "SELECT * FROM schede")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
