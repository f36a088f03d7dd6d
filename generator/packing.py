"""Packing: values as bytes that go from one process to another, or from a run to the next.

Terms go by name, and who unpacks puts its own in their place: a term stays one object, and a
record weighs what it says.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

Terms = Mapping[str, Mapping[str, object]]
"""By vocabulary and id."""
_Name = tuple[str, str]
_OTHERS = {("datetime", "date"), ("decimal", "Decimal")}


def packer(terms: Terms) -> Callable[[object], bytes]:
    """What makes bytes of values that hold terms of vocabularies."""
    names = {id(term): (name, term_id) for name in terms for term_id, term in terms[name].items()}

    def packed(value: object) -> bytes:
        buffer = io.BytesIO()
        _Pickler(buffer, names).dump(value)
        return buffer.getvalue()

    return packed


def unpacked(data: bytes, terms: Terms) -> Any:
    """The value that was packed. What no packer makes raises `pickle.UnpicklingError`."""
    return _Unpickler(io.BytesIO(data), terms).load()


class _Pickler(pickle.Pickler):
    def __init__(self, buffer: io.BytesIO, names: Mapping[int, _Name]) -> None:
        super().__init__(buffer, protocol=5)
        self.names = names

    def persistent_id(self, value: object) -> _Name | None:
        return self.names.get(id(value))


class _Unpickler(pickle.Unpickler):
    def __init__(self, buffer: io.BytesIO, terms: Terms) -> None:
        super().__init__(buffer)
        self.terms = terms

    def find_class(self, module: str, name: str) -> type:
        return _class(module, name)

    def persistent_load(self, name: _Name) -> object:
        return self.terms[name[0]][name[1]]


@cache
def _class(module: str, name: str) -> type:
    """A class of values. Nothing else may be called by what comes from a file."""
    if module.startswith("generator.") or (module, name) in _OTHERS:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
    raise pickle.UnpicklingError(f"{module}.{name}")
