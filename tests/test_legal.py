"""The pages that the law expects, and what search engines are told, on trial and in production."""

import gzip
import struct
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from lxml import etree, html
from mkdocs.utils.yaml import yaml_load

from tests.building import ROOT, SMALL, build, copy_of_the_project
from tests.test_identity import RIGHT, SITE, extra_of
from tests.test_site import pages

Tree = dict[str, html.HtmlElement]
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
LICENCE = (
    "In applicazione del principio open by default ai sensi dell’articolo 52 del decreto"
    " legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i"
    " contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito"
    " sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere"
    " (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare,"
    " eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare"
    " il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il"
    " solo onere di attribuzione, senza apporre restrizioni aggiuntive."
)
"""The paragraph that italia/pa-website-validator looks for: its storage/common/legalNotes.ts."""
SECURITY = "mailto:sicurezza@comune.it"
LONG_AFTER = datetime(2099, 1, 1, tzinfo=UTC)


def in_production(root: Path) -> None:
    """Make a copy of the project that of another body, whose site is in production."""
    settings = yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["site_url"] = SITE
    settings["extra"] |= extra_of()
    settings["extra"]["contribute"] = {"email": "redazione@comune.it"}
    settings["extra"]["security"] = {"contact": SECURITY, "expires": LONG_AFTER.date()}
    del settings["extra"]["cms"]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


