"""Fingerprint: of code, on which all that it makes depends besides the records."""

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

_FOLDER = Path(__file__).parent
_LIBRARIES = (
    "ahocorasick-rs",
    "babel",
    "cmarkgfm",
    "feedgenerator",
    "icalendar",
    "jinja2",
    "markupsafe",
    "nh3",
    "python-dateutil",
    "pyyaml",
    "zxing-cpp",
)
"""Those by which a record becomes pages: another version may do it otherwise."""


@cache
def fingerprint() -> bytes:
    """16 bytes of the generator: the same exactly where its code, templates, libraries and Python
    are. A preview, which follows the templates, clears it."""
    known = blake2b(sys.version.encode(), digest_size=16)
    for library in _LIBRARIES:
        known.update(f"\n{library} {version(library)}".encode())
    known.update(code(_FOLDER) + of_folder(_FOLDER / "templates"))
    return known.digest()


@cache
def code(folder: Path) -> bytes:
    """16 bytes of a folder's Python as it is run: what is edited meanwhile is not."""
    return of_folder(folder, "*.py")


def of_folder(folder: Path, pattern: str = "*") -> bytes:
    """16 bytes: the same where the files of a folder whose names fit are."""
    known = blake2b(digest_size=16)
    for path in sorted(folder.rglob(pattern)):
        if path.is_file():
            known.update(f"\n{path.relative_to(folder).as_posix()}\n".encode())
            known.update(blake2b(path.read_bytes()).digest())
    return known.digest()
