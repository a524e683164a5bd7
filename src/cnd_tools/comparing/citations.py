"""What is newly cited in the next text, and what no longer: resolutions, documents, treaties, goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from cnd_tools.comparing.analysed import names
from cnd_tools.comparing.citing import Span, Statement, cited
from cnd_tools.comparing.wording import lists
from cnd_tools.records import Analysis, Citation
from cnd_tools.tables import Table

MOST = 6  # named in a statement
_SMALL = frozenset(lists()["title"]["small"].split())


def citations(analyses: Sequence[Analysis]) -> Table:
    """Return what the documents cite, a row each thing: what is new first, then what is gone, then the rest.

    Notes count: most symbols stand there. Paragraphs of a text's own are left out, and what is cited under no certain
    symbol. Columns: `cited`; `type`; `name`, for what has one; `change`, "new" where the first document does not cite
    it and the last does, "no longer" the other way round, else "kept" or, where neither does, "between"; then for each
    document D `points_D`, in how many paragraphs, and `where_D`, in which.
    """
    documents = names(analyses)
    found = [_places(one) for one in analyses]
    kinds = {row.cited: row.type for one in analyses for row in reversed(one.citations) if row.cited}
    rows = []
    for thing in dict.fromkeys(chain.from_iterable(found)):
        where = [one.get(thing, ()) for one in found]
        cells: list[Any] = [thing, kinds[thing], labels().get(thing), _change(bool(where[0]), bool(where[-1]))]
        for points in where:
            cells += [len(points), " ".join(points) or None]
        rows.append(tuple(cells))
    order = ("new", "no longer", "kept", "between")
    heads = [f"{what}_{name}" for name in documents for what in ("points", "where")]
    rows.sort(key=lambda row: (order.index(row[3]), row[1], row[0]))
    return Table("cited", ("cited", "type", "name", "change", *heads), tuple(rows))


def statements(first: Analysis, second: Analysis) -> Iterator[Statement]:
    """Yield what the page of words says: what is newly cited, and what no longer, each with its first paragraph."""
    ours, theirs = _places(first), _places(second)
    came = {thing: points for thing, points in theirs.items() if thing not in ours}
    gone = {thing: points for thing, points in ours.items() if thing not in theirs}
    for label, found, document, analysis in (("Newly cited", came, 1, second), ("No longer", gone, 0, first)):
        if found:
            spans = [Span(f"{len(found)}: ")]
            for number, (thing, points) in enumerate(list(found.items())[:MOST]):
                spans += [Span(", " if number else ""), Span(name_of(thing)), Span(" (")]
                spans += [*cited(points[:1], document, analysis), Span(")")]
            yield Statement(label, (*spans, Span(" …" if len(found) > MOST else "")))


def of_points(analysis: Analysis) -> dict[str, dict[str, None]]:
    """Return what each point cites, in order; as in `citations` without paragraphs of the text's own."""
    found: dict[str, dict[str, None]] = {}
    for row in _counted(analysis):
        found.setdefault(row.point, {})[str(row.cited)] = None
    return found


def name_of(thing: str) -> str:
    """Return what is cited as a reader calls it: the name of a treaty, a symbol as it is; an id as a title is written.

    >>> name_of("A/RES/77/98"), name_of("kyoto_declaration_on_crime_prevention")
    ('A/RES/77/98', 'Kyoto Declaration on Crime Prevention')
    """
    return labels().get(thing) or (_titled(thing) if thing == thing.lower() else thing)


def _titled(thing: str) -> str:
    words = thing.split("_")
    return " ".join(word if place and word in _SMALL else word.capitalize() for place, word in enumerate(words))


@lru_cache(maxsize=1)
def labels() -> dict[str, str]:
    """Return the names of treaties, declarations and sets of goals by their ids."""
    from cnd_tools.lexicon import load

    lexicon = load(kinds={"instrument", "goalset"})
    return {entry.id: entry.label for kind in ("instrument", "goalset") for entry in lexicon[kind]}


def _places(analysis: Analysis) -> dict[str, list[str]]:
    """Return the points that cite each thing, in order of the text."""
    found: dict[str, list[str]] = {}
    for row in _counted(analysis):
        found.setdefault(str(row.cited), []).append(row.point)
    return found


def _counted(analysis: Analysis) -> Iterator[Citation]:
    return (row for row in analysis.citations if row.cited is not None and row.type != "paragraph")


def _change(before: bool, after: bool) -> str:
    if before and after:
        return "kept"
    return "new" if after else "no longer" if before else "between"
