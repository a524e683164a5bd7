"""Which words and phrases are key to a document against the others, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log2
from typing import Any

from cnd_tools.comparing import significance, trends
from cnd_tools.comparing.analysed import coded, names
from cnd_tools.comparing.shares import adjusted
from cnd_tools.comparing.wording import is_stop, words
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

LONGEST = 3  # words of a term
LEAST = 2  # a word that stands once in all documents together is key to none


@dataclass(slots=True)
class _Term:
    """A term's printed forms with their counts, its count in each document, and its points there."""

    counts: list[int]
    points: list[dict[str, None]]
    forms: Counter[str] = field(default_factory=Counter)


def terms(analyses: Sequence[Analysis]) -> Table:
    """Return the keyness of every term of one to three content words that occurs twice or more, the most telling first.

    A term crosses no sign and no stop word, and keeps the form most often printed; a part of a longer term that never
    stands without it is left out. Columns: `term`; for each document D `count_D`, `per_1000_D` (words of points that
    can be coded) and `points_D`, the points it is in; then

    - `log_likelihood`: G2 (Rayson, P. and Garside, R. (2000), "Comparing corpora using frequency profiling", Workshop
      on Comparing Corpora, ACL, 1-6), its `p` by chi-squared, and `q` (Benjamini-Hochberg);
    - for two documents `log_ratio`: how often the second doubles the first's rate, 0 counted as 0.5 (Hardie, A. (2014),
      "Log Ratio: an informal introduction", CASS, Lancaster University); for more, `spark`;
    - `note`: "too few to say" where not even all in one document would be significant: then p and q are empty.
    """
    documents = names(analyses)
    sizes = [sum(point.words for point in coded(analysis)) for analysis in analyses]
    rows = []
    for term in _whole(_found(analyses)):
        g2 = log_likelihood(term.counts, sizes)
        p = _chance(g2, len(sizes)) if _can_tell(sum(term.counts), sizes) else None
        shown = min(term.forms, key=lambda form: (-term.forms[form], form))
        cells: list[Any] = [shown]
        for count, size, points in zip(term.counts, sizes, term.points, strict=True):
            cells += [count, round(1000 * count / size, 2) if size else None, " ".join(points) or None]
        last = log_ratio(*term.counts, *sizes) if len(sizes) == 2 else _spark(term.counts, sizes)
        rows.append([*cells, round(g2, 2), last, p, None, None if p is not None else significance.TOO_FEW])
    heads = [f"{what}_{document}" for document in documents for what in ("count", "per_1000", "points")]
    columns = ("term", *heads, "log_likelihood", "log_ratio" if len(sizes) == 2 else "spark", "p", "q", "note")
    return Table("terms", columns, tuple(sorted(adjusted(rows), key=lambda row: (-row[-5], row[0]))))


def log_likelihood(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Return G2 of a term that stands `counts` times in documents of `sizes` words; 0 where the rates are the same."""
    rate = sum(counts) / sum(sizes)
    told = sum(count * log(count / (size * rate)) for count, size in zip(counts, sizes, strict=True) if count)
    return max(2 * told, 0.0)  # of the same rates, rounding may leave a hair less than nothing


def log_ratio(count_a: int, count_b: int, size_a: int, size_b: int) -> float | None:
    """Return the binary logarithm of the second rate over the first, to two places; None for an empty document."""
    if not size_a or not size_b:
        return None
    return round(log2((count_b or 0.5) / size_b) - log2((count_a or 0.5) / size_a), 2) + 0.0


def _spark(counts: Sequence[int], sizes: Sequence[int]) -> str:
    return trends.spark([count / size if size else None for count, size in zip(counts, sizes, strict=True)])


def _chance(g2: float, documents: int) -> float:
    from scipy.stats import chi2

    return float(chi2.sf(g2, documents - 1))


def _can_tell(total: int, sizes: Sequence[int]) -> bool:
    """Whether so few could be significant if all stood in one document, the smallest that has words."""
    smallest = min(filter(None, sizes))
    return _chance(2 * total * log(sum(sizes) / smallest), len(sizes)) <= significance.ALPHA


def _found(analyses: Sequence[Analysis]) -> dict[tuple[str, ...], _Term]:
    """Count every term of every document."""
    found: dict[tuple[str, ...], _Term] = {}
    for place, analysis in enumerate(analyses):
        for point in coded(analysis):
            for keys, form in _grams(point.text):
                if keys not in found:
                    found[keys] = _Term([0] * len(analyses), [{} for _ in analyses])
                term = found[keys]
                term.counts[place] += 1
                term.points[place][point.point] = None
                term.forms[form] += 1
    return {keys: term for keys, term in found.items() if sum(term.counts) >= LEAST}


def _grams(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the keys and the printed form of each term of a text, once for each time it stands there."""
    run: list[tuple[str, str]] = []
    for word in words(text):
        if word.key is None or is_stop(word.key):
            run = []
            continue
        run = [*run, (word.key, word.text)][-LONGEST:]
        for start in range(len(run)):
            keys, forms = zip(*run[start:], strict=True)
            yield keys, " ".join(forms)


def _whole(found: Mapping[tuple[str, ...], _Term]) -> Iterator[_Term]:
    """Yield the terms but those that never stand without the same longer one: they would only say it again."""
    parts = set()
    for keys, term in found.items():
        for part in (keys[1:], keys[:-1]):
            if part in found and found[part].counts == term.counts:
                parts.add(part)
    yield from (term for keys, term in found.items() if keys not in parts)
