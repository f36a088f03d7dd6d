"""OT11-OT2: a page of the catalogue of experiences, saved as text or HTML, as pieces of a draft.

The labels of a page are those of the record type `esperienze`, which was declared after it; what
the page does in its own way is all here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.fields import Section
from generator.imports.lookup import Lookup
from generator.imports.meaning import is_item, without_bullet
from generator.imports.page import page_text
from generator.imports.pieces import Material, Path, Piece
from generator.imports.wording import (
    HIDDEN,
    PAGE,
    PAGE_SOURCE,
    SUMMARY_TEXT,
    TEXT_OF,
    THEMES,
    TITLE,
)
from generator.problems import Invalid
from generator.records import Experience
from generator.schema import schema_of
from generator.source import without_hidden
from generator.text import fold, slug

_LABELS = {fold(each.field.label): each for each in schema_of(Experience).attributes}
_TITLE, _SUMMARY, _DESCRIPTION = ("titolo",), ("sintesi",), ("descrizione",)
_THEMES, _PLANNED, _EXCHANGE = ("temi",), ("temi_in_progettazione",), ("modalita_scambio",)
_SOURCE, _SOURCE_DAY = ("fonti", "titolo"), ("fonti", "data")
_PUBLISHED = fold("Esperienza pubblicata il")
_OFFERS = fold("Modalità di scambio attivabili")
# Headings of the page that no field answers to.
_HEADINGS = {fold("Gruppo di lavoro"), fold("Esperienza in breve"), fold("Visualizzazioni")}
_BARE = {fold("Esperienza in breve"), _OFFERS}
"""Those that come without a colon."""
# One label, two fields: what comes first and what comes second.
_HALVES: dict[str, tuple[Path, Path]] = {
    fold("Obiettivo Tematico"): (("obiettivo_tematico",), ("risultato_atteso",)),
}
# One label, two fields: the items of its lists, and the rest.
_LISTS: dict[str, tuple[Path, Path]] = {
    fold("Soggetti coinvolti per l'elaborazione e la realizzazione"): (
        ("soggetti_coinvolti",),
        ("organizzazione_soggetti",),
    ),
}
_LATER = re.compile(r"Sarà possibile individuare .{1,300}", re.DOTALL)
_UNDER_WAY = fold("in corso di progettazione")
_HEADING = re.compile(r"([^:]{3,90}):\s*(.*)")
_SENTENCE = re.compile(r"(.+?[.!?])(?=\s|$)", re.DOTALL)
_MAX_SUMMARY = 255


@dataclass(slots=True)
class _Part:
    """A heading of the page, as it is written, and the lines below it."""

    label: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The part as Markdown."""
        return _markdown(self.lines)


def page_material(data: bytes, name: str, lookup: Lookup) -> Material:
    """The pieces of a page. Raises `Invalid` when there is none of its headings."""
    raw, notes = page_text(data)
    text, lost = without_hidden(raw.replace("\xa0", " "))
    first, *parts = _parts(text.split("\n"))
    if not parts:
        raise Invalid("not-a-page")
    title, *lines = [line for line in first.lines if line.strip()] or [""]
    title = title.strip()
    intro = _Part(TITLE, lines)
    day = next((part.text for part in parts if fold(part.label) == _PUBLISHED), "")
    pieces = [Piece(TITLE, title, _TITLE)] if title else []
    pieces += _introduction(intro, lookup)
    for part in parts:
        pieces += _pieces(part, day, lookup)
    pieces.append(Piece(PAGE, PAGE_SOURCE.format(title=title), _SOURCE))
    if day:
        pieces.append(Piece(PAGE, day, _SOURCE_DAY))
    said = [SUMMARY_TEXT] if any(piece.path == _SUMMARY for piece in pieces) else []
    said += [HIDDEN.format(names=", ".join(lost), label=name)] if lost else []
    said += [THEMES] if any(piece.path == _THEMES for piece in pieces) else []
    return Material(PAGE, slug(name), tuple(pieces), (*notes, *said))


def _parts(lines: Iterable[str]) -> list[_Part]:
    """The page divided by its headings; what comes before the first has no label."""
    parts = [_Part("")]
    for line in lines:
        heading = _HEADING.fullmatch(line.strip())
        if heading and fold(heading.group(1)) in _LABELS.keys() | _HEADINGS:
            parts.append(_Part(heading.group(1).strip(), [heading.group(2)]))
        elif fold(line) in _BARE:
            parts.append(_Part(line.strip()))
        else:
            parts[-1].lines.append(line)
    return parts


