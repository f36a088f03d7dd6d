"""Rendering: views to the HTML bodies of pages, through the templates beside this file."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import prose, routes


def render(template: str, address: str, **views: Any) -> str:
    """The body of the page at an address; its links begin with `root`, which leads to the site."""
    return (
        _environment()
        .get_template(template)
        .render(root=routes.to_root(address), routes=routes, **views)
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = prose.html
    return environment
