"""The charts, drawn by Altair: themes as a dumbbell, actors by theme as a heat map, strength as bars.

A report carries them as SVG that vl-convert rendered, not as Vega that a browser renders: six documents' charts are
some 250 KB and need no script, where Vega's own is 900 KB and builds functions from strings, which a page that lets
nothing else run must forbid. So they also print, and show in a mail program.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import altair as alt

from cnd_tools.tables import Table
from cnd_tools.views.counts import most
from cnd_tools.views.palette import PAGE, PAPER, Palette
from cnd_tools.views.safe import visible

WIDE, NARROW = 820, 340  # pixels: a page, a telephone
# vl-convert carries Liberation Sans, so places are computed from it on every machine alike; Arial is as wide.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down")
MOST_THEMES, MOST_ACTORS, FEW_ACTORS = 20, 16, 9
MOST_INTERVALS = 3  # documents; of more, lines would hide each other
INTERVAL = 1.5  # pixels an interval is thick
APART = 5  # pixels between the intervals of two documents
ROW = 20  # pixels a line of a chart is high

Row = dict[str, Any]
Chart = Any  # Altair's methods hand on unions of its kinds of chart, or Any


def themes(counts: Table, *, width: int = WIDE, palette: Palette = PAPER) -> Chart:
    """Draw the share of each document's points that carry each theme, a line a theme.

    Args:
        counts: what `counts.themes` returns.
        width: of the whole chart, in pixels.
        palette: its colours.

    Themes stand in order of what changed from the first document to the last, most gained first; of one document,
    in order of their share.
    """
    rows = _records(counts)
    documents = list(dict.fromkeys(row["document"] for row in rows))
    shares: dict[str, list[float]] = {}
    for row in rows:
        between = f", 95 % interval {row['low']:.0f} to {row['high']:.0f}" if row["low"] is not None else ""
        row["said"] = f"{row['title']}, {row['document']}: {_points(row)}, {row['percent'] or 0:.1f} %{between}"
        row["url"] = _address(documents, row, themes="theme")
        shares.setdefault(row["title"], []).append(row["percent"] or 0)
    order = sorted(shares, key=lambda title: (_gain(shares[title]), title))
    y = alt.Y("title:N", sort=order, title=None, axis=_labels(_room(width)))
    x = alt.X("percent:Q", title="% of paragraphs", axis=alt.Axis(tickCount=5, grid=True, domain=False, ticks=False))
    base = _lines(rows, width, ROW)
    joined = base.mark_rule(strokeWidth=3, opacity=0.45, color=palette.quiet, aria=False)
    dots = base.mark_point(filled=True, size=95, opacity=1, stroke=palette.ground, strokeWidth=1)
    legend = _legend(documents, width, "circle") if len(documents) > 1 else None
    colour = alt.Color("document:N", legend=legend, scale=_cycled(documents, palette.documents))
    marked = dots.encode(
        y=y,
        x=x,
        color=colour,
        shape=alt.Shape("document:N", legend=legend, scale=_cycled(documents, SHAPES)),
        description="said:N",
        **_linked(palette),
    )
    layers = [joined.encode(y=y, x=alt.X("min(percent):Q"), x2="max(percent):Q"), marked]
    if len(documents) <= MOST_INTERVALS:
        layers[:0] = _intervals(rows, width, documents, {"y": y, "color": colour})
    return alt.layer(*layers)


def _intervals(rows: Sequence[Row], width: int, documents: Sequence[str], where: Mapping[str, Any]) -> Iterator[Chart]:
    """Yield the 95 % intervals of shares as thin lines, those of each document a little beside the others'."""
    for place, document in enumerate(documents):
        base = _lines([row for row in rows if row["document"] == document], width, ROW)
        beside = (place - (len(documents) - 1) / 2) * APART
        mark = base.mark_rule(strokeWidth=INTERVAL, opacity=0.75, yOffset=beside, aria=False)
        yield mark.encode(**where, x=alt.X("low:Q"), x2="high:Q")


