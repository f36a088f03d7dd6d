"""Who publishes: what is wrong in mkdocs.yml stops the build, by name."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import yaml_load

from hooks.identity import Environment, identity, problems, stale
from tests.building import ROOT, build, copy_of_the_project

SITE = "https://esperienze.comune.it/"
RIGHT: dict[str, Any] = {
    "environment": "produzione",
    "body.name": "Comune di Roccasecca",
    "body.parent.name": "Regione Lazio",
    "body.parent.url": "https://www.regione.lazio.it/",
    "body.address": "Via Roma 1, 03038 Roccasecca (FR)",
    "body.fiscal_code": "01234567890",
    "body.pec": "comune@pec.comune.it",
    "body.email": "urp@comune.it",
    "body.dpo": "rpd@comune.it",
    "body.transparency": "https://www.comune.it/trasparente",
    "legal.accessibility_declaration": "https://form.agid.gov.it/view/7f0c-11ee",
    "legal.declaration_date": date(2026, 9, 15),
    "legal.accessibility_email": "accessibilita@comune.it",
    "privacy.host": "Comune di Roccasecca, con server propri",
    "privacy.logs": "nessun registro",
    "privacy.mail": "la legge l'URP, che la tiene un anno",
}
WRONG: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"environment": None},
        ["manca extra.environment, se il sito è di prova: va scritto prova o produzione"],
    ),
    ({"environment": "test"}, ["extra.environment è «test»: va scritto prova o produzione"]),
    (
        {"body.name": "", "body.parent.name": None},
        [
            "extra.body.name è «»: va scritto come testo",
            "manca extra.body.parent.name, il nome dell'ente da cui dipende: va scritto come testo",
        ],
    ),
    (
        {"body.parent.url": "http://www.regione.lazio.it/"},
        [
            "extra.body.parent.url è «http://www.regione.lazio.it/»:"
            " va scritto un indirizzo che comincia con https://"
        ],
    ),
    ({"body.pec": "pec"}, ["extra.body.pec è «pec»: va scritto un indirizzo di posta"]),
    (
        {"body.fiscal_code": 1234567890},
        ["extra.body.fiscal_code è «1234567890»: va scritto con le sue 11 cifre, fra virgolette"],
    ),
    (
        {"body.fiscal_code": None},
        ["manca extra.body.fiscal_code o extra.body.vat: ne va scritto almeno uno"],
    ),
    ({"body.fiscal_code": None, "body.vat": "01234567890"}, []),
    ({"body.telefono": "06 1"}, ["extra.body.telefono non è previsto: controlla come è scritto"]),
    (
        {"legal.accessibility_declaration": "https://www.comune.it/accessibilita"},
        [
            "extra.legal.accessibility_declaration è «https://www.comune.it/accessibilita»:"
            " va scritto l'indirizzo che le ha dato AGID, sotto https://form.agid.gov.it/"
        ],
    ),
    (
        {"legal.declaration_date": "settembre"},
        ["extra.legal.declaration_date è «settembre»: va scritto una data, per esempio 2026-09-15"],
    ),
    (
        {
            "body.name": "Ente di prova",
            "body.vat": "00000000000",
            "contribute.email": "a@b.example",
        },
        [
            "extra.body.name è inventato («Ente di prova»): in produzione va scritto quello vero",
            "extra.body.vat è inventato («00000000000»): in produzione va scritto quello vero",
            "extra.contribute.email è inventato («a@b.example»):"
            " in produzione va scritto quello vero",
        ],
    ),
    ({"environment": "prova", "body.name": "Ente di prova"}, []),
]


def extra_of(**changed: Any) -> dict[str, Any]:
    """The right configuration, with changes by dotted key; None leaves the key out."""
    found: dict[str, Any] = {}
    for key, value in (RIGHT | changed).items():
        *groups, last = key.split(".")
        place = found
        for group in groups:
            place = place.setdefault(group, {})
        if value is not None:
            place[last] = value
    return found


@pytest.mark.parametrize(("changed", "told"), WRONG)
def test_what_is_wrong_is_told_by_name(changed: dict[str, Any], told: list[str]) -> None:
    assert list(problems(extra_of(**changed), SITE)) == [f"mkdocs.yml: {one}" for one in told]


@pytest.mark.parametrize("site_url", [None, "http://esperienze.comune.it/"])
def test_the_address_of_the_site_is_https(site_url: str | None) -> None:
    assert list(problems(extra_of(), site_url)) == [
        "mkdocs.yml: manca site_url, l'indirizzo del sito:"
        " va scritto un indirizzo che comincia con https://"
    ]


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(PluginError) as raised:
        identity({}, None)

    assert len(str(raised.value).splitlines()) == 17


def test_what_is_right_is_read() -> None:
    known = identity(extra_of(), SITE)

    assert known.environment is Environment.PRODUCTION
    assert known.body.parent.url == "https://www.regione.lazio.it/"
    assert known.body.phone is None


@pytest.mark.parametrize(("today", "old"), [("2027-09-15", False), ("2027-09-16", True)])
def test_a_declaration_is_old_after_a_year(today: str, old: bool) -> None:
    told = stale(identity(extra_of(), SITE), date.fromisoformat(today))

    assert (told is not None and "declaration_date è di più di un anno fa" in told) == old


def test_the_shipped_configuration_is_a_trial_with_nothing_true_in_it() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    shipped = yaml_load(text)
    extra = shipped["extra"]

    assert identity(extra, shipped["site_url"]).environment is Environment.TRIAL
    extra["environment"] = "produzione"
    named = {problem.split()[1] for problem in problems(extra, shipped["site_url"])}
    assert named >= {"site_url", "extra.body.name", "extra.body.pec", "extra.body.fiscal_code"}


def test_a_production_build_with_placeholders_fails_and_names_them(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "copia")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("environment: prova", "environment: produzione"), "utf-8")

    built = build(tmp_path / "site", root / "practices", root)

    assert built.returncode == 1
    assert "mkdocs.yml: extra.body.name è inventato («Ente di prova»)" in built.stderr
    assert not (tmp_path / "site").exists()


def test_every_page_has_what_italian_public_sites_have(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        if "site-head" not in page:
            continue  # the editor in the browser
        tree = html.fromstring(page)
        name = path.relative_to(site).as_posix()
        assert tree.xpath("//header//a[@href='https://ente-superiore.example.org/']"), name
        assert 0 < len(tree.xpath("//nav[@id='menu']//li")) <= 7, name
        footer = tree.xpath("//footer[@class='site-foot']")[0]
        links = {one.get("data-element"): one for one in footer.xpath(".//a[@data-element]")}
        assert set(links) == {"privacy-policy-link", "legal-notes", "accessibility-link"}, name
        declaration = links["accessibility-link"]
        assert declaration.text == "Dichiarazione di accessibilità", name
        assert declaration.get("href").startswith("https://form.agid.gov.it/"), name
        text = footer.text_content()
        for told in ("Ente di prova", "Via di prova 1", "00000000000", "rpd@", "protocollo@pec."):
            assert told in text, (name, told)
        assert "Amministrazione trasparente" in text, name


def test_every_page_but_the_home_says_where_it_is(site: Path) -> None:
    pages = [path for path in sorted(site.rglob("*.html")) if path.name == "index.html"]
    for path in pages:
        tree = html.fromstring(path.read_text(encoding="utf-8"))
        if not tree.xpath("//*[@id='menu']"):
            continue
        trails = tree.xpath("//nav[@aria-label='Percorso di navigazione']/ol")
        name = path.relative_to(site).as_posix()
        assert len(trails) == (name != "index.html"), name
        for trail in trails:
            assert len(trail.xpath("li[last()]/*[@aria-current='page']")) == 1, name
            assert trail.xpath("li/*[text()='/' and not(@aria-hidden='true')]") == [], name


def test_the_typefaces_are_those_that_the_sheet_names(site: Path) -> None:
    sheet = (site / "assets/site.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("(fonts/[^"]+)"\)', sheet))

    assert named == {f"fonts/{path.name}" for path in (site / "assets/fonts").glob("*.woff2")}
    assert len(list((site / "assets/fonts").glob("*.LICENSE.txt"))) == 3
