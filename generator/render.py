"""Rendering: views to the HTML bodies of pages, through the templates beside this file."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import routes
from generator.fingerprint import fingerprint
from generator.glossary import Glossary
from generator.pieces.blocks import block, chips, rows
from generator.pieces.inlines import inline, item
from generator.pieces.lists import cards, entries
from generator.prose import Html, html


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
    environment.filters["prose"] = html
    for piece in (inline, item, rows, chips, block, cards, entries):
        environment.filters[piece.__name__] = _left_as_it_is(piece)
    return environment


def _left_as_it_is(piece: Callable[..., str]) -> Callable[..., Html]:
    def made(*what: Any, **how: Any) -> Html:
        return Html(piece(*what, **how))

    return made