def actors(counts: Table, *, width: int = WIDE, palette: Palette = PAPER) -> Chart:
    """Draw in how many points each actor meets each theme, a panel a document, of `counts.actors`.

    The themes and actors with most points are shown, the same in each panel; args are those of `themes`.
    """
    rows = _records(counts)
    documents = list(dict.fromkeys(row["document"] for row in rows))
    columns = 2 if width >= WIDE and len(documents) > 1 else 1
    whole = (width - (columns - 1) * 20) // columns
    names = most(counts, "name", MOST_ACTORS if whole > 600 else FEW_ACTORS)
    titles = most(counts, "title", MOST_THEMES)
    shown = [visible(title) for title in titles], [visible(name) for name in names]
    largest = max((row["points"] for row in rows), default=1)
    panels = []
    for document in documents:
        cells = [r for r in rows if r["document"] == document and r["title"] in shown[0] and r["name"] in shown[1]]
        for row in cells:
            row["url"] = _address(documents, row, themes="theme", actors="actor")
        panel = _panel(cells, shown, whole, largest, palette)
        panels.append(panel.properties(title=alt.TitleParams(document, limit=whole)))
    return alt.concat(*panels, columns=columns, spacing=20).resolve_scale(color="independent")


def strength(counts: Table, *, width: int = WIDE, palette: Palette = PAPER) -> Chart:
    """Draw how strongly things are asked for, a bar a document, of `counts.strength`; args are those of `themes`."""
    rows = _records(counts)
    scale = list(dict.fromkeys(row["strength"] for row in rows))
    y = alt.Y("bar:N", sort=None, title=None, axis=_labels(_room(width)))
    axis = alt.Axis(tickCount=5, grid=False, domain=False)
    x = alt.X(
        "from:Q",
        title="% of paragraphs that ask",
        scale=alt.Scale(domain=[0, 100]),
        axis=axis,
    )
    documents = list(dict.fromkeys(row["document"] for row in rows))
    for row in rows:
        row["url"] = _address(documents, row, strongest="strength")
    base = _lines(list(_stacked(rows, width)), width, 34)
    colours, inks = (_cycled(scale, _strongest_first(steps, len(scale))) for steps in (palette.ramp, palette.on_ramp))
    colour = alt.Color("strength:N", legend=_legend(scale, width, "square"), scale=colours)
    bars = base.mark_bar(height=24, stroke=palette.ground, strokeWidth=1)
    bars = bars.encode(y=y, x=x, x2="to:Q", color=colour, description="said:N", **_linked(palette))
    ink = alt.Color("strength:N", legend=None, scale=inks)
    words = base.mark_text(fontSize=11, aria=False).encode(y=y, x="middle:Q", text="words:N", color=ink)
    return alt.layer(bars, words).resolve_scale(color="independent")


def svg(chart: Chart, *, palette: Palette = PAPER) -> str:
    """Return a chart as SVG, which is the same on every machine."""
    out = io.StringIO()
    _finished(chart, palette).save(out, format="svg")
    return out.getvalue()


def png(chart: Chart, *, palette: Palette = PAPER) -> bytes:
    """Return a chart as a PNG picture, two dots to the pixel."""
    out = io.BytesIO()
    _finished(chart, palette).save(out, format="png", scale_factor=2)
    return out.getvalue()


def _finished(chart: Chart, palette: Palette) -> Chart:
    """Return the chart with what all have in common, in one step: each step copies all that is drawn."""
    text: dict[str, Any] = {"labelColor": palette.ink, "titleColor": palette.ink, "labelFontSize": 12}
    return chart.configure(
        font=FONT,
        background=palette.ground,
        padding=4,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            **text, titleFontSize=12, titleFontWeight="normal", gridColor=palette.grid, tickColor=palette.grid
        ),
        legend=alt.LegendConfig(**text, title=None),
        title=alt.TitleConfig(color=palette.ink, anchor="start", fontSize=13),
    )


def _address(documents: Sequence[str], row: Row, **filters: str) -> str:
    """Return where in a report the paragraphs behind a mark are: the texts, with its filters set."""
    chosen = {"documents": documents.index(row["document"]) + 1} | {name: row[key] for name, key in filters.items()}
    return f"#texts?{urlencode(chosen)}"


def _linked(palette: Palette) -> dict[str, Any]:
    """Return the channel that makes marks lead to their paragraphs: on a page, where these are."""
    return {"href": alt.Href("url:N")} if palette is PAGE else {}


def _stacked(rows: Sequence[Row], width: int) -> Iterator[Row]:
    """Yield the rows with where their part of the bar begins and ends, and its figure where there is room for it."""
    totals, before = Counter[str](), Counter[str]()
    for row in rows:
        totals[row["document"]] += row["points"]
    for row in rows:
        document, percent, total = row["document"], row["percent"] or 0, totals[row["document"]]
        start = before[document]
        before[document] += percent
        yield row | {
            "bar": f"{document} ({total})" if width >= WIDE else document,
            "said": f"{document}, {row['strength']}: {row['points']} of {total} paragraphs, {percent:.1f} %",
            "from": start,
            "to": start + percent,
            "middle": start + percent / 2,
            "words": f"{percent:.0f}" if percent >= 2400 / width else "",
        }


