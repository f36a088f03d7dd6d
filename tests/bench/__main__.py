"""The command line: `python -m tests.bench [N] [--runs R] [--keep DIR]`."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import corpus, stages
from tests.bench.record import DAY
from tests.bench.report import report
from tests.bench.steps import ROOT, steps_of


def main() -> None:
    """Make the records, run every step in turn as many times as asked, print the tables."""
    options = _options()
    with TemporaryDirectory() as temporary:
        work = Path(temporary)
        made = corpus.write(options.keep or work, ROOT, options.count)
        steps, times = steps_of(made, work / "sites"), []
        for number in range(1, options.runs + 1):
            for step in steps.all():
                print(f"{number}/{options.runs} {step.title} …", file=sys.stderr, flush=True)
                step.run()
            times.append(stages.measure(made.practices, work / "sites" / "full", DAY, ROOT))
        print(report(made, steps, times))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("count", nargs="?", type=_positive, default=1000, metavar="N")
    parser.add_argument("--runs", type=_positive, default=3, metavar="R", help="how many rounds")
    parser.add_argument("--keep", type=_new_folder, metavar="DIR", help="keep the records there")
    return parser.parse_args()


def _positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError
    return int(text)


def _new_folder(text: str) -> Path:
    folder = Path(text).resolve()
    if folder.exists() and any(folder.iterdir()):
        raise argparse.ArgumentTypeError(f"{text} is not empty")
    return folder


if __name__ == "__main__":
    main()
