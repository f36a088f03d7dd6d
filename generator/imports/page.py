"""Pages: the text of a web page saved as HTML, headings and lists on lines of their own."""

import re
from typing import Any

from generator.imports.encoding import decoded
from generator.imports.wording import AROUND
from generator.problems import Invalid

_UNREAD = ("script", "style", "noscript", "template", "svg", "iframe", "nav", "footer", "select")
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "aside", "table", "tr", "blockquote"}
    | {"ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "form", "fieldset"}
)
_MAIN = ("//main", "//*[@role='main']", "//article", "//body")
_HTML = re.compile(r"<(!doctype|html|body|div|p|h1)\b", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether a text is a page's source."""
    return bool(_HTML.search(text[:10_000]))


def page_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a page or of a file of text, and what must be said of it."""
    text, notes = decoded(data)
    if not is_html(text):
        return text, notes
    import lxml.html  # not above: the other commands need not wait for it
    from lxml import etree

    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, ValueError):  # nothing in it, or nothing but comments
        raise Invalid("not-a-page") from None
    main = next(iter(node for path in _MAIN for node in root.xpath(path)), root)
    whole = len(root.text_content())
    etree.strip_elements(main, etree.Comment, etree.PI, *_UNREAD, with_tail=False)
    for node in main.iter():
        _set_apart(node)
    around = (AROUND,) if len(main.text_content()) < whole else ()
    return main.text_content(), (*notes, *around)


def _set_apart(node: Any) -> None:
    """Put an element on lines of its own; the line ends of the source are but spaces."""
    node.text = re.sub(r"\s+", " ", node.text or "")
    node.tail = re.sub(r"\s+", " ", node.tail or "")
    if node.tag == "br":
        node.tail = f"\n{node.tail}"
    elif node.tag == "li":
        parent = node.getparent()
        numbered = parent is not None and parent.tag == "ol"
        mark = f"{parent.index(node) + 1}." if numbered else "•"
        node.text, node.tail = f"\n  {mark} {node.text.lstrip()}", f"\n{node.tail}"
    elif node.tag in _BLOCKS:
        node.text, node.tail = f"\n\n{node.text}", f"\n\n{node.tail}"
