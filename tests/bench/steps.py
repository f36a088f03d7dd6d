"""Steps: the commands that are compared, and what they leave on disk."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from hooks import pagefind
from tests.bench import hugo
from tests.bench.corpus import Corpus
from tests.bench.measure import Run, run
from tests.bench.record import DAY

_TITLE = re.compile(r"Esperienza (?:di prova|numero) (\d+)")
ROOT = Path(__file__).resolve().parents[2]
SYSTEMS = ("ours", "hugo", "material", "zensical")


@dataclass(slots=True)
class Step:
    """A command, the site it makes (if any) and its runs so far."""

    name: str
    title: str
    command: Sequence[str]
    extra: Mapping[str, str]
    site: Path | None = None
    prepare: Callable[[], object] = lambda: None
    """What comes before each run, outside the measure."""
    runs: list[Run] = field(default_factory=list)

    def run(self) -> None:
        """Run once more."""
        self.prepare()
        self.runs.append(run(self.command, ROOT, environment(self.extra)))

    def output(self) -> int:
        """The size of the site, in bytes."""
        paths = self.site.rglob("*") if self.site else ()
        return sum(path.stat().st_size for path in paths if path.is_file())

    def record_pages(self) -> list[int]:
        """The sizes of the records' pages, in bytes."""
        pages = self.site.glob("**/prova-*/index.html") if self.site else ()
        return [path.stat().st_size for path in pages]


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """What commands run in: nothing of the portal's but what is said, and Python as it is by
    itself, which keeps what it compiled."""
    unwanted = re.compile("PORTAL_|PYTHONDONTWRITEBYTECODE")
    return {**{key: value for key, value in os.environ.items() if not unwanted.match(key)}, **extra}


def quiet(corpus: Corpus) -> dict[str, str]:
    """What our commands are told: the content, the day in force."""
    day = datetime.combine(DAY, time(), UTC)
    return {
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": f"{day.timestamp():.0f}",
        "PORTAL_PRACTICES": str(corpus.practices),
    }


def edit(corpus: Corpus) -> str:
    """Give a record a title that it never had, as long as the one before; what is in its page then.

    One that it had would be found in the cache, with all that is made of it.
    """
    path = corpus.practices / "esperienze" / "prova-00001.yml"
    text = path.read_text(encoding="utf-8")
    number = int(_TITLE.findall(text)[0]) + 1
    new = f"Esperienza numero {number:07}"
    path.write_text(_TITLE.sub(new, text), encoding="utf-8")
    return new


def steps_of(corpus: Corpus, sites: Path, systems: Sequence[str] = SYSTEMS) -> list[Step]:
    """What is run on a corpus, in the order of each round; a folder for each site."""
    makers = {"ours": _ours, "hugo": _hugo, "material": _material, "zensical": _zensical}
    return [step for system in systems for step in makers[system](corpus, sites)]


def _ours(corpus: Corpus, sites: Path) -> Iterator[Step]:
    cold = {**quiet(corpus), "PORTAL_CACHE": ""}
    warm = {**quiet(corpus), "PORTAL_CACHE": str(sites / "cache")}
    check = _python("generator", "check")
    again = partial(run, check, ROOT, environment(warm))
    bare, full = sites / "bare", sites / "full"
    unsearched = {**cold, "PORTAL_NO_SEARCH": "1"}
    yield Step("check", "`generator check`, cold", check, cold)
    yield Step("check-warm", "`generator check`, warm", check, warm, prepare=again)
    yield Step(
        "bare", "Ours, without search index", _mkdocs(bare), unsearched, bare, _without(bare)
    )
    everything = _without(full, sites / "cache")
    yield Step("full", "Ours, with search index", _mkdocs(full), warm, full, everything)
    site = sites / "published" / "site"
    publish = _python("hooks.publishing", str(site))
    edited = partial(_edited, corpus, publish, environment(warm), site)
    yield Step("edited", "Ours, one record edited", publish, warm, site, edited)


def _edited(corpus: Corpus, publish: Sequence[str], extra: Mapping[str, str], site: Path) -> None:
    """Edit a record of a site that is published as often as its folders need to take turns."""
    site.parent.mkdir(parents=True, exist_ok=True)
    while not site.with_name(f".{site.name}.new").exists():
        edit(corpus)
        run(publish, ROOT, extra)
    edit(corpus)


def _hugo(corpus: Corpus, sites: Path) -> Iterator[Step]:
    site, found = sites / "hugo", sites / "found"
    if not (corpus.plain.parent / "hugo").exists():
        hugo.write_site(corpus.plain.parent / "hugo")
    command = [str(Path(sys.executable).with_name("hugo")), "--quiet"]
    command += ["--source", str(corpus.plain.parent / "hugo"), "--destination", str(site)]
    command += ["--contentDir", str(corpus.plain / "docs" / "esperienze")]
    yield Step("hugo", "Hugo", command, {}, site, _without(site))
    search = [*pagefind.program(), "--site", str(site), "--output-path", str(found)]
    yield Step("pagefind", "Pagefind on what Hugo made", search, {}, found, _without(found))


def _material(corpus: Corpus, sites: Path) -> Iterator[Step]:
    site = sites / "plain"
    command = _mkdocs(site, "-f", str(corpus.plain / "mkdocs.yml"))
    extra = {"NO_MKDOCS_2_WARNING": "1"}
    yield Step("material", "Plain MkDocs-Material", command, extra, site, _without(site))


def _zensical(corpus: Corpus, sites: Path) -> Iterator[Step]:
    """It has no option for where the site goes: beside its configuration."""
    site = corpus.plain / "site"
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--clean"]
    command += ["-f", str(corpus.plain / "mkdocs.yml")]
    yield Step("zensical", "Zensical", command, {}, site, _without(site))


def _without(*folders: Path) -> Callable[[], None]:
    def remove() -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    return remove


def _mkdocs(site: Path, *options: str) -> list[str]:
    return _python("mkdocs", "build", *(options or ["--strict"]), "-d", str(site))


def _python(*arguments: str) -> list[str]:
    return [sys.executable, "-m", *arguments]
