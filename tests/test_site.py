"""The built site, page by page, and the builds that must fail."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from hooks.npm import COPIED
from tests.building import ROOT, SMALL, build, contents, copy_of_the_project

MAX_RECORD_PAGE = 40_000
RECORD = 10_000
"""The bytes of a record up to which its page has that limit; a longer one grows with its text."""
CONTRACT = ["", "catalogo", "temi", "territori", "programmi", "amministrazioni", "esperienze"]
CONTRACT += ["pratiche", "contribuisci", "privacy", "note-legali", "accessibilita", "redazione"]


KINDS = {
    *{".html", ".css", ".js", ".woff2", ".png", ".svg", "LICENSE"},
    *{".json", ".ndjson", ".jsonld", ".ttl", ".csv", ".sqlite", ".wasm", "SHA256SUMS"},
    *{".xml", ".yml", ".md", ".bib", ".ris", ".txt", ".ics", ".eml", ".gz"},
    *{".pagefind", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment", "_headers"},
}


def pages(site: Path) -> dict[str, html.HtmlElement]:
    """All pages of the theme's own kind: not the editor's, not those for other sites' frames."""
    return {
        path.relative_to(site).as_posix(): html.fromstring(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
        if not {"redazione", "riquadri"} & set(path.relative_to(site).parts)
    }


@pytest.fixture(scope="module")
def tree(site: Path) -> dict[str, html.HtmlElement]:
    return pages(site)


@pytest.mark.parametrize("address", CONTRACT)
def test_the_addresses_of_the_contract_exist(site: Path, address: str) -> None:
    assert (site / address / "index.html").is_file()


def test_every_page_has_a_language_a_title_and_one_heading(
    tree: dict[str, html.HtmlElement],
) -> None:
    for name, page in tree.items():
        assert page.get("lang") == "it", name
        assert len(page.xpath("//h1")) == 1, name
        assert page.xpath("string(//title)").strip(), name
    titles = [page.xpath("string(//title)") for page in tree.values()]
    assert len(set(titles)) > 0.95 * len(titles)


def test_headings_do_not_skip_a_level(tree: dict[str, html.HtmlElement]) -> None:
    for name, page in tree.items():
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_there_is_a_breadcrumb_on_all_but_the_home(tree: dict[str, html.HtmlElement]) -> None:
    crumbs = "//nav[@aria-label='Percorso di navigazione']//*[@aria-current='page']"
    found = {name for name, page in tree.items() if page.xpath(crumbs)}

    assert tree.keys() - found == {"index.html", "404.html"}


def test_records_are_light_and_say_what_they_are(
    tree: dict[str, html.HtmlElement], site: Path
) -> None:
    records = [name for name, page in tree.items() if page.xpath("//article[@data-record-type]")]

    assert len(records) > 100
    for name in records:
        (article,) = tree[name].xpath("//article[@data-record-type]")
        assert (
            name == f"{article.get('data-record-type')}/{article.get('data-record-id')}/index.html"
        )
        source = ROOT / "practices" / f"{Path(name).parent}.yml"
        longer = max(1, source.stat().st_size / RECORD)
        assert (site / name).stat().st_size <= MAX_RECORD_PAGE * longer, name


def test_a_record_can_be_modified_where_it_is_written(tree: dict[str, html.HtmlElement]) -> None:
    page = tree["esperienze/scambio-pa/index.html"]
    (link,) = page.xpath("//a[text()='Modifica questa pagina']/@href")

    assert link.endswith("/edit/main/practices/esperienze/scambio-pa.yml")
    (link,) = page.xpath("//a[text()='apri la redazione']/@href")
    assert link == "../../redazione/#/collections/esperienze/entries/scambio-pa"
    assert not tree["temi/rifiuti/index.html"].xpath("//p[@class='edit']//a")


def test_what_only_the_index_needs_is_not_in_the_pages(site: Path) -> None:
    for page in ("esperienze/scambio-pa", "amministrazioni/regione-toscana"):
        assert "data-pagefind" not in (site / page / "index.html").read_text(encoding="utf-8")


def test_the_sitemap_has_the_records_own_date(site: Path) -> None:
    sitemap = etree.parse(site / "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = sitemap.xpath(
        "//s:url[contains(s:loc, '/esperienze/scambio-pa/')]/s:lastmod/text()", namespaces=names
    )

    assert found == ["2026-11-22"]


def test_nothing_runs_but_our_scripts(small_site: Path) -> None:
    """The hostile record lives in the small site."""
    for name, page in pages(small_site).items():
        for element in page.iter():
            for attribute, value in element.attrib.items():
                assert not attribute.startswith("on"), name
                assert attribute != "style", name
                if attribute in {"href", "src", "action"}:
                    assert not re.match(r"\s*(javascript|data|vbscript):", value, re.I), name
        for source in page.xpath("//script/@src | //link[@rel='stylesheet']/@href | //img/@src"):
            assert not re.match(r"(\w+:)?//", source), name
        assert not page.xpath("//script[not(@src)][@type != 'application/ld+json']"), name


def test_search_engines_are_told_where_each_page_is(small_site: Path) -> None:
    for name, page in pages(small_site).items():
        texts = page.xpath("//head/script[@type='application/ld+json']/text()")
        said = [node["@type"] for text in texts for node in json.loads(text)["@graph"]]
        assert ("BreadcrumbList" in said) == (name not in {"index.html", "404.html"}), name


def test_side_box_values_lead_to_their_index(tree: dict[str, html.HtmlElement]) -> None:
    page = tree["esperienze/scambio-pa/index.html"]
    links = set(page.xpath("//section[@aria-labelledby='in-breve']//a/@href"))

    assert links >= {
        "../../amministrazioni/regione-toscana/",
        "../../programmi/por-fse-toscana-2014-2020/",
        "../../catalogo/?fondo=fse",
        "../../catalogo/?anno=2019",
        "../../catalogo/?stato=in-corso",
        "../../catalogo/?ot=ot11",
    }


@pytest.mark.parametrize(
    ("file", "planted"),
    [
        ("docs/progetto.md", "[rotto](pagina-che-manca.md)"),
        ("docs/progetto.md", "[rotto](contribuisci.md#punto-che-manca)"),
        ("docs/progetto.md", "[rotto](esperienze/orti-di-prova.md#punto-che-manca)"),
        ("generator/templates/list.jinja", '<a href="{{ root }}esperienze/che-manca/">rotto</a>'),
        ("generator/templates/record.jinja", '<a href="#punto-che-manca">rotto</a>'),
        ("hooks/theme/main.html", '<a href="assets/che-manca.pdf">rotto</a>'),
    ],
)
def test_a_broken_link_fails_the_build(file: str, planted: str, tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "copia")
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(f"{text}\n{planted}\n", encoding="utf-8")

    failed = build(tmp_path / "site", root / "practices", root)

    assert failed.returncode != 0
    assert "che-manca" in failed.stderr


def test_a_mistake_in_a_record_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "copia")
    site = tmp_path / "site"
    assert build(site, root / "practices", root).returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    record = root / "practices" / "esperienze" / "orti-di-prova.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("rifiuti", "rifiutti"))

    failed = build(site, root / "practices", root)

    assert failed.returncode != 0
    assert "orti-di-prova.yml:3:8: errore: temi[0]" in failed.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("file", "told"), [("temi.md", "temi/"), ("api/v1/openapi.json", "api/v1/openapi.json")]
)
def test_two_pages_at_one_address_fail_the_build(file: str, told: str, tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "copia")
    (root / "docs" / file).parent.mkdir(parents=True, exist_ok=True)
    (root / "docs" / file).write_text("# Temi\n", encoding="utf-8")

    failed = build(tmp_path / "site", root / "practices", root)

    assert failed.returncode != 0
    assert f"Due pagine allo stesso indirizzo: {told}\n" in failed.stderr


