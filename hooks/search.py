"""Search: the words of the records, indexed by Pagefind when the site is built.

Pagefind takes 0.6 MB of memory and 4 ms for each record: the index of many is in parts, made two at
a time, and again only where a record changed. To a browser, which searches all parts as one
(theme/assets/engine.js), each part costs some kilobytes.
"""

import json
import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import NamedTuple

from mkdocs.exceptions import PluginError

from generator import routes
from generator.fingerprint import code
from generator.outputs import Page, Search
from generator.packing import packer, unpacked
from generator.store import Made, digest
from hooks import pagefind, progress
from hooks.cache import Cache
from hooks.objects import Named, Object, Objects, clear, write

FOLDER = "pagefind"
_FOLDER = Path(__file__).parent
_SIZES = "parti.json"
# Not «it»: the Italian stemmer makes «rif» of «rifiuti» and finds «riforma». Words stay whole, and
# the query loses its endings instead (theme/assets/query.js). zxx is «no linguistic content».
_LANGUAGE = "zxx"
_END = "</article>"
_MARK = re.compile(r' data-pagefind-[a-z]+(?:="[^"<>]*")?(?=[^<>]*>)')
# What the templates say that is not indexed, such as what other records are called. In none of
# these is there another of the same.
_IGNORED = re.compile(r"<(section|details)\b[^<>]* data-pagefind-ignore>.*?</\1>", re.S)
_AT_A_TIME = 2
_WHOLE = 2_000  # records that are one part
_SIZE = 1_250  # records in a part: with half as many an edit costs less, and each search more
_MOST = 32
# About how many words a browser fetches at once; less where it fetches as much from each part.
_CHUNK, _CHUNK_OF_A_PART = 20_000, 5_000

_SHELF = "ricerca"


class Document(NamedTuple):
    """What is indexed of a page: its address, and the digest of the object."""

    address: str
    digest: bytes


class Found(NamedTuple):
    """What is to be found, and the orders that results can have: addresses, by name."""

    documents: Sequence[Document]
    orders: Mapping[str, Sequence[str]]


class Index(NamedTuple):
    """The index of a part: its files, and the ids in the results by the addresses of the pages."""

    files: Mapping[str, Object]
    ids: dict[str, str]


class Part(NamedTuple):
    """Some of the pages, as Pagefind is to index them."""

    language: str
    """What the ids of its results begin with, so that each tells its part."""
    chunk: int
    documents: Sequence[Document]

    @property
    def key(self) -> bytes:
        """Another with anything else to index, or to index with."""
        documents = (part for address, made in self.documents for part in (address, made))
        return digest(code(_FOLDER), pagefind.version(), self.language, str(self.chunk), *documents)

    def contents(self, objects: Objects) -> Iterator[tuple[str, bytes]]:
        """The address of each page, and what is indexed of it."""
        for address, made in self.documents:
            content = objects.content(made)
            if content is None:
                raise PluginError("La cache è cambiata durante la costruzione del sito: rilancia.")
            yield address, content


def write_index(
    found: Found, kept: Cache, site: Path, *, whole: int = _WHOLE, size: int = _SIZE
) -> Sequence[bytes]:
    """Index the pages that are to be found by their words, under `/pagefind/`; the digests of the
    objects that the index is.

    Up to `whole` of them are one part, more are in parts of about `size`.
    """
    if not found.documents:
        return ()
    parts = _parts(found.documents, whole, size)
    folders = ["", *(f"{number}/" for number in range(1, len(parts)))]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        made = pool.map(partial(_write, kept, site / FOLDER), parts, folders)
        followed = progress.followed(made, "Parti dell'indice", len(parts))
        indexes = list(kept.store.keeping(_SHELF, followed))
    sizes = json.dumps({part.language: len(part.documents) for part in parts})
    write(sizes.encode(), site / FOLDER / _SIZES)
    both = zip(indexes, folders, strict=True)
    names = {f"{at}{name}" for index, at in both for name in index.files if _belongs(name, at)}
    clear(site / FOLDER, {_SIZES, *names})
    _write_orders(found.orders, ChainMap(*(index.ids for index in indexes)), site)
    return [digest for index in indexes for digest, _ in index.files.values()]


