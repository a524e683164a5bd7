"""Task files for annotation tools: what they hold, and that what comes back says what went out."""

import io
import json

import pytest
from lxml import etree

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.evaluation.annotation_tools import read_tasks
from cnd_tools.evaluation.tasks import reference
from cnd_tools.lexicon import load
from cnd_tools.records import Analysis
from cnd_tools.tables import CODED
from cnd_tools.views.exports import inception, tasks
from views.exports.contents import ALL, HOSTILE, TREE
from views.made import EARLIER, LATER

THEMES = [("corruption", "Corruption"), ("prevention", "Prevention of drug use")]


def label_studio(*analyses):
    out = io.StringIO()
    tasks.write_label_studio(analyses, out, made_with="cnd-tools 0")
    return json.loads(out.getvalue())


def lines(write, *analyses, **more):
    out = io.StringIO()
    write(analyses, out, **more)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def cas(analysis):
    out = io.StringIO()
    inception.write_inception((analysis,), out)
    return json.loads(out.getvalue())


def accepted(exported):
    """What Label Studio exports where a reader submits each suggestion as it is."""
    for number, task in enumerate(exported, 1):
        (suggestion,) = task.pop("predictions")
        yield {"id": number, **task, "annotations": [{"completed_by": 1, "result": suggestion["result"]}]}


def round_trip(tool, analysis):
    """What a tool exports after a reader accepted everything, as a file's text."""
    if tool == "label-studio":
        return json.dumps(list(accepted(label_studio(analysis))))
    if tool == "inception":
        return json.dumps(cas(analysis))
    rows = lines(tasks.write_prodigy, analysis, themes=THEMES) if tool == "prodigy" else None
    rows = rows or lines(tasks.write_doccano, analysis)
    return "".join(json.dumps({**row, "answer": "accept"} if tool == "prodigy" else row) + "\n" for row in rows)


def said(analysis, point):
    """What an analysis says of a point, as a reference does."""
    themes = sorted({row.theme for row in analysis.themes if row.point == point})
    actors = sorted({(row.actor, row.role) for row in analysis.actors if row.point == point})
    return point, themes, [{"id": actor, "role": role} for actor, role in actors]


@pytest.mark.parametrize("tool", ["label-studio", "prodigy", "doccano", "inception"])
@pytest.mark.parametrize("analysis", ALL, ids=lambda one: one.document.name[:8])
def test_what_was_accepted_comes_back_as_it_went_out(tmp_path, tool, analysis):
    (tmp_path / "back").write_text(round_trip(tool, analysis))
    text = analysis
    made = reference(read_tasks(tmp_path / "back"), Analysis(text.document, text.points), load())
    found = [(row["point"], row["themes"], row["actors"]) for row in made.points]
    assert found == [said(analysis, point.point) for point in analysis.points if point.kind in CODED]
    assert not made.unknown


def test_an_actor_that_a_reader_marks_in_doccano_is_known_by_its_words(tmp_path):
    row = {"text": "UNODC acts.", "entities": [[0, 5, "source"]], "cats": [], "actors": [[0, 5, "agent", "they"], 7]}
    (tmp_path / "back").write_text(json.dumps(row | {"actors": row["actors"][:1]}))
    ((*_, labels, _, _),) = read_tasks(tmp_path / "back")
    assert [label.label for label in labels] == ["source"]  # the role was changed, so it is no longer what we suggested
    (tmp_path / "back").write_text(json.dumps(row))
    with pytest.raises(RefusedInput, match=r"actors\[1\] must be a list"):
        read_tasks(tmp_path / "back")


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        ({"label": [[0, 5, "agent"]]}, [("agent", 0, 5)]),
        ({"label": ["corruption"]}, [("corruption", None, None)]),
        ({"entities": [{"id": 1, "label": "agent", "start_offset": 0, "end_offset": 5}]}, [("agent", 0, 5)]),
        ({"label": [], "entities": [[0, 5, "agent"]], "cats": ["corruption"]}, []),  # the last two went out with it
        ({"entities": [], "cats": []}, []),
    ],
)
def test_doccanos_projects_differ_in_where_labels_stand(tmp_path, row, labels):
    (tmp_path / "back.jsonl").write_text(json.dumps({"id": 1, "text": "UNODC acts.", "Comments": [], **row}))
    ((_, _, text, _, found, _, _),) = read_tasks(tmp_path / "back.jsonl")
    assert text == "UNODC acts."
    assert [tuple(label) for label in found] == labels


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": "x", "entities": [[0, 9, "agent"]]}, "0 to 1"),
        ({"text": "x", "entities": [[0, "9", "agent"]]}, "whole number"),
        ({"text": 7, "cats": []}, "text must be text"),
        ({"%FEATURE_STRUCTURES": [{"%TYPE": "a.NamedEntity", "begin": 0, "end": 1}]}, "one text, not 0"),
        ({"%FEATURE_STRUCTURES": [7]}, "must be an object"),
        (
            {"%FEATURE_STRUCTURES": [{"%TYPE": "uima.cas.Sofa", "sofaString": "x"},
                                     {"%TYPE": "a.NamedEntity", "begin": 0, "end": 7, "value": "agent"}]},
            "0 to 1, not 7",
        ),
    ],
)  # fmt: skip
def test_what_is_broken_is_refused_with_its_place(tmp_path, row, message):
    (tmp_path / "back").write_text(json.dumps(row))
    with pytest.raises(RefusedInput, match=message):
        read_tasks(tmp_path / "back")


