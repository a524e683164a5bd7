"""Patterns for spaCy's SpanRuler: that it takes them, and finds what our own patterns find."""

import io
import json

import pytest
import spacy

import cnd_tools
from cnd_tools.extracting.actors.tokens import cut
from cnd_tools.extracting.themes import _trie
from cnd_tools.lexicon import Entry, load
from cnd_tools.lexicon.spanruler import _spelled, _tokens, patterns, write_patterns
from cnd_tools.pipeline import load_model
from cnd_tools.tables import CODED

IRREGULAR = {"give": ("gave", "given")}


def ruler(*made):
    nlp = spacy.blank("en")
    nlp.add_pipe("span_ruler", config={"spans_key": "found"}).add_patterns(list(made))
    return nlp


def found(pattern, text):
    entry = Entry("theme", "t", patterns=(pattern,))
    nlp = ruler(*({"label": "theme", "pattern": one, "id": "t"} for one in patterns(entry, IRREGULAR)))
    doc = nlp(text)
    return sorted({span.text for span in doc.spans["found"]})


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("member state", "Member States and MEMBER STATES", ["MEMBER STATES", "Member States"]),
        ("=mules", "mules, not a mule", ["mules"]),
        ("Governments", "Governments, governments, GOVERNMENTS", ["GOVERNMENTS", "Governments"]),
        ("drug abuse|use", "drug use and drugs abused", ["drug use", "drugs abused"]),
        ("in the? world", "in world, in the world", ["in the world", "in world"]),
        ("money-laundering", "money laundering, money-laundering", ["money laundering", "money-laundering"]),
        ("control ~ crime", "controlling all kinds of crime", ["controlling all kinds of crime"]),
        ("control ~ crime", "control, and then crime", []),
        ("give aid", "gave aid", ["gave aid"]),
        ("people's right", "the people’s rights, people's right", ["people's right", "people’s rights"]),
        ("need", "needed, needing, needy", ["needed", "needing"]),
        ("ship", "shipped; hardship", ["shipped"]),
    ],
)
def test_what_a_pattern_finds(pattern, text, words):
    assert found(pattern, text) == words


def test_a_word_with_wildcards_is_an_expression():
    (token,) = _tokens(_spelled("*wom?n*", {}), ())
    assert token == {"LOWER": {"REGEX": r"^(?:wom\wn\w*)$"}}
    nlp = ruler({"label": "theme", "pattern": [token], "id": "t"})
    doc = nlp("Woman, WOMEN, womens, swimwomen, womn")
    assert [span.text for span in doc.spans["found"]] == ["Woman", "WOMEN", "womens"]


def test_it_finds_what_our_patterns_find():
    lexicon, out = load(), io.StringIO()
    count = write_patterns(lexicon, out, kinds=["theme"])
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(lines) == count
    assert {line["id"] for line in lines} == {entry.id for entry in lexicon["theme"]}
    nlp, model, both, either = ruler(*lines), load_model(), 0, 0
    for name in ("2009", "2011"):
        texts = [point.text for point in cnd_tools.segment(name).points if point.kind in CODED]
        for doc in model.pipe(texts):
            words = cut(doc)
            ours = {
                (match.value.theme.id, doc[slice(*words.span(match.start, match.end))].text)
                for match in _trie(lexicon).matches(words.keys)
                if match.value.key == "patterns"
            }
            seen = nlp(doc.text)
            theirs = {(span.id_, span.text) for span in seen.spans["found"]}
            both, either = both + len(ours & theirs), either + len(ours | theirs)
    assert both >= 0.95 * either > 100
