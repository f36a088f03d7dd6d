"""Links: every internal link, anchor and asset of the built site leads somewhere.

MkDocs checks the Markdown it renders itself; this checks the pages as readers get them.
"""

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_PARSER = html.HTMLParser(encoding="utf-8")
_TARGETS = etree.XPath("//@href | //@src | //form/@action", smart_strings=False)
_IDS = etree.XPath("//@id", smart_strings=False)
_ELSEWHERE = ("https:", "mailto:")  # most of those that lead out of the site
_split = lru_cache(100_000)(urlsplit)
_dirname = lru_cache(100_000)(dirname)
# A tag with attributes. Our templates and the sanitiser quote each of them in this way, and escape
# `<` in texts.
_TAG = re.compile(rb"""<[a-zA-Z][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)++>""")
_ATTRIBUTE = re.compile(r' (href|src|action|id)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Seen:
    """What is in a page: where it leads, once each, and the points that links can lead to."""

    targets: tuple[str, ...]
    ids: frozenset[str]


def parsed(page: bytes) -> Seen:
    """What is in any page."""
    tree = html.fromstring(page, parser=_PARSER)
    return Seen(tuple(dict.fromkeys(_TARGETS(tree))), frozenset(_IDS(tree)))


def scanned(page: bytes) -> Seen:
    """What is in a page of the generator's, four times as fast."""
    found = _ATTRIBUTE.findall(b"".join(_TAG.findall(page)).decode())
    targets = dict.fromkeys(unescape(value) for name, value in found if name != "id")
    return Seen(tuple(targets), frozenset(unescape(value) for name, value in found if name == "id"))


@dataclass(frozen=True, slots=True)
class Site:
    """The files to which links can lead; `base` is the site's path on its host: `/portale/`."""

    files: Collection[str]
    base: str = "/"
    _sure: set[tuple[str, str]] = field(default_factory=set)
    """Links that lead somewhere from all pages of a folder."""

    def doubtful(self, path: str, page: Seen) -> tuple[str, ...]:
        """The links of a page but those that surely lead somewhere."""
        folder = _dirname(dirname(path))
        left = [
            target
            for target in page.targets
            if (folder, target) not in self._sure and not target.startswith(_ELSEWHERE)
        ]
        leading = {target for target in left if self._leads(path, target, page.ids)}
        if folder:
            self._sure.update((folder, target) for target in leading if target.startswith("../"))
        return tuple(target for target in left if target not in leading)

    def broken(
        self, links: Mapping[str, Sequence[str]], ids: Callable[[str], Set[str]]
    ) -> Iterator[str]:
        """What is wrong, one sentence a link; `ids` are the points in a page."""
        for path, targets in sorted(links.items()):
            for target in targets:
                to, point = self._destination(path, target)
                if to and to not in self.files:
                    yield f"{path}: il collegamento «{target}» non porta a nessuna pagina"
                elif point and to in links and unquote(point) not in ids(to):
                    yield f"{path}: in «{target}» non c'è il punto «#{point}»"

    def _leads(self, path: str, target: str, ids: Collection[str]) -> bool:
        to, point = self._destination(path, target)
        if point:
            return to == path and unquote(point) in ids
        return not to or to in self.files

    def _destination(self, path: str, target: str) -> tuple[str, str]:
        """The file that a link leads to, whether it is there or not, and the point in it.

        The file is empty for links to other sites; what begins with a slash is no point, but for
        the editor's script.
        """
        parts = _split(target)
        if parts.scheme or parts.netloc:
            return "", ""
        to = self._file(path, unquote(parts.path))
        return to, "" if parts.fragment.startswith("/") else parts.fragment

    def _file(self, path: str, target: str) -> str:
        if target.startswith(self.base):
            target = f"/{target.removeprefix(self.base)}"
        if not target:
            return path
        folder = "" if target.startswith("/") else _dirname(path)
        while folder and target.startswith("../"):  # from then on, as from its neighbours
            folder, target = _dirname(folder), target[3:]
        to = _joined(folder, target.lstrip("/"))
        return to if to in self.files else _joined(to, "index.html")


@lru_cache(100_000)
def _joined(folder: str, target: str) -> str:
    return normpath(join(folder, target))


def broken(
    site: Path, base: str = "/", doubtful: Mapping[str, Sequence[str]] | None = None
) -> Iterator[str]:
    """What is wrong in a built site, of some of whose pages the doubtful links are known."""
    doubtful = doubtful or {}
    there = frozenset(files(site))
    others = {path for path in there if path.endswith(".html")} - doubtful.keys()
    pages = {path: parsed((site / path).read_bytes()) for path in others}

    @cache
    def ids(path: str) -> Set[str]:
        return (pages[path] if path in pages else parsed((site / path).read_bytes())).ids

    links = {path: page.targets for path, page in pages.items()}
    yield from Site(there, base).broken({**doubtful, **links}, ids)


def files(site: Path) -> Iterator[str]:
    """The files of a site, or of any folder that there is, relative to it."""
    folders = [""]
    while folders:
        inside = folders.pop()
        with suppress(OSError), os.scandir(site / inside) as found:
            for one in found:
                if one.is_dir(follow_symlinks=False):
                    folders.append(f"{inside}{one.name}/")
                else:
                    yield f"{inside}{one.name}"
