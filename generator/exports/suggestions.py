"""Suggestions: what the search box proposes while one types."""

import json
from collections.abc import Iterator

from generator import routes
from generator.catalogue import Catalogue
from generator.records import RECORD_TYPES

_Row = tuple[str, str, str]


def suggestions_json(catalogue: Catalogue) -> str:
    """Rows of text, kind and address: themes first, then records, then words of the glossary."""
    return json.dumps(list(_rows(catalogue)), ensure_ascii=False, separators=(",", ":"))


def _rows(catalogue: Catalogue) -> Iterator[_Row]:
    for theme in catalogue.vocabularies["temi"].values():
        yield theme.label, "Tema", routes.theme(theme.id)
    for ref, entry in catalogue.entries.items():
        yield entry.record.title, RECORD_TYPES[ref.type].singular, routes.record(ref)
    for term in catalogue.vocabularies["glossario"].values():
        text = f"{term.short}: {term.label}" if term.short else term.label
        yield text, "Glossario", routes.glossary_term(term.id)
