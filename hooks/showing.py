"""Showing: what a build for the live preview made, nothing of it written until somebody asks."""

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.structure.files import Files

from generator import routes
from generator.exports.emblem import emblem_svg
from generator.outputs import Batch, File, Lot, Output, Page
from hooks import cache, links, lots, search, styles, writing
from hooks.objects import clear, write
from hooks.pages import LaterFile, ReadyFile, names, write_batch
from hooks.shell import Shell

log = logging.getLogger("mkdocs.hooks.showing")

MANY = 2_000
"""Of more records there is no search, which wants every page, 6 ms each, and its index, 4 ms; nor
are their words compared again when some text changes, 0.2 ms for each record."""

Make = Callable[[Path], object]
"""Writes some files into a folder that stands for the site."""


@dataclass(frozen=True)
class Showing:
    """The outputs of a build, and the site's folder, where they are put when they are wanted."""

    lots: Sequence[Lot]
    others: Callable[[], Sequence[Output]]
    """All outputs, those that nobody may want among them."""
    shell: Shell
    site: Path
    base: str
    theirs: frozenset[str]
    """The files that MkDocs made."""
    known: links.Site
    """The files to which links can lead, as they were when MkDocs ran."""

    def start(self) -> None:
        """Leave in the folder what MkDocs made, and nothing of another build."""
        aside = writing.aside(self.site)
        if not aside.exists():
            clear(self.site, self.theirs)
            return
        clear(self.site, {f"{aside.name}/{name}" for name in self.theirs})
        writing.move(self.theirs, aside, self.site)
        for name in self.theirs:
            if name.endswith(".html"):
                self._tell(name, links.parsed((self.site / name).read_bytes()))
        if not self._is_searched:
            log.info(
                "Con più di %d schede l'anteprima non ha la ricerca, e finché cambia solo quello"
                " che dicono, quali hanno parole simili resta com'è",
                MANY,
            )

    def make(self, name: str) -> bool:
        """Put a file in its place, and those that are made with it; False if there is none."""
        candidates = (name, f"{name}/index.html") if name else ()
        if any((self.site / one).is_file() for one in candidates):
            return True  # somebody else asked for it meanwhile
        for one in candidates:
            if make := self._first.get(one) or self._index(one) or self._rest.get(one):
                self._put(make)
                return (self.site / one).exists()
        return False

    def _put(self, make: Make) -> None:
        """Make files aside, so that nobody gets half of one."""
        with TemporaryDirectory(dir=self.site, prefix=".") as folder:
            make(Path(folder))
            writing.move(list(links.files(Path(folder))), Path(folder), self.site)

    @cached_property
    def _first(self) -> Mapping[str, Make]:
        """How the pages of the records are made, and what they are shown with, by address."""
        emblem = File(routes.EMBLEM, emblem_svg())
        shared = [*styles.outputs(self.shell.config.extra), emblem]
        makes: dict[str, Make] = {one.address: partial(self._write, one) for one in shared}
        for lot in self.lots:
            for number, head in enumerate(lot.heads):
                make = partial(self._write_one, lot, number)
                makes |= dict.fromkeys((head.page.file, *head.files), make)
        return makes

    @cached_property
    def _rest(self) -> Mapping[str, Make]:
        """How the others are made."""
        makes: dict[str, Make] = {}
        for output in self.others():
            match output:
                case Batch():
                    makes |= dict.fromkeys(names([output]), partial(write_batch, output))
                case Page() | File():
                    makes[output.file] = partial(self._write, output)
        return makes

    def _index(self, name: str) -> Make | None:
        """How the search index is made, for who asks for a part of it while there is none."""
        orders = {routes.order(order) for lot in self.lots for order in lot.orders}
        is_part = name.startswith(f"{search.FOLDER}/") or name in orders
        there = (self.site / search.FOLDER).exists()
        return self._write_index if self._is_searched and is_part and not there else None

    def _write(self, output: Page | File, folder: Path) -> None:
        text = self._page(output) if isinstance(output, Page) else output.content
        write(text.encode(), folder / output.file)

    def _write_one(self, lot: Lot, number: int, folder: Path) -> None:
        (made,) = lot.make([number])
        for output in made.outputs:
            self._write(output, folder)

    def _page(self, page: Page) -> str:
        text = self.shell.filled(ReadyFile(page, self.shell.config).page)
        self._tell(page.file, links.scanned(text.encode()))
        return text

    def _write_index(self, folder: Path) -> None:
        config = self.shell.config
        files = Files([LaterFile(head.page, config) for lot in self.lots for head in lot.heads])
        with cache.opened(folder) as kept:
            shell = replace(self.shell, files=files)  # MkDocs' may have other titles
            setting = lots.Setting(shell, folder, self.known, kept, searched=True)
            for lot in self.lots:
                numbers = [number for number, head in enumerate(lot.heads) if head.searched]
                pages = list(lots.place(lot, numbers, setting))
                used = [one for page in pages for one in page.used]
                used += search.write_index(writing.found(lot, pages), kept, folder)
                kept.objects.forget_all_but(used)

    def _tell(self, name: str, seen: links.Seen) -> None:
        """Say which links of a page lead nowhere."""
        doubtful = {name: self.known.doubtful(name, seen)}
        if any(self.known.broken(doubtful, lambda _: seen.ids)):
            now = links.Site({*self.known.files, *self._first, *self._rest}, self.base)
            for broken in now.broken(doubtful, lambda _: seen.ids):
                log.warning("%s", broken)

    @cached_property
    def _is_searched(self) -> bool:
        few = sum(head.searched for lot in self.lots for head in lot.heads) <= MANY
        return few and not os.environ.get("PORTAL_NO_SEARCH")


def whole(outputs: Sequence[Output], shell: Shell, site: Path, base: str) -> Showing:
    """What to show after MkDocs ran."""
    theirs = frozenset(links.files(writing.aside(site)))
    known = links.Site(frozenset([*theirs, *shell.names(), *names(outputs)]), base)
    lots = [output for output in outputs if isinstance(output, Lot)]
    return Showing(lots, partial(tuple, outputs), shell, site, base, theirs, known)