def _panel(
    cells: list[Row], shown: tuple[Sequence[str], Sequence[str]], width: int, largest: int, palette: Palette
) -> Chart:
    for row in cells:
        row["said"] = f"{row['name']}, {row['title']}: {_points(row)}"
    room = _room(width) - 4
    top = _labels(130, orient="top", labelAngle=-90)
    x = alt.X("name:N", scale=alt.Scale(domain=list(shown[1])), title=None, axis=top)
    y = alt.Y("title:N", scale=alt.Scale(domain=list(shown[0])), title=None, axis=_labels(room, grid=True))
    step = min((width - room - 8) / max(len(shown[1]), 1), 36)
    base = alt.Chart(_data(cells)).properties(width=alt.Step(step), height=alt.Step(ROW))
    filled, inked = (_threshold(steps, largest) for steps in (palette.ramp, palette.on_ramp))
    colour, ink = (alt.Color("points:Q", legend=None, scale=scale) for scale in (filled, inked))
    rects = base.mark_rect(stroke=palette.ground, strokeWidth=1.5).encode(
        x=x, y=y, color=colour, description="said:N", **_linked(palette)
    )
    words = base.mark_text(fontSize=10, aria=False).encode(x=x, y=y, text="points:Q", color=ink)
    return alt.layer(rects, words).resolve_scale(color="independent")


def _lines(rows: Sequence[Row], width: int, step: int) -> Chart:
    """Return what a chart of named lines begins with: as wide as `width` with the names, each line `step` high."""
    return alt.Chart(_data(rows)).properties(width=width - _room(width) - 16, height=alt.Step(step))


def _records(counts: Table) -> list[Row]:
    """Return a table as rows of what a picture may show: no control characters, no bidi overrides."""
    return [
        {c: visible(v) if isinstance(v, str) else v for c, v in zip(counts.columns, row, strict=True)}
        for row in counts.rows
    ]


def _points(row: Row) -> str:
    return f"{row['points']} paragraph{'s' * (row['points'] != 1)}"


def _data(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=[dict(row) for row in rows])


def _gain(shares: Sequence[float]) -> tuple[float, float]:
    return (shares[0] - shares[-1], -shares[-1]) if len(shares) > 1 else (-shares[0], 0.0)


def _room(width: int) -> int:
    """Return how many pixels the names of a chart's lines get."""
    return min(240, int(width * 0.46))


def _labels(room: int, **more: Any) -> alt.Axis:
    """Return an axis whose words take `room` pixels whatever font measures them."""
    fixed: dict[str, Any] = {"labelLimit": room - 12, "minExtent": room, "maxExtent": room, "labelPadding": 10}
    return alt.Axis(**fixed, ticks=False, domain=False, zindex=0, **more)


def _legend(names: Sequence[str], width: int, symbol: str) -> alt.Legend:
    """Return a legend above a chart, from its left edge on: Vega's own place begins where the labels end."""
    columns = max(min(width // (40 + 7 * max(map(len, names), default=1)), len(names)), 1)
    lines = -(-len(names) // columns)
    return alt.Legend(
        orient="none",
        direction="horizontal",
        columns=columns,
        columnPadding=18,
        rowPadding=4,
        symbolType=symbol,
        symbolSize=80,
        labelLimit=width // columns - 40,
        legendX=8 - _room(width),
        legendY=-12 - 18 * lines,
    )


def _cycled(names: Sequence[str], values: Sequence[str]) -> alt.Scale:
    """Return a scale that gives each name the next value, and begins again where there are more names."""
    return alt.Scale(domain=list(names), range=[values[place % len(values)] for place in range(len(names))])


def _strongest_first(steps: Sequence[str], wanted: int) -> list[str]:
    """Return a ramp from much to little; what a user's own lexicon has beside the scale is as light as the weakest."""
    return [*reversed(steps), *[steps[0]] * wanted][: max(wanted, len(steps))]


def _threshold(steps: Sequence[str], largest: int) -> alt.Scale:
    """Return a scale of steps that grow by one factor: points are few in most cells and many in some."""
    limits: list[int] = []
    for place in range(1, len(steps)):
        limits.append(max(round(largest ** (place / len(steps))), limits[-1] + 1 if limits else 2))
    return alt.Scale(type="threshold", domain=limits, range=list(steps))
