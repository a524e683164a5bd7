"""Prodigy's and Label Studio's exports as reference: what each label says, of which point, by how many readers."""

import json

import pytest

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.evaluation.annotation_tools import Label, read_tasks
from cnd_tools.evaluation.references import covering
from cnd_tools.evaluation.scoring import evaluate
from cnd_tools.evaluation.tasks import reference
from cnd_tools.lexicon import load
from cnd_tools.records import Actor, Analysis, Document, Theme
from cnd_tools.segmenting import segment

TEXT = (
    "1. The Commission urged Member States to fight corruption.\n\n2. UNODC should assist \U0001f30d transit\n"
    "countries.\n\n3. It is so.\n\n4. It is so.\n"
)
POINTS = {
    "1": "The Commission urged Member States to fight corruption.",
    "2": "UNODC should assist \U0001f30d transit countries.",
}
DOCUMENT = segment(Document("d", TEXT))
ANALYSIS = Analysis(DOCUMENT.document, DOCUMENT.points)


def prodigy(point, **more):
    return {"text": POINTS[point], "answer": "accept", **more}


def span(point, words, label, *, units=False):
    start = POINTS[point].index(words)
    before = POINTS[point][:start]
    start = len(before.encode("utf-16-le")) // 2 if units else start
    return {"start": start, "end": start + len(words), "label": label}


def studio(point, *results, by=1, **more):
    return {"data": {"text": POINTS[point]}, "annotations": [{"completed_by": by, "result": list(results), **more}]}


def labelled(point, words, label):
    place = span(point, words, label, units=True)
    return {"type": "labels", "value": {"start": place["start"], "end": place["end"], "labels": [label]}}


def chosen(*choices):
    return {"type": "choices", "value": {"choices": list(choices)}}


@pytest.fixture
def made(tmp_path):
    """Write rows as an export and return the reference that is made of them."""

    def make(rows, *, lines=True):
        path = tmp_path / ("tasks.jsonl" if lines else "tasks.json")
        path.write_text("\n".join(map(json.dumps, rows)) if lines else json.dumps(rows))
        return reference(read_tasks(path), ANALYSIS, load())

    return make


def row(point, *, themes=(), actors=(), some=()):
    pairs = [{"id": actor, "role": role} for actor, role in actors]
    return {
        "point": point,
        "themes": list(themes),
        "actors": pairs,
        "optional": {"themes": list(some), "actors": []},
    }


def test_prodigys_choices_and_spans(made):
    got = made(
        [
            prodigy("1", accept=["corruption"], spans=[span("1", "The Commission", "source")]),
            prodigy("2", spans=[span("2", "UNODC", "AGENT"), span("2", "transit", "recipient:transit_countries")]),
        ]
    )  # fmt: skip
    assert got.points == [
        row("1", themes=["corruption"], actors=[("commission", "source")]),
        row("2", actors=[("transit_countries", "recipient"), ("unodc", "agent")]),
    ]
    assert got.tables == ("themes", "actors")
    assert not got.unknown


def test_label_studios_json_counts_in_utf_16(made):
    got = made(
        [
            studio("1", chosen("Corruption", "MONEY LAUNDERING"), labelled("1", "Member States", "recipient")),
            studio("2", labelled("2", "transit countries", "recipient")),
        ],
        lines=False,
    )
    assert got.points == [
        row("1", themes=["corruption", "money_laundering"], actors=[("member_states", "recipient")]),
        row("2", actors=[("transit_countries", "recipient")]),
    ]


def test_label_studios_json_min(made):
    spans = [{"start": 0, "end": 5, "text": "UNODC", "labels": ["agent"]}]
    first = {"text": POINTS["1"], "id": 1, "annotation_id": 7, "annotator": 2, "theme": "corruption", "lead_time": 1.5}
    second = {
        "text": POINTS["2"],
        "id": 2,
        "annotation_id": 8,
        "annotator": 2,
        "label": spans,
        "theme": {"choices": []},
    }
    got = made([first, second], lines=False)
    assert got.points == [row("1", themes=["corruption"]), row("2", actors=[("unodc", "agent")])]


