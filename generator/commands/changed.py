"""Changed: which files differ from a revision of git, committed or not."""

import os
import shutil
import subprocess
from pathlib import Path

_OLD = "HEAD e «{revision}» non hanno un antenato comune: se il deposito è stato copiato in parte, "
_OLD += "scarica il resto con «git fetch --unshallow»."


class NotKnown(Exception):
    """Why it can't be known what changed, in a sentence for whoever asked."""


def changed_paths(folder: Path, revision: str) -> list[Path]:
    """What changed since the revision and the branch in hand went apart, anywhere in the
    repository that holds `folder`; new files that git doesn't follow yet too."""
    if revision.startswith("-"):  # no revision does, and git would take it for an option
        raise NotKnown(f"«{revision}» non è una revisione di git.")
    top = Path(
        _git(folder, "rev-parse", "--show-toplevel", otherwise=_outside(folder)).rstrip("\n")
    )
    commit = f"{revision}^{{commit}}"
    commit = _git(top, "rev-parse", "--verify", commit, otherwise=_unknown(revision)).strip()
    old = _OLD.format(revision=revision)
    base = _git(top, "merge-base", "HEAD", commit, otherwise=old).strip()
    diff = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-relative", "-z", base)
    names = _git(top, *diff, "--", otherwise=_unknown(revision))
    names += _git(top, "ls-files", "--others", "--exclude-standard", "-z", otherwise=_outside(top))
    return [top / name for name in names.split("\0") if name]


def _outside(folder: Path) -> str:
    return f"{folder} non è in un deposito git: senza, non si sa che cosa è cambiato."


def _unknown(revision: str) -> str:
    return f"git non conosce la revisione «{revision}»: scaricala con «git fetch» o correggila."


def _git(folder: Path, *arguments: str, otherwise: str) -> str:
    """What git answers; paths keep bytes that are not UTF-8."""
    git = shutil.which("git")
    if git is None:
        raise NotKnown("git non c'è: installalo, oppure indica i file uno per uno.")
    command = [git, "-C", str(folder), *arguments]
    run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # no shell, and the revision is no option
    if run.returncode != 0:
        raise NotKnown(otherwise)
    return os.fsdecode(run.stdout)
