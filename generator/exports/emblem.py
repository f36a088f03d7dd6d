"""The emblem of the European Union as SVG, drawn by the rules of Reg. (UE) 821/2014, annex II.

Made at every build and by nothing else: so nobody can alter it.
"""

from base64 import b64encode
from math import cos, pi, sin

HOIST = 36
"""The height, in the units of the drawing: one in which the lengths of the rules are whole."""
FLY = HOIST * 3 // 2
_CIRCLE = HOIST / 3
_STAR = HOIST / 18
_BLUE = "#003399"
_YELLOW = "#ffcc00"


def emblem_svg() -> str:
    """The emblem in colour, without a border."""
    stars = "".join(_star(hour) for hour in range(12))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FLY} {HOIST}">'
        f'<path fill="{_BLUE}" d="M0 0h{FLY}v{HOIST}H0z"/>'
        f'<path fill="{_YELLOW}" d="{stars}"/></svg>\n'
    )


def emblem_data() -> str:
    """The emblem as an address that holds it, for a file that stands alone."""
    return f"data:image/svg+xml;base64,{b64encode(emblem_svg().encode()).decode()}"


def _star(hour: int) -> str:
    """A star upright, with its centre where a clock has that hour. Its five points are joined two
    by two, without the sides of the pentagon: what they enclose is filled."""
    x, y = _on_circle(FLY / 2, HOIST / 2, _CIRCLE, hour / 12)
    points = [_on_circle(x, y, _STAR, point * 2 / 5) for point in range(5)]
    return f"M{'L'.join(f'{px:.5g} {py:.5g}' for px, py in points)}z"


def _on_circle(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    """The point of a circle after a part of a clockwise turn from the top."""
    return x + radius * sin(2 * pi * turn), y - radius * cos(2 * pi * turn)
