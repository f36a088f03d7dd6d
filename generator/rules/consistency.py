"""Consistency: the fields of one record agree with each other."""

from collections.abc import Iterator

from generator.catalogue import Entry
from generator.problems import Invalid, Problem, Severity, problem
from generator.records import Experience, Practice
from generator.records.parts import Deferred
from generator.records.terms import ExpectedResult, Subtheme
from generator.schema import filled


def subthemes_of_themes(entry: Entry) -> Iterator[Problem]:
    """A sub-theme comes with its theme."""
    match entry.record:
        case Experience(themes=themes, subthemes=subthemes):
            pass
        case Practice(themes=themes, subthemes=subthemes):
            pass
        case _:
            return
    for index, subtheme in enumerate(subthemes):
        if isinstance(subtheme, Subtheme) and subtheme.theme not in themes:
            refusal = Invalid("subtheme-elsewhere", text=subtheme.id, theme=subtheme.theme.id)
            yield problem(entry.location("sottotemi", index), f"sottotemi[{index}]", refusal)


def planned_themes_of_themes(entry: Entry) -> Iterator[Problem]:
    """A theme that is being prepared is one of the record's themes."""
    if isinstance(entry.record, Experience):
        for index, theme in enumerate(entry.record.planned_themes):
            if theme not in entry.record.themes:
                refusal = Invalid("planned-theme-elsewhere", text=theme.id)
                field = f"temi_in_progettazione[{index}]"
                yield problem(entry.location("temi_in_progettazione", index), field, refusal)


def expected_result_of_objective(entry: Entry) -> Iterator[Problem]:
    """An expected result belongs to the thematic objective."""
    record = entry.record
    if isinstance(record, Experience) and isinstance(record.expected_result, ExpectedResult):
        stated, right = record.objective, record.expected_result.objective
        if stated and right and stated.id != right.id:
            refusal = Invalid(
                "result-elsewhere",
                text=record.expected_result.code,
                objective=right.code,
                stated=stated.code,
            )
            yield problem(entry.location("risultato_atteso"), "risultato_atteso", refusal)


def ends_after_start(entry: Entry) -> Iterator[Problem]:
    """An experience ends after it starts."""
    record = entry.record
    if isinstance(record, Experience) and record.start and record.end:
        start, end = record.start, record.end
        if end.last_day < start.first_day:
            refusal = Invalid("ends-before-start", start=start, end=end)
            yield problem(entry.location("data_conclusione"), "data_conclusione", refusal)


def participants_named(entry: Entry) -> Iterator[Problem]:
    """A participant is a record of ours or a name, one of the two."""
    if isinstance(entry.record, Experience):
        for index, participant in enumerate(entry.record.participants):
            if (participant.organisation is None) == (participant.name is None):
                refusal = Invalid("participant-unnamed")
                field = f"soggetti_coinvolti[{index}]"
                yield problem(entry.location("soggetti_coinvolti", index), field, refusal)


def deferred_until_later(entry: Entry) -> Iterator[Problem]:
    """A section is deferred to a day after the one on which it was deferred."""
    for attribute, value in filled(entry.record):
        if isinstance(value, Deferred) and value.due and value.due < value.since:
            place = entry.location(attribute.key, "rinviato", "entro")
            refusal = Invalid("ends-before-start", start=value.since, end=value.due)
            yield problem(place, f"{attribute.key}.rinviato.entro", refusal)


def contact_of_an_office(entry: Entry) -> Iterator[Problem]:
    """A mailbox named after a person is for an editor to judge."""
    contact = getattr(entry.record, "contact", None)
    email = contact.email if contact else None
    if email and email.split("@")[0].count(".") == 1:
        refusal = Invalid("person-mailbox", text=email)
        yield problem(
            entry.location("contatto", "email"), "contatto.email", refusal, Severity.WARNING
        )


CONSISTENCY = (
    subthemes_of_themes,
    planned_themes_of_themes,
    expected_result_of_objective,
    ends_after_start,
    participants_named,
    deferred_until_later,
    contact_of_an_office,
)
