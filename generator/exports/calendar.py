"""The calendar: events whose day is known, as iCalendar (RFC 5545). Same records, same bytes."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.feed import News
from generator.index import Index
from generator.outputs import Publisher
from generator.records import RECORD_TYPES, Event
from generator.rights import reusable
from generator.values import Moment, Ref

_ROME = ZoneInfo("Europe/Rome")


def calendar(catalogue: Catalogue, index: Index, publisher: Publisher, news: News) -> str:
    """The events among some records, in their order. No drafts, none without a day."""
    made = icalendar.Calendar()
    made.add("prodid", f"-//{publisher.name}//Eventi//IT")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{news.title} – {publisher.name}")
    for ref, event in sorted(events(catalogue, news.refs(catalogue, index))):
        made.add_component(_event(ref, event, publisher))
    made.add_missing_timezones()
    text: str = made.to_ical().decode("utf-8")
    return text


def events(catalogue: Catalogue, refs: Iterable[Ref]) -> Iterator[tuple[Ref, Event]]:
    """The events among some records that a calendar can hold."""
    for ref in refs:
        record = catalogue.entries[ref].record if _is_event(ref) else None
        if isinstance(record, Event) and not record.draft and record.start and record.start.day:
            yield ref, record


def _is_event(ref: Ref) -> bool:
    return RECORD_TYPES[ref.type].record is Event


def _event(ref: Ref, event: Event, publisher: Publisher) -> icalendar.Event:
    address = f"{publisher.origin}{routes.record(ref)}"
    made = icalendar.Event()
    made.add("uid", f"{ref.id}@{urlsplit(publisher.origin).hostname}")
    made.add("dtstamp", datetime.combine(event.updated or date(2026, 1, 1), time(), UTC))
    made.add("dtstart", _start(event))
    if event.end and event.end.day and not event.hour:
        made.add("dtend", event.end.first_day + timedelta(days=1))  # the first day without it
    made.add("summary", event.title)
    summary = f"{event.summary}\n\n" if reusable(event) else ""
    made.add("description", f"{summary}{address}")
    made.add("url", address)
    made.add("categories", [str(theme) for theme in event.themes])
    if event.venue:
        made.add("location", event.venue)
    return made


def _start(event: Event) -> date | datetime:
    """The day, or the hour in Italy where it is known."""
    day = event.start.first_day if isinstance(event.start, Moment) else date.min
    if event.hour is None:
        return day
    return datetime.combine(day, time.fromisoformat(event.hour), _ROME)
