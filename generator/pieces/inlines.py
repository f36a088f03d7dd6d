"""Inlines: pieces of text with their links."""

from generator.pieces.escaping import escaped
from generator.views.blocks import Item
from generator.views.values import Inline

_ELSEWHERE = 'rel="noopener noreferrer nofollow ugc"'


def item(texts: Item, root: str) -> str:
    """The texts that belong together, with a dot between them."""
    return " · ".join([inline(text, root) for text in texts])


def inline(text: Inline, root: str) -> str:
    """One text; a link to another site says that it leads there, one to ours begins with `root`."""
    words = escaped(text.text)
    if text.url:
        return f'<a href="{escaped(text.url)}" {_ELSEWHERE}>{words}</a>'
    if text.since:
        words = f'<time datetime="{escaped(text.since)}">{words}</time>'
        return f'<a href="{root}{escaped(text.address)}">{words}</a>' if text.address else words
    return words if text.address is None else f'<a href="{root}{escaped(text.address)}">{words}</a>'
