"""Every row leads back to its words: over documents made up as one pleases, not only the two we carry."""

import re
import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import document
from cnd_tools.segmenting import segment
from cnd_tools.tables import COLUMNS

SENTENCES = (
    "Participants emphasized that UNODC should continue assisting transit countries in border control.",
    "There was a need for the harmonization of laws on non-medical use, in particular in West Africa.",
    "Member States were encouraged to share best practices with civil-society organizations.",
    "The representative of the Lao People’s Democratic Republic said that money-laundering had to be addressed.",
    "Concern was expressed about the “dark net”, and some delegations called for joint operations.",
    "It was important to provide treatment, rehabilitation and social reintegration to young people.",
    "Canada, supported by Japan, proposed that the Commission consider the matter at its sixtieth session.",
    "The Paris Agreement, General Assembly resolutions 70/1 and 71/5 to 71/7, and A/65/190 and Add.1 were recalled.",
    "Governments should not neglect the availability of controlled medicines for medical purposes.",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
outlines = st.lists(st.tuples(paragraphs, st.lists(paragraphs, max_size=3)), min_size=1, max_size=4)
layouts = st.tuples(
    st.sampled_from([None, 40, 72]),  # width of a line, or one line a paragraph
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),  # pages, with a head and a number on each
)


def rendered(outline, width, ending, paged):
    """Lay an outline out as text: numbered points with lettered ones under them.

    In pages first lines are set in, since otherwise nobody can tell whether a page that begins with a new sentence
    begins with a new paragraph.
    """
    blocks = []
    for number, (text, items) in enumerate(outline, start=1):
        blocks.append(f"{' ' * 6 * paged}{number}. {text}")
        blocks += [f"{' ' * 6 * paged} ({chr(97 + place)}) {item}" for place, item in enumerate(items)]
    lines = [line for block in blocks for line in [*(textwrap.wrap(block, width) if width else [block]), ""]]
    if paged:
        per_page = 12
        pages = [lines[at : at + per_page] for at in range(0, len(lines), per_page)]
        lines = [
            line
            for at, page in enumerate(pages, start=1)
            for line in [f"{chr(12) * (at > 1)}E/CN.7/2031/L.4", "", *page, "", f"V.31-04567{' ' * 40}{at}", ""]
        ]
    return ending.join(lines)


def letters(text):
    return re.sub(r"[\W_]+", "", text)


def is_inside(part, whole):
    """Whether the characters of `part` stand in `whole` in this order, perhaps with others between."""
    rest = iter(whole)
    return all(char in rest for char in part)


# What of a row is words of the text, and so must be found between its start and its end.
WORDS = {
    "points": "text",
    "actors": "text",
    "themes": "evidence",
    "actions": "text",
    "positions": "verb_text",
    "citations": "text",
}


@pytest.fixture(scope="module")
def model():
    return load_model()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(outline=outlines, layout=layouts)
def test_every_row_leads_back_to_its_words(model, outline, layout):
    source = rendered(outline, *layout)
    paged = layout[2]
    result = analyse(segment(document(source, name="made")), model=model)
    assert result.ledger["none"] == 0
    assert sum(result.ledger.values()) == len(source)
    points = {point.point: point for point in result.points}
    assert len(points) == len(result.points)
    assert result.actors
    for name in COLUMNS:
        for row in getattr(result, name):
            words = source[row.start : row.end]
            assert words == words.strip(), (name, row)
            said = letters(getattr(row, WORDS[name]).split("; ")[0] if name == "themes" else getattr(row, WORDS[name]))
            assert is_inside(said, letters(words)) if paged else said == letters(words), (name, row)
            if name != "points":
                point = points[row.point]
                assert point.start <= row.start < row.end <= point.end


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(outline=outlines, layout=layouts)
def test_the_layout_of_a_text_changes_nothing_in_what_is_found(model, outline, layout):
    def found(*how):
        result = analyse(segment(document(rendered(outline, *how), name="made")), model=model)
        places = ("start", "end", "line", "page")
        return {
            name: [[getattr(row, c) for c in COLUMNS[name] if c not in places] for row in getattr(result, name)]
            for name in COLUMNS
        }

    plain = found(None, "\n", False)
    assert [row[1] for row in plain["points"]] == [
        place
        for number, (_, items) in enumerate(outline, start=1)
        for place in [str(number), *(f"{number}({chr(97 + at)})" for at in range(len(items)))]
    ]
    laid_out = found(*layout)
    if layout[2]:
        for name in ("actors", "themes", "positions", "actions", "citations"):
            assert laid_out[name] == plain[name]
    else:
        assert laid_out == plain
