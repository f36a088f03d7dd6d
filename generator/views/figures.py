"""Figures: the catalogue counted by theme, by year and by programme."""

from collections.abc import Iterable

from generator import routes
from generator.catalogue import Catalogue
from generator.index import Index
from generator.records import Organisation
from generator.records.terms import Programme
from generator.views import words
from generator.views.blocks import Block, PageView
from generator.views.lists import without
from generator.views.pictures import timeline
from generator.views.tallies import Line, counts, tally
from generator.views.values import Inline


def figures_view(catalogue: Catalogue, index: Index) -> PageView:
    """The catalogue in figures, and what the figures do not say."""
    return PageView(
        title="Il catalogo in cifre",
        lead=_lead(catalogue),
        blocks=(
            _themes(catalogue, index),
            _years(catalogue, index),
            _programmes(catalogue, index),
            _what_counts(),
        ),
    )


def _lead(catalogue: Catalogue) -> str:
    found = counts(catalogue.entries)
    total = words.count(found.total, "scheda", "schede")
    told = words.listing(
        [
            words.count(found.practices, "pratica", "pratiche"),
            words.count(found.experiences, "esperienza", "esperienze"),
            f"{words.number(found.others)} di altro tipo",
        ]
    )
    bodies = words.count(len(catalogue.of(Organisation)), "amministrazione", "amministrazioni")
    return f"Oggi il catalogo ha {total}: {told}. Ci sono anche le pagine di {bodies}."


def _themes(catalogue: Catalogue, index: Index) -> Block:
    lines = [
        Line(Inline(term.label, routes.theme(term.id)), index.having("tema", term.id))
        for term in catalogue.vocabularies["temi"].values()
    ]
    return Block(
        id="temi",
        title="Tema per tema",
        lead="Una scheda può avere più temi e conta in ognuno: per questo la somma delle righe "
        "può superare il totale.",
        tally=tally("Tema", {"": _most_first(lines)}),
    )


def _years(catalogue: Catalogue, index: Index) -> Block:
    years = {int(value.id): index.having("anno", value.id) for value, _ in index.values_of("anno")}
    undated = without(catalogue, index, "anno")
    lines = [
        Line(Inline(str(year), routes.filtered("anno", str(year))), years[year])
        if year in years
        else Line(Inline(str(year)), ())
        for year in (range(min(years), max(years) + 1) if years else ())
    ]
    return Block(
        id="anni",
        title="Anno per anno",
        lead="L'anno è quello di avvio; per un evento, quello in cui si è tenuto. "
        f"{_undated(len(undated))} Da ogni anno si aprono le sue schede.",
        timeline=timeline({year: counts(refs) for year, refs in years.items()}),
        tally=tally(
            "Anno",
            {"": [*lines, Line(Inline("Senza data"), undated)]},
            folded="Gli stessi numeri in una tabella",
        ),
    )


def _undated(number: int) -> str:
    if not number:
        return "Tutte le schede hanno una data."
    told = words.count(number, "scheda non ha una data", "schede non hanno una data")
    return f"{told}: nel grafico mancano, nella tabella sono in fondo."


def _programmes(catalogue: Catalogue, index: Index) -> Block:
    by_cycle: dict[str, list[Line]] = {}
    for term in catalogue.vocabularies["programmi"].values():
        refs = index.having("programma", term.id)
        if isinstance(term, Programme) and refs:
            line = Line(Inline(term.label, routes.programme(term.id)), refs)
            by_cycle.setdefault(term.cycle.label, []).append(line)
    unnamed = len(without(catalogue, index, "programma"))
    return Block(
        id="programmi",
        title="Programma per programma",
        lead="I programmi che hanno dato i soldi, quando la scheda lo dice. "
        f"{words.count(unnamed, 'scheda non ne nomina', 'schede non ne nominano')} nessuno.",
        tally=tally(
            "Programma",
            {cycle: _most_first(by_cycle[cycle]) for cycle in sorted(by_cycle, reverse=True)},
        ),
    )


def _what_counts() -> Block:
    return Block(
        id="che-cosa-contiamo",
        title="Che cosa contiamo",
        items=(
            (Inline("Le pratiche sono le leading practice e le pratiche promettenti."),),
            (
                Inline(
                    "Le altre schede sono trasferimenti, fabbisogni, strumenti, approfondimenti, "
                    "eventi, review e progetti."
                ),
            ),
            (Inline("Contiamo anche le bozze. Le schede delle amministrazioni no."),),
            (
                Inline(
                    "I numeri dicono quali schede abbiamo scritto, non quanto lavora un ente: "
                    "non sono una classifica."
                ),
            ),
            (Inline("Le stesse schede, regione per regione", routes.TERRITORIES),),
        ),
    )


def _most_first(lines: Iterable[Line]) -> list[Line]:
    """By how many records they count; where as many, in the order of the vocabulary."""
    return sorted(lines, key=lambda line: -counts(line.refs).total)
