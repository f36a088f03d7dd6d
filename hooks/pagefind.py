"""Pagefind: the program that indexes, run on some documents."""

import gzip
import json
import os
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.exceptions import PluginError

ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""The files of an index that are the same for all."""

IDS = "ids.json"
"""Not Pagefind's: the addresses in an index, each with its id in the results."""

_ENTRY = "pagefind-entry.json"
_FRAGMENT = ".pf_fragment"  # a record; its name is the record's id in the results
_ZIPPED = {".pf_meta", ".pf_index", ".pf_filter", _FRAGMENT}
_SIGNATURE = b"pagefind_dcd"
_CHUNK = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"
_LONGEST = 900
"""Seconds. Where no file can be made, Pagefind tries for ever."""


def index(
    documents: Iterable[tuple[str, bytes]], language: str, chunk: int, temporary: Path
) -> Iterator[tuple[str, bytes]]:
    """The files of an index of documents, each an address and HTML, one at a time; IDS is the last.

    `chunk` is about how many words a browser fetches at once. The command, not Pagefind's Python
    service: that answers a request every tenth of a second.
    """
    ids = {}
    with TemporaryDirectory(dir=temporary, prefix=".") as folder:
        source, made = Path(folder, "documents"), Path(folder, "index")
        for address, document in documents:
            path = source / address / "index.html"
            path.parent.mkdir(parents=True)
            path.write_bytes(document)
        command = [*program(), "--force-language", language]
        command += ["--site", str(source), "--output-path", str(made)]
        _run(command, {_CHUNK: str(chunk)})
        paths = [path for path in sorted(made.rglob("*")) if path.suffix in _ZIPPED]
        paths += [made / name for name in (_ENTRY, *ENGINE)]
        for path in paths:
            content = _whole(path)
            if path.suffix == _FRAGMENT:
                ids[_address(content)] = path.stem
            yield path.relative_to(made).as_posix(), content
    yield IDS, json.dumps(ids).encode()


@cache
def version() -> str:
    """Which Pagefind it is: another may make another index of the same documents."""
    return _run([*program(), "--version"], {})


def program() -> list[str]:
    """The program of package.json where there is one for this machine, or else that of PyPI."""
    packages = Path(__file__).parents[1] / "node_modules" / "@pagefind"
    for program in packages.glob("*/bin/pagefind_extended"):
        return [str(program)]
    if not find_spec("pagefind"):
        raise PluginError(
            "Manca Pagefind, che fa la ricerca: lancia «make node_modules/installed»."
        )
    return [sys.executable, "-m", "pagefind"]


def _run(command: list[str], settings: Mapping[str, str]) -> str:
    try:
        run = subprocess.run(  # noqa: S603  # our own arguments
            command,
            env=os.environ | settings,
            capture_output=True,
            text=True,
            check=False,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired as error:
        raise PluginError("L'indice per la ricerca non finisce: il disco è pieno?") from error
    if run.returncode != 0:
        told = run.stderr.strip() or f"Pagefind si è interrotto ({run.returncode})"
        raise PluginError(f"L'indice per la ricerca non si è potuto fare: {told}")
    return run.stdout


def _whole(path: Path) -> bytes:
    """What Pagefind wrote. On a full disk it leaves a file unfinished and does not say so."""
    content = path.read_bytes()
    if path.suffix in _ZIPPED:
        try:
            gzip.decompress(content)
        except (EOFError, OSError, zlib.error) as error:
            raise PluginError(
                "L'indice per la ricerca è rimasto a metà: il disco è pieno?"
            ) from error
    return content


def _address(fragment: bytes) -> str:
    text = gzip.decompress(fragment).removeprefix(_SIGNATURE)
    url: str = json.loads(text)["url"]
    return url.lstrip("/")
