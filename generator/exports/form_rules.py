"""The rules of the form: what the reader asks of each field, as data that the browser interprets.

`theme/assets/verdict.js` goes through them in the reader's order; tests hold the two to the same
codes and messages.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, assert_never

from generator import composer, messages, naming, problems, prudence, reader, scalars, source
from generator.exports.ecma import ecma
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
    measures,
    texts,
)
from generator.records import RECORD_TYPES
from generator.records.parts import Deferral
from generator.schema import Attribute, schema_of

_Json = dict[str, Any]

_PATTERNS = {
    "forbidden": source.FORBIDDEN,
    "id": naming.ID,
    "provider": prudence.PROVIDER,
    "local_part": prudence.LOCAL_PART,
    "fiscal_code": prudence.FISCAL_CODE,
    "mobile": prudence.MOBILE,
    "html": prudence.HTML,
    "image": prudence.IMAGE,
    "links": prudence.LINKS,
    "address": prudence.ADDRESS,
    "not_in_addresses": prudence.NOT_IN_ADDRESSES,
    "host": prudence.HOST,
    "mailbox": texts.MAILBOX,
    "day": measures.DAY,
    "moment": measures.MOMENT,
    "whole": measures.WHOLE,
    "decimal": measures.DECIMAL,
    "ambiguous": measures.AMBIGUOUS,
    "day_first": measures.DAY_FIRST,
    "year_first": measures.YEAR_FIRST,
    "yaml_decimal": scalars.DECIMAL,
    "yaml_typed": scalars.OTHER_TYPES,
    "yaml_mark": scalars.MARK,
    "yaml_inner": scalars.INNER,
}


def form_rules_json() -> str:
    """The fields of every record type, and what the checks of a field need to know."""
    rules = {
        "messages": messages.MESSAGES,
        "unsafe": messages.UNSAFE,
        "suggestion": messages.SUGGESTION,
        "known_keys": messages.KNOWN_KEYS,
        "all_keys": messages.ALL_KEYS,
        "patterns": {name: ecma(pattern) for name, pattern in _PATTERNS.items()},
        "unknown": sorted(prudence.UNKNOWN),
        "formula": prudence.FORMULA,
        "indicators": "".join(sorted(scalars.INDICATORS)),
        "nulls": sorted(composer.NULLS),
        "reserved": sorted(naming.RESERVED),
        "examples": {"date": measures.DATE_EXAMPLE, "decimal": measures.DECIMAL_EXAMPLE},
        "limits": _limits(),
        "deferral": list(_fields(Deferral)),
        "types": {folder: list(_fields(kind.record)) for folder, kind in RECORD_TYPES.items()},
    }
    return json.dumps(rules, ensure_ascii=False, separators=(",", ":"))


def _limits() -> _Json:
    return {
        "id": naming.MAX_ID,
        "words": naming.MAX_WORDS,
        "url": prudence.MAX_URL,
        "text": composer.MAX_TEXT,
        "items": composer.MAX_ITEMS,
        "bytes": source.MAX_BYTES,
        "lines": source.MAX_LINES,
        "quoted": problems.QUOTED,
        "near": problems.NEAR,
        "few": reader.FEW,
    }


def _fields(record: type) -> Iterator[_Json]:
    for attribute in schema_of(record).attributes:
        yield _attribute(attribute) | _rules(attribute.field)


def _attribute(attribute: Attribute) -> _Json:
    about = {"key": attribute.key, "label": attribute.field.label}
    marks = {"required": attribute.required, "many": attribute.many}
    return about | {name: True for name, holds in marks.items() if holds}


def _rules(field: Field) -> _Json:  # noqa: C901  # one case a kind
    match field:
        case Text():
            return {"kind": "text", "most": field.max_length}
        case Section():
            return {"kind": "section", "most": field.max_length, "defers": field.may_defer}
        case Date():
            return {"kind": "date"}
        case PartialDate():
            return {"kind": "moment"}
        case Integer():
            return {"kind": "integer", "minimum": field.minimum, "maximum": field.maximum}
        case Number():
            return {"kind": "number", "minimum": field.minimum}
        case Flag():
            return {"kind": "flag"}
        case Code():
            pattern = ecma(re.compile(field.pattern))
            return {"kind": "code", "pattern": pattern, "example": field.example}
        case Url():
            return {"kind": "url", "http": field.http}
        case Email():
            return {"kind": "email"}
        case Choice():
            return {"kind": "choice", "of": field.vocabulary}
        case Option():
            return {"kind": "option", "of": [str(member) for member in field.of]}
        case Reference():
            return {"kind": "reference", "of": field.to}
        case Group():
            return {"kind": "group", "fields": list(_fields(field.of))}
        case _:
            assert_never(field)
