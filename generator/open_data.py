"""Open data: the page that explains it."""

from collections.abc import Callable

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.embedded import data_catalogue
from generator.outputs import Alternate, Anchor, Page, Publisher
from generator.views.data import data_view

_SECTIONS = {
    "scaricare": "Scaricare",
    "licenza": "Licenza e attribuzione",
    "interrogare": "Interrogare i dati qui",
    "come-sono-fatti": "Come sono fatti",
    "esempi": "Esempi",
    "dizionario": "Che cosa vuol dire ogni colonna",
}


def open_data_page(catalogue: Catalogue, publisher: Publisher, render: Callable[..., str]) -> Page:
    """The page of the datasets.

    `render` makes the body of a page from a template, an address and a view.
    """
    view = data_view(catalogue, publisher)
    views = {"view": view, "sections": _SECTIONS, "linked": bool(publisher.origin)}
    return Page(
        address=routes.DATA,
        title="Dati aperti",
        description="Il catalogo intero da scaricare e da interrogare: CSV, JSON, SQLite.",
        body=render("data.jinja", routes.DATA, **views),
        toc=tuple(Anchor(anchor, title) for anchor, title in _SECTIONS.items()),
        breadcrumb=view.breadcrumb,
        features=("data",),
        linked=(data_catalogue(catalogue, publisher),),
        alternates=(
            Alternate(
                "Il catalogo in JSON",
                routes.dataset(routes.WHOLE, routes.Form.JSON),
                "application/json",
            ),
        ),
    )
