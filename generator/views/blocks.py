"""Blocks: the parts that pages are made of."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.values import Prose
from generator.views.cards import Card
from generator.views.pictures import TileMap, Timeline
from generator.views.tallies import Tally
from generator.views.values import Inline

Item = tuple[Inline, ...]
"""One or more texts that belong together."""


class Row(NamedTuple):
    """A labelled line."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Twig:
    """A record in a lineage as a page shows it."""

    text: Inline
    note: str
    here: bool
    """Whether it is the page's own record."""
    children: tuple["Twig", ...]


class Block(NamedTuple):
    """A section of a page: a lead, and what it holds."""

    id: str
    title: str
    lead: str = ""
    prose: Prose | None = None
    notice: str = ""
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Item, ...], ...] = ()
    cards: tuple[Card, ...] = ()
    tree: tuple[Twig, ...] = ()
    map: TileMap | None = None
    timeline: Timeline | None = None
    tally: Tally | None = None
    elsewhere: bool = False
    """Whether it shows what other records say: a search finds those instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page made of blocks."""

    title: str
    lead: str
    blocks: tuple[Block, ...]

    @property
    def has_pictures(self) -> bool:
        """Whether some block holds a drawing, if only the bars of a tally."""
        return any(block.map or block.timeline or block.tally for block in self.blocks)
