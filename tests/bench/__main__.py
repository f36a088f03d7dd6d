"""The command line: `python -m tests.bench [N …] [--systems ours,hugo] [--runs R] …`.

Every round runs each step once, in turn, so that what slows the machine slows all of them.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench import corpus, live, plot, results, stages
from tests.bench.record import DAY
from tests.bench.report import report
from tests.bench.results import Measured, Round
from tests.bench.steps import ROOT, SYSTEMS, edit, quiet, steps_of


def main() -> None:
    """Measure with each number of records; print the tables, keep the results and draw them."""
    options = _options()
    known = results.read(options.results) if options.results else {}
    for count in options.counts:
        with TemporaryDirectory(dir=options.work) as folder:
            known[count] = _measured(Path(folder), count, options.systems, options.runs)
        if options.results:
            results.write(options.results, known)
            picture = plot.growth(known)
            options.results.with_suffix(".svg").write_text(picture, encoding="utf-8")
    print(report(known))


def _measured(work: Path, count: int, systems: Sequence[str], runs: int) -> Round:
    made = corpus.write(work, ROOT, count)
    steps = steps_of(made, work / "sites", systems)
    ours = "ours" in systems
    times, waits = [], []
    for number in range(1, runs + 1):
        for step in steps:
            _say(f"{count} records, round {number} of {runs}: {step.title}")
            step.run()
        if ours:
            _say(f"{count} records, round {number} of {runs}: our stages, the preview")
            times.append(stages.measure(made.practices, work / "sites" / "full", DAY, ROOT))
            cached = {**quiet(made), "PORTAL_CACHE": str(work / "sites" / "cache")}
            page = "esperienze/prova-00001/"
            waits.append(live.wait(partial(edit, made), page, ROOT, cached))
    medians = {name: median(run[name] for run in times) for name in (times[0] if times else ())}
    measured = {step.name: Measured.of(step) for step in steps}
    return Round(made.record_size, measured, medians, waits)


def _say(text: str) -> None:
    print(f"{text} …", file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("counts", nargs="*", type=_positive, default=[1000], metavar="N")
    parser.add_argument(
        "--systems", type=_systems, default=SYSTEMS, help=f"some of {','.join(SYSTEMS)}"
    )
    parser.add_argument("--runs", type=_positive, default=3, metavar="R", help="how many rounds")
    parser.add_argument(
        "--results",
        type=Path,
        metavar="FILE",
        help="JSON: keeps what is measured, beside what was with other N; a .svg goes beside it",
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="where records and sites go")
    return parser.parse_args()


def _positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError
    return int(text)


def _systems(text: str) -> list[str]:
    if unknown := set(text.split(",")) - set(SYSTEMS):
        raise argparse.ArgumentTypeError(f"not {', '.join(sorted(unknown))}")
    return text.split(",")


if __name__ == "__main__":
    main()
