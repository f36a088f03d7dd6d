"""Manifests: which files of a site are in another place, kept there too: so that the next time only
what differs is sent.

Of a file that was being sent there is no digest: an empty one where some version is surely there,
none (null) where there may be nothing.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

NAME = ".pubblicato.json"
COPY = ".pubblicato.copia.json"
"""Written before the other: where no file is replaced at once, one of the two is always whole."""
_NOT_OURS = {"", ".", "..", NAME, COPY}
_NOTE = "Quali file del sito sono qui. Non cancellarlo: serve a inviare solo quello che cambia."


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is there, by name, and the run of the command that wrote this last; empty if unknown."""

    run: str = ""
    files: Mapping[str, str | None] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether some version of a file is surely there."""
        return self.files.get(name) is not None

    def doubting(self, run: str, sent: Iterable[str], removed: Iterable[str]) -> "Manifest":
        """The same, but for files that a run is about to send or to remove."""
        sending = {name: "" if self.has(name) else None for name in sent}
        return Manifest(run, {**self.files, **sending, **dict.fromkeys(removed)})

    def write(self, path: Path) -> None:
        """Write it in a file."""
        said = {"nota": _NOTE, "invio": self.run, "file": self.files}
        path.write_text(json.dumps(said, indent=0), encoding="utf-8")


def parsed(text: bytes) -> Manifest:
    """What a manifest says; what makes no sense counts as not said."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    match said:
        case {"invio": str(run), "file": dict(files)}:
            return Manifest(run, {name: _digest(files[name]) for name in filter(is_sound, files)})
        case _:
            return Manifest()


def is_sound(name: str) -> bool:
    """Whether a name leads to one file inside a place, whoever wrote it.

    Signs of patterns are out: to remove such a name fsspec would remove all that match it.
    """
    parts = set(name.split("/"))
    return name.isprintable() and not parts & _NOT_OURS and not set(name) & set("*?[]\\")


def digests(site: Path) -> dict[str, str]:
    """What is in each file of a site, by its address."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    named = ((path.relative_to(site).as_posix(), path) for path in files)
    return {name: _digest_of(path) for name, path in named if name not in {NAME, COPY}}


def _digest(said: object) -> str | None:
    return said if isinstance(said, str) else None


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
