"""The record page: header, box at the side, sections in the declared order, sources, threads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.debt import debts_of
from generator.fields import Group, Number, Option, Place, Section
from generator.index import Index, Value
from generator.outputs import Anchor, Crumb
from generator.records import RECORD_TYPES, Need, Organisation
from generator.records.parts import Deferred, Indicator
from generator.records.terms import Territory
from generator.schema import Attribute, filled, schema_of
from generator.text import slug
from generator.threads import Threads
from generator.views import words
from generator.views.blocks import Block, Item, Row
from generator.views.cards import card, is_draft, kind
from generator.views.funding import FundingView, funding_view
from generator.views.indicators import with_progress
from generator.views.lines import line
from generator.views.peers import peers
from generator.views.threads import threads
from generator.views.values import Inline, inlines, parts

_OFFERS = "L'ente si è detto disponibile a trasmettere quello che ha imparato."
_ASKS = "L'ente cerca chi possa aiutarlo in uno di questi modi."
_ASIDE_TITLES = {"esperienze": "Esperienza in breve", "pratiche": "Pratica in breve"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """All that the page of a record shows."""

    address: str
    type: str
    id: str
    kind: str
    title: str
    summary: str
    owner: Inline | None
    funding: FundingView | None
    """How the Union paid for what the record tells; None where it did not."""
    draft: bool
    overdue: str
    """Since when some section should have been written; empty when none is due."""
    head: tuple[Row, ...]
    aside_title: str
    aside: tuple[Row, ...]
    blocks: tuple[Block, ...]
    exchange_lead: str
    exchange: tuple[Row, ...]
    foot: tuple[Block, ...]
    dates: tuple[Row, ...]
    updated: str
    """When the record last changed, in words; empty where nobody said."""
    compare: str
    """What names it in `/confronta/`."""
    peers: str
    """Where to find what bodies like this one did; empty for other records."""
    values: tuple[Value, ...]
    facts: tuple[str, ...]
    themes: tuple[str, ...]
    breadcrumb: tuple[Crumb, ...]

    @property
    def text(self) -> str:
        """The words of the page, without its links and tables."""
        blocks = [block for block in (*self.blocks, *self.foot) if not block.elsewhere]
        texts = [block.prose for block in blocks if block.prose]
        lines = [text.text for block in blocks for item in block.items for text in item]
        chips = [
            text.text for row in (*self.head, *self.aside) for item in row.items for text in item
        ]
        return "\n".join([self.title, self.summary, *texts, *lines, *chips])

    def shown(self) -> Iterator[tuple[str, str]]:
        """What a result of a search shows besides the title and the words."""
        yield "genere", self.kind
        yield "sintesi", self.summary
        yield "fatti", " · ".join(self.facts)
        yield "temi", ", ".join(self.themes)
        yield "confronto", self.compare

    @property
    def toc(self) -> tuple[Anchor, ...]:
        """The headings of the page, in their order."""
        return tuple(Anchor(block.id, block.title) for block in (*self.blocks, *self.foot))


def record_view(catalogue: Catalogue, index: Index, known: Threads, entry: Entry) -> RecordView:
    """The view of one record."""
    kind_of = RECORD_TYPES[entry.ref.type]
    record = entry.record
    own = card(catalogue, index, entry.ref)
    placed = _placed(record)
    return RecordView(
        address=routes.record(entry.ref),
        type=entry.ref.type,
        id=entry.ref.id,
        kind=kind(entry),
        title=record.title,
        summary=own.summary,
        owner=_owner(catalogue, record),
        funding=funding_view(record),
        draft=is_draft(entry),
        overdue=_overdue(entry, known),
        head=tuple(_rows(catalogue, placed[Place.HEAD])),
        aside_title=_ASIDE_TITLES.get(entry.ref.type, "In breve"),
        aside=tuple(_rows(catalogue, placed[Place.ASIDE])) + tuple(_of_territory(record)),
        blocks=(
            *_blocks(catalogue, placed[Place.BODY]),
            *threads(catalogue, index, known, entry),
            *_backlinks(catalogue, index, entry),
        ),
        exchange_lead=_ASKS if isinstance(record, Need) else _OFFERS,
        exchange=tuple(_rows(catalogue, placed[Place.EXCHANGE])),
        foot=(
            *_blocks(catalogue, placed[Place.FOOT]),
            *_related(catalogue, index, known, entry),
        ),
        dates=tuple(_rows(catalogue, placed[Place.DATES])),
        updated=words.day(record.updated) if record.updated else "",
        compare=own.compare,
        peers=peers(record) if isinstance(record, Organisation) else "",
        values=index.values[entry.ref],
        facts=own.facts,
        themes=own.themes,
        breadcrumb=(
            Crumb("Home", routes.HOME),
            Crumb(kind_of.plural, routes.record_index(entry.ref.type)),
            Crumb(record.title),
        ),
    )


def _placed(record: object) -> Mapping[Place, list[tuple[Attribute, Any]]]:
    placed: dict[Place, list[tuple[Attribute, Any]]] = {place: [] for place in Place}
    for attribute, value in filled(record):
        placed[attribute.field.place].append((attribute, value))
    return placed


def _rows(catalogue: Catalogue, placed: Sequence[tuple[Attribute, Any]]) -> Iterator[Row]:
    for attribute, value in placed:
        values = value if attribute.many else (value,)
        items = (inlines(catalogue, attribute.field, item) for item in values)
        yield Row(attribute.field.label, tuple(items))


def _blocks(catalogue: Catalogue, placed: Sequence[tuple[Attribute, Any]]) -> Iterator[Block]:
    for attribute, value in placed:
        yield _block(catalogue, attribute, value)


def _block(catalogue: Catalogue, attribute: Attribute, value: Any) -> Block:
    anchor, title = attribute.key.replace("_", "-"), attribute.field.label
    if isinstance(value, Deferred):
        return Block(id=anchor, title=title, notice=_deferral(value))
    if isinstance(attribute.field, Section):
        return Block(id=anchor, title=title, prose=value)
    values = value if attribute.many else (value,)
    if isinstance(attribute.field, Group) and _is_table(attribute.field.of):
        columns, rows = _table(catalogue, attribute.field.of, values)
        if attribute.field.of is Indicator:
            columns, rows = with_progress((columns, rows), values)
        return Block(id=anchor, title=title, columns=columns, rows=rows)
    items = tuple(inlines(catalogue, attribute.field, item) for item in values)
    return Block(id=anchor, title=title, items=items)


def _deferral(deferred: Deferred) -> str:
    due = f". Va completata entro il {words.day(deferred.due)}." if deferred.due else ""
    return (
        f"Chi ha scritto la scheda ha rinviato questa parte il {words.day(deferred.since)}. "
        f"Motivo: «{deferred.reason}»{due or '.'}"
    )


@cache
def _is_table(group: type) -> bool:
    """Groups that measure or grade something are compared line by line, the others are read."""
    kinds = (attribute.field for attribute in schema_of(group).attributes)
    return any(isinstance(kind, (Number, Option)) for kind in kinds)


def _table(
    catalogue: Catalogue, group_type: type, groups: Sequence[object]
) -> tuple[tuple[str, ...], tuple[tuple[Item, ...], ...]]:
    """The columns that some row fills in, and the rows."""
    found = [{part.name: (text,) for part, text in parts(catalogue, group)} for group in groups]
    attributes = schema_of(group_type).attributes
    shown = [attribute for attribute in attributes if any(attribute.name in row for row in found)]
    columns = tuple(attribute.field.label for attribute in shown)
    return columns, tuple(tuple(row.get(part.name, ()) for part in shown) for row in found)


def _overdue(entry: Entry, known: Threads) -> str:
    due = [debt.due for debt in debts_of(entry) if debt.due and known.past[debt.due]]
    return words.day(min(due)) if due else ""


def _owner(catalogue: Catalogue, record: object) -> Inline | None:
    owner = getattr(record, "owner", None)
    return Inline(catalogue.entries[owner].record.title, routes.record(owner)) if owner else None


def _of_territory(record: object) -> Iterator[Row]:
    """What an organisation's territory says of it: never typed twice."""
    territory = record.territory if isinstance(record, Organisation) else None
    if isinstance(territory, Territory) and territory.cohesion:
        yield Row("Categoria di coesione 2021-2027", ((Inline(str(territory.cohesion)),),))


def _backlinks(catalogue: Catalogue, index: Index, entry: Entry) -> Iterator[Block]:
    found: dict[str, list[Item]] = {}
    for link in index.backlinks.get(entry.ref, ()):
        shown = line(catalogue, link.ref, whose=not isinstance(entry.record, Organisation))
        found.setdefault(link.label, []).append(shown)
    for label, items in found.items():
        yield Block(id=slug(label), title=label, items=tuple(items), elsewhere=True)


def _related(catalogue: Catalogue, index: Index, known: Threads, entry: Entry) -> Iterator[Block]:
    if isinstance(entry.record, Organisation):
        return
    cards = tuple(
        card(catalogue, index, other.ref, reason=words.listing(other.reasons))
        for other in known.related[entry.ref]
    )
    if cards:
        yield Block(id="schede-vicine", title="Schede vicine", cards=cards, elsewhere=True)
