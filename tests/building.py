"""Building the site in tests: the command that users run, on a folder of one's choice."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue, load_catalogue
from generator.outputs import Batch, Body, File, Page, Publisher, each
from generator.site import build_site
from generator.store import NO_STORE, Store
from hooks import cache, search

ROOT = Path(__file__).parent.parent
BODY = Body("Ente di prova", "00000000000", "info@ente.example.org")
PUBLISHER = Publisher("Portale di prova", "https://prova.example.org/", BODY)
SMALL = ROOT / "tests" / "site" / "practices"


def run_mkdocs(
    *arguments: str, practices: Path, root: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs on a content folder."""
    environment = os.environ | {
        "PORTAL_PRACTICES": str(practices),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def build(to: Path, practices: Path, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Build the site as `make site` does."""
    return run_mkdocs("build", "--strict", "--site-dir", str(to), practices=practices, root=root)


def copy_of_the_project(to: Path) -> Path:
    """A copy of what a build needs, to break on purpose, with the small site as its content."""
    for name in ("docs", "generator", "hooks"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SMALL, to / "practices")
    shutil.copy(ROOT / "mkdocs.yml", to)
    (to / "node_modules").symlink_to(ROOT / "node_modules")
    return to


def all_outputs(
    catalogue: Catalogue, today: date, publisher: Publisher, store: Store = NO_STORE
) -> Iterator[Page | File | Batch]:
    """The site, the pages of its lots among the others."""
    return each(build_site(catalogue, today, publisher, store))


def index(pages: Iterable[Page], site: Path, **sizes: int) -> None:
    """Write the search index of some pages, by address or the other way."""
    found = [page for page in pages if page.search]
    addresses = sorted(page.address for page in found)
    site.mkdir(exist_ok=True)
    with cache.opened(site) as kept:
        documents = [
            search.Document(page.address, kept.objects.keep(search.document(page).encode())[0])
            for page in found
        ]
        orders = {"titolo": addresses, "recenti": addresses[::-1]}
        search.write_index(search.Found(documents, orders), kept, site, **sizes)


def write_outputs(practices: Path, to: Path) -> None:
    """Write what the generator makes, before any theme, into a folder."""
    catalogue, _ = load_catalogue(practices, "practices")
    for output in all_outputs(catalogue, date(2024, 6, 1), PUBLISHER):
        path = to / (output.address if isinstance(output, Batch) else output.file)
        match output:
            case Batch():
                path.mkdir(parents=True, exist_ok=True)
                output.write(path)
            case Page() | File():
                path.parent.mkdir(parents=True, exist_ok=True)
                content = repr(output) if isinstance(output, Page) else output.content
                path.write_text(content, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, byte by byte."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
