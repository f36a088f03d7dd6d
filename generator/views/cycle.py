"""The performance cycle and the service objectives."""

from collections.abc import Iterator, Sequence

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.index import Index
from generator.records import (
    Article,
    Experience,
    Organisation,
    Practice,
    Project,
    Review,
    Tool,
)
from generator.records.organisation import CycleDocument
from generator.records.parts import Direction
from generator.records.terms import Phase, PhaseLink, ServiceObjective
from generator.values import Ref
from generator.views import words
from generator.views.blocks import Block, Item, PageView
from generator.views.cards import CARDS, cards
from generator.views.lines import line
from generator.views.values import Inline, option_label

_OF_THE_CYCLE = (Practice, Tool, Experience, Article, Review)


def cycle_view(catalogue: Catalogue, index: Index) -> PageView:
    """The phases of the cycle, who works on each, the links that are missing, who was mapped."""
    return PageView(
        title="Ciclo della performance",
        lead="Come un ente fissa gli obiettivi, li segue durante l'anno, valuta e rende conto: "
        "fase per fase, con le pratiche e gli strumenti di chi l'ha già fatto.",
        blocks=(
            _phases(catalogue),
            *_by_phase(catalogue, index),
            _missing_links(catalogue),
            _mapping(catalogue),
        ),
    )


def _phases(catalogue: Catalogue) -> Block:
    phases = catalogue.vocabularies["fasi-ciclo"].values()
    return Block(
        id="fasi",
        title="Le fasi, i documenti, i termini",
        lead="Le fasi sono quelle dell'art. 4 del D.Lgs. 150/2009. Documenti e termini sono "
        "conoscenza generale: prima di usarli ricontrollali su Normattiva.",
        columns=("Fase", "Documento", "Termine", "Domanda da farsi"),
        rows=tuple(
            (
                (Inline(term.label, routes.filtered("fase", term.id)),),
                _text(term.document),
                _text(term.deadline),
                _text(term.question),
            )
            for term in phases
            if isinstance(term, Phase)
        ),
    )


def _by_phase(catalogue: Catalogue, index: Index) -> Iterator[Block]:
    for term in catalogue.vocabularies["fasi-ciclo"].values():
        found = _of_cycle(catalogue, index.having("fase", term.id))
        if found:
            yield Block(
                id=f"fase-{term.id}",
                title=f"{term}: chi ci ha lavorato",
                items=tuple(line(catalogue, ref) for ref in found),
            )


def _missing_links(catalogue: Catalogue) -> Block:
    rows = []
    for link in catalogue.vocabularies["nessi-ciclo"].values():
        if isinstance(link, PhaseLink):
            phases = tuple(
                Inline(str(phase), routes.filtered("fase", phase.id)) for phase in link.phases
            )
            starts = tuple(
                Inline(entry.record.title, routes.record(entry.ref))
                for entry in catalogue.of(Project)
                if isinstance(entry.record, Project) and link in entry.record.missing_links
            )
            rows.append(((Inline(link.label),), phases, starts))
    return Block(
        id="nessi-mancanti",
        title="I nessi che spesso mancano",
        lead="La diagnosi da cui è partito il progetto sulla performance: le fasi ci sono, ma non "
        "si parlano. Per ogni nesso, le fasi in cui cercare pratiche e strumenti.",
        columns=("Nesso", "Pratiche e strumenti per fase", "Chi è partito da qui"),
        rows=tuple(rows),
    )


def _mapping(catalogue: Catalogue) -> Block:
    mapped = [
        (entry, entry.record)
        for entry in catalogue.of(Organisation)
        if isinstance(entry.record, Organisation)
        and (entry.record.documents or entry.record.development or entry.record.pilot_of)
    ]
    seen = {found.kind.id for _, record in mapped for found in record.documents}
    kinds = [term for term in catalogue.vocabularies["tipi-documento"].values() if term.id in seen]
    return Block(
        id="mappatura",
        title="Le amministrazioni mappate",
        lead="I documenti che le fonti citano, ente per ente. Una casella vuota vuol dire che non "
        "lo sappiamo, non che il documento manchi. La scala del livello è della redazione.",
        columns=("Amministrazione", *map(str, kinds), "Livello di sviluppo", "Ente pilota"),
        rows=tuple(_mapped(entry, record, [term.id for term in kinds]) for entry, record in mapped),
        notice="" if mapped else "Nessuna amministrazione è ancora mappata.",
    )


def _mapped(entry: Entry, record: Organisation, kinds: Sequence[str]) -> tuple[Item, ...]:
    documents = (
        tuple(_document(found) for found in record.documents if found.kind.id == kind_id)
        for kind_id in kinds
    )
    level = (Inline(str(record.development)),) if record.development else ()
    pilot = tuple(Inline("sì", routes.record(ref)) for ref in record.pilot_of)
    return ((Inline(record.title, routes.record(entry.ref)),), *documents, level, pilot)


def _document(found: CycleDocument) -> Inline:
    return Inline(str(found.year), url=found.url)


def objectives_view(catalogue: Catalogue, index: Index) -> PageView:
    """The service objectives: what they measure, the target, and who acts on each."""
    terms = [
        term
        for term in catalogue.vocabularies["obiettivi-di-servizio"].values()
        if isinstance(term, ServiceObjective)
    ]
    themes = dict.fromkeys(term.theme.id for term in terms)
    return PageView(
        title="Obiettivi di servizio",
        lead="Undici indicatori in quattro servizi: il Quadro strategico nazionale 2007-2013 li ha "
        "fissati per le otto regioni del Mezzogiorno (delibera CIPE 82/2007). Restano un modo "
        "chiaro di chiedersi a che punto è un servizio.",
        blocks=tuple(
            block
            for theme_id in themes
            for block in _area(
                catalogue, index, theme_id, [term for term in terms if term.theme.id == theme_id]
            )
        ),
    )


def _area(
    catalogue: Catalogue, index: Index, theme_id: str, terms: list[ServiceObjective]
) -> Iterator[Block]:
    theme = terms[0].theme
    yield Block(
        id=theme_id,
        title=theme.label,
        columns=("Codice", "Indicatore", "Obiettivo al 2013", "Verso", "Schede"),
        rows=tuple(_objective(index, term) for term in terms),
    )
    found = dict.fromkeys(ref for term in terms for ref in index.having("obiettivo", term.id))
    if found:
        yield Block(
            id=f"{theme_id}-schede",
            title=f"{theme.label}: chi ci ha lavorato",
            cards=cards(catalogue, index, list(found)[:CARDS]),
            items=tuple(line(catalogue, ref) for ref in list(found)[CARDS:]),
        )


def _objective(index: Index, term: ServiceObjective) -> tuple[Item, ...]:
    number = len(index.having("obiettivo", term.id))
    place = routes.filtered("obiettivo", term.id) if number else None
    sign = "≥" if term.direction is Direction.UP else "≤"
    unit = term.unit if term.unit == "%" else f" {term.unit}"
    note = f" ({term.note})" if term.note else ""
    return (
        (Inline(term.code or term.id),),
        (Inline(term.label),),
        (Inline(f"{sign} {words.number(term.target)}{unit}{note}"),),
        (Inline(option_label(term.direction)),),
        (Inline(words.count(number, "scheda", "schede"), place),),
    )


def _text(text: str | None) -> Item:
    return (Inline(text),) if text else ()


def _of_cycle(catalogue: Catalogue, refs: Sequence[Ref]) -> list[Ref]:
    records = {ref: catalogue.entries[ref].record for ref in refs}
    return [ref for record in _OF_THE_CYCLE for ref in refs if isinstance(records[ref], record)]
