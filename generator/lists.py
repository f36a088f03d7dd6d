"""Lists: the pages that list records, or the terms under which they are found."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from generator import routes
from generator.outputs import Anchor, Head, Page
from generator.records import RECORD_TYPES, Organisation
from generator.records.terms import Programme, Territory, Theme
from generator.sources import Sources
from generator.traced import Item
from generator.views import indexes
from generator.views.lists import ListView


class _List(NamedTuple):
    """A list that is announced."""

    address: str
    title: str
    view: Callable[[Sources], ListView]


def lists(sources: Sources) -> Iterator[Item]:
    """The indexes: of record types, themes, territories, programmes."""
    for one in chain(_by_type(), _by_term(sources)):
        head = Page(address=one.address, title=one.title, description="", body="")
        yield Item(Head(head), partial(_outputs, one))


def _by_type() -> Iterator[_List]:
    for folder, kind in RECORD_TYPES.items():
        bodies = partial(_view, indexes.organisations_view, folder)
        view = bodies if kind.record is Organisation else partial(_type_view, folder)
        yield _List(routes.record_index(folder), kind.plural, view)


def _by_term(sources: Sources) -> Iterator[_List]:
    yield _List(routes.THEMES, "Temi", partial(_view, indexes.themes_view))
    yield _List(routes.PROGRAMMES, "Programmi", partial(_view, indexes.programmes_view))
    for terms in sources.catalogue.vocabularies.values():
        for term in terms.values():
            match term:
                case Theme():
                    view = partial(_view, indexes.theme_view, term)
                    yield _List(routes.theme(term.id), term.label, view)
                case Territory():
                    view = partial(_view, indexes.territory_view, term)
                    yield _List(routes.territory(term.id), term.label, view)
                case Programme() if sources.index.having("programma", term.id):
                    view = partial(_view, indexes.programme_view, term)
                    yield _List(routes.programme(term.id), term.label, view)


def _view(view: Callable[..., ListView], *what: Any) -> ListView:
    *about, sources = what
    return view(sources.catalogue, sources.index, *about)


def _type_view(folder: str, sources: Sources) -> ListView:
    return indexes.type_view(sources.catalogue, sources.index, sources.threads, folder)


def _outputs(one: _List, sources: Sources) -> Iterator[Page]:
    view = one.view(sources)
    yield Page(
        address=one.address,
        title=one.title,
        description=view.description,
        body=sources.render("list.jinja", one.address, title=one.title, view=view),
        toc=tuple(
            Anchor(f"s{number}", section.title) for number, section in enumerate(view.sections, 1)
        ),
        breadcrumb=view.breadcrumb,
        alternates=(*sources.alternates.get(one.address, ()), *view.downloads),
    )
