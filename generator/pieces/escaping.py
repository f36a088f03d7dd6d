"""Escaping: texts as HTML shows them."""

from html import escape


def escaped(text: str) -> str:
    """The same that templates make of it, which make an object of each text as well."""
    return escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;")
