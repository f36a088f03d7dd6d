"""Packing: values as bytes that go from one process to another.

Terms go by name, and who unpacks puts its own in their place: a term stays one object, and a
record weighs what it says.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from typing import Any

Terms = Mapping[str, Mapping[str, object]]
"""By vocabulary and id."""
_Name = tuple[str, str]


def packer(terms: Terms) -> Callable[[object], bytes]:
    """What makes bytes of values that hold terms of vocabularies."""
    names = {id(term): (name, term_id) for name in terms for term_id, term in terms[name].items()}

    def packed(value: object) -> bytes:
        buffer = io.BytesIO()
        _Pickler(buffer, names).dump(value)
        return buffer.getvalue()

    return packed


def unpacked(data: bytes, terms: Terms) -> Any:
    """The value that was packed."""
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

    def persistent_load(self, name: _Name) -> object:
        return self.terms[name[0]][name[1]]
