"""Lines: a record in one line, as compact lists show it."""

from generator import routes
from generator.catalogue import Catalogue
from generator.values import Ref
from generator.views import words
from generator.views.blocks import Item
from generator.views.cards import kind
from generator.views.values import Inline


def line(catalogue: Catalogue, ref: Ref, *, whose: bool = True) -> Item:
    """A record's title, what it is, whose, when it began: as much as is known."""
    entry = catalogue.entries[ref]
    start = getattr(entry.record, "start", None)
    when = (Inline(words.moment(start)),) if start else ()
    body = owner(catalogue, ref) if whose else ()
    return (Inline(entry.record.title, routes.record(ref)), Inline(kind(entry)), *body, *when)


def owner(catalogue: Catalogue, ref: Ref) -> Item:
    """The administration a record belongs to, if it belongs to one."""
    body = getattr(catalogue.entries[ref].record, "owner", None)
    return (Inline(catalogue.entries[body].record.title, routes.record(body)),) if body else ()
