"""Blocks: one text that fills several fields, such as «Regione Prova (Capofila)»."""

import re
from collections.abc import Sequence

from generator.fields import Choice, Code, Field, Group, Number, Reference, Text, Url
from generator.imports.lookup import Lookup
from generator.imports.meaning import meaning
from generator.problems import Invalid
from generator.schema import Attribute, schema_of

_CODE = re.compile(r"(\S+)\s+[-–—]\s+(.+)", re.DOTALL)
_ASIDE = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s()]+")

_Attributes = Sequence[Attribute]
_Found = dict[str, str]


def block(group: Group, text: str, lookup: Lookup) -> dict[str, str]:
    """The fields of a block that a text fills: a record or a name with a role, an amount with what
    it is for, a code with what it stands for, a title with its address. Raises `Invalid` when they
    are not all that the block needs."""
    attributes = schema_of(group.of).attributes
    address, rest = _address(attributes, text.strip(), lookup)
    found = (
        _coded(attributes, rest, lookup)
        or _known(attributes, rest, lookup)
        or _first(attributes, rest, lookup, Text)
    )
    if not found:
        texts = (each.field for each in attributes if isinstance(each.field, Text))
        meaning(next(texts), rest, lookup)  # which says why not
    found = {**found, **address}
    missing = [each.field.label for each in attributes if each.required and each.key not in found]
    if missing:
        raise Invalid("incomplete-block", known=", ".join(missing))
    return found


def _address(attributes: _Attributes, text: str, lookup: Lookup) -> tuple[_Found, str]:
    """The address in a text, if the block has a field for one, and the text without it."""
    match = _ADDRESS.search(text)
    found = _first(attributes, match.group(), lookup, Url) if match else {}
    if not match or not found:
        return {}, text
    before, after = text[: match.start()].rstrip(" \n("), text[match.end() :].lstrip(" \n)")
    return found, f"{before} {after}".strip() or match.group()


def _coded(attributes: _Attributes, text: str, lookup: Lookup) -> _Found:
    """«D.1.2 - Azioni»: a code, then what it is the code of."""
    match = _CODE.fullmatch(text)
    if not match or not isinstance(attributes[0].field, Code):
        return {}
    return _both(
        _first(attributes[:1], match.group(1), lookup, Code),
        _first(attributes, match.group(2), lookup, Text),
    )


def _known(attributes: _Attributes, text: str, lookup: Lookup) -> _Found:
    """A record, an amount or a code, alone or with something else between brackets."""
    main = (Reference, Number, Code)
    if found := _first(attributes, text, lookup, *main):
        return found
    split = _ASIDE.fullmatch(text)
    if not split:
        return {}
    body, aside = split.groups()
    known = _first(attributes, body, lookup, *main)
    if term := _first(attributes, aside, lookup, Choice):
        return _both(known or _first(attributes, body, lookup, Text), term)
    optional = [each for each in reversed(attributes) if not each.required]
    return _both(known, _first(optional, aside, lookup, Text))


def _both(one: _Found, other: _Found) -> _Found:
    return {**one, **other} if one and other else {}


def _first(attributes: _Attributes, text: str, lookup: Lookup, *kinds: type[Field]) -> _Found:
    """The first of the fields of some kinds that takes a text."""
    for attribute in attributes:
        field = attribute.field
        if isinstance(field, kinds) and not isinstance(field, Group):
            try:
                return {attribute.key: meaning(field, text, lookup)}
            except Invalid:
                continue
    return {}
