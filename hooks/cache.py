"""Cache: what a build leaves for the next one. All of it can go: it is made again."""

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

_DIGEST = sha256().digest_size
_SUFFIX = ".zip.sha256"


def folder(name: str) -> Path | None:
    """Where something is kept: in `.cache/`, or in PORTAL_CACHE; None where that is empty."""
    chosen = os.environ.get("PORTAL_CACHE", str(Path(__file__).parents[1] / ".cache"))
    return Path(chosen, name) if chosen else None


@dataclass(frozen=True, slots=True)
class Store:
    """Sets of files, each under a name that says all that they were made of.

    A disk that is full or may not be written keeps nothing, and that is no error.
    """

    folder: Path | None

    def files(self, name: str) -> Mapping[str, bytes] | None:
        """What was kept under a name; None if there is nothing, or not just what was written."""
        if not self.folder:
            return None
        try:
            kept = _path(self.folder, name).read_bytes()
        except OSError:
            return None
        digest, archive = kept[:_DIGEST], kept[_DIGEST:]
        if sha256(archive).digest() != digest:
            return None
        with ZipFile(BytesIO(archive)) as opened:
            return {path: opened.read(path) for path in opened.namelist()}

    def keep(self, name: str, files: Mapping[str, bytes]) -> None:
        """Keep some files under a name, whole or not at all."""
        if not self.folder:
            return
        archive = BytesIO()
        with ZipFile(archive, "w") as opened:
            for file, content in files.items():
                opened.writestr(file, content)
        path = _path(self.folder, name)
        part = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(sha256(archive.getbuffer()).digest() + archive.getbuffer())
            part.replace(path)

    def forget_all_but(self, names: Collection[str]) -> None:
        """Of what is kept under other names, leave as many as these, the latest: for going back."""
        if not self.folder:
            return
        wanted = {_path(self.folder, name) for name in names}
        with suppress(OSError):
            others = [path for path in self.folder.iterdir() if path not in wanted]
            others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
            for path in others[len(wanted) :]:
                path.unlink()


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}{_SUFFIX}"
