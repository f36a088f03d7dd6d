"""The editor in the browser writes what the checker accepts and `fmt` leaves as it is."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator.__main__ import main
from generator.source import read_bytes
from tests.building import ROOT
from tests.test_fmt import content

PRACTICES = ROOT / "practices"
PATIENCE = 15_000
"""Milliseconds."""

# The test backend keeps its files in the browser's own file system.
SEED = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const folders = ["sveltia-cms-test", ...path.split("/")];
    const name = folders.pop();
    let folder = root;
    for (const inner of folders) folder = await folder.getDirectoryHandle(inner, {create: true});
    const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
DUMP = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") await walk(entry, `${path}${name}/`);
      else found[path + name] = await (await entry.getFile()).text();
    }
  };
  const root = await navigator.storage.getDirectory();
  await walk(await root.getDirectoryHandle("sveltia-cms-test"), "");
  return found;
}"""

BY_HAND = """\
# A file of somebody who writes with an editor of texts.
sintesi:   "Una scheda scritta a mano."
titolo: Scritta a mano
temi: [rifiuti]
realizzato_da: comune-di-bologna
azioni: [{codice: 0110, descrizione: 'No'}]
data_avvio: 2019
durata_mesi: 012
budget:
- importo: 100000.50
  voce: 1.10
attivita: |
  Una riga.

  > Una *citazione*, __che resta__ com'è.
indicatori:
- {nome: Tempi, unita: giorni, base: 5.0, valore: 4.50, data: 2020-06}
lezioni:
  rinviato: {data: 2019-08-02, motivo: È presto}
fonti: [{titolo: on, data: 2019-05}]
bozza: si
altro_campo: resta
"""


@dataclass(frozen=True)
class Desk:
    """The editor, signed in, with some files before it."""

    page: Page
    address: str

    def record(self, folder: str, name: str) -> "Desk":
        self.page.goto(f"{self.address}#/collections/{folder}/entries/{name}")
        return self

    def new(self, folder: str) -> "Desk":
        self.page.goto(f"{self.address}#/collections/{folder}/new")
        return self

    def field(self, key: str) -> Locator:
        return self.page.locator(f'[data-key-path="{key}"]').first

    def write(self, key: str, text: str) -> None:
        self.field(key).get_by_role("textbox").first.fill(text)

    def choose(self, key: str, label: str) -> None:
        self.field(key).get_by_role("combobox").click()
        self.page.get_by_role("option", name=label, exact=True).click()

    @property
    def save_button(self) -> Locator:
        return self.page.get_by_role("button", name="Salva", exact=True)

    def save(self) -> dict[str, str]:
        """Save; all files, once the editor has closed."""
        self.save_button.click()
        expect(self.page).to_have_url(re.compile(r"#/collections/[a-z]+$"), timeout=PATIENCE)
        return self.files()

    def files(self) -> dict[str, str]:
        found: dict[str, str] = self.page.evaluate(DUMP)
        return found


def shipped(*folders: str) -> dict[str, str]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for folder in folders
        for path in sorted((PRACTICES / folder).glob("*.yml"))
    }


@pytest.fixture
def elsewhere() -> list[str]:
    """What was asked of other sites, and what went wrong."""
    return []


@pytest.fixture
def editor(browser: Browser, portal: str, elsewhere: list[str]) -> Iterator[Page]:
    """The editor of the real site, whose files are in the browser instead of a repository."""
    # Fields are drawn when they come into view: all of them do.
    # Few pixels: nobody looks at them.
    context = browser.new_context(
        viewport={"width": 1280, "height": 12_000},
        device_scale_factor=0.1,
        locale="it-IT",
        timezone_id="Europe/Rome",
    )
    page = context.new_page()
    page.on("pageerror", lambda error: elsewhere.append(str(error)))
    page.on("request", lambda request: elsewhere.extend(foreign(request.url)))
    page.route("**/redazione/config.json", locally)
    page.goto(f"{portal}privacy/")
    yield page
    context.close()
    assert elsewhere == []


def foreign(url: str) -> list[str]:
    return [] if re.match(r"http://127\.0\.0\.1:|blob:|data:", url) else [url]


def locally(route: Route) -> None:
    config = json.loads(route.fetch().text())
    local = {"backend": {"name": "test-repo"}, "publish_mode": "simple"}
    route.fulfill(json=config | local)


def desk(page: Page, files: Mapping[str, str]) -> Desk:
    page.evaluate(SEED, dict(files))
    address = page.url.replace("privacy/", "redazione/")
    page.goto(address)
    page.get_by_role("button", name="Lavora con Repository di Test").click()
    expect(page.get_by_text("Trasferimenti", exact=True).first).to_be_visible()
    return Desk(page, address)


def accepted(path: str, text: str, to: Path) -> None:
    """Beside the shipped records, the checker finds no error in it and `fmt` nothing to do."""
    folder = shutil.copytree(PRACTICES, to / "practices")
    file = folder / path.removeprefix("practices/")
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    assert main(["check", "--practices", str(folder), str(file)]) == 0
    assert main(["fmt", "--check", str(file)]) == 0


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("esperienze/scambio-pa", "titolo"),
        ("progetti/valutazione-delle-performance", "titolo"),
        ("pratiche/indicatori-e-stato-di-salute-dell-ente", "titolo"),
        ("amministrazioni/comune-di-bergamo", "nome"),
    ],
)
def test_editing_a_title_changes_that_line_and_no_other(
    editor: Page, place: str, title: str
) -> None:
    """Sections put off, blocks, amounts, years in quotation marks, long texts: all as they were."""
    path = f"practices/{place}.yml"
    before = (ROOT / path).read_text("utf-8")
    at = desk(editor, {path: before}).record(*place.split("/"))
    at.write(title, "Un altro titolo")

    assert at.save()[path] == re.sub(rf"\A{title}: .*", f"{title}: Un altro titolo", before)


