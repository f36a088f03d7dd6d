"""Plot: how time and memory grow with the records, as an SVG that stands alone."""

from collections.abc import Iterator, Sequence
from math import log10

from tests.bench.results import Results

_SHOWN = {
    "full": "#0b5cad",
    "bare": "#4f93d2",
    "edited": "#00857c",
    "hugo": "#b3261e",
    "pagefind": "#e07a5f",
    "material": "#5f6368",
    "zensical": "#9c6ade",
}
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT = 340, 260, 60, 40, 215
_PANELS = (("wall", "Time, s", 1), ("together", "Memory of all processes, MB", 1_000_000))
Point = tuple[float, float]


def growth(results: Results) -> str:
    """Two panels, time and memory, on logarithmic scales; a line for each step."""
    width = len(_PANELS) * (_LEFT + _WIDTH) + _RIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_TOP + _HEIGHT + 50}"'
        ' font-family="sans-serif" font-size="12" role="img"'
        ' aria-label="Time and memory by number of records">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for number, (measure, title, unit) in enumerate(_PANELS):
        parts += _panel(results, measure, title, unit, _LEFT + number * (_LEFT + _WIDTH))
    parts += _legend(results, width - _RIGHT + 20)
    return "\n".join([*parts, "</svg>\n"])


def _panel(results: Results, measure: str, title: str, unit: int, left: int) -> Iterator[str]:
    lines = {name: _points(results, name, measure, unit) for name in _SHOWN}
    xs, ys = zip(*(point for points in lines.values() for point in points), strict=True)
    across, up = _Scale(xs, left, _WIDTH), _Scale(ys, _TOP + _HEIGHT, -_HEIGHT)
    yield f'<text x="{left}" y="{_TOP - 16}" font-weight="bold">{title}</text>'
    for tick in up.ticks():
        y = up.place(tick)
        yield f'<path d="M{left} {y:.1f}h{_WIDTH}" stroke="#ddd"/>'
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{tick:,.10g}</text>'
    for count in sorted(results):
        x = across.place(count)
        yield f'<text x="{x:.1f}" y="{_TOP + _HEIGHT + 20}" text-anchor="middle">{count:,}</text>'
    for name, points in ((name, points) for name, points in lines.items() if points):
        places = " ".join(f"{across.place(x):.1f},{up.place(y):.1f}" for x, y in points)
        colour = _SHOWN[name]
        yield f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for place in places.split():
            cx, cy = place.split(",")
            yield f'<circle cx="{cx}" cy="{cy}" r="3" fill="{colour}"/>'


def _points(results: Results, name: str, measure: str, unit: int) -> list[Point]:
    known = ((count, results[count].steps.get(name)) for count in sorted(results))
    return [(count, step.median(measure) / unit) for count, step in known if step]


class _Scale:
    """A logarithmic scale over whole decades."""

    def __init__(self, values: Sequence[float], start: float, length: float) -> None:
        self._low = int(log10(min(values)) // 1)
        self._high = max(int(-(-log10(max(values)) // 1)), self._low + 1)
        self._start, self._length = start, length

    def place(self, value: float) -> float:
        """Where a value is drawn."""
        share = (log10(value) - self._low) / (self._high - self._low)
        return self._start + share * self._length

    def ticks(self) -> list[float]:
        """The powers of ten, which have a line each."""
        return [10.0**power for power in range(self._low, self._high + 1)]


def _legend(results: Results, left: int) -> Iterator[str]:
    titles = {name: step.title for known in results.values() for name, step in known.steps.items()}
    for number, name in enumerate(name for name in _SHOWN if name in titles):
        y = _TOP + 10 + 20 * number
        yield f'<path d="M{left} {y}h16" stroke="{_SHOWN[name]}" stroke-width="3"/>'
        yield f'<text x="{left + 22}" y="{y + 4}">{titles[name]}</text>'
