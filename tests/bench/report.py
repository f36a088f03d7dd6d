"""Report: the figures as Markdown tables, beside the goals. It judges nothing."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from statistics import median

from tests.bench.corpus import Corpus
from tests.bench.steps import Step, Steps

_PACKAGES = [
    "mkdocs",
    "mkdocs-material",
    "pagefind",
    "pyyaml",
    "jinja2",
    "markdown",
    "cmarkgfm",
    "nh3",
    "lxml",
]
_CHECK_SECONDS = 2
_SITE_RATIO = 0.5
_PAGE_BYTES = 40_000
_MEGA = 1_000_000


def report(corpus: Corpus, steps: Steps, stages: Sequence[Mapping[str, float]]) -> str:
    """All the tables."""
    parts = (_head(corpus, steps), _measures(steps), _pages(steps), _stages(steps, stages))
    return "\n\n".join("\n".join(part) for part in parts)


def _head(corpus: Corpus, steps: Steps) -> Iterator[str]:
    size, runs = corpus.record_size / 1000, len(steps.plain.runs)
    versions = [f"{name} {version(name)}" for name in _PACKAGES]
    yield f"# {corpus.count} records of {size:.1f} kB, runs: {runs}"
    yield ""
    yield f"{os.cpu_count()} cores, Python {platform.python_version()}, {', '.join(versions)}."
    yield "Medians, lowest to highest in brackets; × is the ratio to plain MkDocs-Material."
    if problems := steps.check.runs[-1].said.count("\n"):
        yield f"**The check finds {problems} problems in the records: tests/bench is out of date.**"


def _measures(steps: Steps) -> Iterator[str]:
    seconds, ratio = steps.check.median("wall"), _ratio(steps.bare, steps.plain, "wall")
    goals = {
        steps.check.title: _goal(f"under {_CHECK_SECONDS} s", seconds < _CHECK_SECONDS),
        steps.bare.title: _goal(f"time ≤ ×{_SITE_RATIO}", ratio <= _SITE_RATIO),
    }
    columns = "| | Time, s | CPU, s | Largest process, MB | All processes, MB | Output, MB | Goal |"
    yield columns
    yield "|---|---|---|---|---|---|---|"
    for step in steps.all():
        yield _row(step.title, *_cells(step, steps.plain), goals.get(step.title, ""))


def _cells(step: Step, plain: Step) -> Iterator[str]:
    for measure, unit, form in (
        ("wall", 1, ".2f"),
        ("cpu", 1, ".2f"),
        ("largest", _MEGA, ".0f"),
        ("together", _MEGA, ".0f"),
    ):
        values = [value / unit for value in step.values(measure)]
        low, high = format(min(values), form), format(max(values), form)
        ratio = "" if step is plain else f" ×{_ratio(step, plain, measure):.2f}"
        yield f"{format(median(values), form)} ({low}–{high}){ratio}"
    output = f"{step.output() / _MEGA:.1f}" if step.site else ""
    ratio = "" if step is plain or not output else f" ×{step.output() / plain.output():.2f}"
    yield output + ratio


def _pages(steps: Steps) -> Iterator[str]:
    yield "| HTML of a record's page | Median, kB | Largest, kB | Goal |"
    yield "|---|---|---|---|"
    ours, plain = steps.full.record_pages(), steps.plain.record_pages()
    goal = _goal(f"largest ≤ {_PAGE_BYTES // 1000} kB", max(ours) <= _PAGE_BYTES)
    for title, sizes, note in (("Ours", ours, goal), ("Plain MkDocs-Material", plain, "")):
        yield _row(title, f"{median(sizes) / 1000:.1f}", f"{max(sizes) / 1000:.1f}", note)


def _stages(steps: Steps, stages: Sequence[Mapping[str, float]]) -> Iterator[str]:
    yield "| Stage of our site, with search index | Time, s |"
    yield "|---|---|"
    times = {name: median(run[name] for run in stages) for name in stages[0]}
    rest = steps.full.median("wall") - sum(times.values())
    for name, seconds in {**times, "the rest: MkDocs, theme, writing": rest}.items():
        yield _row(name, f"{seconds:.2f}")


def _goal(text: str, met: bool) -> str:
    return f"{text}: {'met' if met else 'not met'}"


def _ratio(step: Step, plain: Step, measure: str) -> float:
    return step.median(measure) / plain.median(measure)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
