"""Links: every internal link, anchor and asset of the built site leads somewhere.

MkDocs checks the Markdown it renders itself; this checks the pages as readers get them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_PARSER = html.HTMLParser(encoding="utf-8")
_TARGETS = etree.XPath("//@href | //@src | //form/@action")
_IDS = etree.XPath("//@id")


@dataclass(frozen=True, slots=True)
class _Built:
    targets: tuple[str, ...]
    ids: frozenset[str]


def broken(site: Path) -> Iterator[str]:
    """What is wrong, one sentence a link."""
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}

    @cache
    def exists(path: Path) -> bool:
        return path in pages or path.is_file()

    for path, page in pages.items():
        for target in dict.fromkeys(page.targets):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            to = _destination(site, path, unquote(parts.path))
            shown = path.relative_to(site).as_posix()
            if not exists(to):
                yield f"{shown}: il collegamento «{target}» non porta a nessuna pagina"
            elif parts.fragment and to in pages and unquote(parts.fragment) not in pages[to].ids:
                yield f"{shown}: in «{target}» non c'è il punto «#{parts.fragment}»"


def _read(path: Path) -> _Built:
    tree = html.parse(path, _PARSER)
    return _Built(tuple(map(str, _TARGETS(tree))), frozenset(map(str, _IDS(tree))))


def _destination(site: Path, page: Path, target: str) -> Path:
    start = site if target.startswith("/") else page.parent
    to = Path(start / target.lstrip("/")).resolve() if target else page
    return to / "index.html" if target.endswith("/") or to.is_dir() else to
