"""Issue: one month's newsletter, as the editors sent it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.fields import Code, Date, Section
from generator.values import Prose


def _names(label: str) -> Code:
    return Code(label, pattern=r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", example="esperienze/scambio-pa")


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """What a month brought, by the folder and the name of each record (numero della newsletter).

    Kept rather than worked out again: an issue that was sent doesn't change with the records.
    """

    published: Annotated[date, Date("Pubblicata il")]
    introduction: Annotated[
        Prose | None,
        Section("Introduzione", hint="Due o tre frasi della redazione, prima degli elenchi."),
    ] = None
    new: Annotated[tuple[str, ...], _names("Schede nuove")] = ()
    updated: Annotated[tuple[str, ...], _names("Schede aggiornate")] = ()
    changed: Annotated[tuple[str, ...], _names("Schede nuove o aggiornate")] = ()
    """Where nothing tells the ones from the others."""
    adopted: Annotated[tuple[str, ...], _names("Riprese da altri")] = ()
    due: Annotated[tuple[str, ...], _names("Da completare")] = ()
    coming: Annotated[tuple[str, ...], _names("Appuntamenti")] = ()
    withdrawn: Annotated[tuple[str, ...], _names("Schede ritirate")] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Every record that the issue names, in the order in which it does."""
        lists = (self.new, self.updated, self.changed, self.adopted, self.due, self.coming)
        return tuple(name for names in (*lists, self.withdrawn) for name in names)
