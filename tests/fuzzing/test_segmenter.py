"""Whatever text comes, every character has its place and every point its words."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.reading import document
from cnd_tools.records import Document, Mark, Masthead
from fuzzing.laws import lawful, well_formed
from fuzzing.profiles import fuzzed
from fuzzing.texts import anything


@fuzzed
@given(anything())
def test_any_text(text):
    made = document(text, name="x")
    well_formed(made)
    lawful(made)


# What formats say of the same lines: a heading with a number is an item too.
BLOCKS = (
    "",
    "furniture",
    "note",
    "heading",
    "paragraph",
    "item",
    "contents",
    "table",
    "heading item",
    "item paragraph",
)


@st.composite
def marked(draw):
    """Draw a text with pages, a masthead and marks: those of blocks over whole lines, one after the other."""
    text = draw(anything())
    lines = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    cuts = sorted(draw(st.sets(st.sampled_from(lines), max_size=8)))
    marks = [
        Mark(start, end, kind, draw(st.integers(0, 9)))
        for start, end in pairwise(cuts)
        for kind in draw(st.sampled_from(BLOCKS)).split()
    ]
    for kind in ("noteref", "italic", "label"):
        edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        marks += [Mark(start, end, kind) for start, end in list(pairwise(edges))[::2]]
    spans = ((0, cuts[0]),) if cuts and cuts[0] else ()
    pages = (0, *sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=4)))) if len(text) > 1 else (0,)
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Document("x", text, masthead=Masthead(spans=spans), pages=pages, marks=tuple(marks))


@fuzzed
@given(marked())
def test_any_marks(made):
    lawful(made)
