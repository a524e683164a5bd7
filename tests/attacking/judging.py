"""What became of an attack, and the table of what became of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from attacking.cases import Case, Ended

MOST_SECONDS, MOST_MEMORY, MOST_SAID = 30, 1024, 8_000
READ, REFUSED = "read", "refused"
FAULTS = ("too long", "too large", "broke down", "wrong or lost")
REFUSALS = frozenset({2, 3, 4, 5})  # as docs/reliability.md has them


def outcome(case: Case, folder: Path, ended: Sequence[Ended]) -> tuple[str, str]:
    """Return what became of a case, one of READ, REFUSED and FAULTS, and of a fault which command and how."""
    for one in ended:
        fault, how = _fault(one)
        if fault:
            return fault, f"{' '.join(one.words)[:80]}: {how}"
    wrong = case.wrong(folder, ended)
    if wrong:
        return "wrong or lost", wrong
    return (READ if ended[0].code == 0 else REFUSED), ""


def _fault(one: Ended) -> tuple[str, str]:
    figures = f"{one.seconds:.1f} s, {one.memory:.0f} MiB"
    if one.late:
        return "too long", f"ended by us after {figures}"
    if "Traceback" in one.err or "fault of cnd-tools" in one.err or one.code not in {0, *REFUSALS}:
        return "broke down", f"exit code {one.code}: {one.err.strip()[-400:]}"
    if len(one.err) > MOST_SAID and one.code:
        return "broke down", f"a message of {len(one.err)} characters: {one.err[:200]}"
    if one.code == 0 and one.seconds > MOST_SECONDS:
        return "too long", figures
    if one.code == 0 and one.memory > MOST_MEMORY:
        return "too large", figures
    return "", ""


def rows(found: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the table by kind: tried, read, refused and each fault, and a row of sums.

    Args:
        found: kind and outcome of each case.
    """
    counts: dict[str, Counter[str]] = {}
    for kind, what in found:
        counts.setdefault(kind, Counter())[what] += 1
    counts["**all**"] = sum(counts.values(), Counter())
    return [
        [kind, str(count.total()), *(str(count[what]) for what in (READ, REFUSED, *FAULTS))]
        for kind, count in counts.items()
    ]
