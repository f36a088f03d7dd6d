"""The tombstone: the page of a record that was taken off the site."""

from generator import routes
from generator.catalogue import Catalogue
from generator.records import RECORD_TYPES
from generator.records.withdrawal import Withdrawal
from generator.values import Ref
from generator.views import words
from generator.views.blocks import Block, PageView
from generator.views.values import Inline


def tombstone_view(catalogue: Catalogue, ref: Ref, withdrawal: Withdrawal) -> PageView:
    """What was here, since when it no longer is, why, and where to go."""
    kind = RECORD_TYPES[ref.type]
    ways = [
        Inline(kind.plural, routes.record_index(ref.type)),
        Inline("Catalogo", routes.CATALOGUE),
    ]
    if withdrawal.replaced_by:
        other = Ref(*withdrawal.replaced_by.split("/"))
        ways.insert(0, Inline(catalogue.entries[other].record.title, routes.record(other)))
    return PageView(
        title=withdrawal.title,
        lead=f"Questa scheda è stata ritirata il {words.day(withdrawal.since)}.",
        blocks=(
            Block(id="perche", title="Perché non c'è più", items=((Inline(withdrawal.reason),),)),
            Block(id="dove-andare", title="Dove andare", items=tuple((way,) for way in ways)),
        ),
    )