def test_a_new_record_is_accepted(editor: Page, tmp_path: Path) -> None:
    at = desk(editor, shipped("amministrazioni")).new("fabbisogni")
    at.write("titolo", "Chi l'ha già fatto: «carta» dei servizi?")
    at.write("sintesi", "Si cerca chi ha descritto i propri servizi con parole semplici.")
    at.choose("temi", "Digitalizzazione dei processi")
    at.choose("temi", "Performance management")
    at.choose("realizzato_da", "Comune di Bologna")
    at.field("pubblicata_il").get_by_role("textbox").fill("2026-11-20")
    at.write("descrizione", "Oggi **nessuno** le trova.\n\n- una\n- due\n")
    at.field("modalita_scambio").get_by_text("Webinar").click()
    at.field("fonti").get_by_role("button", name="Aggiungi").click()
    at.write("fonti.0.titolo", "2019: la delibera")
    at.write("fonti.0.indirizzo", "https://www.comune.bologna.it/delibera")
    at.write("fonti.0.data", "2019")
    [(path, text)] = at.save().items() - shipped("amministrazioni").items()

    assert path == "practices/fabbisogni/chi-l-ha-gia-fatto-carta-dei-servizi.yml"
    assert text == (
        'titolo: "Chi l\'ha già fatto: «carta» dei servizi?"\n'
        "sintesi: Si cerca chi ha descritto i propri servizi con parole semplici.\n"
        "temi:\n"
        "  - digitalizzazione\n"
        "  - performance\n"
        "realizzato_da: comune-di-bologna\n"
        "pubblicata_il: 2026-11-20\n"
        "descrizione: |-\n"
        "  Oggi **nessuno** le trova.\n"
        "\n"
        "  - una\n"
        "  - due\n"
        "modalita_scambio:\n"
        "  - webinar\n"
        "fonti:\n"
        "  - titolo: '2019: la delibera'\n"
        "    indirizzo: https://www.comune.bologna.it/delibera\n"
        "    data: '2019'\n"
    )
    accepted(path, text, tmp_path)


def test_what_was_put_off_is_written_and_what_was_written_is_put_off(
    editor: Page, tmp_path: Path
) -> None:
    path = "practices/esperienze/scambio-pa.yml"
    at = desk(editor, shipped("esperienze")).record("esperienze", "scambio-pa")
    put_off = "Non si può ancora scrivere"
    at.field("lezioni").get_by_label(put_off).uncheck()
    at.write("lezioni", "Cominciare prima.\n\nE in pochi.")
    expect(at.field("risultati_raggiunti").get_by_label(put_off)).to_be_disabled()  # it has a text
    at.write("risultati_raggiunti", "")
    at.field("risultati_raggiunti").get_by_label(put_off).check()
    at.save_button.click()
    expect(at.field("risultati_raggiunti")).to_contain_text("servono il motivo e la data")
    at.field("risultati_raggiunti").get_by_label("Motivo").fill("È troppo presto.")
    at.field("risultati_raggiunti").get_by_label("Data").fill("2026-11-20")
    text = at.save()[path]

    deferral = "rinviato:\n    motivo: È troppo presto.\n    data: 2026-11-20\n"
    assert f"risultati_raggiunti:\n  {deferral}" in text
    assert "lezioni: |-\n  Cominciare prima.\n\n  E in pochi.\n" in text
    accepted(path, text, tmp_path)


def test_a_file_written_by_hand_keeps_every_value(editor: Page, tmp_path: Path) -> None:
    path = "practices/esperienze/a-mano.yml"
    at = desk(editor, {path: BY_HAND}).record("esperienze", "a-mano")
    at.write("titolo", "Scritta col browser")
    text = at.save()[path]

    expected = BY_HAND.replace("Scritta a mano", "Scritta col browser")
    before, after = (read_bytes(each.encode(), "").node for each in (expected, text))
    assert content(after) == content(before)
    (tmp_path / "esperienze").mkdir()
    (tmp_path / "esperienze" / "a-mano.yml").write_text(text, "utf-8")
    assert main(["fmt", "--check", str(tmp_path / "esperienze" / "a-mano.yml")]) == 0


def test_what_the_checker_would_refuse_is_said_beside_the_field(editor: Page) -> None:
    at = desk(editor, shipped("fabbisogni")).new("fabbisogni")
    at.write("titolo", "n.d.")
    at.save_button.click()

    expect(at.field("titolo")).to_contain_text("non sono dati")
    expect(at.field("fonti")).to_contain_text("obbligatorio")


def test_axe_finds_nothing_on_the_way_to_a_record(editor: Page) -> None:
    at = desk(editor, shipped("esperienze"))
    assert barriers(at.page) == []
    at.record("esperienze", "scambio-pa")
    expect(at.field("fonti")).to_be_visible()
    assert barriers(at.page) == []


def barriers(page: Page) -> list[str]:
    rules = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options={"runOnly": rules}).response["violations"]
    return [f"{problem['id']}: {problem['nodes'][0]['html']}" for problem in found]


def test_it_opens_below_any_address_and_in_italian(page: Page, small_portal: str) -> None:
    missing: list[str] = []
    page.on("response", lambda got: missing.append(got.url) if got.status >= 400 else None)
    page.goto(f"{small_portal}redazione/")

    expect(page.get_by_role("button", name="Accedi con Token di Accesso")).to_be_visible()
    assert page.title().startswith("Redazione di ")
    assert missing == []
