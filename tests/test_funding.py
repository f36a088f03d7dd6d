"""Who paid for what a record tells: the geometry of the emblem, the words of each cycle."""

import re
from dataclasses import replace
from math import dist

import pytest
from lxml import etree

from generator.catalogue import Catalogue, load_catalogue
from generator.exports.emblem import emblem_svg
from generator.records import Experience
from generator.records.terms import Fund, Origin, Programme
from generator.values import Ref
from generator.views.funding import FundingView, Statement, funding_view, statements, support
from tests.building import ROOT

SVG = "{http://www.w3.org/2000/svg}"
CLOCK = [(0, -6), (3, -5.196152), (5.196152, -3), (6, 0), (5.196152, 3), (3, 5.196152)]
CLOCK += [(-x, -y) for x, y in CLOCK]
"""The hours from twelve on, around a circle of radius 6."""
PENTAGRAM = [(0, -1), (0.587785, 0.809017), (-0.951057, -0.309017), (0.951057, -0.309017)]
PENTAGRAM += [(-0.587785, 0.809017)]
"""A star with a point at the top, drawn without lifting the pen; radius 1, y downwards."""
PON = "pon-governance-e-capacita-istituzionale-2014-2020"
CAPCOE = "pn-capacita-per-la-coesione-2021-2027"
PLUS = "Fondo sociale europeo Plus"
FSE, FESR = "Fondo sociale europeo", "Fondo europeo di sviluppo regionale"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "practices", "practices")[0]


@pytest.fixture(scope="module")
def experience(catalogue: Catalogue) -> Experience:
    record = catalogue.entries[Ref("esperienze", "scambio-pa")].record
    assert isinstance(record, Experience)
    return record


def test_the_emblem_is_drawn_by_its_rules() -> None:
    drawing = etree.fromstring(emblem_svg())
    _, _, fly, hoist = map(float, drawing.get("viewBox").split())
    field, stars = drawing.findall(f"{SVG}path")

    assert fly == 1.5 * hoist
    assert field.attrib == {"fill": "#003399", "d": f"M0 0h{fly:.0f}v{hoist:.0f}H0z"}
    assert stars.get("fill") == "#ffcc00"
    drawn = [
        [tuple(map(float, point.split())) for point in star.split("L")]
        for star in re.findall(r"M([^z]+)z", stars.get("d"))
    ]
    assert len(drawn) == 12
    for star, (across, down) in zip(drawn, CLOCK, strict=True):
        centre = (fly / 2 + across / 6 * hoist / 3, hoist / 2 + down / 6 * hoist / 3)
        for point, (x, y) in zip(star, PENTAGRAM, strict=True):
            right = (centre[0] + x * hoist / 18, centre[1] + y * hoist / 18)
            assert dist(point, right) < 0.001


WORDS = [
    ("2007-2013", "por-puglia-fse-2007-2013", Statement("Unione europea", (FSE,))),
    ("2014-2020", PON, Statement("Unione europea", (FESR, FSE))),
    ("2021-2027", CAPCOE, Statement("Cofinanziato dall'Unione europea", ())),
    ("pnrr", "pnrr", Statement("Finanziato dall'Unione europea – NextGenerationEU", ())),
]


@pytest.mark.parametrize(("cycle", "programme", "said"), WORDS)
def test_each_cycle_has_its_words(
    catalogue: Catalogue, cycle: str, programme: str, said: Statement
) -> None:
    given = support(catalogue.vocabularies["programmi"][programme])

    assert given
    assert given.cycle.id == cycle
    assert statements([given]) == (said,)


def test_every_cycle_has_words_and_a_rule(catalogue: Catalogue) -> None:
    assert {cycle for cycle, *_ in WORDS} == set(catalogue.vocabularies["cicli"])
    for programme in catalogue.vocabularies["programmi"].values():
        assert isinstance(programme, Programme)
        given = support(programme)
        of_union = any(isinstance(f, Fund) and f.origin is Origin.UNION for f in programme.funds)
        assert bool(given) == of_union, programme.id
        assert given is None or given.cycle.rule


@pytest.mark.parametrize(
    ("programmes", "funds", "said", "through"),
    [
        ([PON], ["fse"], [("Unione europea", (FSE,))], [f"programmi/{PON}/"]),
        ([PON], ["altri-fondi-ue"], [("Unione europea", (FESR, FSE))], [f"programmi/{PON}/"]),
        (
            [PON, "poc-governance-2014-2020"],
            ["fse", "poc"],
            [("Unione europea", (FSE,))],
            [f"programmi/{PON}/"],
        ),
        (
            ["pon-governance-e-assistenza-tecnica-2007-2013", PON],
            [],
            [("Unione europea", (FESR, FSE))],
            ["programmi/pon-governance-e-assistenza-tecnica-2007-2013/", f"programmi/{PON}/"],
        ),
        (
            ["por-fesr-umbria-2014-2020"],
            ["fesr", "rrf"],
            [
                ("Unione europea", (FESR,)),
                ("Finanziato dall'Unione europea – NextGenerationEU", ()),
            ],
            ["programmi/por-fesr-umbria-2014-2020/", "catalogo/?fondo=rrf"],
        ),
        (
            [],
            ["fse-plus"],
            [("Cofinanziato dall'Unione europea", ())],
            ["catalogo/?fondo=fse-plus"],
        ),
    ],
)
def test_a_record_names_what_paid_for_it(
    catalogue: Catalogue,
    experience: Experience,
    programmes: list[str],
    funds: list[str],
    said: list[tuple[str, tuple[str, ...]]],
    through: list[str],
) -> None:
    view = shown(catalogue, experience, programmes, funds)

    assert view
    assert [(one.words, one.funds) for one in view.statements] == said
    assert [link.address for link in view.through] == through


@pytest.mark.parametrize(
    ("programmes", "funds"),
    [
        ([], []),
        (["pac-servizi-di-cura-2007-2013"], ["pac"]),  # national money
        ([], ["risorse-regionali"]),
        ([], ["fesr"]),  # three cycles had it, and their words are not the same
    ],
)
def test_no_emblem_where_the_union_did_not_pay_or_the_cycle_is_not_known(
    catalogue: Catalogue, experience: Experience, programmes: list[str], funds: list[str]
) -> None:
    assert shown(catalogue, experience, programmes, funds) is None


def shown(
    catalogue: Catalogue, record: Experience, programmes: list[str], funds: list[str]
) -> FundingView | None:
    terms = catalogue.vocabularies
    return funding_view(
        replace(
            record,
            programmes=tuple(terms["programmi"][name] for name in programmes),
            funds=tuple(terms["fondi"][name] for name in funds),
        )
    )
