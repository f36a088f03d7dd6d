"""The form as people use it: filling in, mending, drafts, files, ways to deliver."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from generator.catalogue import load_catalogue
from generator.problems import Severity
from generator.records import RECORD_TYPES
from generator.rules import check
from generator.source import read_file
from tests.browser import test_axe
from tests.browser.test_form_verdict import plain
from tests.building import ROOT
from tests.test_golden import TODAY

FORM = "contribuisci/proponi/esperienze/"
SHEET = ROOT / "practices" / "esperienze" / "scambio-pa.yml"


def record(path: Path) -> dict[str, Any]:
    node = read_file(path, path.name).node
    assert node is not None
    value: dict[str, Any] = plain(node)
    return value


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
    return page


def ask(box: Page | Locator, key: str) -> Locator:
    """The part of the form that asks for a field."""
    return box.locator(f'[data-ask="{key}"]').first


def write(part: Locator, value: Any) -> None:
    """Fill in a field as a person does, by its control."""
    control, many = part.get_attribute("data-control"), part.get_attribute("data-many") is not None
    if many and control in {"group", "line", "lines"}:
        write_items(part, value)
    elif control == "checks":
        for term in value:
            part.locator(f'input[value="{term}"]').check()
    elif control == "pick":
        for term in value if many else [value]:
            pick(part.get_by_role("combobox"), term)
    elif isinstance(value, dict):
        write_block(part, value)
    else:
        write_one(part, value)


def write_one(part: Locator, value: str) -> None:
    if part.get_attribute("data-control") == "select":
        part.locator("select").select_option(value)
    else:
        part.locator("> .ask__control [data-value]").fill(value)


def write_items(part: Locator, values: list[Any]) -> None:
    items = part.locator("> [data-items] > [data-item]")
    for number, value in enumerate(values):
        if items.count() <= number:
            part.locator("> [data-add]").click()
        write_item(items.nth(number), value)


def write_item(item: Locator, value: Any) -> None:
    if isinstance(value, dict):
        for key, one in value.items():
            write(ask(item, key), one)
    else:
        item.locator("[data-value]").fill(value)


def write_block(part: Locator, value: dict[str, Any]) -> None:
    if "rinviato" in value:
        part.get_by_label("Non si può ancora scrivere").check()
        value = value["rinviato"]
        part = part.locator("[data-deferral]")
    for key, one in value.items():
        write(ask(part, key), one)


def pick(box: Locator, term: str) -> None:
    """Search by the id's words and choose with the keyboard."""
    box.fill(term)
    box.press("Tab")


def errors(page: Page) -> list[str]:
    return page.locator("[data-summary-list] code").all_inner_texts()


