"""Moved: the page at the address that a record had before its file got another name."""

from generator import routes
from generator.catalogue import Catalogue
from generator.values import Ref
from generator.views.blocks import Block, PageView
from generator.views.values import Inline


def moved_view(catalogue: Catalogue, ref: Ref) -> PageView:
    """For browsers that don't go on by themselves: where the record is now."""
    title = catalogue.entries[ref].record.title
    link = Inline(title, routes.record(ref))
    return PageView(
        title=title,
        lead="Questa scheda ha un altro indirizzo.",
        blocks=(Block(id="dove-andare", title="Dove andare", items=((link,),)),),
    )