def test_of_yes_or_no_only_what_was_asked_counts(made):
    got = made([prodigy("1", label="corruption"), prodigy("1", label="prevention", answer="reject")])
    (only,) = got.points
    assert only["themes"] == ["corruption"]
    assert "prevention" not in only["optional"]["themes"]
    assert "money_laundering" in only["optional"]["themes"]


def test_what_one_of_two_readers_saw_is_optional(made):
    both = studio("1", chosen("corruption", "prevention"), by=1)
    both["annotations"] += studio("1", chosen("corruption"), by={"id": 2})["annotations"]
    both["annotations"] += studio("1", chosen("security_and_stability"), by=3, was_cancelled=True)["annotations"]
    assert made([both], lines=False).points == [row("1", themes=["corruption"], some=["prevention"])]


def test_what_was_ignored_was_not_read(made):
    got = made([prodigy("1", accept=["corruption"]), prodigy("2", answer="ignore"), prodigy("2", answer="ignore")])
    assert [point["point"] for point in got.points] == ["1"]


def test_a_whole_text_is_parted_into_its_points(made):
    at = TEXT.index("UNODC")
    got = made([{"text": TEXT, "spans": [{"start": at, "end": at + 5, "label": "agent"}], "answer": "accept"}])
    assert got.points == [row("1"), row("2", actors=[("unodc", "agent")]), row("3"), row("4")]


def test_points_of_the_same_words_are_told_apart(made):
    so = {"text": "It is so.", "answer": "accept"}
    assert made([{**so, "accept": ["corruption"]}, {**so, "accept": []}]).points == [
        row("3", themes=["corruption"]),
        row("4"),
    ]
    named = made([{**so, "accept": ["corruption"], "meta": {"point": 4}}])
    assert named.points == [row("4", themes=["corruption"])]


def test_an_actor_in_no_lexicon_is_named_by_its_words(made):
    got = made([prodigy("1", spans=[span("1", "corruption", "agent"), span("1", "The Commission urged", "source")])])
    assert {actor["id"] for actor in got.points[0]["actors"]} == {"corruption", "commission_urged"}


def test_labels_that_mean_nothing_are_counted(made):
    got = made([prodigy("1", accept=["corruption", "good", "good"])])
    assert got.unknown == {"good": 2}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([prodigy("1", accept=["good"])], "no label is a theme"),
        ([{"text": "Not in it.", "answer": "accept", "accept": ["corruption"]}], "in no point of the document"),
        ([{"text": TEXT, "answer": "accept", "accept": ["corruption"]}], "more than one point"),
        ([{"text": 1, "spans": [{"start": "x"}]}], "not as Prodigy, Label Studio or doccano export it"),
        ([{"data": {}, "annotations": [{"result": []}]}], "not as Prodigy, Label Studio or doccano export it"),
    ],
)
def test_what_cannot_be_placed_is_refused(made, rows, message):
    with pytest.raises(RefusedInput, match=message):
        made(rows)


def test_what_is_no_export_is_left_to_others(tmp_path):
    path = tmp_path / "a.jsonl"
    for text in ('{"point": "1", "themes": []}\n', "", "{"):
        path.write_text(text)
        assert read_tasks(path) is None
    path.write_text("[{")
    with pytest.raises(RefusedInput, match="not JSON"):
        read_tasks(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RefusedInput, match="UTF-8"):
        read_tasks(path)
    with pytest.raises(UsageError):
        read_tasks(tmp_path / "none.jsonl")


def test_taxonomies_have_their_last_names(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([studio("1", {"value": {"taxonomy": [["Cooperation", "Civil society"]]}})]))
    assert read_tasks(path)[0].labels == (Label("Civil society"),)


def test_only_what_was_read_is_measured(made):
    themes = tuple(Theme("d", point, "corruption", "Corruption", "p", 1, "x", 0, 1) for point in ("1", "2"))
    found = Analysis(
        ANALYSIS.document, ANALYSIS.points, (Actor("d", "2", "x", "x", "un", "agent", "x", 0, 1, ""),), themes
    )
    got = made([prodigy("1", accept=["corruption"])])
    measures, differences = evaluate(got.points, covering(found, got.points), tables=got.tables)
    assert measures.rows == (("themes", 1, 1, 1, 1, 1),)
    assert differences.rows == ()
