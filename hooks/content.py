"""Content: the records of the folder in force, as they stand today, and what is wrong with them."""

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from generator.catalogue import Catalogue, load_catalogue
from generator.outputs import Body, Publisher
from generator.problems import Problem, Severity
from generator.rules import check
from generator.store import STORE, Store
from generator.workers import Workers
from hooks import cache, identity, preview

log = logging.getLogger("mkdocs.hooks.content")


@dataclass(frozen=True, slots=True)
class Content:
    """What was read."""

    catalogue: Catalogue
    today: date
    problems: Sequence[Problem]

    @property
    def errors(self) -> list[Problem]:
        """The problems with which no site is built."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]

    def tell(self) -> None:
        """Say what is wrong."""
        for problem in self.problems:
            is_error = problem.severity is Severity.ERROR
            log.log(logging.ERROR if is_error else logging.INFO, "%s", problem)


def read(config: MkDocsConfig, workers: Workers) -> Content:
    """The content, read by some workers where it is not known already."""
    shown = os.environ.get("PORTAL_PRACTICES", "practices")
    catalogue, problems = load_catalogue(folder(config), shown, workers, store(), preview.memory())
    today = get_build_datetime().date()
    return Content(catalogue, today, sorted([*problems, *check(catalogue, today, store=store())]))


def store() -> Store:
    """What earlier builds found out of the records."""
    return Store(cache.folder(STORE))


def folder(config: MkDocsConfig) -> Path:
    """Where the records are."""
    root = Path(config.config_file_path).parent
    return root / os.environ.get("PORTAL_PRACTICES", "practices")


def publisher(config: MkDocsConfig) -> Publisher:
    """Who publishes the site, for the generator."""
    known: identity.Identity = config.extra["identity"]
    body = Body(known.body.name, known.body.fiscal_code or known.body.vat or "", known.body.email)
    return Publisher(config.site_name, config.site_url or "", body)
