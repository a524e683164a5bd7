import subprocess
import sys

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from cnd_tools.reading import document
from cnd_tools.records import Document, Masthead
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.plain import plain, record

TEXT = "A/RES/1/1\n\n1. One and two:\n\n(a) A;\n\n(b) B.\n"


@pytest.fixture
def nlp():
    blank = spacy.blank("en")
    blank.add_pipe("cnd_points")
    return blank


def test_each_point_is_a_span(nlp):
    doc = nlp(TEXT)
    spans = [(span.id_, span.label_, span.text.strip()) for span in doc.spans["points"]]
    assert spans[-3:] == [("1", "numbered", "One and two:"), ("1(a)", "lettered", "A;"), ("1(b)", "lettered", "B.")]
    assert [point.point for point in doc._.cnd_points.points[-3:]] == ["1", "1(a)", "1(b)"]


def test_a_span_is_as_wide_as_its_tokens_and_no_words_have_none(nlp):
    doc = nlp("3. These:\n\n(c)\n\n(d) The third.\n\n4.Two and three.\n")
    assert [point.point for point in doc._.cnd_points.points] == ["3", "3(c)", "3(d)", "4"]
    spans = [(span.id_, span.text) for span in doc.spans["points"]]
    assert spans == [("3", "These:"), ("3(d)", "The third."), ("4", "4.Two and three.")]
    assert doc.spans["points"].name == "points"
    assert doc._.cnd_points.document.name == "doc"


def test_what_is_known_of_the_document_counts(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.cnd_document = Document("x", TEXT, masthead=Masthead(spans=((0, 10),)))
    assert nlp(doc).spans["points"][0].label_ == "masthead"


def test_a_document_of_another_text_is_refused(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.cnd_document = Document("x", "other")
    with pytest.raises(ValueError, match="another text"):
        nlp(doc)


def test_the_pipeline_can_be_saved(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert len(spacy.load(tmp_path)(TEXT).spans["points"]) == len(nlp(TEXT).spans["points"])


def kept(doc, nlp):
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    yield next(DocBin(store_user_data=True).from_bytes(packed).get_docs(nlp.vocab))
    yield Doc(nlp.vocab).from_bytes(doc.to_bytes())
    yield doc.copy()


def test_docs_can_be_kept(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.cnd_document = Document("x", TEXT, masthead=Masthead("A/RES/1/1", spans=((0, 10),)), pages=(0, 9))
    nlp(doc)
    for again in kept(doc, nlp):
        assert again._.cnd_points == doc._.cnd_points
        assert again._.cnd_points == segment(doc._.cnd_document)
        assert again._.cnd_document == doc._.cnd_document
        assert [(span.id_, span.label_) for span in again.spans["points"]] == [
            (span.id_, span.label_) for span in doc.spans["points"]
        ]


def test_a_doc_that_was_not_segmented_says_nothing(nlp):
    doc = nlp.make_doc(TEXT)
    assert (doc._.cnd_points, doc._.cnd_document) == (None, None)


def test_records_as_lists_and_back():
    one = segment(document(f"{TEXT}\n4. Next, with a gap.\n", name="x"))
    assert one.notices
    again = record(type(one), plain(one))
    assert again == one
    assert type(again.points[0].pieces[0]) is type(one.points[0].pieces[0])


def test_segmenting_alone_imports_no_spacy():
    code = "import sys, cnd_tools.segmenting; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
