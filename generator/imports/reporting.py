"""Reporting: what became of a draft's pieces, in words."""

from collections.abc import Iterator

from generator.imports.pieces import Draft
from generator.imports.wording import DOUBT_LINE, PERSONAL, REST_LINE, WRITTEN
from generator.prudence import without_personal_data


def draft_report(draft: Draft, path: str) -> Iterator[str]:
    """A line on the draft, then one for each thing that an editor has to look at."""
    doubts = [(key, doubt) for key, found in draft.doubts.items() for doubt in found]
    yield WRITTEN.format(
        path=path,
        origin=draft.origin,
        filled=len(draft.values),
        doubts=len(doubts),
        rest=len(draft.rest),
    )
    for note in draft.notes:
        yield f"  {note}"
    for key, doubt in doubts:
        label, reason = doubt.piece.label, doubt.reason
        line = DOUBT_LINE.format(label=label, key=key, reason=reason, code=doubt.code)
        yield f"  {without_personal_data(line, PERSONAL)}"
    for piece in draft.rest:
        yield "  " + REST_LINE.format(label=piece.label)
