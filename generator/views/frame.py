"""Frames: what a page of another site shows of ours, in an `<iframe>`."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.index import Index
from generator.values import Ref
from generator.views import words
from generator.views.cards import Card, finished, leaving_card, newest_first

_MOST = 6


@dataclass(frozen=True, slots=True)
class FrameView:
    """The newest cards, and where all of them are."""

    title: str
    page: str
    """The address of the page that lists them all."""
    cards: tuple[Card, ...]
    count: str


def frame_view(
    catalogue: Catalogue, index: Index, title: str, page: str, refs: Sequence[Ref]
) -> FrameView:
    """The newest of some records. No drafts."""
    told = newest_first(catalogue, finished(catalogue, refs))
    return FrameView(
        title=title,
        page=page,
        cards=tuple(leaving_card(catalogue, index, ref) for ref in told[:_MOST]),
        count=words.count(len(told), "scheda", "schede") if told else "",
    )
