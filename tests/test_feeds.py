"""What can be followed: feeds and calendars as other programs read them."""

from datetime import date, datetime
from pathlib import Path

import feedparser
import icalendar
import pytest
from lxml import etree

from generator.catalogue import load_catalogue
from generator.exports.bulk import bulk
from generator.outputs import File, Output, Page, Publisher
from tests.building import PUBLISHER, ROOT, SMALL, all_outputs

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = date(2024, 6, 1)


def outputs(practices: Path, publisher: Publisher = PUBLISHER) -> dict[str, Output]:
    catalogue, _ = load_catalogue(practices, "practices")
    return {output.address: output for output in all_outputs(catalogue, DAY, publisher)}


@pytest.fixture(scope="module")
def small() -> dict[str, Output]:
    return outputs(SMALL)


@pytest.fixture(scope="module")
def real() -> dict[str, Output]:
    return outputs(ROOT / "practices")


def texts(made: dict[str, Output], suffix: str) -> dict[str, str]:
    return {
        address: output.content
        for address, output in made.items()
        if isinstance(output, File) and address.endswith(suffix)
    }


def read(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def test_each_feed_is_what_readers_of_feeds_expect(real: dict[str, Output]) -> None:
    """RFC 4287: ids that are absolute and differ, dates, an author, an address of its own."""
    found = texts(real, "feed.xml")
    for address, text in found.items():
        root = read(text)
        ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids)) <= 30
        assert all(name.startswith("tag:prova.example.org,2026:") for name in ids)
        own = root.find(f"{ATOM}link[@rel='self']")
        assert own is not None
        assert own.get("href") == f"https://prova.example.org/{address}"
        dates = [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")]
        assert dates == sorted(dates, reverse=True)
        assert all(entry.find(f"{ATOM}author") is not None for entry in root.iter(f"{ATOM}entry"))
        datetime.fromisoformat(str(root.findtext(f"{ATOM}updated")))
    assert {"feed.xml", "temi/rifiuti/feed.xml", "territori/toscana/feed.xml"} <= found.keys()
    assert "amministrazioni/regione-toscana/feed.xml" in found


def test_feeds_are_atom_by_its_grammar_and_readers_of_feeds_agree(
    real: dict[str, Output], small: dict[str, Output]
) -> None:
    grammar = etree.RelaxNG(etree.parse(ROOT / "tests" / "grammars" / "atom.rng"))
    found = {**texts(real, "feed.xml"), **texts(small, "newsletter/feed.xml")}

    assert not grammar.validate(read("<feed xmlns='http://www.w3.org/2005/Atom'><id>a</id></feed>"))
    for address, text in found.items():
        grammar.assertValid(read(text))
        parsed = feedparser.parse(text.encode())
        assert not parsed.bozo, address
        assert parsed.version == "atom10"
        assert len(parsed.entries) == len(read(text).findall(f"{ATOM}entry"))


def test_a_feed_has_no_drafts(real: dict[str, Output]) -> None:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    drafts = [ref for ref, entry in catalogue.entries.items() if getattr(entry.record, "draft", 0)]
    everything = "".join(texts(real, "feed.xml").values())

    assert drafts
    assert not [ref for ref in drafts if f"2026:{ref.type}/{ref.id}<" in everything]


def test_hostile_texts_are_texts_for_programs_too(small: dict[str, Output]) -> None:
    root = read(texts(small, "feed.xml")["feed.xml"])
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    summaries = "".join(entry.findtext(f"{ATOM}summary") or "" for entry in root)

    assert any("Ostile \"virgolette\" & 'apici'" in str(title) for title in titles)
    assert "<b>" not in summaries


def test_events_are_in_the_calendar_if_their_day_is_known(real: dict[str, Output]) -> None:
    calendar = icalendar.Calendar.from_ical(texts(real, ".ics")["eventi/calendario.ics"])
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    consultation = events["consultazione-competenze-digitali-2018@prova.example.org"]

    assert consultation.decoded("dtstart") == date(2018, 10, 24)
    assert consultation.decoded("dtend") == date(2018, 12, 22)
    assert consultation.decoded("dtstamp").date() == date(2026, 11, 22)
    assert not [uid for uid in events if uid.startswith("premio-qualita")]
    assert "temi/personale-competenze/calendario.ics" in texts(real, ".ics")


def test_pages_say_what_follows_them(real: dict[str, Output]) -> None:
    theme = real["temi/rifiuti/"]
    assert isinstance(theme, Page)

    assert [other.address for other in theme.alternates] == [
        "temi/rifiuti/feed.xml",
        "riquadri/temi/rifiuti/",
    ]
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    known = {*real, *bulk(catalogue, PUBLISHER).names}
    for output in real.values():
        if isinstance(output, Page):
            assert all(other.address in known for other in output.alternates)


def test_without_an_address_of_its_own_a_site_has_no_feeds() -> None:
    made = outputs(SMALL, Publisher("Senza indirizzo", ""))

    assert texts(made, "feed.xml") == texts(made, ".ics") == {}
