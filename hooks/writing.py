"""Writing: the site's folder is made to hold all outputs and nothing else, whatever it held.

What MkDocs writes goes into a folder of its own first: it would empty the site's, where what is as
it should be need not be written again.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.outputs import Lot, Output
from generator.workers import Workers
from hooks import cache, links, lots, progress, search
from hooks.objects import clear
from hooks.pages import names
from hooks.shell import Looked, Shell

_ASIDE = ".mkdocs"


def aside(site: Path) -> Path:
    """Where MkDocs writes."""
    return site / _ASIDE


def write(
    outputs: Sequence[Output], shell: Shell, site: Path, base: str, away: Workers | None
) -> dict[str, Looked]:
    """Write everything; what there is to say of each page.

    `base` is the site's path on its host; `away` are workers on other machines, if there are any.
    """
    theirs = list(links.files(aside(site)))
    known = links.Site(frozenset([*theirs, *shell.names(), *names(outputs)]), base)
    clear(site, {*known.files, *(f"{_ASIDE}/{name}" for name in theirs)}, search.FOLDER)
    move(theirs, aside(site), site)
    with cache.opened(site) as kept:
        searched = not os.environ.get("PORTAL_NO_SEARCH")
        setting = lots.Setting(shell, site, known, kept, searched)
        looked = shell.write(site, known)
        (lot,) = (output for output in outputs if isinstance(output, Lot))
        pages = _placed(lot, setting, away)
        used = [one for page in pages for one in page.used]
        used += search.write_index(found(lot, pages), kept, site) if searched else ()
        kept.objects.forget_all_but(used)
    return {**looked, **{page.name: page.looked for page in pages}}


def move(names: Iterable[str], source: Path, site: Path) -> None:
    """Put files in their places in the site; the folder that they were in goes."""
    for name in names:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).replace(site / name)
    clear(source, ())
    source.rmdir()


def _placed(lot: Lot, setting: lots.Setting, away: Workers | None) -> list[lots.Placed]:
    numbers = range(len(lot.heads))
    placed = lots.place(lot, numbers, setting, away)
    return list(progress.followed(placed, "Pagine", len(numbers)))


def found(lot: Lot, pages: Sequence[lots.Placed]) -> search.Found:
    """What the search index is made of."""
    documents = [
        search.Document(page.name.removesuffix("index.html"), page.document[0])
        for page in pages
        if page.document
    ]
    return search.Found(documents, lot.orders)
