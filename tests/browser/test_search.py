"""Search as readers use it: words typed in Italian find the records that hold them."""

import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.building import ROOT

WORDS = [
    "amministrazione",
    "amministrazioni",
    "efficacia",
    "affiancamento",
    "qualita",
    "qualità",
    "universita",
    "servizio",
    "servizi",
    "trasferibilita",
    "rifiuto",
    "comuni",
]
PHRASES = ["dell'affiancamento", "dell’affiancamento", "capacità dell'amministrazione", "QUALITÀ"]


def found(page: Page) -> list[str]:
    """The addresses of the records found, all of them."""
    expect(page.locator("[data-status]")).to_contain_text(re.compile("trovat[ae]"))
    more = page.locator("[data-more]")
    while more.is_visible():
        before = page.locator("[data-results] > li").count()
        more.click()
        expect(page.locator("[data-results] > li").nth(before)).to_be_visible()
    links = page.locator("[data-results] h2 a")
    return [str(link.get_attribute("href")) for link in links.all()]


QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))


def rank(page: Page, address: str, wanted: list[str]) -> int | None:
    """The place of the first wanted record among the first ten results."""
    page.goto(address)
    expect(page.locator("[data-status]")).not_to_be_empty()
    links = page.locator("[data-results] h2 a").all()[:10]
    ids = [str(link.get_attribute("href")).strip("/").split("/")[-1] for link in links]
    return next((place for place, found in enumerate(ids, 1) if found in wanted), None)


def test_what_people_type_finds_what_they_look_for(page: Page, portal: str) -> None:
    ranks = {
        query: rank(page, f"{portal}catalogo/?{urlencode({'q': query})}", wanted)
        for query, wanted in QUERIES.items()
    }
    within = [place for place in ranks.values() if place and place <= 5]
    recall = len(within) / len(ranks)
    reciprocal = sum(1 / place for place in ranks.values() if place) / len(ranks)
    print(f"{len(ranks)} queries: recall@5 {recall:.3f}, mean reciprocal rank {reciprocal:.3f}")

    assert len(ranks) >= 60
    missed = [query for query, place in ranks.items() if not place or place > 5]
    assert recall >= 0.95, missed


ASK = """async (queries) => {
    const { find } = await import(new URL("/assets/query.js", location));
    const ready = await (await import(new URL("/assets/engine.js", location))).engine();
    const known = async () => (await fetch("/catalogo/parole.json")).json();
    await ready.count({ tema: "rifiuti", tipo: "esperienze", territorio: "veneto" }, "");
    return Promise.all(queries.map(async ([words, filters]) => {
        const { results, filters: counts, exact } = await find(ready, words, { filters }, known);
        const first = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        const pages = first.map(({ url }) => url.split("/").at(-2));
        return { number: results.length, exact, pages, counts: { ...counts, parte: null } };
    }));
}"""
RARE = ["publiacqua", "TUSP", "e-mail", "email", "zzzzqqqq", "amministrazioni"]


def answers(page: Page, address: str) -> list[dict[str, Any]]:
    """What the engine finds: each query alone and with a filter; filters alone; rare words."""
    page.goto(f"{address}catalogo/")
    alone = [[query, {}] for query in QUERIES]
    filtered = [[query, {"tema": {"any": ["rifiuti", "performance"]}}] for query in QUERIES]
    others = [["", {"territorio": {"any": ["veneto"]}}], *([word, {}] for word in RARE)]
    found: list[dict[str, Any]] = page.evaluate(ASK, [*alone, *filtered, *others])
    return found


def quality(found: list[dict[str, Any]]) -> tuple[float, float]:
    """Recall among the first five, mean reciprocal rank."""
    ranks = [
        next((place for place, name in enumerate(answer["pages"], 1) if name in wanted), None)
        for answer, wanted in zip(found, QUERIES.values(), strict=False)
    ]
    places = [place for place in ranks if place]
    within = sum(place <= 5 for place in places) / len(ranks)
    return within, sum(1 / place for place in places) / len(ranks)


