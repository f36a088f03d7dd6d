"""Indexes: the pages by type of record, administration, theme, territory, programme."""

from generator import routes
from generator.catalogue import Catalogue
from generator.index import Index
from generator.outputs import Crumb
from generator.records import RECORD_TYPES, Need, Organisation
from generator.records.terms import Programme, Subtheme, Territory, Theme
from generator.threads import Threads
from generator.views import words
from generator.views.cards import newest_first
from generator.views.funding import support
from generator.views.lists import (
    Entry,
    ListView,
    Section,
    bodies,
    breadcrumb,
    by_type,
    downloads,
    involved,
    listed,
    records,
    theme_entries,
)


def type_view(catalogue: Catalogue, index: Index, threads: Threads, folder: str) -> ListView:
    """The index of a record type, the newest first; needs that nobody meets come before others."""
    kind = RECORD_TYPES[folder]
    refs = newest_first(catalogue, index.having("tipo", folder))
    needs = refs if kind.record is Need else ()
    unmet = [ref for ref in needs if not threads.helpers[ref]]
    rest = [ref for ref in refs if ref not in unmet]
    nobody = "Qui non c'è ancora nessuna scheda: nelle fonti lette non ne abbiamo trovate."
    sections = (
        listed(catalogue, index, "Ancora senza risposta", unmet),
        listed(catalogue, index, "Dalla più recente", rest),
    )
    return ListView(
        description=kind.about,
        lead=kind.about,
        notice="" if refs else nobody,
        facts=(("Schede", words.number(len(refs))),) if refs else (),
        sections=tuple(section for section in sections if section.cards),
        search=routes.filtered("tipo", folder) if refs else "",
        downloads=downloads(kind),
        breadcrumb=breadcrumb(kind.plural),
    )


def organisations_view(catalogue: Catalogue, index: Index, folder: str) -> ListView:
    """The administrations, by kind of body."""
    by_category: dict[str, list[Entry]] = {}
    for ref in index.having("tipo", folder):
        record = catalogue.entries[ref].record
        if isinstance(record, Organisation):
            count = records(index, "ente", ref.id)
            line = Entry(record.title, routes.record(ref), count, str(record.territory))
            by_category.setdefault(record.category.id, []).append(line)
    categories = catalogue.vocabularies["tipi-amministrazione"]
    return ListView(
        description=RECORD_TYPES[folder].about,
        lead=RECORD_TYPES[folder].about,
        sections=tuple(
            Section(term.label, entries=tuple(by_category[term.id]))
            for term in categories.values()
            if term.id in by_category
        ),
        search=routes.filtered("tipo", folder),
        downloads=downloads(RECORD_TYPES[folder]),
        breadcrumb=breadcrumb("Amministrazioni"),
    )


def themes_view(catalogue: Catalogue, index: Index) -> ListView:
    """The twelve themes."""
    return ListView(
        description="Le esperienze delle amministrazioni, tema per tema.",
        lead="Parti dal problema che hai davanti: ogni tema raccoglie chi lo ha già affrontato.",
        sections=(Section("I temi", entries=theme_entries(catalogue, index)),),
        breadcrumb=breadcrumb("Temi"),
    )


def theme_view(catalogue: Catalogue, index: Index, theme: Theme) -> ListView:
    """A theme: what it is about, its practices before its experiences, who is involved."""
    refs = index.having("tema", theme.id)
    subthemes = [
        term
        for term in catalogue.vocabularies["sottotemi"].values()
        if isinstance(term, Subtheme) and term.theme.id == theme.id
    ]
    return ListView(
        description=f"{theme.label}: esperienze e pratiche delle amministrazioni italiane.",
        intro=theme.introduction,
        notice="Questo tema è in corso di progettazione: ci sono ancora poche schede."
        if theme.planned
        else "",
        facts=(
            ("Schede", words.number(len(refs))),
            ("Amministrazioni", words.number(len(bodies(index, refs)))),
            *((("Riferimenti", theme.framework),) if theme.framework else ()),
        ),
        chips=tuple(
            Entry(
                term.label,
                routes.filtered("sottotema", term.id)
                if index.having("sottotema", term.id)
                else None,
                records(index, "sottotema", term.id),
            )
            for term in subthemes
        ),
        sections=(*by_type(catalogue, index, refs), *involved(index, refs)),
        search=routes.filtered("tema", theme.id),
        breadcrumb=breadcrumb(theme.label, Crumb("Temi", routes.THEMES)),
    )


def territory_view(catalogue: Catalogue, index: Index, territory: Territory) -> ListView:
    """A territory: its codes, its records, its bodies."""
    refs = index.having("territorio", territory.id)
    stated = (
        ("Codice ISTAT", territory.code if territory.area else None),
        ("Codice NUTS", territory.nuts),
        ("Coesione 2021-2027", str(territory.cohesion) if territory.cohesion else None),
        ("Coesione 2007-2013", "Obiettivo Convergenza" if territory.convergence else None),
    )
    return ListView(
        description=f"{territory.label}: esperienze e pratiche delle amministrazioni.",
        notice="" if refs else "Di questo territorio non c'è ancora nessuna scheda.",
        facts=tuple((label, text) for label, text in stated if text),
        sections=by_type(catalogue, index, refs),
        search=routes.filtered("territorio", territory.id) if refs else "",
        breadcrumb=breadcrumb(str(territory), Crumb("Territori", routes.TERRITORIES)),
    )


def programmes_view(catalogue: Catalogue, index: Index) -> ListView:
    """The programmes that have some record, by cycle, the latest first."""
    by_cycle: dict[str, list[Entry]] = {}
    for term in catalogue.vocabularies["programmi"].values():
        if isinstance(term, Programme) and index.having("programma", term.id):
            line = Entry(
                term.label,
                routes.programme(term.id),
                records(index, "programma", term.id),
                ", ".join(map(str, term.funds)),
            )
            by_cycle.setdefault(term.cycle.label, []).append(line)
    return ListView(
        description="Le esperienze per programma di finanziamento.",
        lead="Con quali programmi nazionali, regionali ed europei sono state finanziate.",
        sections=tuple(
            Section(cycle, entries=tuple(lines)) for cycle, lines in sorted(by_cycle.items())
        )[::-1],
        breadcrumb=breadcrumb("Programmi"),
    )


def programme_view(catalogue: Catalogue, index: Index, programme: Programme) -> ListView:
    """A programme: its code, its funds, its records."""
    refs = index.having("programma", programme.id)
    stated = (
        ("Ciclo", programme.cycle.label),
        ("Codice (CCI)", programme.code),
        ("Fondi", ", ".join(map(str, programme.funds))),
        ("Accanto all'emblema dell'Unione europea", _beside_the_emblem(programme)),
        ("Territorio", str(programme.territory) if programme.territory else None),
    )
    return ListView(
        description=f"{programme.label}, {programme.cycle.label}: esperienze finanziate.",
        intro=programme.note,
        facts=tuple((label, text) for label, text in stated if text),
        sections=by_type(catalogue, index, refs),
        search=routes.filtered("programma", programme.id),
        breadcrumb=breadcrumb(programme.label, Crumb("Programmi", routes.PROGRAMMES)),
    )


def _beside_the_emblem(programme: Programme) -> str | None:
    given = support(programme)
    if not given:
        return None
    then = " e il nome del fondo" if given.cycle.with_fund else ""
    return f"«{given.cycle.statement}»{then} ({given.cycle.rule})"
