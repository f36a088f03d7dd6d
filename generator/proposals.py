"""Proposals: the pages and files by which whoever has no account proposes or corrects a record."""

from collections.abc import Callable, Iterator

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.form_names import form_names_json
from generator.exports.form_rules import form_rules_json
from generator.exports.skeleton import skeleton
from generator.outputs import File, Output, Page
from generator.records import RECORD_TYPES
from generator.views.form import FormView, ProposeView, form_view, propose_view

_Render = Callable[..., str]


def proposals(catalogue: Catalogue, render: _Render) -> Iterator[Output]:
    """The form of each record type and what it needs.

    `render` makes the body of a page from a template, an address and a view.
    """
    yield File(routes.FORM_RULES, form_rules_json())
    yield File(routes.FORM_NAMES, form_names_json(catalogue))
    yield _propose(propose_view(), render)
    for kind in RECORD_TYPES.values():
        yield File(routes.blank(kind.folder), skeleton(kind))
        yield _form(form_view(kind, catalogue.vocabularies), render)


def _propose(view: ProposeView, render: _Render) -> Page:
    return Page(
        address=routes.PROPOSE,
        title="Proponi una scheda",
        description="I moduli per proporre una scheda senza utenza, e le bozze già cominciate.",
        body=render("propose.jinja", routes.PROPOSE, view=view),
        breadcrumb=view.breadcrumb,
        features=("propose",),
        styles=("form",),
    )


def _form(view: FormView, render: _Render) -> Page:
    return Page(
        address=view.address,
        title=f"Proponi: {view.kind.singular}",
        description=f"Il modulo per proporre una scheda. {view.kind.about}",
        body=render("form.jinja", view.address, view=view),
        toc=view.toc,
        breadcrumb=view.breadcrumb,
        features=("form",),
    )
