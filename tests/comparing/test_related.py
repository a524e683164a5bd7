"""Which recital carries which demand: by words, by what both cite, and what ties nothing."""

import pytest

from cnd_tools.comparing.related import related
from cnd_tools.pipeline import analyse
from cnd_tools.records import Document, Masthead
from cnd_tools.segmenting import segment

TEXT = (
    "The General Assembly,\n\n"
    "Alarmed by the loss of coral reefs through warming and acid oceans,\n\n"
    "Recalling its resolution 70/1 of 25 September 2015,\n\n"
    "Noting the work of the Commission,\n\n"
    "1. Urges States to protect coral reefs from acid oceans;\n\n"
    "2. Calls upon all donors to fund what resolution 70/1 asks for;\n\n"
    "3. Decides to remain seized of the matter.\n"
)


def rows(text=TEXT, **options):
    head = Masthead(body="General Assembly")
    table = related([analyse(segment(Document("r", text, masthead=head)))], **options)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_a_demand_has_the_recital_of_its_words_or_its_citation():
    found = [(row["point"], row["related"], row["cited"]) for row in rows()]
    assert found == [("1", "p2", None), ("2", "p3", "A/RES/70/1")]
    assert rows()[0]["matched"] == "acid, coral, oceans, reefs"


def test_what_a_whole_text_cites_ties_nothing():
    text = TEXT.replace("reefs", "reefs (resolution 70/1)").replace("the Commission", "resolution 70/1")
    assert "A/RES/70/1" not in {row["cited"] for row in rows(text)}


def test_no_more_than_asked_for():
    text = TEXT.replace(
        "Noting the work", "Stressing the need to protect coral reefs from acid oceans,\n\nNoting the work"
    )
    assert [len([row for row in rows(text, most=most) if row["point"] == "1"]) for most in (1, 2)] == [1, 2]


def test_without_a_preamble_paragraphs_are_set_beside_each_other():
    text = "1. Coral reefs are dying in acid oceans.\n\n2. Roads are long.\n\n3. Acid oceans kill coral reefs.\n"
    assert [(row["point"], row["related"]) for row in rows(text)] == [("1", "3"), ("3", "1")]


@pytest.mark.parametrize("text", ["", "1. Roads are long.\n"])
def test_a_text_with_nothing_to_set_beside(text):
    assert rows(text) == []
