"""Changes: what can happen between two builds, to the small site's records and to what was kept."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.test_store import edit

_GROWN = "trasferimenti/orti-altrove.yml"
_OTHER = "trasferimenti/altri.yml"
_BODY = "amministrazioni/comune-di-prova.yml"
_TERMS = "vocabolari/temi.yml"
_WITHDRAWN = "ritirate/esperienze/orti-ritirati.yml"
_INSTEAD = "sostituita_da: esperienze/orti-di-prova\n"
_MOVED = "territorio: provaland", "territorio: provincia-di-provaland"

_CHANGES: Mapping[str, Callable[[Path], object]] = {
    "deleted": lambda folder: (folder / _GROWN).unlink(),
    "renamed": lambda folder: (folder / _GROWN).rename(folder / _OTHER),
    "added": lambda folder: shutil.copy(folder / _GROWN, folder / _OTHER),
    "withdrawn": lambda folder: edit(folder / _WITHDRAWN, _INSTEAD, ""),
    "vocabulary": lambda folder: edit(folder / _TERMS, "Rifiuti", "Immondizia"),
    "body": lambda folder: edit(folder / _BODY, "nome: ", "nome: X "),
    "moved": lambda folder: edit(folder / _BODY, *_MOVED),
}

each_change = pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
"""A test of `change`, which is given the folder of the records."""

_SPOILS: Mapping[str, Callable[[Path], object]] = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "corrupted": lambda path: path.write_bytes(b"?" + path.read_bytes()[1:]),
    "empty": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
}

each_spoil = pytest.mark.parametrize("spoil", _SPOILS.values(), ids=_SPOILS)
"""A test of `spoil`, which is given a file."""
