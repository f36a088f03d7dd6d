"""Evidence: what a record claims is borne out by what it holds."""

from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue import Entry
from generator.fields import Group
from generator.problems import Invalid, Problem, Severity, problem
from generator.records import Experience, Practice
from generator.records.parts import Direction, Indicator, Proof
from generator.records.practice import Level
from generator.records.terms import Status
from generator.schema import filled
from generator.vocabulary import Vocabularies


def leading_practice_is_proved(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """A leading practice has a documented result and a review or an evaluation."""
    record = entry.record
    if not isinstance(record, Practice) or record.level is not Level.LEADING:
        return
    if all(result.proof is Proof.DECLARED for result in record.results):
        yield problem(entry.location("livello"), "livello", Invalid("leading-without-proof"))
    if not record.reviews and not record.evaluations:
        yield problem(entry.location("livello"), "livello", Invalid("leading-without-review"))


def finished_with_results(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """A finished experience tells its results."""
    record = entry.record
    if (
        isinstance(record, Experience)
        and isinstance(record.status, Status)
        and record.status.finished
        and record.achieved is None
        and not any(indicator.value is not None for indicator in record.indicators)
    ):
        refusal = Invalid("finished-without-results")
        yield problem(entry.location("stato"), "stato", refusal, Severity.WARNING)


def direction_agrees(entry: Entry, _: Vocabularies) -> Iterator[Problem]:
    """An indicator is expected to move in the direction in which it gets better."""
    for attribute, value in filled(entry.record, Group):
        for index, item in enumerate(value if attribute.many else ()):
            if isinstance(item, Indicator) and _contradicts(item):
                key = attribute.key
                refusal = Invalid("direction-contradicted", base=item.baseline, target=item.target)
                place = entry.location(key, index, "verso")
                yield problem(place, f"{key}[{index}].verso", refusal, Severity.WARNING)


def _contradicts(indicator: Indicator) -> bool:
    if indicator.direction is None or indicator.baseline is None or indicator.target is None:
        return False
    change: Decimal = indicator.target - indicator.baseline
    return change < 0 if indicator.direction is Direction.UP else change > 0


EVIDENCE = (leading_practice_is_proved, finished_with_results, direction_agrees)
