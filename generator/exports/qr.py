"""QR codes: what leads from a printed sheet back to the page that is kept up to date."""

from math import isqrt

from zxingcpp import BarcodeFormat, create_barcode, write_barcode_to_image

_MARGIN = 4
"""Modules, all around: what readers need (ISO/IEC 18004)."""
_LONGEST = 7
"""Modules that are drawn at once: the sides of the squares in the corners."""


def qr_svg(text: str) -> str:
    """The picture of a text, with its margin.

    Level M: it can still be read with 15 % of it spoiled.
    """
    code = create_barcode(text, BarcodeFormat.QRCode, ec_level="M")
    # The library's own SVG takes longer than the code, and is twice as large.
    modules = bytes(write_barcode_to_image(code, add_quiet_zones=False))  # type: ignore[call-overload]  # it is a buffer
    side = isqrt(len(modules))
    whole = side + 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole}"'
        f' viewBox="-{_MARGIN} -{_MARGIN} {whole} {whole}">'
        f'<path fill="#fff" d="M-{_MARGIN}-{_MARGIN}h{whole}v{whole}h-{whole}z"/>'
        f'<path stroke="#000" d="M0 .5{_lines(modules, side)}"/></svg>\n'
    )


def _lines(modules: bytes, side: int) -> str:
    """The dark modules of each row as lines, with a jump over the others and to the next row."""
    rows = [modules[start : start + side] for start in range(0, len(modules), side)]
    drawn = f"m-{side} 1".encode().join(rows)
    for count in range(_LONGEST, 0, -1):
        drawn = drawn.replace(b"\x00" * count, b"h%d" % count)
        drawn = drawn.replace(b"\xff" * count, b"m%d 0" % count)
    return drawn.decode()
