"""Prose: contributors' Markdown to HTML that is safe to show.

CommonMark (cmark, in C), then an allow-list sanitiser (ammonia, in Rust). The reader has refused
HTML and unsafe links before; nothing here relies on that.
"""

import re
from functools import cache
from html import escape as html_escape
from html import unescape

import cmarkgfm
import nh3
from markupsafe import Markup, escape

from generator import routes
from generator.glossary import Glossary
from generator.records.terms import GlossaryTerm
from generator.values import Prose

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a", "hr"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes={"https", "mailto"},
    url_relative="deny",
    link_rel="noopener noreferrer nofollow ugc",
    clean_content_tags={"script", "style"},
)
_TAG = re.compile(r"(<[^>]*>)")
_OPENS = re.compile(r"<(a|code|pre)\b")
_CLOSES = re.compile(r"</(a|code|pre)>")
_HEADING = re.compile(r"<(/?)h[1-6]>")
_MARKS = re.compile(r"[*_`#>]+|\[([^\[\]]*)\]\([^()]*\)")


class Html(Markup):
    """HTML that was sanitised, or whose texts were escaped: the only one that templates leave."""


def html(prose: Prose, root: str = "", glossary: Glossary | None = None) -> Html:
    """The HTML of a text. A heading becomes a bold paragraph: the page's outline is ours.

    With a glossary, the first use of each of its words leads to it and says what it stands for.
    """
    rendered = cmarkgfm.markdown_to_html(prose)
    flat = _HEADING.sub(lambda tag: "</strong></p>" if tag[1] else "<p><strong>", rendered)
    clean = _CLEANER.clean(flat)
    return Html(_explained(clean, root, glossary) if glossary else clean)


def _explained(clean: str, root: str, glossary: Glossary) -> str:
    """The HTML with links to the glossary, in its text only: never in a link, in code, in a tag."""
    if not _may_use(unescape(clean), glossary):
        return clean
    pending = dict(glossary.used(unescape(_TAG.sub(" ", clean))))
    pieces = _TAG.split(clean)
    inside = 0
    for index, piece in enumerate(pieces):
        if not pending:
            break
        if index % 2:
            inside += _OPENS.match(piece) is not None
            inside -= _CLOSES.match(piece) is not None
        elif not inside:
            pieces[index] = _linked(piece, root, pending)
    return "".join(pieces)


def _may_use(text: str, glossary: Glossary) -> bool:
    """Whether a text holds the letters of some word: few sections do, and the rest need no look."""
    lower = text.lower()
    return any(map(text.__contains__, glossary.by_acronym)) or any(
        map(lower.__contains__, glossary.by_name)
    )


def _linked(text: str, root: str, pending: dict[str, GlossaryTerm]) -> str:
    for words in sorted(pending, key=len, reverse=True):
        shown = html_escape(words, quote=False)
        if shown not in text:
            continue
        if place := re.search(rf"(?<!\w){re.escape(shown)}(?!\w)", text):
            link = _term_link(shown, pending.pop(words), root)
            return (
                _linked(text[: place.start()], root, pending)
                + link
                + _linked(text[place.end() :], root, pending)
            )
    return text


@cache
def _term_link(shown: str, term: GlossaryTerm, root: str) -> str:
    meaning = term.label if shown == term.short else term.short or plain(term.definition)
    address = escape(root + routes.glossary_term(term.id))
    tip = f'<span class="term__tip"> ({escape(meaning)})</span>'
    return f'<a class="term" href="{address}">{shown}{tip}</a>'


def plain(prose: Prose) -> str:
    """The text without Markdown's marks, on one line, for descriptions."""
    return " ".join(_MARKS.sub(r"\1", prose).split())
