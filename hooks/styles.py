"""Styles: the sheets that every page needs, joined in one file: one request, not seven."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.outputs import File
from hooks import colours

ADDRESS = "assets/site.css"
_FRAME = "assets/riquadro.css"
_ASSETS = Path(__file__).parent / "theme" / "assets"
_SHEETS = ("tokens", "fonts", "base", "frame", "portal", "record", "tray", "feedback")


def outputs(extra: Mapping[str, Any]) -> Iterator[File]:
    """The files. The colours of the body come last, over those of the tokens."""
    texts = [(_ASSETS / f"{name}.css").read_text(encoding="utf-8") for name in _SHEETS]
    yield File(ADDRESS, "".join([*texts, colours.sheet(extra)]))
    frame = (_ASSETS / "embedded.css").read_text(encoding="utf-8")
    yield File(_FRAME, frame + "".join(_chosen(extra)))


def _chosen(extra: Mapping[str, Any]) -> Iterator[str]:
    """The schemes as a frame's address can ask for them: `#chiaro`, `#scuro-compatto`."""
    for name, tokens in zip(("chiaro", "scuro"), colours.schemes(extra).values(), strict=True):
        rules = " ".join(f"--c-{token}: {value};" for token, value in tokens.items())
        yield f':root:has([id^="{name}"]:target) {{ {rules} }}\n'
