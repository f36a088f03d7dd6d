"""Publishing: whatever stops a build, where there was a site there is a whole one."""

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import contents, copy_of_the_project

KILL = "os.kill(os.getpid(), signal.SIGKILL)"
# A build is killed as it gets to each of these.
BEFORE = [
    "hooks.search.without_marks",  # by the first page
    "hooks.search.write_index",
    "hooks.links.broken",
    "os.sync",
    "hooks.publishing._exchange",
]


def run(
    root: Path, site: Path, *options: str, change: str = ""
) -> subprocess.CompletedProcess[str]:
    """The command that `make site` runs, with something in it changed beforehand."""
    script = "import os, resource, signal, hooks.links, hooks.publishing, hooks.search\n"
    return subprocess.run(
        [sys.executable, "-c", f"{script}{change}\nhooks.publishing.main()", str(site), *options],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_the_project(tmp_path_factory.mktemp("root") / "project")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the site goes, with an older one in it."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("prima")
    return folder


def test_a_build_killed_at_any_moment_leaves_a_whole_site(root: Path, site: Path) -> None:
    old = contents(site)
    for place in BEFORE:
        killed = run(root, site, change=f"{place} = lambda *_: {KILL}")

        assert killed.returncode == -9, (place, killed.stderr)
        assert contents(site) == old, place
    late = f"""\
real = hooks.publishing._exchange
hooks.publishing._exchange = lambda *those: (real(*those), {KILL})"""
    assert run(root, site, change=late).returncode == -9
    new = contents(site)
    assert new.keys() > {"catalogo/index.html", "_headers"}

    assert run(root, site).returncode == 0
    assert contents(site) == new
    assert sorted(path.name for path in site.parent.iterdir()) == [
        ".site.lock",
        ".site.previous",
        "site",
    ]


def test_a_build_begins_with_the_site_before_the_one_before(root: Path, site: Path) -> None:
    for _ in range(3):
        assert run(root, site).returncode == 0
    spare = site.with_name(".site.new")
    page = spare / "esperienze/orti-di-prova/index.html"
    inode, new = page.stat().st_ino, contents(site)
    (spare / "index.html").write_text("una costruzione interrotta")

    assert run(root, site).returncode == 0
    assert contents(site) == new
    assert (site / page.relative_to(spare)).stat().st_ino == inode


def test_the_site_before_can_be_put_back(root: Path, site: Path) -> None:
    old = contents(site)
    assert run(root, site).returncode == 0
    new = contents(site)
    assert run(root, site, "--previous").returncode == 0
    assert contents(site) == old
    assert run(root, site, "--previous").returncode == 0
    assert contents(site) == new


def test_where_names_cannot_be_exchanged_a_kill_is_mended_by_the_next_start(
    root: Path, site: Path
) -> None:
    old = contents(site)
    change = f"""\
def unknown(*_): raise OSError
hooks.publishing._renameat2 = unknown
real = hooks.publishing.Path.rename
def rename(path, to):
    if path.name == ".site.new": {KILL}
    return real(path, to)
hooks.publishing.Path.rename = rename"""

    assert run(root, site, change=change).returncode == -9
    assert not site.exists()
    failed = run(root, site, change="hooks.publishing._mkdocs = lambda _: os.stat('/nowhere')")
    assert "Il sito non è cambiato" in failed.stderr
    assert contents(site) == old


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))",
            "Il sito non è cambiato: il disco è pieno. Libera dello spazio, poi rilancia.",
        ),
        ("hooks.links.broken = lambda *_: ['rotto']", "Il sito non è cambiato."),
    ],
)
def test_a_build_that_cannot_end_leaves_the_site_and_says_so(
    root: Path, site: Path, change: str, told: str
) -> None:
    old = contents(site)
    failed = run(root, site, change=change)

    assert failed.returncode == 1
    assert failed.stderr.endswith(f"{told}\n"), failed.stderr
    assert contents(site) == old


def test_where_nothing_can_be_written_is_named(root: Path) -> None:
    failed = run(root, Path("/proc/innesto"))  # where not even root can

    assert failed.returncode == 1
    assert failed.stderr.startswith("Il sito non è cambiato: "), failed.stderr
    assert "«/proc/.innesto.lock»" in failed.stderr


def test_one_build_at_a_time(root: Path, site: Path) -> None:
    with site.with_name(".site.lock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        failed = run(root, site)

    assert failed.returncode == 1
    assert failed.stderr == (
        "Il sito non è cambiato: lo sta già costruendo o inviando un altro comando. "
        "Aspetta che finisca, poi rilancia.\n"
    )
