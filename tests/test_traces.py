"""A trace stands exactly as long as what was looked up has the same answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from generator.traces import Answers, Asked, Trace, Watched


@dataclass(frozen=True)
class Signed:
    """A value that says itself what tells it from others."""

    digest: bytes
    other: int = 0


Known = Mapping[str, Mapping[Any, object]]
BEFORE: Known = {"numeri": {"uno": 1, "due": 2}, "firmati": {"a": Signed(b"a", 1)}}


def asked_of(known: Known) -> tuple[Asked, dict[str, Watched[str, object]]]:
    asked: Asked = {}
    return asked, {name: Watched(name, mapping, asked) for name, mapping in known.items()}


def looked_up(watched: dict[str, Watched[str, object]], how: str) -> None:
    match how:
        case "one":
            assert watched["numeri"]["uno"] == 1
        case "missing":
            assert watched["numeri"].get("tre") is None
            assert "tre" not in watched["numeri"]
        case "all":
            assert sorted(watched["numeri"]) == ["due", "uno"]
        case "count":
            assert len(watched["numeri"]) == 2
        case "signed":
            assert watched["firmati"]["a"]


@pytest.mark.parametrize(
    ("how", "after", "stands"),
    [
        ("one", {"numeri": {"uno": 1}}, True),
        ("one", {"numeri": {"uno": 9}}, False),
        ("one", {"numeri": {}}, False),
        ("missing", {"numeri": {"uno": 9}}, True),
        ("missing", {"numeri": {"tre": 3}}, False),
        ("all", {"numeri": {"uno": 1, "due": 2}}, True),
        ("all", {"numeri": {"uno": 1, "due": 3}}, False),
        ("all", {"numeri": {"uno": 1, "due": 2, "tre": 3}}, False),
        ("count", {"numeri": {"uno": 1}}, False),
        ("signed", {"firmati": {"a": Signed(b"a", 2)}}, True),
        ("signed", {"firmati": {"a": Signed(b"b", 1)}}, False),
    ],
)
def test_a_trace_stands_while_the_answers_are_the_same(
    how: str, after: Known, stands: bool
) -> None:
    asked, watched = asked_of(BEFORE)
    looked_up(watched, how)
    trace = Answers(BEFORE).trace(asked)

    assert trace.questions
    assert Answers(BEFORE).same(trace)
    assert Answers({**BEFORE, **after}).same(trace) is stands


def test_what_is_filled_as_it_is_asked_is_asked() -> None:
    class Squares(dict[str, int]):
        def __missing__(self, key: str) -> int:
            return int(key) ** 2

    asked, watched = asked_of({"quadrati": Squares()})
    assert watched["quadrati"]["3"] == 9
    trace = Answers({"quadrati": Squares()}).trace(asked)

    assert trace == Trace((("quadrati", "3"),), trace.answers)
    assert not Answers({"quadrati": {}}).same(trace)
