"""Search: the words of the records, indexed by Pagefind when the site is built."""

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.exceptions import PluginError

from generator import routes
from generator.outputs import Page, Search

_FOLDER = "pagefind"
# Not «it»: the Italian stemmer makes «rif» of «rifiuti» and finds «riforma». Words stay whole, and
# the query loses its endings instead (theme/assets/query.js). zxx is «no linguistic content».
_LANGUAGE = "zxx"
_END = "</article>"
# EVERY in theme/assets/query.js: a search that asks for no word asks for this one.
_EVERY = "scheda"
_MARK = re.compile(r'(<[^<>]*?) data-pagefind-[a-z]+(?:="[^"<>]*")?')
_SIGNATURE = b"pagefind_dcd"


def write_index(pages: Iterable[Page], site: Path) -> None:
    """Index the pages that are to be found by their words, under `/pagefind/`.

    The command, not Pagefind's Python service: that answers a request every tenth of a second.
    """
    found = [(page, page.search) for page in pages if page.search]
    if not found:
        return
    with TemporaryDirectory() as folder:
        for page, entry in found:
            path = Path(folder, page.address, "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_document(page.body, entry), encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--force-language", _LANGUAGE]
        command += ["--site", folder, "--output-path", str(site / _FOLDER)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own arguments
    if run.returncode != 0:
        raise PluginError(f"L'indice per la ricerca non si è potuto fare: {run.stderr.strip()}")
    _write_orders(found, site)


def _write_orders(found: Sequence[tuple[Page, Search]], site: Path) -> None:
    """The orders of the results, one file each: the ids of the pages as Pagefind names them.

    Pagefind can sort too, but then whoever searches loads every order beforehand.
    """
    ids = dict(map(_identity, (site / _FOLDER / "fragment").glob("*.pf_fragment")))
    orders: dict[str, dict[int, str]] = {}
    for page, entry in found:
        for name, place in entry.places:
            orders.setdefault(name, {})[place] = ids[page.address]
    for name, places in orders.items():
        path = site / routes.order(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(places[place] for place in sorted(places)), encoding="ascii")


def _identity(fragment: Path) -> tuple[str, str]:
    """The address of a page and its id in Pagefind's results: the name of its fragment."""
    text = gzip.decompress(fragment.read_bytes()).removeprefix(_SIGNATURE)
    return json.loads(text)["url"].lstrip("/"), fragment.stem


def _document(body: str, search: Search) -> str:
    """The page as it is indexed: with straight apostrophes, after which Pagefind starts a word."""
    marks = [_mark("filter", f"{facet}:{value}") for facet, value in search.filters]
    marks += [_mark("meta", f"{name}:{text}") for name, text in search.shown]
    marks.append(f"<p>{escape(search.other_words)} {_EVERY}</p>")
    words = body.replace("’", "'").replace(_END, f"{''.join(marks)}{_END}")
    return f'<html lang="it"><head><title></title></head><body>{words}</body></html>'


def without_marks(body: str) -> str:
    """A page's body as readers get it: what only the index needs to know is left out."""
    return _MARK.sub(r"\1", body)


def _mark(kind: str, text: str) -> str:
    return f'<span data-pagefind-{kind}="{escape(text)}"></span>'