def downloaded(page: Page, to: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Scarica la scheda").click()
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("width", [360, 1280])
def test_a_newcomer_fills_in_a_whole_sheet(
    page: Page, portal: str, width: int, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{portal}contribuisci/")
    page.get_by_role("link", name="Proponi una scheda").first.click()
    page.get_by_role("link", name="Esperienza", exact=True).click()
    expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
    page.get_by_role("button", name="Controlla la scheda").click()
    expect(page.locator("[data-summary]")).to_be_focused()
    assert errors(page) == ["required"] * 5
    page.locator("[data-summary-list]").get_by_role("link", name="Sintesi").click()
    expect(page.get_by_label("Sintesi")).to_be_focused()

    sheet = record(SHEET)
    for key, value in (sheet | {"data_avvio": "16/5/2019", "titolo": "=Scambio"}).items():
        write(ask(page, key), value)
    start = page.get_by_label("Data di avvio")
    expect(ask(page, "data_avvio")).to_contain_text("per esempio 2019-05-16")
    expect(start).to_have_attribute("aria-invalid", "true")
    start.fill(sheet["data_avvio"])
    expect(start).not_to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Controlla la scheda").click()
    assert "formula" in errors(page)
    page.get_by_label("Titolo (obbligatorio)").first.fill(sheet["titolo"])
    page.get_by_label("Nome del file").fill("scambio-pa-di-nuovo")
    page.get_by_role("button", name="Controlla la scheda").click()
    expect(page.locator("[data-verdict]")).to_have_text("La scheda è completa: puoi consegnarla.")
    path = downloaded(page, tmp_path)

    assert path.name == "scambio-pa-di-nuovo.yml"
    assert path.read_text(encoding="utf-8") == SHEET.read_text(encoding="utf-8")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    practices = tmp_path / "practices"
    shutil.copytree(ROOT / "practices", practices)
    shutil.copy(path, practices / "esperienze" / SHEET.name)
    catalogue, found = load_catalogue(practices, "practices")
    found += check(catalogue, TODAY)
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []


ROUND_TRIP = """async ([base, texts]) => {
    const { show, file, problems } = await import(base + "assets/form.js");
    const { opened } = await import(base + "assets/form-yaml.js");
    const made = [];
    for (const [origin, text] of texts) {
        show(await opened(text), { origin });
        const wrong = problems().filter(({ severity }) => severity === "error");
        const left = document.querySelector("[data-left-list]").textContent;
        made.push([file(), wrong.map(({ code }) => code), left]);
    }
    return made;
}"""


@pytest.mark.parametrize("folder", RECORD_TYPES)
def test_a_record_comes_out_of_the_form_as_it_went_in(page: Page, portal: str, folder: str) -> None:
    opened(page, f"{portal}contribuisci/proponi/{folder}/")
    paths = sorted((ROOT / "practices" / folder).glob("*.yml"))
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in paths]

    for (name, text), made in zip(texts, page.evaluate(ROUND_TRIP, [portal, texts]), strict=True):
        assert made == [text, [], ""], name


def test_drafts_stay_and_are_taken_up_again(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    page.get_by_label("Titolo (obbligatorio)").first.fill("Prima bozza")
    ask(page, "temi").get_by_label("Istruzione").check()
    page.goto(f"{portal}{FORM}")  # before anything had the time to be kept
    expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
    page.get_by_label("Titolo (obbligatorio)").first.fill("Seconda bozza")
    expect(page.get_by_role("status")).to_contain_text("Bozza tenuta su questo dispositivo")
    page.goto(f"{portal}contribuisci/proponi/")
    drafts = page.locator("[data-drafts-list]")
    expect(drafts.get_by_role("link")).to_have_text(["Seconda bozza", "Prima bozza"])
    page.get_by_role("button", name="Butta via la bozza Seconda bozza").click()
    expect(drafts.get_by_role("link")).to_have_text(["Prima bozza"])
    page.get_by_role("button", name="Rimettila").click()
    expect(drafts.get_by_role("link")).to_have_count(2)
    drafts.get_by_role("link", name="Prima bozza").click()

    expect(page.get_by_label("Titolo (obbligatorio)").first).to_have_value("Prima bozza")
    expect(ask(page, "temi").get_by_label("Istruzione")).to_be_checked()


def test_two_windows_lose_nothing_of_each_other(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    page.get_by_label("Titolo (obbligatorio)").first.fill("Una")
    expect(page).to_have_url(re.compile("bozza="))
    other = opened(page.context.new_page(), page.url)
    other.get_by_label("Titolo (obbligatorio)").first.fill("Altra")
    expect(other.get_by_role("status")).to_contain_text("tenuta")
    other.close()
    page.get_by_label("Sintesi").fill("Quello che ho scritto qui.")
    expect(page.locator("[data-message]")).to_contain_text("in un'altra finestra")
    page.goto(f"{portal}contribuisci/proponi/")

    titles = page.locator("[data-drafts-list]").get_by_role("link").all_inner_texts()
    assert sorted(titles) == ["Altra", "Una"]


def test_a_full_device_says_so_and_hands_over_the_file(
    page: Page, portal: str, tmp_path: Path
) -> None:
    opened(page, f"{portal}{FORM}")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_label("Titolo (obbligatorio)").first.fill("Non c'è posto")
    expect(page.get_by_role("status")).to_contain_text("Il browser non ha più posto")
    with page.expect_download() as download:
        page.get_by_role("button", name="Scarica la scheda adesso").click()
    download.value.save_as(tmp_path / "bozza.yml")
    page.on("dialog", lambda dialog: dialog.accept())

    assert (tmp_path / "bozza.yml").read_text(encoding="utf-8") == "titolo: Non c'è posto\n"


def test_an_incomplete_file_is_taken_up_and_nothing_of_it_is_hidden(
    page: Page, portal: str, tmp_path: Path
) -> None:
    path = tmp_path / "orti.yml"
    path.write_text(
        "# appunti\ntitolo: Orti\ntemi: [apalti, rifiuti]\nrealizzato_da: regione-toscna\n"
        "colore: verde\nsintesi: [una, due]\nfonti:\n  - titolo: Delibera\n    anno: '2019'\n"
        "criticita:\n  rinviato:\n    motivo: È presto.\n",
        encoding="utf-8",
    )
    opened(page, f"{portal}{FORM}")
    page.locator("[data-file]").set_input_files(path)
    expect(page.locator("[data-message]")).to_contain_text("Ho aperto «orti.yml»")
    left = page.locator("[data-left]")
    expect(left).to_contain_text("colore: questo campo non esiste")
    expect(left).to_contain_text("verde")
    expect(left).to_contain_text("fonti.0.anno")
    expect(left).to_contain_text("sintesi: qui serve un solo valore")
    page.get_by_role("button", name="Controlla la scheda").click()
    expected = ["required", "unknown-term", "unknown-reference", "required"]
    assert sorted(errors(page)) == sorted(expected)
    expect(ask(page, "temi")).to_contain_text("forse «appalti-contratti»")
    expect(ask(page, "realizzato_da")).to_contain_text("forse «regione-toscana»")
    expect(page.locator("[data-verdict]")).to_contain_text("Puoi scaricarla lo stesso")
    text = downloaded(page, tmp_path / "giu").read_text(encoding="utf-8")

    assert yaml.safe_load(text)["criticita"] == {"rinviato": {"motivo": "È presto."}}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("titolo: a: b", "non si legge come YAML: controlla la riga 1"),
        ("titolo: uno\ntitolo: due", "campo ripetuto"),
        ("- uno", "qui servono campi"),
        ("", "il file è vuoto"),
        ("a: &b c\nd: *b", "rimandi YAML"),
        ("a: !!python/object:os.system x", "comando YAML"),
        ("a: 1\n---\nb: 2", "un file contiene una scheda sola"),
        ("a: " + "x" * 300_000, "il massimo è 262144"),
        ("[" * 100_000, "non si legge come YAML"),
    ],
)
def test_a_file_that_cannot_be_opened_leaves_the_form_as_it_was(
    page: Page, portal: str, content: str, said: str, tmp_path: Path
) -> None:
    opened(page, f"{portal}{FORM}")
    page.get_by_label("Titolo (obbligatorio)").first.fill("Resta")
    (tmp_path / "x.yml").write_text(content, encoding="utf-8")
    page.locator("[data-file]").set_input_files(tmp_path / "x.yml")

    expect(page.locator("[data-message]")).to_contain_text(said)
    expect(page.get_by_label("Titolo (obbligatorio)").first).to_have_value("Resta")


def test_what_others_left_on_the_device_does_no_harm(page: Page, portal: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{portal}contribuisci/proponi/")
    bad = [
        '"x"',
        "{}",
        "][",
        '{"type":"x","value":{}}',
        '{"type":"esperienze","value":{"titolo":"<img src=x onerror=alert(1)>","temi":"x",'
        '"fonti":[7,null,{"titolo":{}}],"__proto__":{"a":1},"sintesi":9},"changed":"z"}',
    ]
    script = "kept => localStorage.setItem('portale:bozza:' + kept.length, kept)"
    for kept in bad:
        page.evaluate(script, kept)
    page.reload()
    expect(page.locator("[data-drafts-list]").get_by_role("link")).to_have_count(1)
    page.locator("[data-drafts-list]").get_by_role("link").click()
    expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
    page.get_by_role("button", name="Controlla la scheda").click()

    assert "markup" in errors(page)


def test_a_megabyte_pasted_is_kept_and_refused(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    long = "\u202e" + "<b>è = " * 150_000
    page.evaluate(
        """long => {
            const box = document.getElementById("campo-descrizione");
            box.value = long;
            box.dispatchEvent(new Event("input", { bubbles: true }));
            document.getElementById("campo-titolo").value = long;
        }""",
        long,
    )
    page.get_by_role("button", name="Controlla la scheda").click()
    codes = errors(page)
    expect(page.locator("#campo-descrizione-conto")).to_contain_text("di troppo")

    assert {"text-too-long", "forbidden-character", "file-too-large"} <= set(codes)
    assert page.locator("#campo-descrizione").input_value() == long
    assert page.locator("[data-channels] a").count() == 1


def test_signs_that_nobody_sees_can_be_taken_away(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    page.get_by_label("Sintesi").fill("Uno\u200bdue\tre")
    page.get_by_label("Sintesi").press("Tab")
    expect(ask(page, "sintesi")).to_contain_text("U+200B")
    page.get_by_role("button", name="Toglili").first.click()

    expect(page.get_by_label("Sintesi")).to_have_value("Uno due re")
    expect(page.locator("#campo-sintesi-errore")).to_be_hidden()


def test_items_are_added_taken_away_and_put_back(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    sources = ask(page, "fonti")
    sources.get_by_role("button", name="Aggiungi una voce").click()
    expect(sources.locator("[data-item]")).to_have_count(2)
    second = sources.locator("[data-item]").nth(1)
    expect(second.get_by_label("Titolo")).to_be_focused()
    second.get_by_label("Titolo").fill("Delibera")
    sources.get_by_role("button", name="Togli la voce 2").click()
    expect(sources.locator("[data-item]")).to_have_count(1)
    sources.get_by_role("button", name="Rimettila").click()

    expect(sources.locator("[data-item]").nth(1).get_by_label("Titolo")).to_have_value("Delibera")


def test_names_are_searched_and_chosen_with_the_keyboard(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    box = page.get_by_role("combobox", name="Sotto-temi")
    box.press_sequentially("gestione di av")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    box.press("Enter")
    chips = ask(page, "sottotemi").locator("[data-chips] li")
    expect(chips).to_have_count(1)
    expect(box).to_be_focused()
    page.get_by_role("button", name=re.compile("^Togli Gestione")).click()
    expect(chips).to_have_count(0)


def test_only_what_must_be_there(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    page.get_by_label("Mostra solo i campi obbligatori").check()
    expect(page.locator(".propose__part > .ask:visible")).to_have_count(6)  # and the file's name
    expect(page.get_by_role("heading", name="Il racconto")).to_be_hidden()


def minimal(page: Page, words: int) -> None:
    page.get_by_label("Titolo (obbligatorio)").first.fill("Orti di prova & altro")
    page.get_by_label("Sintesi").fill("Si coltiva.")
    ask(page, "temi").get_by_label("Istruzione").check()
    pick(page.get_by_role("combobox", name="Realizzato da"), "regione-toscana")
    ask(page, "fonti").get_by_label("Titolo").fill("Delibera")
    page.get_by_label("Descrizione").first.fill("parola àè " * words)
    page.get_by_role("button", name="Controlla la scheda").click()


def test_a_short_record_travels_in_the_addresses(page: Page, portal: str) -> None:
    opened(page, f"{portal}{FORM}")
    minimal(page, 5)
    forge = str(page.get_by_role("link", name="Apri la pagina di GitHub").get_attribute("href"))
    query = parse_qs(urlsplit(forge).query)
    letter = str(page.get_by_role("link", name="Scrivi alla redazione").get_attribute("href"))

    assert "/new/main?" in forge
    assert query["filename"] == ["practices/esperienze/orti-di-prova-altro.yml"]
    assert query["value"] == [page.locator("[data-text]").text_content()]
    assert letter.startswith("mailto:redazione@innesto.example.org?subject=Scheda%3A%20Orti")
    assert "realizzato_da%3A%20regione-toscana" in letter


def test_a_long_record_travels_by_clipboard_and_file(page: Page, portal: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{portal}{FORM}")
    minimal(page, 700)
    link = page.get_by_role("link", name="Apri la pagina di GitHub")
    page.get_by_role("button", name="Copia il testo").click()
    expect(page.get_by_role("status")).to_have_text("Testo copiato.")

    assert "value=" not in str(link.get_attribute("href"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("[data-text]").text_content()


@pytest.mark.parametrize(
    ("forge", "length", "begins", "holds"),
    [
        ("github", 10, "https://x.example/a/new/main?filename=p%2Fx.yml&value=", True),
        ("github", 8_000, "https://x.example/a/new/main?filename=p%2Fx.yml", False),
        ("gitlab", 10, "https://x.example/a/-/new/main?file_name=p%2Fx.yml", False),
        ("gitea", 10, "https://x.example/a/_new/main/?filename=p%2Fx.yml&value=", True),
    ],
)
def test_each_forge_has_its_page_for_a_new_file(
    page: Page, portal: str, forge: str, length: int, begins: str, holds: bool
) -> None:
    page.goto(f"{portal}contribuisci/proponi/")
    script = """async ([base, site, text]) => {
        const { forgePage } = await import(base + "assets/form-deliver.js");
        return forgePage(site, "p/x.yml", text, false);
    }"""
    site = {"forge": forge, "repository": "https://x.example/a", "branch": "main"}
    made = page.evaluate(script, [portal, site, "a" * length])

    assert made["url"].startswith(begins)
    assert made["holdsText"] is holds
    assert len(made["url"]) <= 7_800


def test_a_published_record_is_corrected_in_the_form(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    page.get_by_role("link", name="Correggila con il modulo").click()
    expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
    expect(page.get_by_label("Titolo (obbligatorio)").first).to_have_value("Scambio PA")
    page.get_by_role("button", name="Controlla la scheda").click()
    link = page.get_by_role("link", name="Apri la pagina di GitHub")

    assert str(link.get_attribute("href")).endswith(
        "/edit/main/practices/esperienze/scambio-pa.yml"
    )
    assert page.locator("[data-text]").text_content() == SHEET.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["non-esiste", "../../x", "<img src=x onerror=alert(1)>", ""])
def test_a_record_that_is_not_there_is_said(page: Page, portal: str, name: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, f"{portal}{FORM}?scheda={name}")

    expect(page.locator("[data-message]")).to_contain_text("non c'è")


def test_a_record_says_how_to_report(page: Page, portal: str) -> None:
    page.goto(f"{portal}esperienze/scambio-pa/")
    hrefs = [
        str(link.get_attribute("href"))
        for link in page.locator(".tell li", has_text="Segnala un errore").get_by_role("link").all()
    ]

    assert hrefs[0].startswith("mailto:redazione@innesto.example.org?subject=Segnala%20un%20errore")
    assert "esperienze/scambio-pa/" in hrefs[0]
    assert "/issues/new?title=Segnala+un+errore" in hrefs[1]
    expect(page.locator(".tell")).to_contain_text("Ancora attuale?")


def as_it_is(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()


def with_errors(page: Page) -> None:
    page.get_by_label("Titolo (obbligatorio)").first.fill("=x\u202e")
    page.get_by_label("Data di avvio").fill("ieri")
    page.get_by_role("button", name="Controlla la scheda").click()
    expect(page.locator("[data-summary]")).to_be_focused()


def with_groups(page: Page) -> None:
    for key in ("fonti", "soggetti_coinvolti", "punti_di_forza", "indicatori"):
        ask(page, key).locator("> [data-add]").click()
    ask(page, "criticita").get_by_label("Non si può ancora scrivere").check()
    ask(page, "budget").locator("> [data-add]").click()
    page.get_by_role("button", name="Togli la voce 1 di Budget").click()
    pick(page.get_by_role("combobox", name="Sotto-temi"), "controllo-analogo")
    box = page.get_by_role("combobox", name="Realizzato da")
    box.press_sequentially("tosc")
    expect(box).to_have_attribute("aria-expanded", "true")


def ready(page: Page) -> None:
    minimal(page, 5)
    expect(page.locator("[data-ready]")).to_be_focused()
    page.locator(".propose__text > summary").click()


def with_drafts(page: Page) -> None:
    page.evaluate(
        """() => localStorage.setItem("portale:bozza:a", JSON.stringify({
            type: "esperienze", value: { titolo: "Una" }, changed: "2024-06-01T10:00:00Z" }))"""
    )
    page.reload()
    expect(page.locator("[data-drafts]")).to_be_visible()


STATES: list[tuple[str, Callable[[Page], None]]] = [
    ("contribuisci/proponi/", as_it_is),
    ("contribuisci/proponi/", with_drafts),
    (FORM, as_it_is),
    (FORM, with_errors),
    (FORM, with_groups),
    (FORM, ready),
    (f"{FORM}?scheda=scambio-pa", as_it_is),
    ("contribuisci/proponi/amministrazioni/", as_it_is),
]


@pytest.mark.parametrize("width", test_axe.WIDTHS)
@pytest.mark.parametrize(
    ("address", "reach"), STATES, ids=[f"{address}-{reach.__name__}" for address, reach in STATES]
)
def test_axe_finds_nothing(
    page: Page, portal: str, address: str, reach: Callable[[Page], None], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{portal}{address}")
    if page.locator("[data-propose]").count():
        expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
    reach(page)

    assert test_axe.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
