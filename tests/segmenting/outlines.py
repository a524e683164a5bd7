"""Outlines made up for the property tests, and three ways to lay them out."""

import random
import textwrap
from dataclasses import dataclass

from hypothesis import strategies as st

_WORDS = (
    "the Commission States Member of and to in that control drugs world problem shared responsibility non-governmental "
    "organizations Lao People’s Democratic Republic 1990 2.5 661 (XV) paragraph 13 item (b) “legal highs” 1541 24 a "
    "cooperation, effective measures – economic and social – UNODC amphetamine-type Secretary-General A/RES/60/1 "
    "money-laundering (TARCET) per cent Articles 6, 12 chap. I see annex resolution"
)
WORDS = _WORDS.split()
ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
# Each level's styles; a style is not used again below itself, as no printed text does.
STYLES = {
    "1.": lambda n: f"{n}.",
    "(a)": lambda n: f"({'abcdefghijklmnopqrstuvwxyz'[n - 1]})" if n <= 26 else f"({2 * 'abcdefgh'[n - 27]})",
    "(i)": lambda n: f"({ROMANS[n - 1]})",
    "(1)": lambda n: f"({n})",
    "•": lambda n: "•",
    "–": lambda n: "–",
}


@dataclass
class Node:
    id: str
    label: str
    level: int
    text: str


def made_up(chance, *, chapeau):
    """Return a paragraph of words that try to look like labels."""
    words = chance.choices(WORDS, k=chance.randint(2, 40))
    first = chance.choice(["Requests", "Participants", "The", "“Legal"])
    return " ".join([first, *words]) + (":" if chapeau else chance.choice(".;"))


def outlines():
    """Draw outlines. A seed makes one: what Hypothesis is to look for is where the layout breaks its lines."""
    return st.integers(0, 10**9).map(outline)


def outline(seed):
    """Return the points of a numbered text up to four levels deep, in order."""
    chance = random.Random(seed)
    below = chance.sample(["(a)", "(i)", "(1)", "•", "–"], 3)
    # Roman numerals are for lists inside letters; letters inside roman ones could not be told from them at (i).
    if "(i)" in below and "(a)" in below and below.index("(i)") < below.index("(a)"):
        below = [{"(i)": "(a)", "(a)": "(i)"}.get(style, style) for style in below]
    styles = ["1.", *below]
    nodes = []

    def grow(level, parent):
        style = styles[level]
        size = chance.randint(8, 30) if style == "(a)" and chance.random() < 0.1 else chance.randint(1, 6)
        for number in range(1, size + 1):
            label = STYLES[style](number)
            id_ = parent + {"1.": str(number), "•": f"[{number}]", "–": f"[{number}]"}.get(style, label)
            deeper = level < 3 and chance.random() < 0.25 and len(nodes) < 60
            nodes.append(Node(id_, label, level + 1, made_up(chance, chapeau=deeper)))
            if deeper:
                grow(level + 1, id_)

    grow(0, "")
    return nodes


def flowed(nodes, between="\n\n"):
    """Lay out one line a paragraph."""
    return between.join(f"{node.label} {node.text}" for node in nodes) + "\n"


def wrapped(nodes, width, between="\n\n", hang=""):
    """Lay out in lines of a width."""
    return between.join(
        textwrap.fill(f"{node.label} {node.text}", width, subsequent_indent=hang, break_long_words=False)
        for node in nodes
    )


def paged(nodes, height, width=80):
    """Lay out as pages with running heads and feet; a paragraph's first line is set in, and no line left alone."""
    lines = []
    for node in nodes:
        body = textwrap.wrap(f"      {node.label}  {node.text}", width, subsequent_indent="  ", break_long_words=False)
        lines += [(line, place in {1, len(body) - 1} and place > 0) for place, line in enumerate(body)]
        lines.append(("", False))
    pages, at = [], 0
    while at < len(lines):
        end = min(at + height, len(lines))
        while end < len(lines) and end > at + 3 and lines[end][1]:
            end -= 1
        pages.append([line for line, _ in lines[at:end]])
        at = end
    return "\n\f".join(
        "\n".join([f"A/XX/7/{len(nodes)}", "", *page, "", f"26-03369{' ' * 50}{number}/{len(pages)}", ""])
        for number, page in enumerate(pages, 1)
    )
