"""Building the site in tests: the command that users run, on a folder of one's choice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.outputs import Body, Publisher

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
