"""Lists: records as cards, names as lines."""

from collections.abc import Iterable

from generator.pieces.escaping import escaped
from generator.views.cards import Card
from generator.views.lists import Entry


def cards(shown: Iterable[Card], root: str, level: int = 3) -> str:
    """Records in a few lines each; `level` is that of their headings."""
    return f'<ul class="cards">\n{"".join([_card(card, root, level) for card in shown])}</ul>\n'


def _card(card: Card, root: str, level: int) -> str:
    compare = f' data-compare="{escaped(card.compare)}"' if card.compare else ""
    draft = ' <span class="badge">Bozza</span>' if card.draft else ""
    facts = " · ".join([f"<span>{escaped(fact)}</span>" for fact in card.facts])
    parts = (
        f'<li class="card card--{escaped(card.type)}"{compare}>\n'
        f'<p class="kicker">{escaped(card.kind)}{draft}</p>\n'
        f'<h{level}><a href="{root}{escaped(card.address)}">{escaped(card.title)}</a></h{level}>\n',
        f"<p>{escaped(card.summary)}</p>" if card.summary else "",
        f'<p class="card__facts">{facts}</p>' if facts else "",
        f'<p class="card__reason">In comune: {escaped(card.reason)}</p>' if card.reason else "",
        "</li>\n",
    )
    return "".join(parts)


def entries(shown: Iterable[Entry], root: str) -> str:
    """Names, with how many records each has."""
    return f'<ul class="entries">\n{"".join([_entry(entry, root) for entry in shown])}</ul>\n'


def _entry(entry: Entry, root: str) -> str:
    title = escaped(entry.title)
    if entry.address is not None:
        title = f'<a href="{root}{escaped(entry.address)}">{title}</a>'
    note = f" · {escaped(entry.note)}" if entry.note else ""
    return f'<li>{title} <span class="count">{escaped(entry.count)}{note}</span></li>\n'
