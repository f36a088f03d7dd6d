"""Consistency: the fields of one record agree with each other."""

from collections.abc import Iterator

from generator.catalogue import Entry
from generator.fields import Section
from generator.problems import Invalid, Problem, Severity, problem
from generator.records import Experience
from generator.records.parts import Deferred
from generator.records.terms import ExpectedResult, ProgrammeAction, Subtheme
from generator.schema import filled
from generator.vocabulary import Vocabularies


def subthemes_of_themes(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """A sub-theme comes with its theme."""
    themes = getattr(entry.record, "themes", ())
    for index, subtheme in enumerate(getattr(entry.record, "subthemes", ())):
        if isinstance(subtheme, Subtheme) and subtheme.theme not in themes:
            refusal = Invalid("subtheme-elsewhere", text=subtheme.id, theme=subtheme.theme.id)
            yield problem(entry.location("sottotemi", index), f"sottotemi[{index}]", refusal)


def planned_themes_of_themes(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """A theme that is being prepared is one of the record's themes."""
    if isinstance(entry.record, Experience):
        for index, theme in enumerate(entry.record.planned_themes):
            if theme not in entry.record.themes:
                refusal = Invalid("planned-theme-elsewhere", text=theme.id)
                field = f"temi_in_progettazione[{index}]"
                yield problem(entry.location("temi_in_progettazione", index), field, refusal)


def expected_result_of_objective(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """An expected result belongs to the thematic objective: sources get it wrong, so a warning."""
    record = entry.record
    if isinstance(record, Experience) and isinstance(record.expected_result, ExpectedResult):
        stated, right = record.objective, record.expected_result.objective
        if stated and right and stated.id != right.id:
            refusal = Invalid(
                "result-elsewhere",
                text=record.expected_result.name,
                objective=right.name,
                stated=stated.name,
            )
            place = entry.location("risultato_atteso")
            yield problem(place, "risultato_atteso", refusal, Severity.WARNING)


def action_of_expected_result(entry: Entry, vocabularies: Vocabularies) -> Iterator[Problem]:
    """An action's code agrees with the expected result, where its programme's are known."""
    record = entry.record
    if not isinstance(record, Experience) or record.expected_result is None:
        return
    for index, action in enumerate(record.actions):
        for known in vocabularies["azioni-programma"].values():
            if (
                isinstance(known, ProgrammeAction)
                and known.programme in record.programmes
                and action.code.startswith(f"{known.code}.")
                and known.expected_result.id != record.expected_result.id
            ):
                refusal = Invalid(
                    "action-elsewhere",
                    text=action.code,
                    right=known.expected_result.name,
                    stated=record.expected_result.name,
                )
                place = entry.location("azioni", index, "codice")
                yield problem(place, f"azioni[{index}].codice", refusal, Severity.WARNING)


def ends_after_start(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """What begins ends later: an experience, a project, an event."""
    start = getattr(entry.record, "start", None)
    end = getattr(entry.record, "end", None)
    if start and end and end.last_day < start.first_day:
        refusal = Invalid("ends-before-start", start=start, end=end)
        yield problem(entry.location("data_conclusione"), "data_conclusione", refusal)


def participants_named(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """A participant is a record of ours or a name, one of the two."""
    for index, participant in enumerate(getattr(entry.record, "participants", ())):
        if (participant.organisation is None) == (participant.name is None):
            refusal = Invalid("participant-unnamed")
            place = entry.location("soggetti_coinvolti", index)
            yield problem(place, f"soggetti_coinvolti[{index}]", refusal)


def deferred_until_later(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """A section is deferred to a day after the one on which it was deferred."""
    for attribute, value in filled(entry.record, Section):
        if isinstance(value, Deferred) and value.due and value.due < value.since:
            place = entry.location(attribute.key, "rinviato", "entro")
            refusal = Invalid("due-before-deferral", since=value.since, due=value.due)
            yield problem(place, f"{attribute.key}.rinviato.entro", refusal)


def contact_of_an_office(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
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
    action_of_expected_result,
    ends_after_start,
    participants_named,
    deferred_until_later,
    contact_of_an_office,
)
