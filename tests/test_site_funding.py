"""A site that the Union pays for: its logos, their order, and what stops the build."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from generator.catalogue import Catalogue, load_catalogue
from hooks import funding
from hooks.funding import EMBLEM, Logo
from tests.building import ROOT, build, copy_of_the_project

PON = "pon-governance-e-capacita-istituzionale-2014-2020"
CAPCOE = "pn-capacita-per-la-coesione-2021-2027"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "practices", "practices")[0]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_of_the_project(tmp_path_factory.mktemp("progetto") / "copia")
    (root / "docs" / "loghi").mkdir()
    for name in ("ente", "comune", "altro"):
        (root / "docs" / "loghi" / f"{name}.svg").write_text("<svg/>", encoding="utf-8")
    return root


def logo(mark: str = "", **changed: object) -> dict[str, Any]:
    given: dict[str, Any] = {"name": "Ente", "image": "loghi/ente.svg", "width": 60, "height": 40}
    return given | ({"mark": mark} if mark else {}) | changed


def read(project: Path, catalogue: Catalogue, options: object) -> funding.Funding | None:
    config = load_config(str(project / "mkdocs.yml"))
    config.extra["funding"] = options
    return funding.read(config, catalogue)


def names(found: funding.Funding | None) -> list[str]:
    assert found
    return [logo.name for logo in found.logos]


def test_the_order_of_the_logos_is_that_of_the_programme_or_of_its_cycle(
    project: Path, catalogue: Catalogue
) -> None:
    capcoe = [
        logo("beneficiario", name="Ente"),
        logo("coesione-italia", name="Coesione"),
        logo("repubblica-italiana", name="Repubblica"),
    ]
    pon = [logo("programma", name="PON"), logo("agenzia-coesione", name="Agenzia")]
    listed = [logo(name="Primo"), logo(name="Secondo")]

    assert names(read(project, catalogue, {"programme": CAPCOE, "logos": capcoe})) == [
        "Coesione",
        EMBLEM.name,
        "Repubblica",
        "Ente",
    ]
    assert names(read(project, catalogue, {"programme": PON, "logos": pon})) == [
        EMBLEM.name,
        "Agenzia",
        "PON",
    ]
    assert names(read(project, catalogue, {"programme": "pnrr", "logos": listed})) == [
        EMBLEM.name,
        "Primo",
        "Secondo",
    ]


def test_a_site_that_nobody_pays_for_says_nothing(project: Path, catalogue: Catalogue) -> None:
    assert read(project, catalogue, None) is None


def test_a_logo_as_large_as_the_emblem_will_do(project: Path, catalogue: Catalogue) -> None:
    found = read(project, catalogue, {"programme": "pnrr", "logos": [logo(width=96, height=64)]})

    assert found
    assert found.logos == (EMBLEM, Logo("", "Ente", "loghi/ente.svg", 96, 64))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("pnrr", "extra.funding: servono delle chiavi: logos, programme"),
        ({"programma": "pnrr"}, "nessuna chiave «programma»; forse «programme»"),
        ({"programme": "pnr"}, "«pnr» non è in practices/vocabolari/programmi.yml; forse «pnrr»"),
        ({"programme": "poc-cte-2014-2020"}, "«poc-cte-2014-2020» non ha fondi dell'Unione"),
        ({"programme": "pnrr", "logos": ["ente"]}, "extra.funding.logos[0]: servono delle chiavi"),
        ({"programme": "pnrr", "logos": [logo(heigth=3)]}, "«heigth»; forse «height»"),
        ({"programme": "pnrr", "logos": [logo(name=" ")]}, "logos[0].name: manca il nome"),
        (
            {"programme": "pnrr", "logos": [logo(image="https://altrove.example/logo.svg")]},
            "«https://altrove.example/logo.svg», per «Ente», non è un'immagine di questo sito",
        ),
        ({"programme": "pnrr", "logos": [logo(image="loghi/manca.svg")]}, "loghi/manca.svg"),
        ({"programme": "pnrr", "logos": [logo(image="../mkdocs.svg")]}, "../mkdocs.svg"),
        ({"programme": "pnrr", "logos": [logo(image="progetto.md")]}, "«progetto.md»"),
        ({"programme": "pnrr", "logos": [logo(width="60px")]}, "logos[0].width: per «Ente» serve"),
        (
            {"programme": "pnrr", "logos": [logo(), logo(name="Grande", width=97)]},
            "logos[1]: l'emblema, 96×64, sarebbe più piccolo di «Grande», 97×40",
        ),
        ({"programme": "pnrr", "logos": [logo(height=65)]}, "più piccolo di «Ente», 60×65"),
        (
            {"programme": CAPCOE, "logos": [logo("ente")]},
            "logos[0].mark: per «Ente» serve uno fra: coesione-italia, repubblica-italiana,",
        ),
        ({"programme": "pnrr", "logos": [logo("unione-europea")]}, "«Ente» è un altro emblema"),
    ],
)
def test_what_breaks_the_rules_stops_the_build_by_name(
    project: Path, catalogue: Catalogue, options: object, told: str
) -> None:
    (project / "mkdocs.svg").write_text("<svg/>", encoding="utf-8")
    with pytest.raises(PluginError) as raised:
        read(project, catalogue, options)

    assert told in str(raised.value)


def test_nothing_can_take_the_emblem_s_place(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "copia", symlinks=True)
    (tmp_path / "copia" / "docs" / "assets").mkdir()
    (tmp_path / "copia" / "docs" / "assets" / "emblema-ue.svg").write_text("<svg/>", "utf-8")
    made = build(tmp_path / "site", tmp_path / "copia" / "practices", tmp_path / "copia")

    assert made.returncode != 0
    assert "Due pagine allo stesso indirizzo: assets/emblema-ue.svg" in made.stderr
