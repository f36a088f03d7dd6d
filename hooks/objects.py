"""Objects: files by what is in them, kept for the next build.

To put one into a site is to give it another name there: nothing is written. It is read before,
since whatever changes a file of a site changes the object that it is.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.stamps import Stamp, stamp_of

_SPARE = 5_000
"""Objects that may be there unused, besides as many as are used."""


Object = tuple[bytes, Stamp | None]
"""What is in a file, as a digest, and the stamp that the file had when it was kept."""
Named = tuple[tuple[str, Object], ...]
"""Files by their addresses."""


@dataclass(frozen=True, slots=True)
class Objects:
    """A folder of objects. A disk that is full or may not be written keeps nothing."""

    folder: Path

    def keep(self, content: bytes, path: Path | None = None) -> Object:
        """Keep some content, which is in a file already if there is one."""
        digest = _digest(content)
        kept = self._path(digest)
        with suppress(OSError):
            try:
                _add(content, path, kept)
            except FileNotFoundError:
                kept.parent.mkdir(parents=True, exist_ok=True)
                _add(content, path, kept)
        return digest, _stamp(kept) or (_stamp(path) if path else None)

    def is_whole(self, one: Object) -> bool:
        """Whether an object is there, and still what it was."""
        digest, stamp = one
        return _is_as_it_was(self._path(digest), stamp) or self.content(digest) is not None

    def content(self, digest: bytes) -> bytes | None:
        """What was kept; None if it is not there, or not any more what it was."""
        kept = self._path(digest)
        try:
            content = kept.read_bytes()
        except OSError:
            return None
        if _digest(content) == digest:
            return content
        with suppress(OSError):
            kept.unlink()
        return None

    def put(self, files: Named, site: Path) -> bool:
        """Put files into a site; False, and none is touched, if one of them cannot be had."""
        away = [
            (digest, site / address)
            for address, (digest, stamp) in files
            if not _is_as_it_was(f"{site}/{address}", stamp)
        ]
        contents = [self.content(digest) for digest, _ in away]
        found = [content for content in contents if content is not None]
        if len(found) < len(away):
            return False
        for (digest, path), content in zip(away, found, strict=True):
            self._link(digest, content, path)
        return True

    def forget_all_but(self, used: Iterable[bytes]) -> None:
        """Let go what is not used any more, once it is more than what is."""
        wanted = {digest.hex() for digest in used}
        with suppress(OSError):
            others = [path for path in self.folder.glob("??/*") if path.name not in wanted]
            for path in others if len(others) > len(wanted) + _SPARE else ():
                path.unlink()

    def _link(self, digest: bytes, content: bytes, path: Path) -> None:
        kept = self._path(digest)
        try:
            if path.stat().st_dev != kept.stat().st_dev and path.read_bytes() == content:
                return  # on another disk, where it cannot be linked
            path.unlink()
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
        if not _linked(kept, path):
            path.write_bytes(content)

    def _path(self, digest: bytes) -> Path:
        name = digest.hex()
        return self.folder / name[:2] / name


def write(content: bytes, path: Path) -> None:
    """Write a file anew: what was there may be an object, or a page of a site that is kept."""
    try:
        _create(content, path)
    except FileExistsError:
        path.unlink()
        _create(content, path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        _create(content, path)


def _create(content: bytes, path: Path) -> None:
    with path.open("xb") as file:
        file.write(content)


def clear(site: Path, names: Collection[str], spared: str = "") -> None:
    """Leave nothing in a folder but the files with these addresses, and a folder that is spared.

    The folders of the files are left even where these are still to be written.
    """
    needed = {"."} | {os.path.dirname(name) for name in names}  # noqa: PTH120
    for folder, _, inside in os.walk(site, topdown=False):
        at = os.path.relpath(folder, site)
        if spared and at.partition(os.sep)[0] == spared:
            continue
        for name in inside:
            if (name if at == "." else f"{at}/{name}") not in names:
                Path(folder, name).unlink()
        if at not in needed:
            with suppress(OSError):  # not empty
                Path(folder).rmdir()


def _stamp(path: Path | str) -> Stamp | None:
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116
    except OSError:
        return None


def _is_as_it_was(path: Path | str, stamp: Stamp | None) -> bool:
    return stamp is not None and _stamp(path) == stamp


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


def _add(content: bytes, path: Path | None, kept: Path) -> None:
    """Give a file the name of an object, or write one, whole or not at all."""
    with suppress(FileExistsError):
        if path and _linked(path, kept):
            return
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(kept)


def _linked(path: Path, name: Path) -> bool:
    """Whether a file has one name more; not where the other is on another disk, or it has many."""
    try:
        os.link(path, name)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        return False
    return True
