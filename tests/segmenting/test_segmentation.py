"""The way through the room: what is taken at its word, what stands outside the tree, and that nothing is lost."""

import gc
import json
from pathlib import Path

import pytest

from cnd_tools.reading.plain import pages
from cnd_tools.records import Document, Mark, Masthead
from cnd_tools.segmenting import segment

ROOT = Path(__file__).parents[2]


def rows(text, **more):
    done = segment(Document("x", text, **more))
    assert sum(done.ledger.values()) == len(text)
    assert done.ledger["none"] == 0
    return [(point.point, point.kind, point.text) for point in done.points]


def test_what_stands_outside_the_tree_says_where_it_is():
    text = "A/RES/9/9\n  On  peace\n\n1. It met.\n____\n1 See A/1,\n  chap. I.\n\f2. It rose.\n____\n2 Ibid.\n"
    document = Document("x", text, masthead=Masthead(spans=((0, 9), (10, 21))), pages=pages(text))
    found = [
        (point.point, point.label, point.level, point.page, point.line, text[point.start : point.end], point.text)
        for point in segment(document).points
        if point.kind in {"masthead", "note"}
    ]
    assert found == [
        ("m1", None, 1, 1, 1, "A/RES/9/9", "A/RES/9/9"),
        ("m2", None, 1, 1, 2, "On  peace", "On peace"),
        ("n1", "1", 1, 1, 6, "See A/1,\n  chap. I.", "See A/1, chap. I."),
        ("n2", "2", 1, 2, 10, "Ibid.", "Ibid."),
    ]
    done = segment(document)
    assert done.document is document
    assert {point.document for point in done.points} == {"x"}
    for point in done.points:
        assert " ".join(text[piece.source : piece.source + piece.length] for piece in point.pieces) == point.text


def test_notes_of_the_format_and_of_the_layout_stand_in_their_order():
    text = "1. It met.\n____\n1 See A/1.\n\nAs said.\n\n2. It rose.\n____\n2 Ibid.\n"
    at = text.index("As said.")
    done = segment(Document("x", text, marks=(Mark(at, at + 8, "note"),)))
    notes = [(point.point, point.label, point.text) for point in done.points if point.kind == "note"]
    assert notes == [("n1", "1", "See A/1."), ("n2", None, "As said."), ("n3", "2", "Ibid.")]


def test_in_a_note_nothing_is_a_note_mark():
    note = "The Act1 and the Pact¹ of Peru."
    assert rows(f"1. The Act1 ended.\n____\n1 {note}\n")[1] == ("n1", "note", note)


@pytest.mark.parametrize(
    ("note", "label", "text"),
    [
        ("1/ See A/1.", "1", "See A/1."),
        ("1/\nSee A/1.", "1", "See A/1."),
        ("1/", "1", ""),
        ("¹ See A/1.", "¹", "See A/1."),
    ],
)
def test_the_text_of_a_note_begins_after_its_label(note, label, text):
    source = f"1. It met.\n____\n{note}\n"
    found = segment(Document("x", source)).points[1]
    assert (found.label, found.text, source[found.start : found.end]) == (label, text, text)


def test_where_pages_begin_is_known_from_the_document():
    text = "It met;\nand rose.\n"
    assert [row[2] for row in rows(text)] == ["It met;", "and rose."]
    assert [row[2] for row in rows(text, pages=(0, text.index("and")))] == ["It met; and rose."]


def test_what_the_format_has_as_text_is_no_note():
    text = "1. It met.\n____\n2 See A/1.\n"
    at = text.index("2 See")
    assert [row[1] for row in rows(text)] == ["numbered", "note"]
    assert "note" not in [row[1] for row in rows(text, marks=(Mark(at, at + 10, "paragraph"),))]


def test_what_the_format_has_as_text_is_no_furniture():
    text = "1. It met.\n\n12-34567\n\n2. It rose.\n"
    assert [row[0] for row in rows(text)] == ["1", "2"]
    assert [row[0] for row in rows(text, marks=(Mark(12, 20, "paragraph"),))] == ["1", "p1", "2"]


@pytest.mark.parametrize(
    ("text", "ledger"),
    [
        ("", {}),
        ("\n \n", {"blank": 3}),
        ("\n1. It met.\n\n2. It rose.\n\n\n", {"blank": 4, "point": 23}),
        ("Head\n\n1. It met.\n", {"heading": 5, "blank": 1, "point": 11}),
        ("1. It met.\n____\n1 See A/1.", {"point": 11, "furniture": 5, "note": 10}),
        ("Contents\nOne 3\n\n1. It met.\n", {"furniture": 15, "blank": 1, "point": 11}),
        ("1. It met.\n\na   1   2\nb   3   4\n", {"point": 11, "blank": 1, "furniture": 20}),
    ],
)
def test_every_character_is_in_the_ledger(text, ledger):
    every = ("masthead", "heading", "point", "note", "furniture", "blank", "none")
    assert segment(Document("x", text)).ledger == dict.fromkeys(every, 0) | ledger


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        ("\n", [(1, "empty")]),
        ("\n____\n", [(1, "empty")]),
        ("Head\n\n1. It met.\n", []),
        ("____\n1 See A/1.\n", []),
        ("1. It met.\n\na   1   2\nb   3   4\nc   5   6\n\n2. It rose.\n", [(3, "table")]),
        ("a   1   2\nb   3   4\n\n1. It met.\n\n3. It rose.\n\na   1   2\nb   3   4\n",
         [(1, "table"), (6, "gap"), (8, "table")]),
    ],
)  # fmt: skip
def test_what_is_kept_out_is_said_in_order(text, notices):
    assert [(notice.line, notice.code) for notice in segment(Document("x", text)).notices] == notices


