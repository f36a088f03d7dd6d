"""Changed: which files differ from a revision of git, committed or not."""

from pathlib import Path

from generator.commands.git import NotKnown, git

_OLD = "HEAD e «{revision}» non hanno un antenato comune: se il deposito è stato copiato in parte, "
_OLD += "scarica il resto con «git fetch --unshallow»."


def changed_paths(folder: Path, revision: str) -> list[Path]:
    """What changed since the revision and the branch in hand went apart, anywhere in the
    repository that holds `folder`; new files that git doesn't follow yet too."""
    if revision.startswith("-"):  # no revision does, and git would take it for an option
        raise NotKnown(f"«{revision}» non è una revisione di git.")
    top = Path(git(folder, "rev-parse", "--show-toplevel", otherwise=_outside(folder)).rstrip("\n"))
    commit = f"{revision}^{{commit}}"
    commit = git(top, "rev-parse", "--verify", commit, otherwise=_unknown(revision)).strip()
    old = _OLD.format(revision=revision)
    base = git(top, "merge-base", "HEAD", commit, otherwise=old).strip()
    diff = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-relative", "-z", base)
    names = git(top, *diff, "--", otherwise=_unknown(revision))
    names += git(top, "ls-files", "--others", "--exclude-standard", "-z", otherwise=_outside(top))
    return [top / name for name in names.split("\0") if name]


def _outside(folder: Path) -> str:
    return f"{folder} non è in un deposito git: senza, non si sa che cosa è cambiato."


def _unknown(revision: str) -> str:
    return f"git non conosce la revisione «{revision}»: scaricala con «git fetch» o correggila."
