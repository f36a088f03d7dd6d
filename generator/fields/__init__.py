"""Fields: the kinds of value that a record can have.

A field knows how to parse one YAML scalar. What each output makes of a field (a row of a page, a
JSON Schema, a CSV cell) belongs to that output, which matches over the closed union `Field`.
"""

from generator.fields.kind import Kind, Place
from generator.fields.links import Choice, Group, Option, Reference
from generator.fields.measures import Date, Flag, Integer, Number, PartialDate
from generator.fields.texts import Code, Email, Section, Text, Url

__all__ = [
    "Choice",
    "Code",
    "Date",
    "Email",
    "Field",
    "Flag",
    "Group",
    "Integer",
    "Kind",
    "Leaf",
    "Number",
    "Option",
    "PartialDate",
    "Place",
    "Reference",
    "Section",
    "Text",
    "Url",
]

Leaf = (
    Text
    | Section
    | Date
    | PartialDate
    | Integer
    | Number
    | Flag
    | Code
    | Url
    | Email
    | Choice
    | Option
    | Reference
)
"""The kinds of field that hold one scalar."""

Field = Leaf | Group
"""Every kind of field. Closed, so that mypy names each output that a new kind must reach."""
