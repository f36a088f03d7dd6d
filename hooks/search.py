"""Search: the words of the records, indexed by Pagefind when the site is built.

Pagefind takes 0.6 MB of memory and 4 ms for each record: the index of many is in parts, made two at
a time, and again only where a record changed. To a browser, which searches all parts as one
(theme/assets/engine.js), each part costs some kilobytes.
"""

import json
import re
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from html import escape
from math import ceil
from pathlib import Path

from generator import routes
from generator.outputs import Page, Search
from hooks import cache, pagefind, progress

_FOLDER = "pagefind"
# Not «it»: the Italian stemmer makes «rif» of «rifiuti» and finds «riforma». Words stay whole, and
# the query loses its endings instead (theme/assets/query.js). zxx is «no linguistic content».
_LANGUAGE = "zxx"
_END = "</article>"
_MARK = re.compile(r' data-pagefind-[a-z]+(?:="[^"<>]*")?(?=[^<>]*>)')
_AT_A_TIME = 2
_WHOLE = 2_000  # records that are one part
_SIZE = 1_250  # records in a part: with half as many an edit costs less, and each search more
_MOST = 32
# About how many words a browser fetches at once; less where it fetches as much from each part.
_CHUNK, _CHUNK_OF_A_PART = 20_000, 5_000

Entry = tuple[Page, Search]


@dataclass(frozen=True)
class Part:
    """Some of the records, as Pagefind is to index them."""

    language: str
    """What the ids of its results begin with, so that each tells its part."""
    chunk: int
    entries: Sequence[Entry]

    @cached_property
    def name(self) -> str:
        """The part's name in the cache: another with anything else to index, or to index with."""
        digest = sha256(repr((pagefind.version(), self.language, self.chunk)).encode())
        for address, document in self.documents():
            digest.update(f"\0{address}\0{document}".encode())
        return digest.hexdigest()

    def documents(self) -> Iterable[tuple[str, str]]:
        """The address of each page, and what is indexed of it."""
        return ((page.address, _document(page.body, entry)) for page, entry in self.entries)


def write_index(
    pages: Iterable[Page], site: Path, *, whole: int = _WHOLE, size: int = _SIZE
) -> None:
    """Index the pages that are to be found by their words, under `/pagefind/`.

    Up to `whole` of them are one part, more are in parts of about `size`.
    """
    found = [(page, page.search) for page in pages if page.search]
    if not found:
        return
    folder, store = site / _FOLDER, cache.Store(cache.folder("ricerca"))
    folder.mkdir(parents=True, exist_ok=True)
    parts = _parts(found, whole, size)
    folders = [folder, *(folder / str(number) for number in range(1, len(parts)))]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        written = pool.map(partial(_write, store), parts, folders)
        ids = ChainMap(*progress.followed(written, "Parti dell'indice", len(parts)))
    store.forget_all_but([part.name for part in parts])
    sizes = json.dumps({part.language: len(part.entries) for part in parts})
    (folder / "parti.json").write_text(sizes, encoding="ascii")
    _write_orders(found, ids, site)


def _parts(found: Sequence[Entry], whole: int, size: int) -> list[Part]:
    """The pages by part: whatever happens to others, a page stays where it is."""
    if len(found) <= whole:
        return [Part(_LANGUAGE, _CHUNK, found)]
    count = min(ceil(len(found) / size), _MOST)
    entries: list[list[Entry]] = [[] for _ in range(count)]
    for page, entry in found:
        digest = sha256(page.address.encode()).digest()
        entries[int.from_bytes(digest[:8], "big") % count].append((page, entry))
    filled = filter(None, entries)
    return [
        Part(f"{_LANGUAGE}-x-{number}", _CHUNK_OF_A_PART, some)
        for number, some in enumerate(filled)
    ]


def _write(store: cache.Store, part: Part, folder: Path) -> dict[str, str]:
    """Write the index of a part; the addresses of its pages and their ids in the results."""
    folder.mkdir(exist_ok=True)
    files = store.files(part.name)
    if files is None:
        files = pagefind.index(part.documents(), part.language, part.chunk, folder)
        store.keep(part.name, files)
    left_out = {pagefind.IDS, *(pagefind.ENGINE if folder.name != _FOLDER else ())}
    for name in files.keys() - left_out:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(files[name])
    ids: dict[str, str] = json.loads(files[pagefind.IDS])
    return ids


def _write_orders(found: Sequence[Entry], ids: Mapping[str, str], site: Path) -> None:
    """The orders of the results, one file each: the ids of the pages as Pagefind names them.

    Pagefind can sort too, but then whoever searches loads every order beforehand.
    """
    orders: dict[str, dict[int, str]] = {}
    for page, entry in found:
        for name, place in entry.places:
            orders.setdefault(name, {})[place] = ids[page.address]
    for name, places in orders.items():
        path = site / routes.order(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(places[place] for place in sorted(places)), encoding="ascii")


def _document(body: str, search: Search) -> str:
    """The page as it is indexed: with straight apostrophes, after which Pagefind starts a word."""
    marks = [_mark("filter", f"{facet}:{value}") for facet, value in search.filters]
    marks += [_mark("meta", f"{name}:{text}") for name, text in search.shown]
    marks.append(f"<p>{escape(search.other_words)}</p>")
    words = body.replace("’", "'").replace(_END, f"{''.join(marks)}{_END}")
    return f'<html lang="it"><head><title></title></head><body>{words}</body></html>'


def without_marks(body: str) -> str:
    """A page's body as readers get it: what only the index needs to know is left out."""
    return _MARK.sub("", body)


def _mark(kind: str, text: str) -> str:
    return f'<span data-pagefind-{kind}="{escape(text)}"></span>'
