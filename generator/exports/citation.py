"""Citations: how to cite a record, in words, as BibTeX and as RIS.

The sheet is what is cited: its author is the portal, the body that did the work is told beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.outputs import Publisher
from generator.records import RECORD_TYPES
from generator.views import words

_LATEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says; the texts are single lines."""

    key: str
    title: str
    about: str
    """What the record is, and whose: «Esperienza, Regione Toscana»."""
    portal: str
    updated: date | None
    url: str


def citation(catalogue: Catalogue, entry: Entry, publisher: Publisher) -> Citation:
    """How to cite a record."""
    body = getattr(entry.record, "owner", None)
    whose = (catalogue.entries[body].record.title,) if body else ()
    return Citation(
        key=f"{entry.ref.type}-{entry.ref.id}",
        title=entry.record.title,
        about=", ".join((RECORD_TYPES[entry.ref.type].singular, *whose)),
        portal=publisher.name,
        updated=entry.record.updated,
        url=f"{publisher.origin}{routes.record(entry.ref)}",
    )


def in_words(cited: Citation) -> str:
    """The citation in words, without its address, which a page shows as a link."""
    when = f", scheda aggiornata il {words.day(cited.updated)}" if cited.updated else ""
    return f"«{cited.title}» ({cited.about}), in {cited.portal}{when}."


def bibtex(cited: Citation) -> str:
    """As BibTeX; double braces keep capitals, and a body's name in one piece."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex(cited))
    return f"@misc{{{cited.key},\n{lines}}}\n"


def _bibtex(cited: Citation) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{cited.title.translate(_LATEX)}}}"
    yield "author", f"{{{cited.portal.translate(_LATEX)}}}"
    yield "note", cited.about.translate(_LATEX)
    if cited.updated:
        yield "year", str(cited.updated.year)
        yield "date", cited.updated.isoformat()
    yield "url", cited.url
    yield "langid", "italian"


def ris(cited: Citation) -> str:
    """As RIS, the format of reference managers; lines end as its specification wants."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris(cited))


def _ris(cited: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "TI", cited.title
    yield "AU", f"{cited.portal},"  # the comma: a name in one piece
    yield "N1", cited.about
    if cited.updated:
        yield "PY", str(cited.updated.year)
        yield "DA", f"{cited.updated:%Y/%m/%d}"
    yield "UR", cited.url
    yield "LA", "it"
    yield "ER", ""
