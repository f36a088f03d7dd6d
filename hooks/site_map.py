"""The map of the site: its pages, each under the one whose address its own begins with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from hooks.pages import ReadyPage


@dataclass(frozen=True, slots=True)
class Branch:
    """A page, and those under it."""

    title: str
    url: str
    children: tuple["Branch", ...]


def branches(nav: Navigation, all_pages: Iterable[Page]) -> tuple[Branch, ...]:
    """All pages but the records, which the lists hold: first the menu's, then by title."""
    pages = {page.url: page for page in all_pages if _listed(page)}
    menu = [page.url for page in nav.pages if page.url in pages]
    others = sorted(pages.keys() - set(menu), key=lambda url: str(pages[url].title).casefold())
    ordered = [*menu, *others]
    parents = {url: _parent(url, pages) for url in ordered}

    def under(parent: str) -> Iterator[Branch]:
        for url in ordered:
            if parents[url] == parent:
                yield Branch(str(pages[url].title), url, tuple(under(url)))

    return tuple(under(""))


def _listed(page: Page) -> bool:
    if isinstance(page, ReadyPage):
        return bool(page.url) and page.generated.found and not page.generated.source
    return True


def _parent(url: str, pages: Iterable[str]) -> str:
    """The longest address that it begins with; empty where there is none."""
    above = (other for other in pages if url != other and url.startswith(other))
    return max(above, key=len, default="")
