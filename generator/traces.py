"""Traces: what a result was worked out from, by which to know whether it still stands.

What may be looked up is in mappings. Whoever works out a result is given mappings that note down
what they are asked for; the result stands as long as the answers are the same. This is a verifying
trace (Mokhov, Mitchell and Peyton Jones, «Build Systems à la Carte», 2018).
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from generator.store import digest

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

Question = tuple[str, Hashable]
"""What was looked up: the name of a mapping and the key, or `ALL` for all that is in it."""
ALL = None


class Trace(NamedTuple):
    """What was asked, and a digest of the answers."""

    questions: tuple[Question, ...]
    answers: bytes


_NOTHING = bytes(16)
"""The answer where there is none: as long as all others, which are digests."""
Asked = dict[Question, None]
"""Questions, once each, in the order in which they were asked."""


class Watched(Mapping[Key, Value]):
    """A mapping that notes down what it is asked for, even where the answer is nothing."""

    __slots__ = ("_asked", "_known", "_name")

    def __init__(self, name: str, known: Mapping[Key, Value], asked: Asked) -> None:
        self._name, self._known, self._asked = name, known, asked

    def __getitem__(self, key: Key) -> Value:
        self._asked[self._name, key] = None
        return self._known[key]

    def __iter__(self) -> Iterator[Key]:
        self._asked[self._name, ALL] = None
        return iter(self._known)

    def __len__(self) -> int:
        self._asked[self._name, ALL] = None
        return len(self._known)


@dataclass(frozen=True, slots=True)
class Answers:
    """What some mappings answer, by their names, as digests that are worked out once."""

    known: Mapping[str, Mapping[Any, object]]
    _found: dict[Question, bytes] = field(default_factory=dict)

    def trace(self, asked: Asked) -> Trace:
        """The trace of a result for which these questions were asked."""
        return Trace(tuple(asked), self._digest(asked))

    def same(self, trace: Trace) -> bool:
        """Whether all that was asked would be answered as it was."""
        return self._digest(trace.questions) == trace.answers

    def _digest(self, questions: Iterable[Question]) -> bytes:
        return digest(b"".join(map(self._answer, questions)))

    def _answer(self, question: Question) -> bytes:
        found = self._found.get(question)
        if found is None:
            found = self._found[question] = self._worked_out(*question)
        return found

    def _worked_out(self, name: str, key: Hashable) -> bytes:
        known = self.known[name]
        if key is ALL:
            return digest(*(repr(one).encode() + self._answer((name, one)) for one in known))
        try:
            value = known[key]  # not `get`, which asks no mapping that is filled as it is asked
        except KeyError:
            return _NOTHING
        own: bytes | None = getattr(value, "digest", None)
        return own or digest(repr(value))
