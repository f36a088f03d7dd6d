"""Prose: contributors' Markdown to HTML that is safe to show.

CommonMark (cmark, in C), then an allow-list sanitiser (ammonia, in Rust). The reader has refused
HTML and unsafe links before; nothing here relies on that.
"""

import re

import cmarkgfm
import nh3
from markupsafe import Markup

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
_HEADING = re.compile(r"<(/?)h[1-6]>")
_MARKS = re.compile(r"[*_`#>]+|\[([^\]]*)\]\([^)]*\)")


class Html(Markup):
    """HTML that went through the sanitiser: the only text that templates don't escape."""


def html(prose: Prose) -> Html:
    """The HTML of a text. A heading becomes a bold paragraph: the page's outline is ours."""
    rendered = cmarkgfm.markdown_to_html(prose)
    flat = _HEADING.sub(lambda tag: "</strong></p>" if tag[1] else "<p><strong>", rendered)
    return Html(_CLEANER.clean(flat))


def plain(prose: Prose) -> str:
    """The text without Markdown's marks, on one line, for descriptions."""
    return " ".join(_MARKS.sub(r"\1", prose).split())
