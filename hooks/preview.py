"""The live preview: what the last build without errors made.

MkDocs loads hooks/portal.py anew at each rebuild; this module stays.
"""

from collections.abc import Callable, Iterable

from generator.catalogue import Entry
from generator.memory import Memory
from generator.outputs import Output

_state: dict[str, bool] = {"serving": False}
_last_good: list[Callable[[], Iterable[Output]]] = []
_memory: Memory[Entry] = Memory()


def start(*, serving: bool) -> None:
    """A build or a preview begins."""
    _state["serving"] = serving


def serving() -> bool:
    """Whether a preview is running."""
    return _state["serving"]


def memory() -> Memory[Entry] | None:
    """What is remembered from a build to the next."""
    return _memory if serving() else None


def keep(outputs: Callable[[], Iterable[Output]]) -> None:
    """Keep what was built, or will be when it is wanted, to show it while a record has errors."""
    if serving():
        _last_good[:] = [outputs]


def last_good() -> list[Output]:
    """What the last build without errors made; nothing when there was none."""
    return [output for outputs in _last_good for output in outputs()]
