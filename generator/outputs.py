"""Outputs: what the generator makes. Values not yet on disk; addresses are relative to the site."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading of a page: its id and its text."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of a breadcrumb; the last one, the page itself, has no address."""

    title: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The administration that publishes the site."""

    name: str
    code: str
    """Its fiscal code or VAT number: what tells it from others."""
    email: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the site and where: what feeds and calendars say of where they come from."""

    name: str
    origin: str
    """The site's own address, with a slash at the end; empty where it is not known yet."""
    body: Body = Body("", "", "")


@dataclass(frozen=True, slots=True)
class Alternate:
    """What a page says in another form: a name, an address, a media type."""

    title: str
    address: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the search index knows of a page besides its words."""

    filters: tuple[tuple[str, str], ...]
    """The facets and the ids of the values that the page has."""
    shown: tuple[tuple[str, str], ...]
    """What a result shows besides the title, by name."""
    other_words: str
    """Words that the page doesn't hold and by which a search must find it all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that goes inside the theme. `address` ends with a slash; the home's is empty."""

    address: str
    title: str
    description: str
    body: str
    toc: tuple[Anchor, ...] = ()
    breadcrumb: tuple[Crumb, ...] = ()
    source: str | None = None
    """What «Modifica questa pagina» opens, from the repository's root."""
    updated: date | None = None
    features: tuple[str, ...] = ()
    """The scripts and style sheets that only pages like this one need, by name."""
    styles: tuple[str, ...] = ()
    """The style sheets, without a script, that only pages like this one need, by name."""
    alternates: tuple[Alternate, ...] = ()
    """What can be followed or fetched instead of the page."""
    linked: tuple[Mapping[str, Any], ...] = ()
    """What the page is about, as schema.org says it: nodes of JSON-LD."""
    found: bool = True
    """Whether search engines should show it."""
    bare: bool = False
    """Whether it goes without header and footer, to stand inside pages of other sites."""
    leads_to: str | None = None
    """Where browsers go on to, for what has another address now."""
    search: Search | None = None
    """What the search index needs of the page; None for pages that no search finds."""

    @property
    def file(self) -> str:
        """The address of the file that it is."""
        return f"{self.address}index.html"


@dataclass(frozen=True, slots=True)
class File:
    """A file written as it is, such as an export."""

    address: str
    content: str

    @property
    def file(self) -> str:
        """The same, as pages have it."""
        return self.address


@dataclass(frozen=True, slots=True)
class Batch:
    """Files made together, a record at a time, because they are too large to be held whole."""

    address: str
    """The folder that they are in; it ends with a slash."""
    names: tuple[str, ...]
    """The files, by their place in that folder."""
    write: Callable[[Path], None] = field(compare=False)
    """Writes them into a folder, which is there."""


class Head(NamedTuple):
    """What is known of a page before it is made."""

    page: Page
    """Without its body, and without what only whoever makes it knows."""
    files: tuple[str, ...] = ()
    """The addresses of the files that go with it."""
    searched: bool = False
    """Whether the search finds it."""


class Made(NamedTuple):
    """A page and the files that go with it."""

    outputs: tuple[Page | File, ...]
    trace: bytes
    """What they were made of."""


Orders = Mapping[str, Sequence[str]]
"""The orders that the results of a search can have, by name: the addresses of all that it finds."""


class Lot(ABC):
    """Pages, by their numbers from 0, that are made where they are written, for they are too many
    to be held; and not made again where what was written still stands."""

    heads: Sequence[Head]

    @property
    @abstractmethod
    def orders(self) -> Orders:
        """The orders that the results of a search can have."""

    @abstractmethod
    def key(self, number: int) -> bytes:
        """What a page is first of all made of, as a digest; the rest is in its trace."""

    @abstractmethod
    def stand(self, traces: Sequence[bytes]) -> Sequence[bool]:
        """Of pages that were made before, whether they would be made the same."""

    @abstractmethod
    def make(self, numbers: Sequence[int]) -> Sequence[Made]:
        """Some of the pages."""


Output = Page | File | Batch | Lot


def each(outputs: Iterable[Output]) -> Iterator[Page | File | Batch]:
    """The outputs one by one, those of a lot made here."""
    for output in outputs:
        if isinstance(output, Lot):
            for number in range(len(output.heads)):
                for made in output.make([number]):
                    yield from made.outputs
        else:
            yield output
