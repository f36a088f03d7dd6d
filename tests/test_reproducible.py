"""The same records give the same bytes: everywhere, in any order, at any time (C23, C25)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.building import ROOT, SMALL

RUN = "import sys; from pathlib import Path; from tests.building import write_outputs; "
RUN += "write_outputs(Path(sys.argv[1]), Path(sys.argv[2]))"


def outputs(practices: Path, to: Path, work: Path, **environment: str) -> dict[str, bytes]:
    """What a fresh process that works in a folder makes of the records."""
    work.mkdir()
    subprocess.run(
        [sys.executable, "-c", RUN, str(practices), str(to)],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
    )
    return {
        path.relative_to(to).as_posix(): path.read_bytes()
        for path in to.rglob("*")
        if path.is_file()
    }


def moved(practices: Path, to: Path) -> Path:
    """A copy whose files were made in the opposite order, at another time."""
    for path in sorted((path for path in practices.rglob("*") if path.is_file()), reverse=True):
        copy = to / path.relative_to(practices)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (1_000_000_000, 1_000_000_000))
    return to


def test_what_is_made_depends_on_nothing_but_the_records(tmp_path: Path) -> None:
    here = outputs(
        SMALL, tmp_path / "a", tmp_path / "x", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8"
    )
    there = outputs(
        moved(SMALL, tmp_path / "practices"),
        tmp_path / "b",
        tmp_path / "y",
        PYTHONHASHSEED="2",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
    )

    assert len(here) > 100
    assert [name for name in here if here[name] != there.get(name)] == []
    assert here.keys() == there.keys()
