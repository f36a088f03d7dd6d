"""Report: the figures as Markdown tables, beside the goals. It judges nothing."""

import os
import platform
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from statistics import median

from hooks import pagefind
from tests.bench.results import Measured, Results, Round

_PACKAGES = ["mkdocs", "mkdocs-material", "hugo", "zensical", "jinja2", "cmarkgfm", "nh3", "lxml"]
_MEGA = 1_000_000
_MEASURES = (
    ("wall", 1, ".2f"),
    ("cpu", 1, ".2f"),
    ("largest", _MEGA, ".0f"),
    ("together", _MEGA, ".0f"),
)
_BOTH = "hugo+pagefind"
_GROWTH = {"wall": ("Time, s", 1), "together": ("Memory of all processes, MB", _MEGA)}


def report(results: Results) -> str:
    """All the tables."""
    parts = [_head()]
    for count, known in sorted(results.items()):
        steps = _steps(known)
        parts += [_title(count, known), _measures(steps), _goals(known, steps)]
        parts += [_pages(steps), _stages(known)]
    if len(results) > 1:
        parts.append(_growth(results))
    return "\n\n".join("\n".join(part) for part in parts)


def _head() -> Iterator[str]:
    versions = [f"{name} {version(name)}" for name in _PACKAGES]
    versions.append(pagefind.version().strip())
    yield f"{os.cpu_count()} cores, Python {platform.python_version()}, {', '.join(versions)}."
    yield "Medians, lowest to highest in brackets; × is the ratio to Hugo, or else to Material."


def _title(count: int, known: Round) -> Iterator[str]:
    runs = len(next(iter(known.steps.values())).runs)
    yield f"## {count:,} records of {known.record_size / 1000:.1f} kB, rounds: {runs}"
    check = known.steps.get("check")
    if check and (problems := check.runs[-1].said.count("\n")):
        yield ""
        yield f"**The check finds {problems} problems in the records: tests/bench is out of date.**"


def _steps(known: Round) -> Mapping[str, Measured]:
    """The steps, with Hugo and Pagefind also as one."""
    steps = dict(known.steps)
    if "hugo" in steps:
        steps[_BOTH] = steps["hugo"].then(steps["pagefind"], "Hugo and Pagefind")
    return steps


def _measures(steps: Mapping[str, Measured]) -> Iterator[str]:
    yield "| | Time, s | CPU, s | Largest process, MB | All processes, MB | Output, MB |"
    yield "|---|---|---|---|---|---|"
    reference = steps.get("hugo") or steps.get("material")
    for step in steps.values():
        yield _row(step.title, *_cells(step, reference))


def _cells(step: Measured, reference: Measured | None) -> Iterator[str]:
    other = None if step is reference else reference
    for measure, unit, form in _MEASURES:
        values = [value / unit for value in step.values(measure)]
        low, high = format(min(values), form), format(max(values), form)
        ratio = f" ×{step.median(measure) / other.median(measure):.2f}" if other else ""
        yield f"{format(median(values), form)} ({low}–{high}){ratio}"
    ratio = f" ×{step.output / other.output:.2f}" if other and step.output else ""
    yield f"{step.output / _MEGA:.1f}{ratio}" if step.output else ""


def _goals(known: Round, steps: Mapping[str, Measured]) -> Iterator[str]:
    """What the portal is to reach with 10,000 records; each goal where its figures are."""

    def seconds(name: str) -> float:
        return steps[name].median("wall")

    def memory(name: str) -> float:
        return steps[name].median("together")

    goals: list[tuple[str, Callable[[], float], float]] = [
        ("Time without the index / Hugo", lambda: seconds("bare") / seconds("hugo"), 0.5),
        ("Time with the index / Hugo and Pagefind", lambda: seconds("full") / seconds(_BOTH), 0.5),
        ("Memory of all processes / Hugo", lambda: memory("full") / memory("hugo"), 0.35),
        ("One record edited, s", lambda: seconds("edited"), 1.5),
        (
            "One record edited / Hugo and Pagefind",
            lambda: seconds("edited") / seconds(_BOTH),
            1 / 15,
        ),
        ("`check` cold, s", lambda: seconds("check"), 3),
        ("`check` warm, s", lambda: seconds("check-warm"), 1),
        ("Preview: a record saved, its page served, s", lambda: median(known.waits), 1),
    ]
    yield "| Goal with 10,000 records | Measured | At most | |"
    yield "|---|---|---|---|"
    for title, figure, most in goals:
        try:
            found = figure()
        except (KeyError, ValueError):  # a system that was left out
            continue
        yield _row(title, f"{found:.2f}", f"{most:.2f}", "met" if found <= most else "not met")


def _pages(steps: Mapping[str, Measured]) -> Iterator[str]:
    yield "| HTML of a record's page | Median, kB | Largest, kB |"
    yield "|---|---|---|"
    for name in ("full", "hugo", "material", "zensical"):
        if name in steps:
            yield _row(steps[name].title, *(f"{size / 1000:.1f}" for size in steps[name].pages))


def _stages(known: Round) -> Iterator[str]:
    if not known.stages:
        return
    yield "| Stage of our site, with search index | Time, s |"
    yield "|---|---|"
    rest = known.steps["full"].median("wall") - sum(known.stages.values())
    for name, seconds in {**known.stages, "the rest: MkDocs, theme, writing": rest}.items():
        yield _row(name, f"{seconds:.2f}")


def _growth(results: Results) -> Iterator[str]:
    counts = sorted(results)
    rounds = {count: _steps(results[count]) for count in counts}
    titles = {name: step.title for steps in rounds.values() for name, step in steps.items()}
    for measure, (heading, unit) in _GROWTH.items():
        yield _row(heading, *(f"{count:,}" for count in counts))
        yield "|---" * (len(counts) + 1) + "|"
        for name, title in titles.items():
            known = [rounds[count].get(name) for count in counts]
            cells = [f"{step.median(measure) / unit:,.2f}" if step else "" for step in known]
            yield _row(title, *cells)
        yield ""


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
