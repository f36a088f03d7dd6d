"""Attributes: those that several record types declare alike, word for word."""

from datetime import date
from typing import Annotated

from generator.fields import (
    Choice,
    Code,
    Date,
    Flag,
    Group,
    PartialDate,
    Place,
    Reference,
    Section,
    Text,
)
from generator.records.parts import Contact, Rights, Source
from generator.values import Moment, Prose, Ref
from generator.vocabulary import Term

Title = Annotated[
    str,
    Text(
        "Titolo",
        max_length=120,
        place=Place.TITLE,
        term="name",
        hint="Il nome con cui è conosciuta: chi cerca deve ritrovarlo.",
    ),
]
Summary = Annotated[
    str,
    Text(
        "Sintesi",
        max_length=255,
        place=Place.TITLE,
        term="description",
        hint="Di che cosa si tratta e per chi, in una o due frasi.",
    ),
]
Themes = Annotated[
    tuple[Term, ...],
    Choice(
        "Temi",
        vocabulary="temi",
        facet="tema",
        place=Place.HEAD,
        term="keywords",
        hint="Uno o più, di solito non più di sei.",
    ),
]
Subthemes = Annotated[
    tuple[Term, ...],
    Choice(
        "Sotto-temi",
        key="sottotemi",
        vocabulary="sottotemi",
        facet="sottotema",
        place=Place.ASIDE,
        term="keywords",
        hint="Ognuno è di uno dei temi indicati.",
    ),
]
Start = Annotated[
    Moment | None,
    PartialDate(
        "Data di avvio",
        key="data_avvio",
        facet="anno",
        place=Place.ASIDE,
        term="temporalCoverage",
        hint="Quando è cominciata: bastano l'anno o il mese.",
    ),
]
End = Annotated[
    Moment | None,
    PartialDate(
        "Data di conclusione",
        key="data_conclusione",
        place=Place.ASIDE,
        term="until.temporalCoverage",
        hint="Quando è finita: bastano l'anno o il mese.",
    ),
]
State = Annotated[
    Term | None,
    Choice(
        "Stato",
        vocabulary="stati",
        facet="stato",
        place=Place.ASIDE,
        hint="A che punto è, secondo le fonti.",
    ),
]
Programmes = Annotated[
    tuple[Term, ...],
    Choice(
        "Programma",
        key="programmi",
        vocabulary="programmi",
        facet="programma",
        place=Place.ASIDE,
        term="keywords",
        hint="I programmi che la finanziano.",
    ),
]
Funds = Annotated[
    tuple[Term, ...],
    Choice(
        "Fonte di finanziamento",
        key="fonti_finanziamento",
        vocabulary="fondi",
        facet="fondo",
        place=Place.ASIDE,
        term="funder",
        hint="I fondi da cui vengono i soldi.",
    ),
]
Territories = Annotated[
    tuple[Term, ...],
    Choice(
        "Territorio",
        key="territori",
        vocabulary="territori",
        facet="territorio",
        place=Place.ASIDE,
        term="spatialCoverage",
        hint="Solo se dicono più dell'ente.",
    ),
]
ServiceObjectives = Annotated[
    tuple[Term, ...],
    Choice(
        "Obiettivi di servizio",
        vocabulary="obiettivi-di-servizio",
        facet="obiettivo",
        place=Place.ASIDE,
        term="keywords",
        hint="Quelli del QSN 2007-2013, a cui contribuisce.",
    ),
]
Phases = Annotated[
    tuple[Term, ...],
    Choice(
        "Fasi del ciclo della performance",
        key="fasi",
        vocabulary="fasi-ciclo",
        facet="fase",
        place=Place.ASIDE,
        term="keywords",
        hint="A quali fasi serve, se riguarda la performance.",
    ),
]
Project = Annotated[
    Ref | None,
    Reference(
        "Nell'ambito del progetto",
        key="progetto",
        to="progetti",
        inverse="Ne sono usciti",
        term="about",
        hint="Il progetto di cui fa parte.",
    ),
]
Exchange = Annotated[
    tuple[Term, ...],
    Choice(
        "Modalità di scambio attivabili",
        key="modalita_scambio",
        vocabulary="modalita-scambio",
        facet="scambio",
        place=Place.EXCHANGE,
        hint="Come l'ente è disposto a raccontarla: solo se lo ha detto.",
    ),
]
ContactOffice = Annotated[
    Contact | None,
    Group(
        "Contatto",
        of=Contact,
        place=Place.EXCHANGE,
        hint="L'ufficio a cui chiedere: mai una persona.",
    ),
]
SourcesNote = Annotated[
    Prose | None,
    Section(
        "Nota sulle fonti",
        key="nota_fonti",
        place=Place.FOOT,
        hint="Dove le fonti si contraddicono o sono parziali: il lettore deve saperlo.",
    ),
]
Sources = Annotated[
    tuple[Source, ...],
    Group(
        "Fonti",
        of=Source,
        place=Place.FOOT,
        term="citation",
        hint="Da dove vengono i dati della scheda.",
    ),
]
RightsOfSources = Annotated[
    Rights | None,
    Group(
        "Diritti", of=Rights, place=Place.FOOT, hint="Solo se i materiali hanno condizioni d'uso."
    ),
]
Draft = Annotated[
    bool,
    Flag(
        "Bozza",
        place=Place.TITLE,
        hint="«si» se le fonti dicono ancora troppo poco per una scheda.",
    ),
]
Updated = Annotated[
    date | None,
    Date(
        "Ultimo aggiornamento",
        key="aggiornata_il",
        place=Place.DATES,
        term="dateModified",
        hint="Il giorno in cui hai scritto o cambiato la scheda.",
    ),
]
FormerIds = Annotated[
    tuple[str, ...],
    Code(
        "Nomi precedenti",
        pattern=r"[a-z0-9]+(-[a-z0-9]+)*",
        example="orti-urbani",
        place=Place.DATES,
        hint="Se il file ha cambiato nome: quelli di prima, da cui si arriva ancora qui.",
    ),
]
