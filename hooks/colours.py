"""Colours: what the tokens are worth in each scheme, and whether people can read one on the other.

The tokens are in theme/assets/tokens.css; a body changes those of its brand in mkdocs.yml.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

TOKENS = Path(__file__).parent / "theme" / "assets" / "tokens.css"
LIGHT, DARK = "light", "dark"
_MEDIA = "@media screen and (prefers-color-scheme: dark)"
_TOKEN = re.compile(r"--c-([\w-]+):\s*(#[0-9a-f]{6}|var\(--c-([\w-]+)\))", re.I)
_HEX = re.compile(r"#[0-9a-f]{6}", re.I)

_TEXT, _SIGN = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
_GROUNDS = ("page", "card", "wash")
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((text, ground, _TEXT) for text in ("text", "soft", "link") for ground in _GROUNDS),
    *((text, ground, _TEXT) for text in ("error", "good") for ground in ("page", "wash")),
    *(("text", ground, _TEXT) for ground in ("note", "error-wash", "good-wash", "mark")),
    *(("link", ground, _TEXT) for ground in ("note", "error-wash", "line")),
    *(("on-fill", ground, _TEXT) for ground in ("fill", "fill-strong")),
    *(("on-head", ground, _TEXT) for ground in ("slim", "head", "foot", "foot-base")),
    ("page", "text", _TEXT),
    ("on-go", "go", _TEXT),
    ("on-note", "note", _TEXT),
    ("eu-text", "page", _TEXT),
    ("on-logos", "logos", _TEXT),
    ("error", "error-wash", _TEXT),
    *(("text", ground, _TEXT) for ground in ("map-0", "map-1", "map-2")),
    *(("on-map", ground, _TEXT) for ground in ("map-3", "map-4")),
    *(("edge", ground, _SIGN) for ground in _GROUNDS),
    *((sign, "page", _SIGN) for sign in ("brand", "note-line", "pratiche", "esperienze", "altre")),
)
"""What is written or drawn, on what, and how far apart they must be: tokens, without `--c-`."""


def schemes(extra: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark scheme, by token, with those of the body."""
    light, dark, *_ = re.split("^@media ", TOKENS.read_text(encoding="utf-8"), flags=re.M)
    changed = _changed(extra)
    found = _tokens(light)
    return {
        LIGHT: _resolved(found | changed.get(LIGHT, {})),
        DARK: _resolved(found | _tokens(dark) | changed.get(DARK, {})),
    }


def problems(extra: Mapping[str, Any]) -> Iterator[str]:
    """The pairs of colours that are too near, by name."""
    for scheme, colours in schemes(extra).items():
        for one, other, least in PAIRS:
            found = contrast(colours[one], colours[other])
            if found < least:
                yield (
                    f"colori, schema {scheme}: {one} ({colours[one]}) su {other}"
                    f" ({colours[other]}) ha contrasto {found:.2f}, e ne serve almeno {least}:"
                    " cambia extra.colours in mkdocs.yml, o tokens.css"
                )


def sheet(extra: Mapping[str, Any]) -> str:
    """The colours of the body as a style sheet, to come after the tokens."""
    rules = {name: _rule(colours) for name, colours in _changed(extra).items() if colours}
    dark = f"{_MEDIA} {{ {rules[DARK]} }}\n" if DARK in rules else ""
    return "".join((f"{rules[LIGHT]}\n" if LIGHT in rules else "", dark))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG computes it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _changed(extra: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """`extra.colours`: what is not a colour of the brand stops the build."""
    known = {name for name in _tokens(TOKENS.read_text("utf-8")) if name.startswith("brand")}
    found: dict[str, dict[str, str]] = extra.get("colours") or {}
    for scheme, colours in found.items():
        for name, value in colours.items():
            key = f"mkdocs.yml: extra.colours.{scheme}.{name}"
            if scheme not in (LIGHT, DARK) or name not in known:
                raise PluginError(f"{key} non è previsto; ci sono: {', '.join(sorted(known))}")
            if not _HEX.fullmatch(str(value)):
                raise PluginError(f"{key} è «{value}»: va scritto come «#0066cc», fra virgolette")
    return found


def _tokens(css: str) -> dict[str, str]:
    return {name: alias or value for name, value, alias in _TOKEN.findall(css)}


def _resolved(tokens: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value if value.startswith("#") else tokens[value] for name, value in tokens.items()
    }


def _rule(colours: Mapping[str, str]) -> str:
    return f":root {{ {' '.join(f'--c-{name}: {value};' for name, value in colours.items())} }}"


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
