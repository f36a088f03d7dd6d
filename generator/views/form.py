"""The form: what it asks of whoever proposes a record, in the order of the record's page."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import routes
from generator.fields import Flag, Place
from generator.outputs import Anchor, Crumb
from generator.records import RECORD_TYPES, RecordType
from generator.schema import Attribute, schema_of
from generator.views.asked import Asked, asked
from generator.views.lists import breadcrumb
from generator.vocabulary import Vocabularies

_SECTIONS: Mapping[Place, tuple[str, str]] = {
    Place.TITLE: ("in-due-parole", "In due parole"),
    Place.HEAD: ("in-due-parole", "In due parole"),
    Place.ASIDE: ("in-breve", "I dati in breve"),
    Place.BODY: ("racconto", "Il racconto"),
    Place.EXCHANGE: ("scambio", "Come saperne di più"),
    Place.FOOT: ("fonti-e-diritti", "Fonti e diritti"),
    Place.DATES: ("stato-e-date", "Bozza e date"),
}
"""Where the page shows a field: the part of the form that asks for it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the form."""

    id: str
    title: str
    fields: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The form of a record type."""

    kind: RecordType
    address: str
    parts: tuple[Part, ...]
    breadcrumb: tuple[Crumb, ...]

    @property
    def toc(self) -> tuple[Anchor, ...]:
        """The parts of the form, and where it ends."""
        parts = [Anchor(part.id, part.title) for part in self.parts]
        return (*parts, Anchor("consegna", "Controlla e consegna"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeView:
    """The page that leads to the forms."""

    kinds: tuple[tuple[RecordType, str], ...]
    """The record types, and the address of the form of each."""
    breadcrumb: tuple[Crumb, ...]


def propose_view() -> ProposeView:
    """The record types that can be proposed."""
    kinds = tuple((kind, routes.propose(folder)) for folder, kind in RECORD_TYPES.items())
    contribute = Crumb("Contribuisci", routes.CONTRIBUTE)
    return ProposeView(kinds=kinds, breadcrumb=breadcrumb("Proponi una scheda", contribute))


def form_view(kind: RecordType, vocabularies: Vocabularies) -> FormView:
    """The form of a record type, with the terms to choose from."""
    parts: dict[tuple[str, str], list[Asked]] = {section: [] for section in _SECTIONS.values()}
    for attribute in schema_of(kind.record).attributes:
        parts[_section(attribute)].append(asked(attribute, vocabularies, "campo-"))
    return FormView(
        kind=kind,
        address=routes.propose(kind.folder),
        parts=tuple(Part(*section, tuple(fields)) for section, fields in parts.items() if fields),
        breadcrumb=breadcrumb(
            kind.singular,
            Crumb("Contribuisci", routes.CONTRIBUTE),
            Crumb("Proponi una scheda", routes.PROPOSE),
        ),
    )


def _section(attribute: Attribute) -> tuple[str, str]:
    """The part that asks for a field; whether a record is a draft is asked last."""
    is_state = isinstance(attribute.field, Flag)
    return _SECTIONS[Place.DATES if is_state else attribute.field.place]
