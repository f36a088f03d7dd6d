"""Packing: values as bytes that go from one process to another, or from a run to the next.

Terms go by name, and who unpacks puts its own in their place: a term stays one object, and a
record weighs what it says. Dataclasses go as their values, a third faster than pickle does it.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from importlib import import_module
from operator import attrgetter
from typing import Any

from generator.vocabulary import Term

Terms = Mapping[str, Mapping[str, object]]
"""By vocabulary and id."""
_OTHERS = {("datetime", "date"), ("decimal", "Decimal")}
_Reduced = tuple[Callable[..., object], tuple[Any, ...]]


def packer(terms: Terms) -> Callable[[object], bytes]:
    """What makes bytes of values that hold terms of vocabularies."""
    reducers = _Reducers(terms)

    def packed(value: object) -> bytes:
        buffer = io.BytesIO()
        _Pickler(buffer, reducers).dump(value)
        return buffer.getvalue()

    return packed


def unpacked(data: bytes, terms: Terms) -> Any:
    """The value that was packed. What no packer makes raises `pickle.UnpicklingError`."""
    return _Unpickler(io.BytesIO(data), terms).load()


class _Reducers(dict[type, Callable[[Any], _Reduced]]):
    """How the values of each dataclass are packed, worked out once."""

    def __init__(self, terms: Terms) -> None:
        self.names = {id(term): (name, key) for name in terms for key, term in terms[name].items()}

    def __missing__(self, kind: type) -> Callable[[Any], _Reduced]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        parts = attrgetter("__class__", *(field.name for field in fields(kind)))

        def whole(value: object) -> _Reduced:
            return _made, parts(value)

        def named(term: object) -> _Reduced:
            name = self.names.get(id(term))
            return (_term, name) if name else whole(term)

        return self.setdefault(kind, named if issubclass(kind, Term) else whole)


def _made(kind: type, *values: object) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_slots(kind), values, strict=True):
        put(made, value)
    return made


def _term(terms: Terms, vocabulary: str, term_id: str) -> object:
    return terms[vocabulary][term_id]


@cache
def _slots(kind: Any) -> tuple[Callable[[object, object], None], ...]:
    """What fills in each field of a dataclass with slots, frozen or not."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))


class _Pickler(pickle.Pickler):
    def __init__(self, buffer: io.BytesIO, reducers: _Reducers) -> None:
        self.dispatch_table = reducers
        super().__init__(buffer, protocol=5)


class _Unpickler(pickle.Unpickler):
    def __init__(self, buffer: io.BytesIO, terms: Terms) -> None:
        super().__init__(buffer)
        self.term = partial(_term, terms)  # a method would keep all this from being freed at once

    def find_class(self, module: str, name: str) -> Callable[..., object]:
        if module != __name__:
            return _class(module, name)
        if name == _term.__name__:
            return self.term
        return _made if name == _made.__name__ else _class(module, name)


@cache
def _class(module: str, name: str) -> type:
    """A class of values. Nothing else may be called by what comes from a file."""
    if module.startswith("generator.") or (module, name) in _OTHERS:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
    raise pickle.UnpicklingError(f"{module}.{name}")
