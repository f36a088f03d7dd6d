"""Fingerprint: of the generator itself, on which all that it makes depends besides the records."""

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

_FOLDER = Path(__file__).parent
_LIBRARIES = ("babel", "cmarkgfm", "jinja2", "nh3", "pyyaml", "zxing-cpp")
"""Those by which a record becomes pages: another version may do it otherwise."""


@cache
def fingerprint() -> bytes:
    """16 bytes: the same exactly where code, templates, libraries and Python are the same."""
    known = blake2b(sys.version.encode(), digest_size=16)
    for library in _LIBRARIES:
        known.update(f"\n{library} {version(library)}".encode())
    for path in sorted(_FOLDER.rglob("*")):
        if path.suffix in {".py", ".jinja"}:
            known.update(f"\n{path.relative_to(_FOLDER).as_posix()}\n".encode())
            known.update(blake2b(path.read_bytes()).digest())
    return known.digest()
