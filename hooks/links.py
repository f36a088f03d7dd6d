"""Links: every internal link, anchor and asset of the built site leads somewhere.

MkDocs checks the Markdown it renders itself; this checks the pages as readers get them.
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_PARSER = html.HTMLParser(encoding="utf-8")
_TARGETS = etree.XPath("//@href | //@src | //form/@action", smart_strings=False)
_IDS = etree.XPath("//@id", smart_strings=False)
_split = lru_cache(100_000)(urlsplit)


@dataclass(frozen=True, slots=True)
class _Built:
    targets: tuple[str, ...]
    ids: frozenset[str]


def broken(site: Path, base: str = "/") -> Iterator[str]:
    """What is wrong, one sentence a link; `base` is the site's path on its host: `/portale/`."""
    files = frozenset(_files(site))
    pages = {path: _read(site / path) for path in sorted(files) if path.endswith(".html")}
    for path, page in pages.items():
        for target in page.targets:
            parts = _split(target)
            if parts.scheme or parts.netloc:
                continue
            to = _destination(path, unquote(_inside(parts.path, base)), files)
            if to not in files:
                yield f"{path}: il collegamento «{target}» non porta a nessuna pagina"
            elif (
                _is_point(parts.fragment)
                and to in pages
                and unquote(parts.fragment) not in pages[to].ids
            ):
                yield f"{path}: in «{target}» non c'è il punto «#{parts.fragment}»"


def _is_point(fragment: str) -> bool:
    """Whether it is a point of a page: what begins with a slash is for the editor's script."""
    return bool(fragment) and not fragment.startswith("/")


def _files(site: Path) -> Iterator[str]:
    """The files of the site, relative to it."""
    for folder, _, names in os.walk(site):
        inside = os.path.relpath(folder, site)
        yield from (normpath(join(inside, name)) for name in names)


def _read(path: Path) -> _Built:
    tree = html.fromstring(path.read_bytes(), parser=_PARSER)
    return _Built(tuple(dict.fromkeys(_TARGETS(tree))), frozenset(_IDS(tree)))


def _inside(target: str, base: str) -> str:
    """A target from the host's root as one from the site's; others as they are."""
    return f"/{target.removeprefix(base)}" if target.startswith(base) else target


def _destination(page: str, target: str, files: Collection[str]) -> str:
    """The file that a link of a page leads to, whether it is there or not."""
    if not target:
        return page
    folder = "" if target.startswith("/") else dirname(page)
    to = normpath(join(folder, target.lstrip("/")))
    return to if to in files else normpath(join(to, "index.html"))
