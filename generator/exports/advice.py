"""Advice: what `explain` prints of a problem."""

import re
from collections.abc import Iterator
from textwrap import indent, wrap

from generator.explanations import EXPLANATIONS
from generator.messages import MESSAGES

_WIDTH = 92


def advice(code: str) -> Iterator[str]:
    """A problem's message, why it is a problem, how to mend it, an example; in lines."""
    explanation = EXPLANATIONS[code]
    yield f"{code}: {gist(code)}"
    yield ""
    yield from _paragraph(f"Perché: {explanation.why}")
    yield ""
    yield from _paragraph(f"Come si corregge: {explanation.mend}")
    if explanation.before:
        yield ""
        yield "Così no:"
        yield indent(explanation.before, "    ")
        yield "Così sì:"
        yield indent(explanation.after, "    ")


def gist(code: str) -> str:
    """A message without what it says of one case."""
    return re.sub(r"\{\w+\}", "…", MESSAGES[code].replace("{suggestion}", ""))


def _paragraph(text: str) -> list[str]:
    return wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
