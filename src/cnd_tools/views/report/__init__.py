"""An analysis as one page that needs nothing beside it: charts, changes, the texts with their labels, where from."""

from __future__ import annotations

import io
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cnd_tools import accuracy
from cnd_tools.comparing.relations import Changes
from cnd_tools.records import Analysis
from cnd_tools.tables import Table, is_paragraph
from cnd_tools.views.export import write_csv
from cnd_tools.views.folding import told
from cnd_tools.views.report.changes import alone, blocks
from cnd_tools.views.report.content import ReportContent
from cnd_tools.views.report.figures import figures
from cnd_tools.views.report.texts import KINDS, Item, items
from cnd_tools.views.safe import visible
from cnd_tools.views.sources import Source

HERE = Path(__file__).parent
Choice = tuple[str, str, int]  # a filter's value, its name, how many points have it


def render(content: ReportContent) -> str:
    """Return the page as HTML: the same content gives the same page, byte for byte."""
    style, script = ((HERE / name).read_text("utf-8") for name in ("report.css", "report.js"))
    texts = [(analysis, list(items(analysis))) for analysis in content.analyses] if content.with_text else []
    titles = {row.theme: row.title for analysis in reversed(content.analyses) for row in analysis.themes}
    return _environment().get_template("page.html.j2").render(
        content=content,
        documents=[analysis.document for analysis in content.analyses],
        figures=list(figures(content)),
        comparisons=(pairs := _comparisons(content.changes)),
        kinds_of_change=_kinds(pairs),
        texts=texts,
        kinds=KINDS,
        titles=titles,
        choices=_choices(content.analyses, [item for _, found in texts for item in found], titles, content.scale),
        accuracy=accuracy.sentence(),
        style=Markup(style),  # our own files
        script=Markup(script),
        policy=_policy(style, script),
    )  # fmt: skip


def _environment() -> Environment:
    """Return what fills templates in: whatever comes from a text is escaped, and its control characters are shown."""
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    made.filters |= {"csv_link": _csv_link, "cell": _cell, "probability": told, "strongest": _strongest}
    return made


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy under which nothing is fetched and nothing but our own script runs."""
    hashes = [b64encode(sha256(code.encode()).digest()).decode() for code in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _csv_link(table: Table) -> str:
    """Return a table as the address of a CSV file that is in the address itself."""
    out = io.StringIO()
    write_csv([table], out)
    return "data:text/csv;charset=utf-8," + quote(out.getvalue(), safe=" ,.:;()/'-_")


def _cell(value: object) -> object:
    return "" if value is None else value


def _comparisons(changes: Sequence[Changes]) -> list[dict[str, Any]]:
    """Return of each two texts that follow each other their names, blocks, and what only one of them has."""
    return [
        {
            "names": (found.first.document.name, found.second.document.name),
            "blocks": blocks(found, place),
            "new": list(alone(found, place, "new")),
            "dropped": list(alone(found, place, "dropped")),
        }
        for place, found in enumerate(changes)
    ]


def _kinds(pairs: Iterable[dict[str, Any]]) -> list[Choice]:
    counts = Counter(kind for pair in pairs for block in pair["blocks"] for kind in block.kinds)
    counts.update({kind: sum(len(pair[kind]) for pair in pairs) for kind in ("new", "dropped")})
    return [(kind.replace(" ", "-"), kind, count) for kind, count in counts.most_common() if count]


def _strongest(item: Item, scale: Sequence[str]) -> list[str]:
    """Return the strongest thing a paragraph asks for, as the chart counts it; nothing where it asks for nothing."""
    return [step for step in scale if step in item.strengths][:1]


def _choices(
    analyses: Sequence[Analysis], found: Sequence[Item], titles: dict[str, str], scale: Sequence[str]
) -> dict[str, Any]:
    """Return what each filter offers, by name of the list in which a point's own values stand."""
    names = {row.actor: row.name for analysis in reversed(analyses) for row in analysis.actors}
    return {
        "documents": [
            (str(place), one.document.name, sum(map(is_paragraph, one.points))) for place, one in enumerate(analyses, 1)
        ],
        "themes": _counted((item.theme_ids for item in found), titles),
        "actors": _counted((item.actor_ids for item in found), names),
        "strengths": _counted((item.strengths for item in found), {}),
        "strongest": _counted((_strongest(item, scale) for item in found), {}),
    }


def _counted(ids: Iterable[Iterable[str]], names: dict[str, str]) -> list[Choice]:
    counts = Counter(one for found in ids for one in found)
    return sorted(((one, names.get(one, one), count) for one, count in counts.items()), key=lambda choice: choice[1])


__all__ = ["ReportContent", "Source", "render"]
