"""Docs, CoNLL-U and displaCy pages, each read back by another program, the words found again in the source."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import conllu as reader
import pytest
import spacy
from spacy.tokens import DocBin

from cnd_tools.pipeline import analyse, load_model
from cnd_tools.records import Document, Piece
from cnd_tools.segmenting import segment
from cnd_tools.tables import CODED
from cnd_tools.views.exports.conllu import conllu
from cnd_tools.views.exports.displacy import page
from cnd_tools.views.exports.docbin import TABLES, binary, docs

TEXT = (
    "1. Member States reiterated that drug\r\ntrafficking must be combated. UNODC should\r\nassist transit countries."
    "\r\n\r\n2. Concern was expressed at   <b>corruption</b> & money-laundering.¹\r\n\r\n(a) No action.\r\n"
    "\r\n¹ A/1.\r\n"
)


@pytest.fixture(scope="module")
def analysis():
    return analyse(segment(Document("a <i>text</i>", TEXT)))


@pytest.fixture(scope="module")
def made(analysis):
    return list(docs([analysis], model=load_model()))


def located(about, start, end):
    """Where characters of a Doc stand in the source, by its pieces."""
    pieces = [Piece(*piece) for piece in about["pieces"]]

    def source(at):
        piece = max((piece for piece in pieces if piece.text <= at), key=lambda piece: piece.text)
        return piece.source + at - piece.text

    return source(start), source(end - 1) + 1


def test_a_docbin_is_read_by_spacy_and_its_spans_lead_to_the_source(analysis, made):
    back = list(DocBin(store_user_data=True).from_bytes(binary(made)).get_docs(spacy.blank("en").vocab))
    assert [doc.text for doc in back] == [doc.text for doc in made]
    for name in TABLES:
        found = set()
        for doc in back:
            about = doc.user_data["cnd_tools"]
            for span in doc.spans[name]:
                found.add((about["point"], *located(about, span.start_char, span.end_char)))
        coded = {point.point for point in analysis.points if point.kind in CODED}  # notes, which are no Docs, cite too
        wanted = {(row.point, row.start, row.end) for row in getattr(analysis, name) if row.point in coded}
        # A Doc's span is as wide as its tokens, so it may be wider than the words of the row by a part of a token.
        assert all(any(p == q and a <= b and c >= d for q, a, c in found) for p, b, d in wanted)
        assert len(found) == len(wanted)
    agents = {(span.label_, span.kb_id_) for doc in back for span in doc.spans["actors"]}
    assert {("agent", "unodc"), ("source", "member_states"), ("recipient", "transit_countries")} <= agents


def test_the_same_analysis_gives_the_same_bytes(analysis):
    one, two = (binary(docs([analysis], model=load_model())) for _ in range(2))
    assert one == two


def test_conllu_is_read_and_its_words_are_in_the_source(made):
    sentences = reader.parse("".join(conllu(made)))
    assert sentences[0].metadata["newdoc id"] == "a <i>text</i>"
    assert sentences[0].metadata["sent_id"] == "a <i>text</i>/1/1"
    assert "ClearNLP's, not Universal Dependencies'" in sentences[0].metadata["relations"]
    assert {word["deprel"] for sentence in sentences for word in sentence} & {"dobj", "pobj", "nsubjpass"}
    assert [sentence.metadata["text"] for sentence in sentences[:2]] == [
        "Member States reiterated that drug trafficking must be combated.",
        "UNODC should assist transit countries.",
    ]
    for sentence in sentences:
        assert [word["id"] for word in sentence] == list(range(1, len(sentence) + 1))
        assert [word["head"] for word in sentence].count(0) >= 1
        assert all((word["head"] == 0) == (word["deprel"] == "root") for word in sentence)
        words = [word["form"] + ("" if word["misc"].get("SpaceAfter") == "No" else " ") for word in sentence]
        assert "".join(words).strip() == sentence.metadata["text"]
        for word in sentence:
            assert TEXT[int(word["misc"]["StartChar"]) : int(word["misc"]["EndChar"])] == word["form"]


def test_conllu_has_the_rows_of_its_words(made):
    words = {word["form"]: word["misc"] or {} for sentence in reader.parse("".join(conllu(made))) for word in sentence}
    assert words["UNODC"]["Actors"] == "agent:unodc"
    assert words["assist"]["Actions"].startswith("recommendation")
    assert "Positions" in words["reiterated"]


def test_white_space_of_its_own_is_no_word():
    nlp = load_model()
    one = analyse(segment(Document("d", "1. States agree.\n")))
    point = replace(one.points[0], text="States  \t agree.", pieces=(Piece(0, 3, 6), Piece(10, 10, 6)))
    text = "".join(conllu(docs([replace(one, points=(point,), actors=(), actions=(), positions=())], model=nlp)))
    (sentence,) = reader.parse(text)
    assert [word["form"] for word in sentence] == ["States", "agree", "."]
    assert sentence.metadata["text"] == "States agree."


class Words(HTMLParser):
    """The words and tags of a page."""

    def __init__(self, html):
        super().__init__()
        self.words, self.tags = [], []
        self.feed(html)

    def handle_data(self, data):
        self.words.append(data.strip())

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


def test_a_page_shows_the_words_and_the_labels(made):
    html = page(made)
    shown = Words(html)
    said = " ".join(word for word in shown.words if word)
    assert "a <i>text</i> 1" in said
    assert "corruption" in said
    assert "/b" in said  # the text's own brackets are shown, not obeyed
    assert {"agent", "obligation", "drug_trafficking"} <= set(shown.words)
    assert not {"b", "i", "script", "link"} & set(shown.tags)
    assert "http" not in html.replace("http://www.w3.org", "")


def test_points_are_in_order(made):
    order = [doc.user_data["cnd_tools"]["point"] for doc in made]
    assert order[:2] == ["1", "2"]
    assert all(a != b for a, b in pairwise(order))
