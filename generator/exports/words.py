"""Words: what the catalogue is made of, for near spellings when a search finds nothing."""

import json
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue

_WORD = re.compile(r"[^\W\d_]{4,}")


def words_json(catalogue: Catalogue) -> str:
    """The words of titles, summaries, themes and glossary, as a sorted JSON list."""
    found = {word.lower() for text in _texts(catalogue) for word in _WORD.findall(text)}
    return json.dumps(sorted(found), ensure_ascii=False)


def _texts(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.entries.values():
        yield entry.record.title
        yield getattr(entry.record, "summary", "")
    for name in ("temi", "sottotemi", "glossario", "sinonimi"):
        for term in catalogue.vocabularies[name].values():
            yield term.label
