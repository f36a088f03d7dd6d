"""Rendering: views to the HTML bodies of pages, through the templates beside this file."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import prose, routes
from generator.glossary import Glossary


def render(name: str, address: str, glossary: Glossary, **views: Any) -> str:
    """The body of the page at an address; its links begin with `root`, which leads to the site."""
    template = _environment().get_template(name)
    return template.render(root=routes.to_root(address), routes=routes, glossary=glossary, **views)


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
