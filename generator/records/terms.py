"""Terms: the vocabularies whose entries say more than a name, declared like records."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.fields import Choice, Code, Flag, Number, Option, Section, Text
from generator.records.parts import Direction
from generator.values import Prose
from generator.vocabulary import CodedTerm, Term

NUTS = "http://data.europa.eu/nuts/code/"
DATA_THEME = "http://publications.europa.eu/resource/authority/data-theme/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Territory(Term):
    """A region, an autonomous province or the whole country, with its ISTAT and NUTS codes."""

    nuts: Annotated[
        str | None,
        Code("NUTS", pattern=r"IT[A-Z0-9]{0,3}", example="ITI1", authority=NUTS, term="exactMatch"),
    ] = None
    area: Annotated[str | None, Text("Ripartizione")] = None
    region: Annotated[Term | None, Choice("Regione", vocabulary="territori", term="broader")] = None
    cohesion: Annotated[
        Term | None,
        Choice(
            "Categoria di coesione 2021-2027",
            key="coesione",
            vocabulary="categorie-coesione",
            term="relatedMatch",
        ),
    ] = None
    convergence: Annotated[bool, Flag("Obiettivo Convergenza 2007-2013", key="convergenza")] = False
    abbreviation: Annotated[str | None, Code("Sigla", pattern=r"[A-Z]{2,4}", example="TOS")] = None
    place: Annotated[
        str | None,
        Code(
            "Posizione sulla mappa",
            key="posizione",
            pattern=r"[0-9]{1,2} [0-9]{1,2}",
            example="4 2",
        ),
    ] = None
    """The column and the row of its tile on the map, from the north-west corner, counted from 0."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme(Term):
    """One of the twelve themes."""

    introduction: Annotated[Prose, Section("Introduzione", term="scopeNote")]
    planned: Annotated[bool, Flag("In corso di progettazione", key="in_progettazione")] = False
    eu_theme: Annotated[
        str | None,
        Code(
            "Tema dei dati UE",
            key="tema_ue",
            pattern="[A-Z]{4}",
            example="GOVE",
            authority=DATA_THEME,
            term="broadMatch",
        ),
    ] = None
    framework: Annotated[str | None, Text("Riferimenti")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Subtheme(Term):
    """A part of a theme."""

    theme: Annotated[Term, Choice("Tema", vocabulary="temi", term="broadMatch")]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedResult(CodedTerm):
    """A «risultato atteso» of the Partnership Agreement 2014-2020."""

    objective: Annotated[
        Term | None,
        Choice(
            "Obiettivo tematico",
            key="obiettivo",
            vocabulary="obiettivi-tematici",
            term="broadMatch",
        ),
    ] = None


Marks = Annotated[tuple[Term, ...], Choice("Ordine dei marchi", key="marchi", vocabulary="marchi")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cycle(Term):
    """A programming cycle, and how its rules want the support of the Union to be stated."""

    statement: Annotated[str | None, Text("Dicitura accanto all'emblema", key="dicitura")] = None
    with_fund: Annotated[bool, Flag("Con il nome del fondo", key="con_il_fondo")] = False
    rule: Annotated[str | None, Text("Norma")] = None
    marks: Marks = ()


class Origin(StrEnum):
    """Whose money it is."""

    UNION = "UE"
    NATIONAL = "nazionale"
    LOCAL = "locale"
    PRIVATE = "privata"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fund(Term):
    """A source of money; a fund that had one cycle only says which."""

    origin: Annotated[Origin | None, Option("Gruppo", of=Origin)] = None
    cycle: Annotated[Term | None, Choice("Ciclo", vocabulary="cicli", term="relatedMatch")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme(Term):
    """A programme of one of the cycles, with its CCI code where it is known."""

    cycle: Annotated[Term, Choice("Ciclo", vocabulary="cicli", term="relatedMatch")]
    funds: Annotated[
        tuple[Term, ...], Choice("Fondi", vocabulary="fondi", term="relatedMatch")
    ] = ()
    territory: Annotated[
        Term | None, Choice("Territorio", vocabulary="territori", term="relatedMatch")
    ] = None
    marks: Marks = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeAction(Term):
    """A group of actions of a programme, by the beginning of their codes, and what it aims at."""

    programme: Annotated[Term, Choice("Programma", vocabulary="programmi", term="broadMatch")]
    expected_result: Annotated[
        Term, Choice("Risultato atteso", vocabulary="risultati-attesi", term="relatedMatch")
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class GlossaryTerm(Term):
    """A word that readers may not know; `short` is its acronym, `label` what it stands for."""

    definition: Annotated[Prose, Section("Definizione", term="definition")]
    reference: Annotated[str | None, Text("Riferimento", max_length=300)] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Synonyms(Term):
    """Different words for one thing: who searches by one finds the others."""

    forms: Annotated[
        tuple[str, ...], Text("Altre forme", key="forme", max_length=80, term="altLabel")
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class Status(Term):
    """The state of an experience."""

    finished: Annotated[bool, Flag("Conclusa")] = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase(Term):
    """A phase of the performance cycle (D.Lgs. 150/2009, art. 4)."""

    document: Annotated[str | None, Text("Documento", max_length=300)] = None
    deadline: Annotated[str | None, Text("Termine")] = None
    question: Annotated[str | None, Text("Domanda")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PhaseLink(Term):
    """A link between phases of the cycle that is often missing."""

    phases: Annotated[
        tuple[Term, ...], Choice("Fasi", vocabulary="fasi-ciclo", term="relatedMatch")
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceObjective(CodedTerm):
    """A service objective of the QSN 2007-2013 (delibera CIPE 82/2007), S.01 to S.11."""

    theme: Annotated[Term, Choice("Tema", vocabulary="temi", term="relatedMatch")]
    unit: Annotated[str, Text("Unità di misura", key="unita")]
    target: Annotated[Decimal, Number("Obiettivo 2013", key="obiettivo_2013")]
    direction: Annotated[Direction, Option("Verso", of=Direction)]
