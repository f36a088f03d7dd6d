"""Inlines: pieces of text with their links, as HTML.

A page holds hundreds of them, and a template would take ten times as long for each.
"""

from collections.abc import Iterable

from markupsafe import escape

from generator.prose import Html
from generator.views.values import Inline

_ELSEWHERE = 'rel="noopener noreferrer nofollow ugc"'


def item(texts: Iterable[Inline], root: str) -> Html:
    """The texts that belong together, with a dot between them."""
    return Html(" · ".join(_inline(text, root) for text in texts))


def inline(text: Inline, root: str) -> Html:
    """One text; a link to another site says that it leads there, one to ours begins with `root`."""
    return Html(_inline(text, root))


def _inline(text: Inline, root: str) -> str:
    words: str = escape(text.text)
    if text.url:
        return f'<a href="{escape(text.url)}" {_ELSEWHERE}>{words}</a>'
    if text.since:
        words = f'<time datetime="{escape(text.since)}">{words}</time>'
        return f'<a href="{root}{escape(text.address)}">{words}</a>' if text.address else words
    return words if text.address is None else f'<a href="{root}{escape(text.address)}">{words}</a>'