def _parts(found: Sequence[Document], whole: int, size: int) -> list[Part]:
    """The pages by part: whatever happens to others, a page stays where it is."""
    if len(found) <= whole:
        return [Part(_LANGUAGE, _CHUNK, found)]
    count = min(round(len(found) / size), _MOST)
    documents: list[list[Document]] = [[] for _ in range(count)]
    for document in found:
        hashed = sha256(document.address.encode()).digest()
        documents[int.from_bytes(hashed[:8], "big") % count].append(document)
    filled = filter(None, documents)
    return [
        Part(f"{_LANGUAGE}-x-{number}", _CHUNK_OF_A_PART, some)
        for number, some in enumerate(filled)
    ]


def _write(kept: Cache, folder: Path, part: Part, at: str) -> Made[Index]:
    """Write the index of a part, as it was kept or as it is made now."""
    key = part.key
    noted = kept.store.found(_SHELF, [key]).get(key)
    files: Named = unpacked(noted, {}) if noted else ()
    wanted = tuple((f"{at}{name}", one) for name, one in files if _belongs(name, at))
    is_there = kept.objects.put(wanted, folder)
    ids = kept.objects.content(dict(files).get(pagefind.IDS, (b"", None))[0])
    if is_there and ids is not None:
        return Made(key, None, Index(dict(files), json.loads(ids)))
    folder.mkdir(exist_ok=True)
    made: list[tuple[str, Object]] = []
    contents = part.contents(kept.objects)
    for name, content in pagefind.index(contents, part.language, part.chunk, folder):
        path = folder / at / name if _belongs(name, at) else None
        made.append((name, _kept(kept.objects, content, path)))
    ids = json.loads(content)  # the last file is pagefind.IDS
    return Made(key, packer({})(tuple(made)), Index(dict(made), ids))


def _kept(objects: Objects, content: bytes, path: Path | None) -> Object:
    """Keep a file, and write it where it is to be, if it is."""
    if path:
        write(content, path)
    return objects.keep(content, path)


def _belongs(name: str, at: str) -> bool:
    """Whether readers ask for a file of a part; for the engine, only where the first part is."""
    return name != pagefind.IDS and not (at and name in pagefind.ENGINE)


def _write_orders(orders: Mapping[str, Sequence[str]], ids: Mapping[str, str], site: Path) -> None:
    """The orders of the results, one file each: the ids of the pages as Pagefind names them.

    Pagefind can sort too, but then whoever searches loads every order beforehand.
    """
    for name, addresses in orders.items():
        listed = "\n".join(map(ids.__getitem__, addresses))
        write(listed.encode(), site / routes.order(name))


def document(page: Page) -> str:
    """The page as it is indexed: with straight apostrophes, after which Pagefind starts a word.

    Another only where another is found: what is ignored would have the whole part indexed again.
    """
    known = page.search or Search(filters=(), shown=(), other_words="")
    marks = [_mark("filter", f"{facet}:{value}") for facet, value in known.filters]
    marks += [_mark("meta", f"{name}:{text}") for name, text in known.shown]
    marks.append(f"<p>{escape(known.other_words)}</p>")
    body = _IGNORED.sub("", page.body)
    words = body.replace("’", "'").replace(_END, f"{''.join(marks)}{_END}")
    return f'<html lang="it"><head><title></title></head><body>{words}</body></html>'


def without_marks(body: str) -> str:
    """A page's body as readers get it: what only the index needs to know is left out."""
    return _MARK.sub("", body)


def _mark(kind: str, text: str) -> str:
    return f'<span data-pagefind-{kind}="{escape(text)}"></span>'
