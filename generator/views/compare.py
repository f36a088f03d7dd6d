"""The comparison and the dossier: what the pages need to know of records in general; the reader
chooses which."""

from dataclasses import dataclass

from generator import routes
from generator.outputs import Crumb
from generator.records import RECORD_TYPES
from generator.records.parts import Indicator
from generator.schema import schema_of
from generator.views.cards import COMPARED
from generator.views.indicators import PROGRESS
from generator.views.lists import breadcrumb

_ROLES = {"name": "definition", "unit": "unit", "direction": "direction", "objective": "objective"}
"""What tells whether two indicators measure the same thing, by attribute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """The comparison page."""

    folders: str
    """Where the records are, in the order in which an id is looked for."""
    columns: tuple[tuple[str, str], ...]
    """The columns of an indicator: what each is for (or nothing) and its label."""
    breadcrumb: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """The dossier page."""

    folders: str
    """Where the records are, in the order in which an id is looked for."""
    breadcrumb: tuple[Crumb, ...]


def compare_view() -> CompareView:
    """The comparison, before the reader has chosen."""
    attributes = schema_of(Indicator).attributes
    return CompareView(
        folders=" ".join(COMPARED),
        columns=(
            *((_ROLES.get(part.name, part.name), part.field.label) for part in attributes),
            ("progress", PROGRESS),
        ),
        breadcrumb=breadcrumb("Confronto", Crumb("Catalogo", routes.CATALOGUE)),
    )


def dossier_view() -> DossierView:
    """The dossier, before the reader has chosen: any record can be in it."""
    others = (folder for folder in RECORD_TYPES if folder not in COMPARED)
    return DossierView(
        folders=" ".join((*COMPARED, *others)),
        breadcrumb=breadcrumb("Dossier", Crumb("Catalogo", routes.CATALOGUE)),
    )
