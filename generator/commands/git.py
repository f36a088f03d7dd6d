"""git: what it answers, or why it can't."""

import os
import shutil
import subprocess
from pathlib import Path


class NotKnown(Exception):
    """Why it can't be known what changed, in a sentence for whoever asked."""


def git(folder: Path, *arguments: str, otherwise: str) -> str:
    """What git answers; paths keep bytes that are not UTF-8."""
    program = shutil.which("git")
    if program is None:
        raise NotKnown("git non c'è: installalo, oppure indica i file uno per uno.")
    command = [program, "-C", str(folder), *arguments]
    run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # no shell, and the revision is no option
    if run.returncode != 0:
        raise NotKnown(otherwise)
    return os.fsdecode(run.stdout)
