"""Places: where a site is, who may use it now, and what to say of a disk that does not let one."""

import errno
import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

UNCHANGED = "Il sito non è cambiato"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is published; what is made or kept for it is beside it, on the same disk."""

    site: Path

    def beside(self, name: str) -> Path:
        """A neighbour of the site, hidden: `.site.new` for one."""
        return self.site.with_name(f".{self.site.name}.{name}")


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """Keep other commands out; mend what one that was killed left.

    `lockf`, not `flock`: the processes that a build starts do not inherit it, and could outlive it.
    """
    with place.beside("lock").open("w") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EAGAIN, errno.EACCES}:
                raise
            sys.exit(
                f"{UNCHANGED}: lo sta già costruendo o inviando un altro comando. Aspetta che "
                "finisca, poi rilancia."
            )
        aside = place.beside("aside")
        if aside.exists():  # killed while two names were exchanged
            names = (place.site, place.beside("previous"), place.beside("new"))
            aside.rename(next(name for name in names if not name.exists()))
        yield


def reason(error: OSError) -> str:
    """Why something on a disk could not be done, and the way out."""
    if error.errno in _FULL:
        return "il disco è pieno. Libera dello spazio, poi rilancia"
    where = f" in «{error.filename}»" if error.filename else ""
    if error.errno in _FORBIDDEN:
        return f"non si può leggere o scrivere{where}. Controlla i permessi"
    return f"{error.strerror}{where}"
