"""Withdrawal: what remains of a record that was taken off the site."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.fields import Code, Date, Text
from generator.records.attributes import Title


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawal:
    """Why a record is no longer there, since when, and what took its place (scheda ritirata)."""

    title: Title
    since: Annotated[date, Date("Ritirata il", key="ritirata_il")]
    reason: Annotated[str, Text("Motivo", max_length=400, hint="In una frase, per chi la cercava.")]
    replaced_by: Annotated[
        str | None,
        Code(
            "Sostituita da",
            pattern=r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*",
            example="esperienze/scambio-pa",
            hint="La scheda che ha preso il suo posto: la sua cartella e il suo nome.",
        ),
    ] = None
