"""A plot as a small SVG that is legible on light and dark pages."""

import math
from collections.abc import Callable
from html import escape

from simulation.figures import Plot, number

_WIDTH, _HEIGHT = 640, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 36, 62, 46
_COLOURS = ("#2f81d6", "#d9730d", "#2e9e5b")
_STYLE = (
    "text{fill:#444;font:12px system-ui,sans-serif}.t{font-size:14px;font-weight:600}"
    ".g{stroke:#888;stroke-opacity:.25}.a{stroke:#888}.k{stroke:#c2364b;stroke-dasharray:4 3}"
    ".n{fill:#c2364b;font-size:11px}"
    "@media(prefers-color-scheme:dark){text{fill:#ccc}.k{stroke:#f07a8b}.n{fill:#f07a8b}}"
)

type Scale = Callable[[float], float]


def draw(plot: Plot) -> str:
    """The text of the file; the same plot gives the same text."""
    xs = [x for line in plot.lines for x, _ in line.points]
    ys = [y for line in plot.lines for _, y in line.points]
    x_ticks = sorted(set(xs)) if plot.log_x else _ticks(0.0, max(xs))
    y_ticks = _ticks(0.0, plot.most_y or max(ys))
    x = _scale(x_ticks[0], x_ticks[-1], _LEFT, _WIDTH - _RIGHT, log=plot.log_x)
    y = _scale(y_ticks[0], y_ticks[-1], _HEIGHT - _BOTTOM, _TOP)
    bottom = _HEIGHT - _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        f"<title>{escape(plot.title)}</title><style>{_STYLE}</style>",
        f'<clipPath id="c"><path d="M{_LEFT} {_TOP}H{_WIDTH}V{bottom + 2}H{_LEFT}z"/></clipPath>',
        f'<text class="t" x="{_LEFT}" y="18">{escape(plot.title)}</text>',
        *_axes(plot, x_ticks, y_ticks, x, y),
        *_knees(plot, x),
        *(part for place in range(len(plot.lines)) for part in _line(plot, place, x, y)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axes(plot: Plot, x_ticks: list[float], y_ticks: list[float], x: Scale, y: Scale) -> list[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    parts = [
        f'<path class="g" d="M{_LEFT} {y(tick):.1f}H{right}"/>'
        f'<text x="{_LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{number(tick)}</text>'
        for tick in y_ticks
    ]
    parts += [
        f'<text x="{x(tick):.1f}" y="{bottom + 18}" text-anchor="middle">{number(tick)}</text>'
        for tick in x_ticks
    ]
    middle = (_LEFT + right) / 2
    return [
        *parts,
        f'<path class="a" d="M{_LEFT} {bottom}H{right}"/>',
        f'<text x="{middle:.0f}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(plot.x_label)}</text>',
        f'<text transform="translate(14 {(_TOP + bottom) / 2:.0f}) rotate(-90)" text-anchor="middle">'
        f"{escape(plot.y_label)}</text>",
    ]


def _knees(plot: Plot, x: Scale) -> list[str]:
    parts = []
    for place, (value, label) in enumerate(plot.knees):
        at, top = x(value), _TOP + 12 + 14 * place
        right = at > _WIDTH * 0.6
        anchor = ' text-anchor="end"' if right else ""
        parts.append(
            f'<path class="k" d="M{at:.1f} {_TOP}V{_HEIGHT - _BOTTOM}"/>'
            f'<text class="n" x="{at + (-5 if right else 5):.1f}" y="{top}"{anchor}>{escape(label)}</text>'
        )
    return parts


def _line(plot: Plot, place: int, x: Scale, y: Scale) -> list[str]:
    line, colour = plot.lines[place], _COLOURS[place]
    shown = " ".join(f"{x(at):.1f},{y(value):.1f}" for at, value in line.points)
    left = _LEFT + place * 180
    return [
        f'<polyline clip-path="url(#c)" fill="none" stroke="{colour}" stroke-width="2" points="{shown}"/>',
        f'<path stroke="{colour}" stroke-width="2" d="M{left} 38h18"/>'
        f'<text x="{left + 24}" y="42">{escape(line.label)}</text>',
    ]


def _scale(low: float, high: float, start: float, end: float, *, log: bool = False) -> Scale:
    bend: Scale = math.log10 if log else float
    return lambda value: start + (bend(value) - bend(low)) / (bend(high) - bend(low)) * (end - start)


def _ticks(low: float, high: float) -> list[float]:
    """Four to eight round numbers that reach from ``low`` to ``high`` or beyond."""
    raw = (high - low) / 5
    unit = 10.0 ** math.floor(math.log10(raw))
    step = next(unit * factor for factor in (1, 2, 2.5, 5, 10) if unit * factor >= raw)
    return [low + step * count for count in range(math.ceil((high - low) / step - 1e-9) + 1)]
