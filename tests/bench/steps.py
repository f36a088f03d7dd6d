"""Steps: the commands that are compared, and what they leave on disk."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from statistics import median

from tests.bench.corpus import Corpus
from tests.bench.measure import Run, run
from tests.bench.record import DAY

ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Step:
    """A command, the site it makes (if any) and its runs so far."""

    title: str
    command: Sequence[str]
    extra: Mapping[str, str]
    site: Path | None = None
    runs: list[Run] = field(default_factory=list)

    def run(self) -> None:
        """Run once more; an older site is removed first, outside the measure."""
        if self.site:
            shutil.rmtree(self.site, ignore_errors=True)
        environment = {key: value for key, value in os.environ.items() if "PORTAL_" not in key}
        self.runs.append(run(self.command, ROOT, {**environment, **self.extra}))

    def values(self, measure: str) -> list[float]:
        """One of the measures, run by run."""
        return [getattr(run, measure) for run in self.runs]

    def median(self, measure: str) -> float:
        """The median of one of the measures over the runs."""
        return median(self.values(measure))

    def output(self) -> int:
        """The size of the site, in bytes."""
        paths = self.site.rglob("*") if self.site else ()
        return sum(path.stat().st_size for path in paths if path.is_file())

    def record_pages(self) -> list[int]:
        """The sizes of the records' pages, in bytes."""
        pages = self.site.glob("esperienze/prova-*/index.html") if self.site else ()
        return [path.stat().st_size for path in pages]


@dataclass(frozen=True, slots=True)
class Steps:
    """The four steps, in the order in which each round runs them."""

    check: Step
    bare: Step
    full: Step
    plain: Step

    def all(self) -> list[Step]:
        """The steps as a list."""
        return [self.check, self.bare, self.full, self.plain]


def steps_of(corpus: Corpus, sites: Path) -> Steps:
    """What is run on a corpus; the sites go each in a folder of its own."""
    day = datetime.combine(DAY, time(), UTC)
    quiet = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": f"{day.timestamp():.0f}"}
    ours = {**quiet, "PORTAL_PRACTICES": str(corpus.practices)}
    bare, full, plain = (sites / name for name in ("bare", "full", "plain"))
    unsearched = {**ours, "PORTAL_NO_SEARCH": "1"}
    configuration = str(corpus.plain / "mkdocs.yml")
    return Steps(
        Step("`generator check`", _python("generator", "check"), ours),
        Step("Our site, without search index", _build(bare, "--strict"), unsearched, bare),
        Step("Our site, with search index", _build(full, "--strict"), ours, full),
        Step("Plain MkDocs-Material", _build(plain, "-f", configuration), quiet, plain),
    )


def _build(site: Path, *options: str) -> list[str]:
    return _python("mkdocs", "build", *options, "-d", str(site))


def _python(*arguments: str) -> list[str]:
    return [sys.executable, "-m", *arguments]
