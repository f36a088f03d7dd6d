"""Threads on a record's page: its lineage, its recommendations, the needs it meets."""

from collections.abc import Iterator, Sequence

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.index import Index
from generator.kinship import Related
from generator.records import Adoption, Experience, Need, Organisation, Practice, Review
from generator.threads import Branch, Step, Threads
from generator.values import Ref
from generator.views import words
from generator.views.blocks import Block, Item, Twig
from generator.views.cards import Card, card, kind
from generator.views.values import Inline, option_label

_COLUMNS = ("Review", "Raccomandazione", "Azione", "Esito")


def threads(catalogue: Catalogue, index: Index, known: Threads, entry: Entry) -> Iterator[Block]:
    """The blocks that tell what a record follows from and what followed."""
    match entry.record:
        case Experience() | Practice():
            yield from _lineage(catalogue, known, entry)
            yield from _needs(catalogue, index, known, entry)
        case Adoption():
            yield from _lineage(catalogue, known, entry)
        case Review(owner=body):
            yield from _recommendations(catalogue, known, body, entry.ref)
        case Organisation():
            yield from _recommendations(catalogue, known, entry.ref)
        case Need():
            yield _matches(catalogue, index, known, entry)
        case _:
            return


def _lineage(catalogue: Catalogue, known: Threads, entry: Entry) -> Iterator[Block]:
    tree = known.lineage(entry.ref)
    if tree:
        yield Block(
            id="discendenza",
            title="Da dove viene, dove è arrivata",
            tree=(_twig(catalogue, known, tree, entry.ref),),
        )


def _twig(catalogue: Catalogue, known: Threads, branch: Branch, here: Ref) -> Twig:
    entry = catalogue.entries[branch.ref]
    return Twig(
        text=Inline(entry.record.title, routes.record(branch.ref)),
        note=_note(catalogue, known, entry),
        here=branch.ref == here,
        children=tuple(_twig(catalogue, known, child, here) for child in branch.children),
    )


def _note(catalogue: Catalogue, known: Threads, entry: Entry) -> str:
    """What a lineage says of a record: what it is, whose, when, how it went."""
    owner = getattr(entry.record, "owner", None)
    start = getattr(entry.record, "start", None)
    said = [kind(entry), catalogue.entries[owner].record.title if owner else ""]
    said.append(words.moment(start) if start else "")
    if isinstance(entry.record, Adoption):
        until = entry.record.valid_until
        said.append(option_label(entry.record.outcome).lower() if entry.record.outcome else "")
        said.append(
            f"non riconfermato dopo il {words.day(until)}" if until and known.past[until] else ""
        )
    return ", ".join(filter(None, said))


def _recommendations(
    catalogue: Catalogue, known: Threads, body: Ref, only: Ref | None = None
) -> Iterator[Block]:
    found = [
        thread
        for thread in known.recommendations.get(body, ())
        if only is None or any(step.review == only for step in thread)
    ]
    if found:
        yield Block(
            id="filo-delle-raccomandazioni",
            title="Che fine hanno fatto le raccomandazioni",
            columns=_COLUMNS,
            rows=tuple(_step(catalogue, step) for thread in found for step in thread),
        )


def _step(catalogue: Catalogue, step: Step) -> tuple[Item, ...]:
    review = catalogue.entries[step.review].record.title
    when = words.moment(step.moment) if step.moment else review
    said = step.recommendation
    action = f"{said.action} ({words.moment(said.acted)})" if said.acted else said.action
    outcome = option_label(said.outcome) if said.outcome else "Non si sa"
    note = (Inline(said.outcome_text),) if said.outcome_text else ()
    return (
        (Inline(when, routes.record(step.review)),),
        (Inline(said.code), Inline(said.text)),
        (Inline(action or "Nessuna azione dichiarata"),),
        (Inline(outcome), *note),
    )


def _needs(catalogue: Catalogue, index: Index, known: Threads, entry: Entry) -> Iterator[Block]:
    met = known.needs.get(entry.ref)
    if met:
        yield Block(
            id="chi-ne-ha-bisogno", title="Chi ne ha bisogno", cards=_cards(catalogue, index, met)
        )


def _matches(catalogue: Catalogue, index: Index, known: Threads, entry: Entry) -> Block:
    found = known.helpers[entry.ref]
    nobody = "Nessuna scheda risponde ancora a questo bisogno. Il tuo ente l'ha affrontato?"
    return Block(
        id="chi-puo-aiutare",
        title="Chi può aiutare",
        notice="" if found else nobody,
        cards=_cards(catalogue, index, found),
    )


def _cards(catalogue: Catalogue, index: Index, found: Sequence[Related]) -> tuple[Card, ...]:
    return tuple(
        card(catalogue, index, other.ref, reason=words.listing(other.reasons)) for other in found
    )
