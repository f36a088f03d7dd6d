"""Rendering: views to the HTML bodies of pages, through the templates beside this file."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import inlines, prose, routes
from generator.fingerprint import fingerprint
from generator.glossary import Glossary


def render(name: str, address: str, glossary: Glossary, **views: Any) -> str:
    """The body of the page at an address; its links begin with `root`, which leads to the site."""
    template = _environment().get_template(name)
    return template.render(root=routes.to_root(address), routes=routes, glossary=glossary, **views)


def forget_templates() -> None:
    """Read the templates again: a live preview follows their edits too."""
    _environment.cache_clear()
    fingerprint.cache_clear()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = prose.html
    environment.filters["inline"] = inlines.inline
    environment.filters["item"] = inlines.item
    return environment