def _markdown(lines: list[str]) -> str:
    """Paragraphs and lists; a line right below an item goes on with it."""
    found: list[tuple[bool, str]] = []
    goes_on = False
    for text in (" ".join(line.split()) for line in lines):
        if goes_on and text and not is_item(text):
            found[-1] = (True, f"{found[-1][1]} {text}")
            continue
        goes_on = is_item(text)
        if text:
            found.append((goes_on, _line(text)))
    shown = ""
    for (was_item, _), (is_one, text) in pairwise([(False, ""), *found]):
        shown += f"\n{text}" if was_item and is_one else f"\n\n{text}"
    return shown.strip()


def _line(text: str) -> str:
    """A line as Markdown: bullets of any kind are hyphens, numbers stay."""
    number = re.match(r"\d{1,2}\.", text)
    mark = number.group() if number else "-"
    return f"{mark} {without_bullet(text)}" if is_item(text) else text


def _introduction(part: _Part, lookup: Lookup) -> Iterator[Piece]:
    """What stands above the first heading: the description, which names the themes in a list."""
    if not part.text:
        return
    yield Piece(part.label, part.text, _DESCRIPTION)
    sentence = _SENTENCE.match(part.text)
    if sentence and len(sentence.group(1)) <= _MAX_SUMMARY:
        yield Piece(part.label, sentence.group(1), _SUMMARY)
    for line in filter(is_item, part.lines):
        for form, ids in lookup.terms["temi"].items():
            if fold(without_bullet(line)).startswith(form) and len(ids) == 1:
                yield Piece(part.label, ids[0], _THEMES)
                if _UNDER_WAY in fold(line):
                    yield Piece(part.label, ids[0], _PLANNED)
                break


def _pieces(part: _Part, day: str, lookup: Lookup) -> Iterator[Piece]:
    """The pieces of a part; none for a heading with nothing below."""
    label = fold(part.label)
    if not part.text:
        return
    if label == _OFFERS:
        yield from _offers(part, lookup)
    elif label in _HALVES:
        yield from _halves(part, _HALVES[label])
    elif label in _LISTS:
        yield from _divided(part, *_LISTS[label])
    elif _is_later(label, part.text):
        yield from _later(part, day)
    elif _holds_one_line(label):
        yield from _first_line(part)
    else:
        yield Piece(part.label, part.text)


def _halves(part: _Part, halves: tuple[Path, Path]) -> Iterator[Piece]:
    texts = re.split(r"\s+[-–]\s+", without_bullet(part.text), maxsplit=1)
    for text, path in zip(texts, halves, strict=False):
        yield Piece(part.label, text, path)


def _later(part: _Part, day: str) -> Iterator[Piece]:
    """A section that says only that it will be written, on the day of the page."""
    key = _LABELS[fold(part.label)].key
    yield Piece(part.label, part.text, (key, "rinviato", "motivo"))
    if day:
        yield Piece(part.label, day, (key, "rinviato", "data"))


def _first_line(part: _Part) -> Iterator[Piece]:
    """The line that a field of one line takes; below it there may be a heading nobody knows."""
    first, *others = [line for line in part.lines if line.strip()]
    yield Piece(part.label, first.strip())
    if others:
        yield Piece(TEXT_OF.format(label=part.label), _markdown(others))


def _holds_one_line(label: str) -> bool:
    return label in _LABELS and not (
        _LABELS[label].many or isinstance(_LABELS[label].field, Section)
    )


def _is_later(label: str, text: str) -> bool:
    """Whether a section says only that it will be written later."""
    kind = _LABELS[label].field if label in _LABELS else None
    return isinstance(kind, Section) and kind.may_defer and bool(_LATER.fullmatch(text))


def _divided(part: _Part, items: Path, rest: Path) -> Iterator[Piece]:
    listed = [line for line in part.lines if is_item(line)]
    told = _markdown([line for line in part.lines if not is_item(line)])
    if told:
        yield Piece(part.label, told, rest)
    if listed:
        yield Piece(part.label, "\n".join(listed), items)


def _offers(part: _Part, lookup: Lookup) -> Iterator[Piece]:
    """The ways of exchange are named in a sentence, in the plural; the sentence is kept too."""
    words = fold(part.text)
    forms = lookup.terms["modalita-scambio"].items()
    named = dict.fromkeys(ids for form, ids in forms if form[:-1] in words and len(ids) == 1)
    for (term_id,) in named:
        yield Piece(part.label, term_id, _EXCHANGE)
    yield Piece(TEXT_OF.format(label=part.label), part.text)
