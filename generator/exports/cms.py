"""The CMS: what the editor in the browser, Sveltia CMS, knows of each record type.

Its options are those of its own schema. Two field types and the formats of the files are ours, in
hooks/theme/assets/editor.js: a value stays the text that it is in the file, whatever YAML would
take it for. So numbers are texts here too, or 5.0 would come out as 5.
"""

from collections.abc import Mapping
from typing import Any, assert_never

from generator.exports import patterns
from generator.exports.json_schema import Names
from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Field,
    Flag,
    Group,
    Integer,
    Number,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
    Url,
)
from generator.guidance import expected
from generator.index import words
from generator.messages import (
    CMS_DEFER,
    CMS_DEFER_MISSING,
    CMS_ID,
    SCHEMA_EXPECTED,
    SCHEMA_LINE,
    SCHEMA_PROSE,
)
from generator.naming import ID
from generator.records import RECORD_TYPES, RecordType
from generator.records.parts import Deferral
from generator.schema import Attribute, schema_of

_Json = dict[str, Any]
Layout = Mapping[str, "Layout | str | None"]
"""The keys of a block in their order, each with those of its own block, or `number`, or nothing."""

DEFERRABLE = "rinviabile"
"""The field type that is a text, or says why there isn't one yet."""
NUMBER = "number"

_NAME = 60
"""Characters that a title gives to a file's name: the editor counts no words, and here are hardly
ever more than a name may have. What people type themselves is held to the pattern."""


def cms_config(names: Names) -> _Json:
    """All that the editor is told but where the files are and who may write them."""
    return {
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": _NAME},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "show_preview_links": False,
        # No pictures: nothing to upload, nowhere to look for them.
        "media_folder": "",
        "media_libraries": {"default": False, "stock_assets": False},
        "collections": [_collection(kind, names) for kind in RECORD_TYPES.values()],
    }


def layouts() -> Mapping[str, Layout]:
    """The order of the fields of each record type, which its files keep."""
    return {folder: _layout(kind.record) for folder, kind in RECORD_TYPES.items()}


def _layout(record: type) -> Layout:
    return {attribute.key: _inside(attribute.field) for attribute in schema_of(record).attributes}


def _inside(field: Field) -> Layout | str | None:
    match field:
        case Group():
            return _layout(field.of)
        case Section() if field.may_defer:
            return _layout(Deferral)
        case Integer() | Number():
            return NUMBER
        case _:
            return None


def _collection(kind: RecordType, names: Names) -> _Json:
    title = _title(kind.record)
    return {
        "name": kind.folder,
        "label": kind.plural,
        "label_singular": kind.singular,
        "description": kind.about,
        "folder": f"practices/{kind.folder}",
        "extension": "yml",
        "format": f"scheda-{kind.folder}",
        "identifier_field": title,
        "summary": f"{{{{{title}}}}}",
        "sortable_fields": [title],
        "slug": {
            "template": f"{{{{{title}}}}}",
            "editable": ["create"],
            "hint": CMS_ID,
            "pattern": [f"^{ID.pattern}$", CMS_ID],
        },
        "create": True,
        "delete": False,  # other records, and other sites, may point to it
        "thumbnail": False,
        "fields": _fields(kind.record, names),
    }


def _title(record: type) -> str:
    """The key of a record's name: its first field."""
    return schema_of(record).attributes[0].key


def _fields(record: type, names: Names) -> list[_Json]:
    return [_named(attribute, names) for attribute in schema_of(record).attributes]


def _named(attribute: Attribute, names: Names) -> _Json:
    field = attribute.field
    about: _Json = {
        "name": attribute.key,
        "label": field.label,
        "required": attribute.required,
        "hint": _hint(field),
    }
    widget = _widget(field, names)
    if attribute.many:
        widget = _several(field, widget)
    if isinstance(field, Group):
        widget |= {"collapsed": "auto"}
    return {name: value for name, value in about.items() if value != ""} | widget


def _several(field: Field, one: _Json) -> _Json:
    match field:
        case Choice() | Reference():
            return one | {"multiple": True}
        case Group():
            return one | {"widget": "list"}
        case _:
            item = {"name": "voce", "label": field.label, **one}
            return {"widget": "list", "field": item}


def _hint(field: Field) -> str:
    match field:
        case Choice() | Reference() | Option() | Flag() | Group():
            return field.hint
        case _:
            wanted = expected(field)
            return f"{wanted[:1].upper()}{wanted[1:]}. {field.hint}".strip()


def _widget(field: Field, names: Names) -> _Json:  # noqa: C901  # one case a kind
    """How a field is filled in, and what is said of a value that can't be."""
    match field:
        case Text():
            pattern = [patterns.line(), SCHEMA_LINE]
            return _line(field, pattern) | {"maxlength": field.max_length}
        case Section():
            return _prose(field, names)
        case Date():
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case PartialDate():
            return _line(field, patterns.PARTIAL_DATE)
        case Integer():
            return _line(field, patterns.integer(field.minimum))
        case Number():
            return _line(field, patterns.number(field.minimum))
        case Code():
            return _line(field, patterns.code(field.pattern))
        case Url():
            return _line(field, patterns.url(http=field.http)) | {"type": "url"}
        case Email():
            return _line(field, patterns.EMAIL) | {"type": "email"}
        case Flag():
            return _select({"si": "sì", "no": "no"})
        case Choice():
            return _select(names.terms[field.vocabulary])
        case Option():
            return _select({str(member): words(member) for member in field.of})
        case Reference():
            title = _title(RECORD_TYPES[field.to].record)
            return {
                "widget": "relation",
                "collection": field.to,
                "value_field": "{{slug}}",
                "display_fields": [title],
                "search_fields": [title],
            }
        case Group():
            return {"widget": "object", "fields": _fields(field.of, names)}
        case _:
            assert_never(field)


def _line(field: Field, pattern: str | list[str]) -> _Json:
    if isinstance(pattern, str):
        pattern = [pattern, SCHEMA_EXPECTED.format(expected=expected(field))]
    return {"widget": "string", "pattern": pattern, "use_emoji_autocomplete": False}


def _prose(field: Section, names: Names) -> _Json:
    """A box for Markdown as it is: the editor's own way to format would rewrite it."""
    box: _Json = {"pattern": [patterns.prose(), SCHEMA_PROSE], "maxlength": field.max_length}
    if not field.may_defer:
        return box | {"widget": "text", "use_emoji_autocomplete": False}
    [deferred] = _fields(Deferral, names)
    said = {"choice": CMS_DEFER, "missing": CMS_DEFER_MISSING}
    return box | {"widget": DEFERRABLE, "deferral": deferred | said}


def _select(options: Mapping[str, str]) -> _Json:
    return {
        "widget": "select",
        "options": [{"label": label, "value": name} for name, label in options.items()],
    }
