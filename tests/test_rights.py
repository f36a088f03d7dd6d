"""What leaves the site of a record whose texts are somebody's: its facts, in every form."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue import Catalogue, Entry, load_catalogue
from generator.exports.calendar import calendar
from generator.exports.feed import News, feed
from generator.exports.plain import plain
from generator.fields import Section, Text
from generator.index import build_index
from generator.reading import Held
from generator.records.parts import Reuse, Rights
from generator.schema import filled, schema_of
from generator.values import Ref
from tests.building import PUBLISHER, ROOT, SMALL

RESERVED = Ref("progetti", "progetto-di-prova")
TEXTS = {
    "Un progetto che tiene insieme le prove.",
    "Prova ed errore.",
    "La terza linea non è descritta nella fonte.",
    "Si prova molto.",
    "Dà inizio al progetto",
}
SUMMARY = "Un'ora per raccontare il compost di quartiere."


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(SMALL, "practices")[0]


def with_rights(entry: Entry, reuse: Reuse | None) -> Entry:
    rights = Rights(holder="Ente", conditions="Condizioni", reuse=reuse)
    return changed(entry, rights=rights)


def changed(entry: Entry, **values: Any) -> Entry:
    record: Any = entry.record
    return replace(entry, held=Held(b"", {}, replace(record, **values)))


def texts(value: Any) -> Iterator[str]:
    match value:
        case dict():
            yield from (text for one in value.values() for text in texts(one))
        case list():
            yield from (text for one in value for text in texts(one))
        case str():
            yield value


def test_a_reserved_record_leaves_its_facts(catalogue: Catalogue) -> None:
    left = plain(catalogue.entries[RESERVED], PUBLISHER)

    assert left["solo_fatti"] is True
    assert "licenza" not in left
    assert left["attribuzione"].endswith("/progetti/progetto-di-prova/")
    assert left["titolo"] == "Progetto di prova"
    assert left["linee"] == [
        {"codice": "1.a", "titolo": "Prima linea", "importo": 60},
        {"codice": "3", "titolo": "Attività 3", "importo": 40},
    ]
    assert left["fonti"] == [{"titolo": "Atto di prova"}]
    assert left["diritti"]["condizioni"].startswith("I testi sono del Ministero.")
    assert not set(texts(left)) & TEXTS


def test_a_record_without_conditions_leaves_whole(catalogue: Catalogue) -> None:
    free = changed(catalogue.entries[RESERVED], rights=None)
    left = plain(free, PUBLISHER)

    assert left["solo_fatti"] is False
    assert left["licenza"] == "CC-BY-4.0"
    assert set(texts(left)) >= TEXTS
    assert {attribute.key for attribute, _ in filled(free.record)} <= left.keys()


@pytest.mark.parametrize(
    ("reuse", "whole"), [(None, False), (Reuse.ON_REQUEST, False), (Reuse.ALLOWED, True)]
)
def test_conditions_forbid_unless_they_say_otherwise(
    catalogue: Catalogue, reuse: Reuse | None, whole: bool
) -> None:
    left = plain(with_rights(catalogue.entries[RESERVED], reuse), PUBLISHER)

    assert ("metodo" in left) is whole


def test_no_section_of_any_reserved_record_leaves() -> None:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    for entry in catalogue.entries.values():
        if hasattr(entry.record, "rights"):
            left = plain(with_rights(entry, None), PUBLISHER)
            assert not left.keys() & set(long_keys(type(entry.record))), entry.ref


def long_keys(record: type) -> Iterator[str]:
    for attribute in schema_of(record).attributes:
        field = attribute.field
        if isinstance(field, Section) or (isinstance(field, Text) and field.max_length > 200):
            yield attribute.key


def test_feeds_and_calendars_have_no_summary_of_a_reserved_record(catalogue: Catalogue) -> None:
    event = Ref("eventi", "webinar-di-prova")
    entries = dict(catalogue.entries)
    entries[event] = changed(entries[event], rights=Rights(holder="Ente", conditions="Nessuno"))
    reserved = replace(catalogue, entries=entries)
    news = News("", "Tutte le schede")

    index = build_index(reserved)
    followed = feed(reserved, index, PUBLISHER, news)
    assert "Progetto di prova" in followed
    assert "Un progetto che tiene insieme le prove." not in followed
    assert SUMMARY in calendar(catalogue, index, PUBLISHER, news)
    assert SUMMARY not in calendar(reserved, index, PUBLISHER, news)