@pytest.fixture(scope="module")
def trial(site: Path) -> Tree:
    return pages(site)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site of another body, in production, built long after its pages were written."""
    root = copy_of_the_project(tmp_path_factory.mktemp("produzione"))
    in_production(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(LONG_AFTER.timestamp())))
        made = build(root / "site", root / "practices", root)
    assert made.returncode == 0, made.stderr
    return root / "site"


@pytest.fixture(scope="module")
def production(published: Path) -> Tree:
    return pages(published)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_notices_are_linked_from_every_page(trial: Tree, production: Tree) -> None:
    for tree in (trial, production):
        for name, page in tree.items():
            linked = {
                link.get("data-element"): urljoin(f"/{name}", link.get("href"))
                for link in page.xpath("//footer//a[@data-element]")
            }
            assert linked["privacy-policy-link"].endswith("/privacy/"), name
            assert linked["legal-notes"].endswith("/note-legali/"), name
            assert linked["accessibility-link"].startswith("https://form.agid.gov.it/"), name
            links = {urljoin(f"/{name}", link) for link in page.xpath("//footer//a/@href")}
            assert links >= {"/contatti/", "/mappa/"}, name
            assert "licenza CC BY 4.0" in words(page.find(".//footer")), name


def test_the_data_protection_officer_is_one_step_from_the_home(trial: Tree) -> None:
    assert trial["index.html"].xpath("//a[@href='mailto:rpd@ente.example.org']")


def test_the_licence_is_said_word_for_word(trial: Tree) -> None:
    page = trial["note-legali/index.html"]
    (title,) = page.xpath("//h2[@data-element='legal-notes-section']")
    (body,) = page.xpath("//p[@data-element='legal-notes-body']")

    assert words(title) == "Licenza dei contenuti"
    assert words(body) == LICENCE
    assert page.xpath("//main//a[@href='https://creativecommons.org/licenses/by/4.0/deed.it']")


def test_the_pages_say_what_the_configuration_says(production: Tree) -> None:
    said = {
        "privacy": [key for key in RIGHT if key.startswith("privacy.")]
        + ["body.name", "body.address", "body.pec", "body.dpo"],
        "accessibilita": ["body.name", "legal.accessibility_email"],
        "contatti": [key for key in RIGHT if key.startswith("body.") and "url" not in key],
        "note-legali": ["body.name", "body.address"],
    }
    for page, keys in said.items():
        main = production[f"{page}/index.html"].find(".//main")
        text = words(main) + " ".join(main.xpath(".//a/@href"))
        for key in keys:
            assert str(RIGHT[key]) in text, (page, key)
    assert production["contatti/index.html"].xpath("//main//a[@href=$to]", to=SECURITY)
    links = production["accessibilita/index.html"].xpath("//main//a/@href")
    assert RIGHT["legal.accessibility_declaration"] in links


def test_nobody_is_named_but_in_the_configuration(production: Tree) -> None:
    """Of the shipped configuration nothing is left in the pages of another body."""
    for name in ("privacy", "note-legali", "accessibilita", "contatti"):
        text = words(production[f"{name}/index.html"])
        assert "di prova" not in text, name
        assert "completare]" not in text, name


def test_without_a_forge_and_an_editor_nothing_speaks_of_them(production: Tree) -> None:
    assert "Deposito" not in words(production["contatti/index.html"])
    assert "Sveltia" not in words(production["note-legali/index.html"])
    assert not production["privacy/index.html"].xpath("//h2[contains(., 'edazione nel browser')]")


def test_a_site_on_trial_says_so_and_is_not_to_be_found(site: Path, trial: Tree) -> None:
    for name, page in trial.items():
        assert "Sito di prova." in words(page.find(".//aside")), name
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], name
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"


def test_in_production_all_is_to_be_found_but_what_was_withdrawn_or_renamed(
    published: Path, production: Tree
) -> None:
    hidden = {name for name, page in production.items() if page.xpath("//meta[@name='robots']")}

    withdrawn = {
        f"{path.relative_to(SMALL / 'ritirate').with_suffix('')}/index.html"
        for path in (SMALL / "ritirate").rglob("*.yml")
    }
    assert hidden == withdrawn | {"esperienze/orti-urbani-di-prova/index.html"}
    assert not any(page.xpath("//aside[@class='trial']") for page in production.values())
    assert (published / "robots.txt").read_text(encoding="utf-8") == (
        f"User-agent: *\nDisallow:\n\nSitemap: {SITE}sitemap.xml\n"
    )


def lastmods(folder: Path) -> dict[str, str | None]:
    sitemap = etree.parse(folder / "sitemap.xml")
    return {
        url.findtext("s:loc", namespaces=NAMES): url.findtext("s:lastmod", namespaces=NAMES)
        for url in sitemap.iterfind("s:url", NAMES)
    }


def test_the_sitemap_has_every_page_to_be_found_once(published: Path, production: Tree) -> None:
    findable = {
        page.xpath("string(//link[@rel='canonical']/@href)")
        for name, page in production.items()
        if name != "404.html" and not page.xpath("//meta[@name='robots']")
    }

    assert lastmods(published).keys() == findable
    text = (published / "sitemap.xml").read_text(encoding="utf-8")
    assert text.count("<loc>") == len(findable)


def test_its_dates_are_those_of_the_texts(published: Path) -> None:
    found = lastmods(published)
    records = {
        f"{SITE}{path.relative_to(SMALL).with_suffix('')}/": yaml_load(path.read_text("utf-8"))
        for path in SMALL.glob("[!rv]*/*.yml")
    }
    for address, record in records.items():
        updated = record.get("aggiornata_il")
        assert found[address] == (str(updated) if updated else None), address
    assert found[f"{SITE}privacy/"] == "2026-11-22"
    assert found[f"{SITE}temi/"] is None
    packed = (published / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == (published / "sitemap.xml").read_bytes()
    newest = max(day for day in found.values() if day)
    (packed_at,) = struct.unpack("<L", packed[4:8])
    assert datetime.fromtimestamp(packed_at, UTC).date() == date.fromisoformat(newest)


def test_pages_show_when_they_last_changed(site: Path, trial: Tree) -> None:
    """The hand-written ones at the end, the records among their dates."""
    for source in (ROOT / "docs").glob("*.md"):
        (day,) = trial[f"{source.stem}/index.html"].xpath("//p[@class='updated']/time/@datetime")
        assert f"updated: {day}" in source.read_text(encoding="utf-8")
    record = trial["esperienze/scambio-pa/index.html"]
    row = "//article//div[dt[.='Ultimo aggiornamento']]//time/@datetime"
    assert record.xpath(row) == ["2026-11-22"]


def test_the_map_leads_to_all_pages_but_the_records(production: Tree) -> None:
    links = production["mappa/index.html"].xpath("//main//li/a/@href")
    mapped = [urljoin("/mappa/", link) for link in links]
    expected = {
        f"/{name.removesuffix('index.html')}"
        for name, page in production.items()
        if name not in {"index.html", "404.html"}
        and not page.xpath("//article[@data-record-id] | //meta[@name='robots']")
    }

    assert len(mapped) == len(set(mapped))
    assert set(mapped) == expected
    under = "//main//li[a[.='Temi']]/ul/li/a/@href"
    assert "../temi/rifiuti/" in production["mappa/index.html"].xpath(under)
    assert mapped[0] == "/temi/"


def test_every_licence_that_the_site_ships_is_listed(site: Path, trial: Tree) -> None:
    links = trial["note-legali/index.html"].xpath("//table//a/@href")
    listed = {unquote(urljoin("/note-legali/", link)) for link in links}

    assert listed == {f"/{path.relative_to(site)}" for path in site.rglob("*LICENSE*")}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ body.dpo }}", "{{ body.rpd }}", "docs/privacy.md: fra le graffe qualcosa non va"),
        ("{{ body.dpo }}", "{{ body.dpo", "docs/privacy.md: fra le graffe qualcosa non va"),
        ("updated: ", "aggiornata: ", "docs/privacy.md: manca il giorno dell'ultimo aggiornamento"),
        ("updated: 20", "updated: x20", "docs/privacy.md: manca il giorno"),
    ],
)
def test_a_mistake_in_a_hand_written_page_is_told(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    root = copy_of_the_project(tmp_path / "copia")
    page = root / "docs" / "privacy.md"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    failed = build(tmp_path / "site", root / "practices", root)

    assert failed.returncode != 0
    assert told in failed.stderr


def test_the_repository_says_what_it_is() -> None:
    """publiccode.yml 0.5: https://yml.publiccode.tools"""
    about = yaml_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    described = about["description"]["it"]

    assert about.keys() >= {"publiccodeYmlVersion", "name", "url", "platforms", "softwareType"}
    assert about["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert len(described["shortDescription"]) <= 150 <= len(described["longDescription"])
    assert described["features"]
    assert about["legal"]["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text("utf-8")
    assert about["maintenance"]["type"] == "community"
    assert all(contact["name"] for contact in about["maintenance"]["contacts"])
    assert about["localisation"].keys() >= {"localisationReady", "availableLanguages"}