def test_an_index_in_parts_answers_as_a_whole_one(
    page: Page, portal: str, parted_portal: str
) -> None:
    whole, parted = answers(page, portal), answers(page, parted_portal)
    for one, other in zip(whole, parted, strict=True):
        assert one["exact"] == other["exact"], one
        if one["exact"]:
            assert (one["number"], one["counts"]) == (other["number"], other["counts"])
    recall, rank = quality(whole)
    in_parts, rank_in_parts = quality(parted)
    print(f"in one part: {recall:.3f}, {rank:.3f}; in parts: {in_parts:.3f}, {rank_in_parts:.3f}")
    assert in_parts == recall
    assert rank_in_parts == pytest.approx(rank, abs=0.01)


def records_with(word: str) -> set[str]:
    """The real records whose text holds a word, whatever its accents and the article before it."""
    plain = re.compile(rf"\b{_plain(word)}\b")
    hidden = re.compile(
        r"^\s*(indirizzo|sito|- ente|ente|aggiornata_il|tipo|\w+): [a-z0-9-]+$", re.M
    )
    texts = {
        path: hidden.sub("", path.read_text(encoding="utf-8"))
        for path in (ROOT / "practices").glob("*/*.yml")
        if path.parent.name in {"esperienze", "pratiche"}
    }
    return {
        f"/{path.parent.name}/{path.stem}/"
        for path, text in texts.items()
        if plain.search(_plain(re.sub(r"https?://\S+", "", text)))
    }


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@pytest.mark.parametrize("words", [*WORDS, *PHRASES])
def test_words_find_the_record_that_holds_them(page: Page, small_portal: str, words: str) -> None:
    page.goto(f"{small_portal}catalogo/?{urlencode({'q': words})}")

    assert any(address.endswith("/esperienze/parole-di-prova/") for address in found(page))


@pytest.mark.parametrize("word", WORDS)
def test_words_find_every_real_record_that_holds_them(page: Page, portal: str, word: str) -> None:
    page.goto(f"{portal}catalogo/?{urlencode({'q': word})}")
    wanted = records_with(word)

    assert wanted
    assert wanted <= set(found(page))