def test_the_same_records_give_the_same_bytes(
    small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    for name, value in {**elsewhere, "PORTAL_CACHE": ""}.items():
        monkeypatch.setenv(name, value)
    assert build(tmp_path, SMALL).returncode == 0

    assert contents(tmp_path) == contents(small_site)


def test_only_kinds_of_files_that_we_know_are_published(site: Path) -> None:
    published = [Path(name) for name in contents(site)]

    assert {path.suffix or path.name for path in published} <= KINDS
    hidden = [path for path in published if any(part.startswith(".") for part in path.parts)]
    assert hidden == []


def test_packages_of_others_come_with_their_licence(site: Path) -> None:
    for place, address in COPIED.items():
        assert (site / address).exists(), place
    packages = {place.split("/")[0] for place in COPIED}
    licences = {
        place.split("/")[0]
        for place, address in COPIED.items()
        if "LICENSE" in place or states_its_licence(site / address)
    }
    assert packages == licences


def states_its_licence(path: Path) -> bool:
    return path.is_file() and b"LICENSE" in path.read_bytes()[:200]


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    (project / "node_modules").unlink()
    made = build(tmp_path / "site", project / "practices", project)

    assert made.returncode != 0
    assert "Manca node_modules/" in made.stderr


def test_a_name_that_a_record_had_leads_to_it(small_site: Path) -> None:
    page = html.parse(small_site / "esperienze" / "orti-urbani-di-prova" / "index.html")

    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../orti-di-prova/"]
    assert page.xpath("//main//a[contains(@href, 'orti-di-prova')]")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_other_forms_of_a_page_are_called_by_their_names(
    tree: dict[str, html.HtmlElement],
) -> None:
    def forms(name: str) -> list[tuple[str, str]]:
        return [
            (link.text, link.get("href")) for link in tree[name].xpath("//p[@class='follow']/a")
        ]

    assert [name for name in tree if not all(text for text, _ in forms(name))] == []
    assert forms("esperienze/index.html") == [
        ("CSV", "../dati/esperienze.csv"),
        ("JSON", "../dati/esperienze.json"),
    ]
    assert ("feed Atom", "feed.xml") in forms("temi/rifiuti/index.html")
