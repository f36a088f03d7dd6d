"""The newsletter: what an issue shows, on its page and in the e-mail, and the list of issues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import routes
from generator.catalogue import Catalogue
from generator.debt import debts_of
from generator.index import Index
from generator.newsletters import named
from generator.records.issue import Issue
from generator.values import Moment, Prose, Ref
from generator.views import words
from generator.views.blocks import Block, Item, PageView
from generator.views.cards import Card, leaving_card
from generator.views.lines import line, owner
from generator.views.values import Inline

TITLE = "Newsletter"
_LEAD = (
    "Che cosa è cambiato nel catalogo, mese per mese: schede nuove e aggiornate, pratiche riprese "
)
_LEAD += "da altri, appuntamenti."


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A list of an issue: its records in a few lines each, or in one."""

    id: str
    title: str
    lead: str = ""
    cards: tuple[Card, ...] = ()
    lines: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """An issue in words."""

    month: Moment
    address: str
    title: str
    summary: str
    """What is in it, in one sentence."""
    introduction: Prose | None
    parts: tuple[Part, ...]


def issue_views(catalogue: Catalogue, index: Index) -> tuple[IssueView, ...]:
    """All issues, the newest first; what was withdrawn since then is left out of their lists."""
    months = reversed(catalogue.newsletters.items())
    return tuple(_issue_view(catalogue, index, month, issue) for month, issue in months)


def _issue_view(catalogue: Catalogue, index: Index, month: Moment, issue: Issue) -> IssueView:
    return IssueView(
        month=month,
        address=routes.newsletter(month),
        title=f"{TITLE} di {words.moment(month)}",
        summary=_summary(issue),
        introduction=issue.introduction,
        parts=tuple(part for part in _parts(catalogue, index, issue) if part.cards or part.lines),
    )


def _summary(issue: Issue) -> str:
    counts = (
        (issue.new, "scheda nuova", "schede nuove"),
        (issue.updated, "scheda aggiornata", "schede aggiornate"),
        (issue.changed, "scheda nuova o aggiornata", "schede nuove o aggiornate"),
        (issue.adopted, "pratica ripresa da altri", "pratiche riprese da altri"),
        (issue.coming, "appuntamento", "appuntamenti"),
    )
    told = [words.count(len(names), one, many) for names, one, many in counts if names]
    return f"{words.listing(told)}." if told else "Nessuna novità questo mese."


def _parts(catalogue: Catalogue, index: Index, issue: Issue) -> Iterator[Part]:
    def told(names: Sequence[str]) -> tuple[Card, ...]:
        return tuple(leaving_card(catalogue, index, ref) for ref in _present(catalogue, names))

    yield Part(id="nuove", title="Schede nuove", cards=told(issue.new))
    yield Part(id="cambiate", title="Schede nuove o aggiornate", cards=told(issue.changed))
    yield Part(id="aggiornate", title="Schede aggiornate", cards=told(issue.updated))
    yield Part(id="riprese", title="Riprese da altri", cards=told(issue.adopted))
    yield Part(
        id="appuntamenti",
        title="Appuntamenti",
        lines=tuple(line(catalogue, ref) for ref in _present(catalogue, issue.coming)),
    )
    yield Part(
        id="da-completare",
        title="Da completare",
        lead="A queste schede manca ancora una parte che andava scritta entro il mese: chi lavora "
        "nell'ente può aggiungerla.",
        lines=tuple(_owed(catalogue, issue.due)),
    )
    yield Part(id="ritirate", title="Schede ritirate", lines=tuple(_gone(catalogue, issue)))


def _present(catalogue: Catalogue, names: Sequence[str]) -> list[Ref]:
    renamed = dict(catalogue.renamed())
    refs = (renamed.get(ref, ref) for ref in map(named, names))
    return [ref for ref in refs if ref in catalogue.entries]


def _owed(catalogue: Catalogue, names: Sequence[str]) -> Iterator[Item]:
    """What is still to be written; what was written meanwhile is no longer told."""
    for ref in _present(catalogue, names):
        entry = catalogue.entries[ref]
        if sections := [debt.section.lower() for debt in debts_of(entry)]:
            title = Inline(entry.record.title, routes.record(ref))
            yield (title, *owner(catalogue, ref), Inline(f"manca: {words.listing(sections)}"))


def _gone(catalogue: Catalogue, issue: Issue) -> Iterator[Item]:
    for ref in map(named, issue.withdrawn):
        if gone := catalogue.withdrawn.get(ref):
            yield (Inline(gone.title, routes.record(ref)), Inline(gone.reason))


def issue_page(view: IssueView) -> PageView:
    """The page of an issue."""
    first = Block(id="in-questo-numero", title="In questo numero", prose=view.introduction)
    parts = (
        Block(id=part.id, title=part.title, lead=part.lead, cards=part.cards, items=part.lines)
        for part in view.parts
    )
    return PageView(
        title=view.title,
        lead=view.summary,
        blocks=(*((first,) if view.introduction else ()), *parts),
    )


def newsletters_page(views: Sequence[IssueView]) -> PageView:
    """All issues, the newest first."""
    items = tuple((Inline(view.title, view.address), Inline(view.summary)) for view in views)
    notice = "" if items else "Il primo numero non è ancora uscito."
    block = Block(id="numeri", title="Tutti i numeri", notice=notice, items=items)
    return PageView(title=TITLE, lead=_LEAD, blocks=(block,))
