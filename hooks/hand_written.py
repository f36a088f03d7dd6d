"""Hand-written pages: what those of docs/ say of who publishes, and when they last changed.

Their Markdown is a Jinja template: what mkdocs.yml says goes where it is named in double braces.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from generator.views import words
from hooks import channels

_TEMPLATES = Environment(
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.filters["day"] = words.day


def written(markdown: str, page: Page, config: MkDocsConfig) -> str:
    """The page's Markdown with its facts in it. Names that nobody knows stop the build."""
    place = f"docs/{page.file.src_uri}"
    page.update_date = _updated(page, place).isoformat()  # what the sitemap says
    try:
        return _TEMPLATES.from_string(markdown).render(_facts(config))
    except TemplateError as error:
        raise PluginError(f"{place}: fra le graffe qualcosa non va: {error}") from error


def _updated(page: Page, place: str) -> date:
    day = page.meta.get("updated")
    if type(day) is not date:
        raise PluginError(
            f"{place}: manca il giorno dell'ultimo aggiornamento: scrivilo in cima, fra due righe"
            " «---», per esempio «updated: 2026-11-22»"
        )
    return day


def _facts(config: MkDocsConfig) -> Mapping[str, Any]:
    known = config.extra["identity"]
    return {
        "site": config.site_name,
        "body": known.body,
        "legal": known.legal,
        "privacy": known.privacy,
        "channels": channels.channels(config.extra),
        "security": config.extra.get("security"),
        "editor": bool(config.extra.get("cms")),
    }
