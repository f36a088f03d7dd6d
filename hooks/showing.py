"""Showing: what a build for the live preview made, nothing of it written until somebody asks."""

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import routes
from generator.outputs import Batch, Lot, Output, Page
from hooks import cache, links, lots, search, writing
from hooks.objects import clear, write
from hooks.pages import LaterFile, ReadyFile, WrittenFile, names, write_batch
from hooks.shell import Shell

log = logging.getLogger("mkdocs.hooks.showing")

SEARCHED = 2_000
"""Of more records there is no search: it wants every page, 6 ms each, and its index, 4 ms."""

Make = Callable[[Path], object]
"""Writes some files into a folder that stands for the site."""


@dataclass(frozen=True)
class Showing:
    """The outputs of a build, and the site's folder, where they are put when they are wanted."""

    outputs: Sequence[Output]
    shell: Shell
    site: Path
    base: str

    def start(self) -> None:
        """Leave in the folder what MkDocs made, and nothing of another build."""
        aside = writing.aside(self.site)
        theirs = list(links.files(aside))
        clear(self.site, {f"{aside.name}/{name}" for name in theirs})
        writing.move(theirs, aside, self.site)
        for name in theirs:
            if name.endswith(".html"):
                self._tell(name, links.parsed((self.site / name).read_bytes()))
        if not self._is_searched:
            log.info("Con più di %d schede l'anteprima non ha la ricerca", SEARCHED)

    def make(self, name: str) -> bool:
        """Put a file in its place, and those that are made with it; False if there is none."""
        for one in (name, f"{name}/index.html"):
            if make := self._makes.get(one) or self._index(one):
                if not (self.site / one).exists():
                    self._put(make)
                return (self.site / one).exists()
        return False

    def _put(self, make: Make) -> None:
        """Make files aside, so that nobody gets half of one."""
        with TemporaryDirectory(dir=self.site, prefix=".") as folder:
            make(Path(folder))
            writing.move(list(links.files(Path(folder))), Path(folder), self.site)

    @cached_property
    def _makes(self) -> Mapping[str, Make]:
        """How each file is made, by its address."""
        makes: dict[str, Make] = {}
        for file in self.shell.files:
            if isinstance(file, ReadyFile | WrittenFile) and not isinstance(file, LaterFile):
                makes[file.dest_uri] = partial(self._write, file)
        for output in self.outputs:
            match output:
                case Batch():
                    makes |= dict.fromkeys(names([output]), partial(write_batch, output))
                case Lot():
                    for number, head in enumerate(output.heads):
                        make = partial(self._write_one, output, number)
                        makes |= dict.fromkeys((_file(head.page), *head.files), make)
        return makes

    def _index(self, name: str) -> Make | None:
        """How the search index is made, for who asks for a part of it while there is none."""
        orders = {routes.order(order) for lot in self._lots for order in lot.orders}
        is_part = name.startswith(f"{search.FOLDER}/") or name in orders
        there = (self.site / search.FOLDER).exists()
        return self._write_index if self._is_searched and is_part and not there else None

    def _write(self, file: ReadyFile | WrittenFile, folder: Path) -> None:
        text = self._page(file) if isinstance(file, ReadyFile) else file.text
        write(text.encode(), folder / file.dest_uri)

    def _write_one(self, lot: Lot, number: int, folder: Path) -> None:
        (made,) = lot.make([number])
        for output in made.outputs:
            if isinstance(output, Page):
                file = ReadyFile(output, self.shell.config)
                write(self._page(file).encode(), folder / file.dest_uri)
            else:
                write(output.content.encode(), folder / output.address)

    def _page(self, file: ReadyFile) -> str:
        text = self.shell.filled(file.page)
        self._tell(file.dest_uri, links.scanned(text))
        return text

    def _write_index(self, folder: Path) -> None:
        with cache.opened(folder) as kept:
            setting = lots.Setting(self.shell, folder, self._known, kept, searched=True)
            for lot in self._lots:
                pages = list(lots.place(lot, setting))
                used = [one for page in pages for one in page.used]
                used += search.write_index(writing.found(lot, pages), kept, folder)
                kept.objects.forget_all_but(used)

    def _tell(self, name: str, seen: links.Seen) -> None:
        """Say which links of a page lead nowhere."""
        doubtful = {name: self._known.doubtful(name, seen)}
        for broken in self._known.broken(doubtful, lambda _: seen.ids):
            log.warning("%s", broken)

    @cached_property
    def _known(self) -> links.Site:
        return links.Site({*links.files(self.site), *self._makes}, self.base)

    @cached_property
    def _lots(self) -> Sequence[Lot]:
        return [output for output in self.outputs if isinstance(output, Lot)]

    @cached_property
    def _is_searched(self) -> bool:
        few = sum(len(lot.heads) for lot in self._lots) <= SEARCHED
        return few and not os.environ.get("PORTAL_NO_SEARCH")


def _file(page: Page) -> str:
    return f"{page.address}index.html"
