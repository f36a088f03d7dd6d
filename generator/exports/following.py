"""Following: the pages whose news can be followed, by a feed, a calendar, a frame elsewhere."""

from collections.abc import Iterator, Mapping

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.calendar import calendar, has_day
from generator.exports.feed import News, feed, issues_feed
from generator.index import Index
from generator.outputs import Alternate, File, Publisher
from generator.records import Event, Organisation
from generator.records.terms import Territory, Theme
from generator.views.newsletter import TITLE, issue_views

_ATOM = "application/atom+xml"
_CALENDAR = "text/calendar"
_PAGE = "text/html"


def followed(catalogue: Catalogue, index: Index) -> Iterator[News]:
    """Everything, then each theme, territory and administration."""
    yield News(routes.HOME, "Tutte le schede", tuple(catalogue.entries))
    for terms in catalogue.vocabularies.values():
        for term in terms.values():
            match term:
                case Theme():
                    refs = index.having("tema", term.id)
                    yield News(routes.theme(term.id), term.label, refs)
                case Territory():
                    refs = index.having("territorio", term.id)
                    yield News(routes.territory(term.id), str(term), refs)
    for entry in catalogue.of(Organisation):
        refs = index.having("ente", entry.ref.id)
        yield News(routes.record(entry.ref), entry.record.title, refs)


def files(catalogue: Catalogue, index: Index, publisher: Publisher) -> Iterator[File]:
    """The feeds and the calendars; none where the site has no address of its own yet."""
    if not publisher.origin:
        return
    for one in followed(catalogue, index):
        text = feed(catalogue, index, publisher, one)
        yield File(routes.feed(one.page), text)
        if page := _calendar_page(catalogue, one):
            yield File(routes.calendar(page), calendar(catalogue, publisher, one))
    issues = issues_feed(catalogue, publisher, issue_views(catalogue, index))
    yield File(routes.feed(routes.NEWSLETTERS), issues)


def alternates(
    catalogue: Catalogue, index: Index, publisher: Publisher
) -> Mapping[str, tuple[Alternate, ...]]:
    """What each page can be followed by."""
    found: dict[str, list[Alternate]] = {}
    for one in followed(catalogue, index) if publisher.origin else ():
        news = Alternate(f"Novità: {one.title}", routes.feed(one.page), _ATOM)
        shown = Alternate(f"Riquadro: {one.title}", routes.frame(one.page), _PAGE)
        found.setdefault(one.page, []).extend([news, shown])
        if page := _calendar_page(catalogue, one):
            events = Alternate(f"Eventi: {one.title}", routes.calendar(page), _CALENDAR)
            found.setdefault(page, []).append(events)
    if publisher.origin:
        found[routes.NEWSLETTERS] = [Alternate(TITLE, routes.feed(routes.NEWSLETTERS), _ATOM)]
    return {page: tuple(others) for page, others in found.items()}


def _calendar_page(catalogue: Catalogue, one: News) -> str:
    """The page whose calendar it is: of all events, their own; none where no day is known."""
    records = (catalogue.entries[ref].record for ref in one.refs)
    if not any(isinstance(record, Event) and has_day(record) for record in records):
        return ""
    return one.page or routes.record_index("eventi")
