"""Drafting: from pieces to a draft. A piece fills a field, or is kept beside it with a reason."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.composer import MAX_TEXT
from generator.fields import Choice, Field, Group, Reference, Section, Text
from generator.imports.blocks import block
from generator.imports.lookup import Lookup
from generator.imports.meaning import is_item, meaning, without_bullet
from generator.imports.pieces import Doubt, Draft, Material, Path, Piece, Value
from generator.problems import Invalid
from generator.records import RecordType
from generator.records.parts import Deferral
from generator.schema import Attribute, schema_of
from generator.text import fold


def paths(record: type) -> dict[str, Path]:
    """The fields of a record and of its blocks, by their folded keys and labels; where two have
    one name, the outer and the earlier."""
    named = [found for each in schema_of(record).attributes for found in _named(each, (), "")]
    found: dict[str, Path] = {}
    for path, label in sorted(named, key=lambda pair: len(pair[0])):
        found.setdefault(fold("".join(path)), path)
        found.setdefault(fold(label), path)
    return found


def _named(attribute: Attribute, above: Path, label: str) -> Iterator[tuple[Path, str]]:
    """A field and those inside it, each with the labels that lead to it."""
    path, label = (*above, attribute.key), f"{label} {attribute.field.label}"
    if not (above and isinstance(attribute.field, Group)):
        yield path, label
    for part in parts(attribute.field):
        yield from _named(part, path, label)


def parts(field: Field) -> tuple[Attribute, ...]:
    """The fields of a block, or of what stands for a section that can't be written yet."""
    match field:
        case Group() as group:
            return schema_of(group.of).attributes
        case Section(may_defer=True):
            return schema_of(Deferral).attributes
        case _:
            return ()


def draft(
    kind: RecordType, material: Material, lookup: Lookup, columns: Mapping[str, Path]
) -> Draft:
    """The draft of a record. `columns` are the fields by folded label."""
    made = _Drafting(kind, lookup, Draft(material.origin, material.name))
    made.draft.notes += material.notes
    for piece in material.pieces:
        path = piece.path or columns.get(fold(piece.label))
        if path:
            made.fill(path, piece)
        else:
            made.draft.rest.append(piece)
    made.mark()
    return made.draft


@dataclass(frozen=True, slots=True)
class _Drafting:
    kind: RecordType
    lookup: Lookup
    draft: Draft

    def fill(self, path: Path, piece: Piece) -> None:
        """Put a piece in its field; whatever the field does not take becomes a doubt."""
        attributes = {each.key: each for each in schema_of(self.kind.record).attributes}
        attribute = attributes[path[0]]
        if len(piece.text) > MAX_TEXT:
            length = len(piece.text)
            self.doubt(path, piece, Invalid("text-too-long", length=length, maximum=MAX_TEXT))
            return
        if len(path) > 1:
            self.fill_part(attribute, path, piece)
            return
        for text in self.items(attribute, piece.text):
            one = Piece(piece.label, text)
            try:
                self.add(attribute, self.value(attribute, text), one)
            except Invalid as refusal:
                self.doubt(path, one, refusal)

    def items(self, attribute: Attribute, text: str) -> list[str]:
        """The texts of a field's values: a name with a comma in it is one."""
        if attribute.many and isinstance(attribute.field, Choice | Reference):
            try:
                meaning(attribute.field, text, self.lookup)
            except Invalid:
                return _items(attribute, text)
        elif attribute.many:
            return _items(attribute, text)
        return [text]

    def value(self, attribute: Attribute, text: str) -> Value:
        match attribute.field:
            case Group() as group:
                return {**block(group, text, self.lookup)}
            case field:
                return meaning(field, text, self.lookup)

    def add(self, attribute: Attribute, value: Value, piece: Piece) -> None:
        """Add a value to what the field holds already: to a list, or at the end of a text."""
        values, key = self.draft.values, attribute.key
        held = values.get(key)
        if attribute.many:
            items = held if isinstance(held, list) else []
            if value in items:
                raise Invalid("repeated-value")
            values[key] = [*items, value]
        elif held is None:
            values[key] = value
        elif isinstance(attribute.field, Section) and isinstance(held, str):
            values[key] = meaning(attribute.field, f"{held}\n\n{value}", self.lookup)
        elif held != value:
            raise Invalid("taken", text=piece.text)

    def fill_part(self, attribute: Attribute, path: Path, piece: Piece) -> None:
        """Put a piece in a field of a block: of the first one, if there may be several."""
        held = self.draft.values.get(attribute.key)
        holder = held[0] if isinstance(held, list) else held
        holder = holder if isinstance(holder, dict) else {}
        try:
            self.put(attribute, path[1:], holder, piece)
        except Invalid as refusal:
            self.doubt(path, piece, refusal)
            return
        others = held[1:] if isinstance(held, list) else []
        self.draft.values[attribute.key] = [holder, *others] if attribute.many else holder

    def put(self, attribute: Attribute, path: Path, holder: dict[str, Value], piece: Piece) -> None:
        part = next(each for each in parts(attribute.field) if each.key == path[0])
        match part.field:
            case Group():
                held = holder.get(part.key)
                inner = held if isinstance(held, dict) else {}
                self.put(part, path[1:], inner, piece)
                holder[part.key] = inner
            case field if part.key in holder:
                raise Invalid("taken", text=piece.text)
            case field:
                holder[part.key] = meaning(field, piece.text, self.lookup)

    def doubt(self, path: Path, piece: Piece, refusal: Invalid) -> None:
        doubts = self.draft.doubts.setdefault(path[0], [])
        doubts.append(Doubt(piece, str(refusal), refusal.code))

    def mark(self) -> None:
        """Say that it is a draft, where the type has a field for that."""
        for attribute in schema_of(self.kind.record).attributes:
            if attribute.name == "draft":
                self.draft.values[attribute.key] = "si"


def _items(attribute: Attribute, text: str) -> list[str]:
    """The parts of a text that are values of their own: bullets, lines, or what signs divide."""
    lines = [line for line in text.split("\n") if line.strip()]
    if any(is_item(line) for line in lines):
        return _bullets(lines)
    if len(lines) > 1:
        return [line.strip() for line in lines]
    signs = "[;|]" if isinstance(attribute.field, Text | Group) else "[;|,]"
    return [part.strip() for part in re.split(signs, text) if part.strip()]


def _bullets(lines: list[str]) -> list[str]:
    """The items of a list, each with the lines that go on below it."""
    items: list[str] = []
    for line in lines:
        if items and not is_item(line):
            items[-1] = f"{items[-1]} {line.strip()}"
        else:
            items.append(without_bullet(line).strip())
    return [item.rstrip(";").strip() for item in items]
