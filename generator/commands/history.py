"""History: the day on which each record's file first came in, as git tells it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from generator.commands.git import NotKnown, git
from generator.values import Ref

_NOT_HERE = (
    "{folder} non è in un deposito git: senza la sua storia non si sa quali schede sono nuove."
)
_SHALLOW = "Di questo deposito c'è solo l'ultima parte: con «git fetch --unshallow» si saprà quali "
_SHALLOW += "schede sono nuove."
_COMMIT = "\x01"
"""What comes before each commit's day, and in no name of a record."""


def came_in(folder: Path) -> Mapping[Ref, date]:
    """The day of the commit that added each record; a record that was renamed is not a new one."""
    outside = _NOT_HERE.format(folder=folder)
    if git(folder, "rev-parse", "--is-shallow-repository", otherwise=outside).strip() == "true":
        raise NotKnown(_SHALLOW)
    log = git(
        folder,
        *("-c", "log.showSignature=false", "log", "-z", f"--format={_COMMIT}%cs"),
        *("--relative", "--name-only", "--find-renames", "--diff-filter=A", "--", "."),
        otherwise=outside,
    )
    days: dict[Ref, date] = {}
    for commit in log.split(_COMMIT)[1:]:  # the newest first: of two additions the older stays
        day, *names = (part.strip("\n") for part in commit.split("\0"))
        for path in map(PurePosixPath, filter(None, names)):
            days[Ref(path.parent.as_posix(), path.stem)] = date.fromisoformat(day)
    return days
