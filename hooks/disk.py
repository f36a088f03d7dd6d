"""Disk: a folder as a remote place, for shares on which folders cannot be renamed."""

import errno
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from fsspec.implementations.local import LocalFileSystem


class Disk(LocalFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A folder of a disk, or of a share: readers find a file whole, the old one or the new.

    No link that somebody may have put in the folder leads out of it.
    """

    def __init__(self, root: str) -> None:
        super().__init__()
        self._root = Path(root).resolve()

    def put_file(self, lpath: str, rpath: str, **_: object) -> None:
        """Put a file in its place when it is all there."""
        path = self._inside(rpath)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _part(path)
        part.unlink(missing_ok=True)  # it could be a link
        shutil.copyfile(lpath, part)
        part.replace(path)

    def rm(self, path: Sequence[str], **_: object) -> None:
        """Remove files, and the folders that they leave empty."""
        for name in map(self._inside, path):
            for one in (name, _part(name)):
                with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):  # not ours
                    one.unlink()
            with suppress(OSError):  # not empty, as the root is not: there is the manifest
                for folder in name.parents:
                    folder.rmdir()

    def _inside(self, name: str) -> Path:
        path = Path(name)
        if not path.parent.resolve().is_relative_to(self._root):
            raise OSError(errno.EXDEV, "un collegamento porta fuori dalla cartella", name)
        return path


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.parte")
