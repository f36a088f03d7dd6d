"""Cards: the pictures that go with a link to a page where people share it. One for the site and one
for each theme, which its records share: as many records as one likes, the same few files.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from PIL import Image, ImageDraw, ImageFont

from generator import routes
from generator.outputs import Lot, Output, Page
from hooks import colours, npm

SIZE = (1200, 630)
_FOLDER = "assets/cards/"
_SITE = f"{_FOLDER}sito.png"
_MARGIN = 80
_LINES = 3
"""As many as the title may have."""
_FACE = "@fontsource/titillium-web/files/titillium-web-latin-{}-normal.woff2"


@dataclass(frozen=True, slots=True)
class Card:
    """A picture: its address, and what it says in words."""

    address: str
    text: str
    width: int = SIZE[0]
    height: int = SIZE[1]


def themes(outputs: Iterable[Output]) -> Mapping[str, str]:
    """The pages of themes: address → name."""
    heads = (head for output in outputs if isinstance(output, Lot) for head in output.heads)
    pages = (head.page for head in heads)
    return {page.address: page.title for page in pages if _is_theme(page.address)}


def card(page: Page | None, known: Mapping[str, str], config: MkDocsConfig) -> Card:
    """The card of a page: its theme's, or the first of its record's; otherwise the site's."""
    facets = page.search.filters if page and page.search else ()
    own = [routes.theme(value) for facet, value in facets if facet == "tema"]
    for address in [page.address, *own] if page else []:
        if address in known:
            return Card(_picture(address), f"{known[address]} – {config.site_name}")
    return Card(_SITE, f"{config.site_name} – {config.extra['tagline']}")


def files(known: Mapping[str, str], config: MkDocsConfig) -> Iterator[File]:
    """The pictures of the site and of its themes."""
    yield _file(_SITE, config.site_name, config.extra["tagline"], config)
    for address, title in known.items():
        yield _file(_picture(address), title, "", config)


def _is_theme(address: str) -> bool:
    return address.startswith(routes.THEMES) and address != routes.THEMES


def _picture(address: str) -> str:
    return f"{_FOLDER}{address.removeprefix(routes.THEMES).rstrip('/')}.png"


def _file(address: str, title: str, below: str, config: MkDocsConfig) -> File:
    return File.generated(config, address, content=_drawn(title, below, config))


def _drawn(title: str, below: str, config: MkDocsConfig) -> bytes:
    """A PNG: the title as large as it fits, what stands below it, whose it is at the foot."""
    light = colours.schemes(config.extra)[colours.LIGHT]
    picture = Image.new("RGB", SIZE, light["head"])
    draw = ImageDraw.Draw(picture)
    draw.ellipse((760, 180, 1460, 880), fill=light["slim"])
    draw.ellipse((980, -260, 1400, 160), fill=light["slim"])
    draw.rectangle((0, SIZE[1] - 24, SIZE[0], SIZE[1]), fill=light["foot-base"])
    ink = light["on-head"]
    text, face = _fitted(title, config)
    draw.multiline_text((_MARGIN, _MARGIN), text, fill=ink, font=face, spacing=12)
    bottom = draw.multiline_textbbox((_MARGIN, _MARGIN), text, font=face, spacing=12)[3]
    small = _font(400, 40, config)
    lines = _wrapped(below, small)
    draw.multiline_text((_MARGIN, bottom + 36), lines, fill=ink, font=small, spacing=10)
    whose = f"{config.site_name} · {urlsplit(config.site_url or '').hostname}"
    draw.text((_MARGIN, SIZE[1] - 100), whose, fill=ink, font=_font(400, 34, config))
    return _png(picture)


def _fitted(text: str, config: MkDocsConfig) -> tuple[str, ImageFont.FreeTypeFont]:
    """The text in the largest letters that leave it on few lines."""
    for size in (112, 96, 80, 64):
        face = _font(600, size, config)
        lines = _wrapped(text, face)
        if lines.count("\n") < _LINES:
            break
    return lines, face


def _wrapped(text: str, face: ImageFont.FreeTypeFont) -> str:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= SIZE[0] - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def _font(weight: int, size: int, config: MkDocsConfig) -> ImageFont.FreeTypeFont:
    return _loaded(npm.found(_FACE.format(weight), config), size)


_loaded = cache(ImageFont.truetype)  # each time it would be unpacked anew


def _png(picture: Image.Image) -> bytes:
    """Few colours are a tenth of the bytes: they are flat, but for the edges of letters."""
    written = BytesIO()
    picture.quantize(32, Image.Quantize.FASTOCTREE).save(written, "PNG")
    return written.getvalue()
