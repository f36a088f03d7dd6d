"""Following: the pages whose news can be followed, by a feed, a calendar, a frame elsewhere."""

from collections.abc import Iterator, Mapping

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.calendar import calendar, events
from generator.exports.feed import News, feed
from generator.index import Index
from generator.outputs import Alternate, File, Publisher
from generator.records import Organisation
from generator.records.terms import Territory, Theme
from generator.views.newsletter import TITLE

_ATOM = "application/atom+xml"
_CALENDAR = "text/calendar"
_PAGE = "text/html"


def followed(catalogue: Catalogue) -> Iterator[News]:
    """Everything, then each theme, territory and administration."""
    yield News(routes.HOME, "Tutte le schede")
    for terms in catalogue.vocabularies.values():
        for term in terms.values():
            match term:
                case Theme():
                    yield News(routes.theme(term.id), term.label, ("tema", term.id))
                case Territory():
                    value = "territorio", term.id
                    yield News(routes.territory(term.id), str(term), value)
    for entry in catalogue.of(Organisation):
        yield News(routes.record(entry.ref), entry.record.title, ("ente", entry.ref.id))


def files(catalogue: Catalogue, index: Index, publisher: Publisher, one: News) -> Iterator[File]:
    """The feed, and the calendar if there are events."""
    yield File(routes.feed(one.page), feed(catalogue, index, publisher, one))
    if page := calendar_page(catalogue, index, one):
        yield File(routes.calendar(page), calendar(catalogue, index, publisher, one))


def alternates(
    catalogue: Catalogue, index: Index, publisher: Publisher
) -> Mapping[str, tuple[Alternate, ...]]:
    """What each page can be followed by."""
    found: dict[str, list[Alternate]] = {}
    for one in followed(catalogue) if publisher.origin else ():
        news = Alternate(f"Novità: {one.title}", routes.feed(one.page), _ATOM)
        shown = Alternate(f"Riquadro: {one.title}", routes.frame(one.page), _PAGE)
        found.setdefault(one.page, []).extend([news, shown])
        if page := calendar_page(catalogue, index, one):
            events = Alternate(f"Eventi: {one.title}", routes.calendar(page), _CALENDAR)
            found.setdefault(page, []).append(events)
    if publisher.origin:
        found[routes.NEWSLETTERS] = [Alternate(TITLE, routes.feed(routes.NEWSLETTERS), _ATOM)]
    return {page: tuple(others) for page, others in found.items()}


def calendar_page(catalogue: Catalogue, index: Index, one: News) -> str:
    """The page whose calendar it is: of all events, their own; none where no day is known."""
    has_some = any(events(catalogue, one.refs(catalogue, index)))
    return (one.page or routes.record_index("eventi")) if has_some else ""
