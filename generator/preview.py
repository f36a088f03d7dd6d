"""The preview: one record's page as a file that stands alone, whatever state the others are in."""

import re
from collections.abc import Sequence
from datetime import date

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.emblem import emblem_data
from generator.glossary import glossary_of
from generator.index import build_index
from generator.outputs import Publisher
from generator.problems import Problem
from generator.render import render
from generator.schema import references
from generator.threads import build_threads
from generator.values import Ref
from generator.views.record import record_view

_ELSEWHERE = re.compile(r'(<a\b[^<>]*?) href="(?:\.\./)+[^"]*"')
"""A link to another page: it begins with what leads to the site's root."""
_STYLES = "<style></style>"


def preview(
    catalogue: Catalogue, ref: Ref, problems: Sequence[Problem], today: date, styles: str
) -> str:
    """The HTML of a record's page on a day, after its problems; only these when there is no page.

    Its own style sheets are in it and it asks for nothing else. Links to other pages are plain
    text: they would lead nowhere.
    """
    sound = sound_part(catalogue)
    entry = sound.entries.get(ref)
    view, glossary = None, glossary_of(sound.vocabularies["glossario"])
    if entry:
        index = build_index(sound)
        view = record_view(sound, index, build_threads(sound, index, today), entry)
        glossary = glossary.used_in(view.text).glossary
    address = routes.record(ref)
    page = render(
        "preview.jinja",
        address,
        glossary,
        view=view,
        publisher=Publisher("", ""),
        record=f"{ref.type}/{ref.id}",
        problems=[str(problem) for problem in problems],
    )
    page = page.replace(f'src="{routes.to_root(address)}{routes.EMBLEM}"', f'src="{emblem_data()}"')
    return _ELSEWHERE.sub(r"\1", page).replace(_STYLES, f"<style>\n{styles}</style>")


def sound_part(catalogue: Catalogue) -> Catalogue:
    """The records whose references all lead to records that can be read, however far one goes."""
    entries = dict(catalogue.entries)
    while broken := [
        ref
        for ref, entry in entries.items()
        if any(other not in entries for _, other in references(entry.record))
    ]:
        for ref in broken:
            del entries[ref]
    return Catalogue(entries, catalogue.vocabularies)