def test_the_header_search_leads_to_the_catalogue(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    page.get_by_label("Cerca nel catalogo").fill("perdite d’acqua")
    page.get_by_label("Cerca nel catalogo").press("Enter")

    expect(page).to_have_url(re.compile(r"/catalogo/\?q=perdite"))
    assert "/esperienze/publiacqua-distrettualizzazione/" in found(page)


def test_suggestions_follow_the_keyboard(page: Page, portal: str) -> None:
    page.goto(f"{portal}temi/")
    box = page.get_by_role("combobox", name="Cerca nel catalogo")
    box.press_sequentially("rifiut")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(box).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("i")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(re.compile("/temi/rifiuti/$"))


def test_enter_without_a_choice_searches(page: Page, portal: str) -> None:
    page.goto(f"{portal}temi/")
    box = page.get_by_role("combobox", name="Cerca nel catalogo")
    box.press_sequentially("rifiuti")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/catalogo/\?q=rifiuti$"))


def test_order_and_pages_are_in_the_address(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tipo=amministrazioni&ordina=titolo&pagina=2")
    expect(page.locator("[data-results] > li")).to_have_count(20)
    titles = [str(link.text_content()) for link in page.locator("[data-results] h2 a").all()]

    assert [title.lower() for title in titles] == sorted(title.lower() for title in titles)
    page.get_by_label("Ordina per").select_option("recenti")
    expect(page).to_have_url(re.compile(r"\?tipo=amministrazioni&ordina=recenti$"))
    expect(page.locator("[data-results] > li")).to_have_count(10)


def test_the_values_of_a_facet_can_be_searched(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tipo=esperienze")
    found(page)
    page.locator("summary", has_text="Programma").click()
    page.get_by_label("Cerca fra le voci di Programma").fill("sardegna")

    shown = page.locator("input[name=programma]").locator("visible=true")
    expect(shown).to_have_count(1)


def test_nothing_found_says_which_filter_to_drop(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?q=acqua&tema=istruzione&territorio=veneto&tipo=esperienze")
    help_box = page.locator("[data-help]")
    expect(help_box).to_be_visible()
    page.goto(f"{portal}catalogo/?tema=rifiuti&tema=rifiuti&territorio=sardegna")
    drop = page.get_by_role("button", name=re.compile("Togli «Sardegna»: [0-9]+ sched"))
    expect(drop).to_be_visible()
    drop.click()

    expect(page).to_have_url(re.compile(r"tema=rifiuti$"))
    assert found(page)


def test_a_misspelt_word_is_mended_and_said(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?q=racolta+diferenziata")
    expect(page.locator("[data-status]")).to_contain_text("per «raccolta differenziata»")


def test_nothing_found_says_so(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?q=zzzzqqqq")

    expect(page.locator("[data-status]")).to_contain_text("Nessuna scheda trovata")


def test_facets_combine_and_the_address_holds_them(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/")
    page.get_by_role("checkbox", name="Gestione dei rifiuti urbani").check()
    expect(page).to_have_url(re.compile(r"\?tema=rifiuti$"))
    by_theme = found(page)
    page.locator("summary", has_text="Territorio").click()
    page.get_by_role("checkbox", name="Veneto").check()
    expect(page).to_have_url(re.compile(r"\?tema=rifiuti&territorio=veneto$"))
    both = found(page)

    assert "/esperienze/priula-tariffa-puntuale/" in both
    assert set(both) < set(by_theme)
    page.go_back()
    assert found(page) == by_theme
    page.reload()
    assert found(page) == by_theme


def test_values_of_one_facet_add_up(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tema=rifiuti")
    rifiuti = set(found(page))
    page.goto(f"{portal}catalogo/?tema=servizio-idrico")
    idrico = set(found(page))
    page.goto(f"{portal}catalogo/?tema=rifiuti&tema=servizio-idrico")

    assert set(found(page)) == rifiuti | idrico


def test_a_filter_goes_away_when_its_chip_is_pressed(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?q=acqua&tema=servizio-idrico")
    found(page)
    page.get_by_role("button", name="Togli il filtro Servizio idrico integrato").click()
    expect(page).to_have_url(re.compile(r"\?q=acqua$"))
    found(page)
    page.get_by_role("button", name="Togli il filtro «acqua»").click()

    expect(page.locator("[data-all]")).to_be_visible()


def test_counts_follow_the_choice(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tema=rifiuti&territorio=veneto")
    number = len(found(page))
    page.goto(f"{portal}catalogo/?tema=rifiuti")
    page.locator("summary", has_text="Territorio").click()
    veneto = page.locator("input[name=territorio][value=veneto]").locator("xpath=..")

    expect(veneto.locator("[data-count]")).to_have_text(str(number))


def test_values_of_the_chosen_facet_are_counted_too(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?tema=rifiuti")
    found(page)
    other = page.locator("input[name=tema][value=servizio-idrico]").locator("xpath=..")
    shown = other.locator("[data-count]").text_content()
    page.goto(f"{portal}catalogo/?tema=servizio-idrico")

    assert len(found(page)) == int(shown or 0)


def test_without_scripts_the_catalogue_is_a_list(browser: object, portal: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    plain = context.new_page()
    plain.goto(f"{portal}catalogo/")
    records = len(list((ROOT / "practices" / "esperienze").glob("*.yml")))

    assert plain.locator("[data-all] a[href*='esperienze/']").count() == records
    plain.goto(portal)
    assert plain.locator("nav[aria-label=Principale] a").first.is_visible()
    context.close()


def test_the_index_is_where_the_site_is(site: Path) -> None:
    assert (site / "pagefind" / "pagefind.js").is_file()


def test_no_order_loses_a_record(page: Page, portal: str) -> None:
    numbers = set()
    for order in ("", "recenti", "titolo", "avvio"):
        page.goto(f"{portal}catalogo/?tipo=esperienze&ordina={order}")
        expect(page.locator("[data-status]")).to_contain_text("schede trovate")
        numbers.add(page.locator("[data-status]").text_content())

    assert len(numbers) == 1


def test_words_and_an_order_together(page: Page, portal: str) -> None:
    page.goto(f"{portal}catalogo/?q=piano+performance&ordina=titolo")
    expect(page.locator("[data-status]")).to_contain_text("schede trovate")
    titles = [str(link.text_content()) for link in page.locator("[data-results] h2 a").all()]

    assert len(titles) > 3
    assert [_plain(title) for title in titles] == sorted(_plain(title) for title in titles)


def test_a_hostile_record_runs_nothing_in_the_results(page: Page, small_portal: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{small_portal}catalogo/?q=alert")
    assert any(address.endswith("/esperienze/ostile/") for address in found(page))

    assert page.locator("[data-results] p :not(mark)").count() == 0
