"""Selections: the pages that put together, in the browser, the records that a reader chose."""

from collections.abc import Callable, Iterator

from generator import routes
from generator.outputs import Page, Publisher
from generator.views.compare import compare_view, dossier_view


def selections(render: Callable[..., str], publisher: Publisher) -> Iterator[Page]:
    """The comparison and the dossier. `render` makes the body of a page, as in proposals.py."""
    compared, collected = compare_view(), dossier_view()
    yield Page(
        address=routes.COMPARE,
        title="Confronto",
        description="Da due a quattro schede una accanto all'altra, voce per voce.",
        body=render("compare.jinja", routes.COMPARE, view=compared),
        breadcrumb=compared.breadcrumb,
        features=("compare",),
    )
    yield Page(
        address=routes.DOSSIER,
        title="Dossier",
        description="Le schede che scegli, una dopo l'altra, con copertina e indice.",
        body=render("dossier.jinja", routes.DOSSIER, view=collected, publisher=publisher),
        breadcrumb=collected.breadcrumb,
        features=("dossier",),
    )
