"""How often each rule finds something in all texts we may use, and which no sentence of them fires.

python benchmarks/rules.py
"""

from __future__ import annotations

import sys
from collections import Counter

from golden import texts

from cnd_tools.errors import CndError
from cnd_tools.extracting.rulebook import rules, tracing
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import read
from cnd_tools.segmenting import segment


def counted() -> Counter[str]:
    """Return how often each rule found something."""
    found: Counter[str] = Counter(dict.fromkeys(rules(), 0))
    for path in texts():
        with tracing() as trace:
            try:
                analyse(segment(read(path)), model=load_model())
            except CndError as error:
                print(error, file=sys.stderr)
        found.update(one.rule for one in trace.fired)
    return found


if __name__ == "__main__":
    counts = counted()
    for name, times in counts.most_common():
        print(f"{times:7,}  {name}")
    print(
        f"{len(counts)} rules, of which no sentence fires: {', '.join(n for n, t in counts.items() if not t) or 'none'}"
    )
