"""The editors' guide says all that the declaration says, of every record type."""

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.fields import Group
from generator.records import RECORD_TYPES
from generator.schema import schema_of
from generator.views.guide import type_guide_view
from tests.building import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "practices", "practices")[0]


def keys(record: type, above: str = "") -> list[str]:
    found = []
    for attribute in schema_of(record).attributes:
        found.append(f"{above}{attribute.key}")
        if isinstance(attribute.field, Group):
            found += keys(attribute.field.of, f"{above}{attribute.key}.")
    return found


@pytest.mark.parametrize("folder", RECORD_TYPES)
def test_every_field_has_a_row(catalogue: Catalogue, folder: str) -> None:
    kind = RECORD_TYPES[folder]
    rows = [
        row
        for block in type_guide_view(catalogue, kind).blocks
        if block.id.startswith("campi-")
        for row in block.rows
    ]

    assert sorted(row[0][1].text for row in rows) == sorted(keys(kind.record))


def test_the_worked_example_is_the_fullest_record(catalogue: Catalogue) -> None:
    first, *_ = type_guide_view(catalogue, RECORD_TYPES["esperienze"]).blocks

    assert first.items[0][1].text == "Scambio PA"


def test_a_type_without_records_says_so(catalogue: Catalogue) -> None:
    empty = Catalogue({}, catalogue.vocabularies)
    first, *_ = type_guide_view(empty, RECORD_TYPES["fabbisogni"]).blocks

    assert "gli esempi mancano" in first.lead