def test_a_heading_alone_is_no_empty_document():
    assert segment(Document("x", "Head\n", marks=(Mark(0, 4, "heading", 1),))).notices == ()


def test_notices_name_the_document_and_say_what_is_wrong():
    (empty,) = segment(Document("x", "\n")).notices
    (table,) = segment(Document("x", "1. It met.\n\na   1   2\nb   3   4\n")).notices
    assert (empty.document, table.document) == ("x", "x")
    assert "no text" in empty.text
    assert "a table begins here" in table.text


@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_is_left_as_it_was(collects):
    before = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        segment(Document("x", "1. It met.\n"))
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()


def test_marks_are_taken_at_their_word():
    first = "Head\nTITLE ONE\n1. First para-\ngraph1 of it\nrunning head\nwhich goes on.\n"
    text = first + "• Item\n• Deeper\na\tb\n1 A note.\n"
    names = ("Head", "TITLE", "1. First", "running", "• Item", "• Deeper", "a\tb", "1 A")
    at = {name: text.index(name) for name in names}
    marks = (
        Mark(at["Head"], at["Head"] + 4, "masthead"),
        Mark(at["TITLE"], at["TITLE"] + 9, "heading", 2),
        Mark(at["1. First"], at["• Item"] - 1, "paragraph"),
        Mark(text.index("1 of"), text.index("1 of") + 1, "noteref"),
        Mark(at["running"], at["running"] + 12, "furniture"),
        Mark(at["• Item"], at["• Item"] + 6, "item", 1),
        Mark(at["• Deeper"], at["• Deeper"] + 8, "item", 2),
        Mark(at["a\tb"], at["a\tb"] + 3, "table"),
        Mark(at["1 A"], at["1 A"] + 9, "note"),
    )
    assert rows(text, marks=marks) == [
        ("m1", "masthead", "Head"),
        ("p1", "heading", "TITLE ONE"),
        ("1", "numbered", "First para-graph of it which goes on."),
        ("1[1]", "bulleted", "Item"),
        ("1[1][1]", "bulleted", "Deeper"),
        ("n1", "note", "A note."),
    ]


def test_the_masthead_is_kept_apart():
    text = "A/RES/1/1\n\n1. One.\n"
    assert rows(text, masthead=Masthead(spans=((0, 10),)))[0] == ("m1", "masthead", "A/RES/1/1")


@pytest.mark.parametrize(("name", "numbered", "lettered"), [("2009", 15, 0), ("2011", 6, 22)])
def test_the_two_source_texts(name, numbered, lettered):
    text = (ROOT / "data" / "raw" / f"{name}.txt").read_text("utf-8")
    done = segment(Document(name, text))
    kinds = [point.kind for point in done.points]
    assert (kinds.count("numbered"), kinds.count("lettered")) == (numbered, lettered)
    assert done.ledger["none"] == 0


@pytest.mark.parametrize("name", ["2009", "2011"])
def test_the_source_texts_against_the_reference(name):
    gold = ROOT.parent / "shared" / "annotation" / "segments" / f"{name}.gold.jsonl"
    if not gold.exists():
        pytest.skip("the reference segmentation is not beside the project")
    want = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    labelled = {row["point"]: "".join(row["text"].split()) for row in want if row["point"]}
    done = segment(Document(name, (ROOT / "data" / "raw" / f"{name}.txt").read_text("utf-8")))
    have = {p.point: "".join(p.text.split()) for p in done.points if p.kind in {"numbered", "lettered"}}
    assert have == labelled


@pytest.mark.parametrize(
    "text",
    [
        "1 2 3 19881 " * 40_000 + "\n\n___\n 1 One.\n 2 Two.\n 9 Nine.\n",
        "Heading\n\n" * 30_000,
        "A list:\n\n(a) Item;\n\n" * 10_000,
        "a:\n“" * 10_000,
        "word word words\n" * 40_000,
    ],
    ids=["figures", "headings", "lists", "quotes", "one paragraph"],
)
def test_long_texts_of_one_kind_come_to_an_end(text):
    """Each of these once took, or would take, time that grows with the square of its length: minutes."""
    assert segment(Document("x", text)).ledger["none"] == 0
