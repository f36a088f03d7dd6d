"""Results: what was measured, by number of records; kept in a file from a run to the next."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Self

from tests.bench.measure import Run
from tests.bench.steps import Step


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of a step, the bytes of the site it left and of its largest and median page."""

    title: str
    runs: Sequence[Run]
    output: int = 0
    pages: Sequence[float] = (0, 0)

    @classmethod
    def of(cls, step: Step) -> Self:
        """What is known of a step after its runs."""
        pages = step.record_pages() or [0]
        return cls(step.title, step.runs, step.output(), (median(pages), max(pages)))

    def values(self, measure: str) -> list[float]:
        """One of the measures, run by run."""
        return [getattr(run, measure) for run in self.runs]

    def median(self, measure: str) -> float:
        """The median of one of the measures over the runs."""
        return median(self.values(measure))

    def then(self, other: Self, title: str) -> Self:
        """One step and then another, as one."""
        pairs = zip(self.runs, other.runs, strict=True)
        runs = [
            Run(
                wall=one.wall + two.wall,
                cpu=one.cpu + two.cpu,
                largest=max(one.largest, two.largest),
                together=max(one.together, two.together),
                said="",
            )
            for one, two in pairs
        ]
        return type(self)(title, runs, self.output + other.output, self.pages)


@dataclass(frozen=True, slots=True)
class Round:
    """All that was measured with some number of records."""

    record_size: float
    steps: Mapping[str, Measured]
    stages: Mapping[str, float] = field(default_factory=dict)
    """Seconds, the medians of our own stages."""
    waits: Sequence[float] = ()
    """Seconds from a record saved to its page in the preview."""


Results = Mapping[int, Round]


def read(path: Path) -> dict[int, Round]:
    """The results of a file; none where there is no file."""
    if not path.exists():
        return {}
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {int(count): _round(known) for count, known in kept.items()}


def write(path: Path, results: Results) -> None:
    """Keep results in a file."""
    kept = {count: asdict(known) for count, known in sorted(results.items())}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _round(known: Any) -> Round:
    steps = {
        name: Measured(**{**step, "runs": [Run(**run) for run in step["runs"]]})
        for name, step in known["steps"].items()
    }
    return Round(**{**known, "steps": steps})
