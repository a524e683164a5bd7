"""The kinds of action against UPR Info's own labels: the confusion table, by `../shared/data/upr`.

    python benchmarks/kinds_of_action.py

Every third recommendation is held out: the verbs of the scale were completed on the others. A recommendation is of the
kind of its first action; "none" where no action is found, or its verb is not on the scale.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from cnd_tools import reading
from cnd_tools.kinds_of_action import kind_of
from cnd_tools.pipeline import analyse
from cnd_tools.segmenting import segment

UPR = Path(__file__).parents[2] / "shared" / "data" / "upr"


def main() -> None:
    """Print a table of each side."""
    rows = [json.loads(line) for line in (UPR / "recommendations.gold.jsonl").read_text("utf-8").splitlines()]
    found: dict[str, int | None] = {}
    for action in analyse(segment(reading.read(UPR / "recommendations.txt"))).actions:
        kind = kind_of(action)
        found.setdefault(action.point, kind.step if kind else None)
    for held_out in (False, True):
        side = [row for place, row in enumerate(rows) if (place % 3 == 2) == held_out]
        pairs = Counter((row["action"], found.get(row["point"])) for row in side)
        right = sum(count for (official, ours), count in pairs.items() if official == ours)
        print(f"{'held out' if held_out else 'learned'}: {right} of {len(side)} ({right / len(side):.0%})")
        print("official | ours 1   2   3   4   5  none")
        for official in range(1, 6):
            counts = (pairs[official, ours] for ours in (1, 2, 3, 4, 5, None))
            print(f"{official:8} | " + " ".join(f"{count:3}" for count in counts))


if __name__ == "__main__":
    main()
