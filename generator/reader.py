"""The reader: from a YAML node to a record, or to everything that is wrong with it."""

from dataclasses import dataclass, field
from typing import Any

from generator.composer import Node
from generator.fields import Field, Group, Section
from generator.messages import ALL_KEYS, KNOWN_KEYS
from generator.problems import Invalid, Problem, problem, suggestion
from generator.records.parts import Deferral
from generator.schema import Attribute, Schema, schema_of
from generator.values import Known

FEW = 12


def read_record(
    record: type, node: Node, known: Known, path: str = "", **given: object
) -> tuple[Any | None, list[Problem]]:
    """Read one record. There is a record exactly when there are no problems.

    `path` goes before the names of the fields; `given` are the attributes that don't come from
    the document, such as a term's id.
    """
    reader = _Reader(known)
    return reader.record(schema_of(record), node, path, given), reader.problems


@dataclass(slots=True)
class _Reader:
    known: Known
    problems: list[Problem] = field(default_factory=list)
    refused: bool = False
    """Whether a value was refused already, when the file was read."""

    def record(self, schema: Schema, node: Node, path: str, given: dict[str, Any]) -> Any | None:
        before = len(self.problems)
        try:
            values = self.values(schema, node, path)
        except Invalid as refusal:
            self.report(node, path.rstrip("."), refusal)
        return None if self.problems[before:] or self.refused else schema.record(**given, **values)

    def values(self, schema: Schema, node: Node, path: str) -> dict[str, object]:
        written = self.pairs(node, path)
        values: dict[str, object] = {}
        missing: dict[str, Node] = {}
        for attribute in schema.attributes:
            key, value = written.pop(attribute.key, (node, None))
            if value is not None and value.refused:
                self.refused = True
                continue
            if value is not None and not _is_empty(value):
                values[attribute.name] = self.values_of(attribute, value, path + attribute.key)
            elif attribute.required:
                missing[attribute.key] = key
        for right in self.unknown(schema, written, path):
            missing.pop(right, None)
        for name, place in missing.items():
            self.report(place, path + name, Invalid("required"))
        return values

    def unknown(self, schema: Schema, written: dict[str, tuple[Node, Node]], path: str) -> set[str]:
        """Refuse the keys that no attribute has; the right ones that they stand for."""
        keys = [attribute.key for attribute in schema.attributes]
        meant = set()
        for key, (node, _) in written.items():
            near = suggestion(key, keys)
            meant |= {right for right in keys if near and f"«{right}»" in near}
            refusal = Invalid("unknown-key", suggestion=near or _expected(keys))
            self.report(node, path + key, refusal)
        return meant

    def values_of(self, attribute: Attribute, node: Node, path: str) -> object:
        if not attribute.many:
            return self.value(attribute.field, node, path)
        try:
            items = node.items()
        except Invalid as refusal:
            self.report(node, path, refusal)
            return ()
        values = []
        for index, item in enumerate(items):
            if item.refused:
                self.refused = True
                continue
            if _is_empty(item):
                self.report(item, f"{path}[{index}]", Invalid("empty-item"))
                continue
            value = self.value(attribute.field, item, f"{path}[{index}]")
            if value is not None and value in values:
                self.report(item, f"{path}[{index}]", Invalid("repeated-value"))
            values.append(value)
        return tuple(values)

    def value(self, kind: Field, node: Node, path: str) -> object:
        try:
            match kind:
                case Group():
                    return self.record(schema_of(kind.of), node, f"{path}.", {})
                case Section() if node.is_mapping:
                    return self.deferral(kind, node, path)
                case _:
                    return kind.parse(node.text(), self.known)
        except Invalid as refusal:
            self.report(node, path, refusal)
            return None

    def deferral(self, kind: Section, node: Node, path: str) -> object:
        if not kind.may_defer:
            raise Invalid("not-deferrable" if "rinviato" in _keys(node) else "not-a-scalar")
        deferral = self.record(schema_of(Deferral), node, f"{path}.", {})
        return deferral and deferral.deferred

    def pairs(self, node: Node, path: str) -> dict[str, tuple[Node, Node]]:
        pairs: dict[str, tuple[Node, Node]] = {}
        for key, value in node.pairs():
            try:
                name = key.text()
            except Invalid as refusal:
                self.report(key, path.rstrip("."), refusal)
                continue
            if name in pairs:
                line = pairs[name][0].line
                self.report(key, path + name, Invalid("duplicate-key", line=line))
            pairs.setdefault(name, (key, value))
        return pairs

    def report(self, node: Node, path: str, refusal: Invalid) -> None:
        self.problems.append(problem(node.location, path, refusal))


def _expected(keys: list[str]) -> str:
    """The keys of a small block; those of a whole record are explained on a page of the site."""
    return KNOWN_KEYS.format(known=", ".join(keys)) if len(keys) <= FEW else ALL_KEYS


def _keys(node: Node) -> list[object]:
    return [key.value for key, _ in node.pairs()]


def _is_empty(node: Node) -> bool:
    """Whether nothing was written: no value, a blank text, or an empty list, as forms leave it."""
    value = node.value
    return value is None or value == [] or (isinstance(value, str) and not value.strip())
