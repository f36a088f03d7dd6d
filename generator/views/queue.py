"""The editors' queue: what is still to be written, and whose turn it is."""

from collections.abc import Iterable
from datetime import date

from generator import routes
from generator.catalogue import Catalogue
from generator.debt import Debt, debts
from generator.views import words
from generator.views.blocks import Block, PageView
from generator.views.lines import line, owner
from generator.views.values import Inline


def debts_view(catalogue: Catalogue, today: date) -> PageView:
    """The editors' queue: sections put off, those already due first, by owner."""
    found = list(debts(catalogue))
    late = [debt for debt in found if debt.is_due(today)]
    later = [debt for debt in found if not debt.is_due(today)]
    drafts = [
        entry.ref for entry in catalogue.entries.values() if getattr(entry.record, "draft", False)
    ]
    return PageView(
        title="Da completare",
        lead="Le parti che qualcuno ha rinviato e le schede ancora in bozza. Se lavori in uno di "
        "questi enti, bastano poche righe.",
        blocks=(
            _queue(catalogue, "scadute", "Andavano già scritte", late),
            _queue(catalogue, "rinviate", "Rinviate, non ancora scadute", later),
            Block(
                id="bozze",
                title="Schede in bozza",
                notice="" if drafts else "Nessuna scheda è in bozza.",
                items=tuple(line(catalogue, ref) for ref in drafts),
            ),
        ),
    )


def _queue(catalogue: Catalogue, anchor: str, title: str, found: Iterable[Debt]) -> Block:
    rows = sorted(found, key=lambda debt: (debt.due or date.max, debt.ref.id, debt.key))
    return Block(
        id=anchor,
        title=title,
        notice="" if rows else "Niente da completare.",
        columns=("Scheda", "Parte", "Ente", "Entro", "Motivo del rinvio") if rows else (),
        rows=tuple(
            (
                (Inline(catalogue.entries[debt.ref].record.title, routes.record(debt.ref)),),
                (Inline(debt.section),),
                owner(catalogue, debt.ref),
                (Inline(words.day(debt.due), since=str(debt.due)),) if debt.due else (),
                (Inline(debt.reason),),
            )
            for debt in rows
        ),
    )