def test_of_tasks_of_several_documents_those_of_the_one_count(tmp_path):
    (tmp_path / "back").write_text(json.dumps(list(accepted(label_studio(EARLIER, LATER)))))
    given = read_tasks(tmp_path / "back")
    for one in (EARLIER, LATER):
        made = reference(given, Analysis(one.document, one.points), load())
        assert [row["themes"] for row in made.points] == [said(one, point.point)[1] for point in one.points]
    with pytest.raises(RefusedInput, match="no task is of tree; they are of 2009, 2011"):
        reference(given, Analysis(TREE.document, TREE.points), load())


def test_the_interface_has_what_the_suggestions_name():
    view = etree.fromstring(tasks.label_studio_interface(THEMES))
    values = {element.get("value") for element in view.iter("Label", "Choice")}
    assert values == {"source", "agent", "recipient", "mention", "corruption", "prevention"}
    names = {element.get("name") for element in view}
    for task in label_studio(EARLIER):
        for result in task["predictions"][0]["result"]:
            assert {result["from_name"], result["to_name"]} <= names


def test_stretches_are_the_words_in_each_tools_own_count():
    for task in label_studio(HOSTILE):
        units = task["data"]["text"].encode("utf-16-le")
        for result in task["predictions"][0]["result"]:
            value = result["value"]
            if "labels" in value:
                assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
    for row in lines(tasks.write_prodigy, HOSTILE, themes=THEMES):
        tokens = row["tokens"]
        assert all(row["text"][one["start"] : one["end"]] == one["text"] for one in tokens)
        for span in row["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
    (sofa, *others) = cas(HOSTILE)["%FEATURE_STRUCTURES"]
    units = sofa["sofaString"].encode("utf-16-le")
    said_by = {one["identifier"]: units[2 * one["begin"] : 2 * one["end"]].decode("utf-16-le")
               for one in others if "identifier" in one}  # fmt: skip
    assert said_by["unodc"] == "UNODC \U0001f30d"


def test_a_token_is_parted_where_an_actor_ends():
    one = tasks.Suggested(EARLIER.points[0], [], [tasks.Marked(0, 3, "agent", "x")])
    assert [token["text"] for token in tasks._tokens(one)][:2] == ["Mem", "ber"]


def test_a_file_for_inception_is_one_document():
    with pytest.raises(UsageError, match="one document, not 2"):
        inception.write_inception((EARLIER, LATER), io.StringIO())


def test_every_view_member_is_there_and_sentences_are_points():
    found = cas(TREE)
    ids = {one["%ID"] for one in found["%FEATURE_STRUCTURES"]}
    assert set(found["%VIEWS"]["_InitialView"]["%MEMBERS"]) == ids - {1}
    assert {one["%TYPE"] for one in found["%FEATURE_STRUCTURES"]} - {"uima.cas.Sofa"} == set(found["%TYPES"])
    sentences = [one for one in found["%FEATURE_STRUCTURES"] if one["%TYPE"] == inception.SENTENCE]
    assert [(one["begin"], one["end"]) for one in sentences] == [(point.start, point.end) for point in TREE.points]
