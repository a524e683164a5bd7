"""The path language of rules that are data: where a path leads, what is no path, and what a path may cost."""

from __future__ import annotations

import time

import pytest
from spacy.tokens import Doc

from cnd_tools.extracting.context import Place, PointContext
from cnd_tools.extracting.grammar.word_classes import word_classes
from cnd_tools.extracting.paths import LABELS, LONGEST, STEPS, TAGS, BadPath, read_path
from cnd_tools.extracting.rulebook import tracing
from cnd_tools.lexicon import load
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import document
from cnd_tools.segmenting import segment

TRAINING = "Training and research were not considered a crucial element in the plan of Norway."

# Sentence, word it begins at, path, words it leads to.
PATHS = [
    (TRAINING, "element", "child:amod", ["crucial"]),
    (TRAINING, "element", "child:amod|det", ["a", "crucial"]),
    (TRAINING, "element", "child:dobj", []),
    (TRAINING, "element", "head", ["considered"]),
    (TRAINING, "element", "head:oprd", ["considered"]),
    (TRAINING, "element", "head:dobj", []),
    (TRAINING, "considered", "head", []),
    (TRAINING, "element", "after:in|of", ["plan"]),
    (TRAINING, "element", "after:in after:of", ["Norway"]),
    ("Peru saw merit in publishing the list.", "merit", "after:in", ["publishing"]),
    ("Peru saw merit in publishing the list.", "merit", "after:of", []),
    (TRAINING, "element", "head subject", ["Training"]),
    (TRAINING, "element", "head subject conjuncts", ["Training", "research"]),
    (TRAINING, "element", "lemma:element|part", ["element"]),
    (TRAINING, "considered", "lemma:consider", ["considered"]),
    (TRAINING, "considered", "lemma:considered", []),
    (TRAINING, "considered", "class:verb.rate", ["considered"]),
    (TRAINING, "considered", "class:verb.say|rate", ["considered"]),
    (TRAINING, "considered", "class:verb.say", []),
    (TRAINING, "crucial", "class:strength.predicate tag:adjective", ["crucial"]),
    (TRAINING, "considered", "tag:VBN", ["considered"]),
    (TRAINING, "considered", "tag:noun", []),
    (TRAINING, "considered", "passive", ["considered"]),
    (TRAINING, "element", "after:in after:of actor", ["Norway"]),
    (TRAINING, "element", "after:in actor", []),
    (TRAINING, "considered", "not child:neg", []),
    (TRAINING, "element", "not child:neg", ["element"]),
    (TRAINING, "considered", "child:nsubjpass conjuncts not child:conj", ["research"]),
    ("To live, States wish to act and to pay.", "wish", "infinitive", ["act"]),
    ("They drew up a plan to act.", "plan", "infinitive", ["act"]),
    ("States wish that they act.", "wish", "infinitive", []),
    ("Norway has said so, although nobody asked.", "although", "class:marker.condition", []),
    ("Prices rose if nobody paid.", "if", "class:marker.condition", ["if"]),
]


def read(text: str) -> PointContext:
    with tracing() as trace:
        analyse(segment(document(text, name="text")), model=load_model())
    ((_, doc),) = trace.docs
    return context_of(doc)


def context_of(doc: Doc) -> PointContext:
    from cnd_tools.extracting.actors.gazetteer import read_names
    from cnd_tools.extracting.actors.mentions import find_mentions

    lexicon = load()
    place = Place("text", "p1", lambda start, end: (start, end), 0, doc.text)
    names = read_names(doc, lexicon, short_names={})
    mentions = find_mentions(doc, lexicon=lexicon, short_names={}, names=names)
    return PointContext(lexicon, word_classes(lexicon), place).reading(doc, names, mentions)


@pytest.mark.parametrize(("text", "word", "path", "found"), PATHS)
def test_a_path_leads_to_its_words(text: str, word: str, path: str, found: list[str]) -> None:
    context = read(text)
    start = next(token for token in context.doc if token.text == word)
    assert [token.text for token in read_path(path).find(start, context)] == found


def test_every_step_is_tried() -> None:
    assert {word.split(":")[0] for _, _, path, _ in PATHS for word in path.split()} == {*STEPS, "not"}
    assert len(STEPS) + 1 == 12


def test_a_path_says_where_it_stops() -> None:
    context = read(TRAINING)
    element = next(token for token in context.doc if token.text == "element")
    assert read_path("head:oprd class:verb.say subject").stops(element, context) == "head:oprd class:verb.say"
    assert read_path("head not child:neg").stops(element, context) == "head not child:neg"
    assert read_path("head subject").stops(element, context) == ""


BAD = [
    ("", "has 0 steps"),
    (" ".join(["head"] * (LONGEST + 1)), "has 13 steps; a path has one to 12"),
    ("chidl:dobj", "did you mean 'child'?"),
    ("Head", "did you mean 'head'?"),
    ("child", "write child: and after it what it asks for"),
    ("child:", "write child: and after it what it asks for"),
    ("child:dobjj", "did you mean 'dobj'?"),
    ("head:dobj|nsbj", "did you mean 'nsubj'?"),
    ("tag:VBX", "did you mean 'VB"),
    ("tag:nouns", "did you mean 'noun'?"),
    ("passive:yes", "passive stands alone"),
    ("class:", "write class: and after it"),
    ("class:verbs.say", "did you mean 'verb'?"),
    ("class:verb", "write one of"),
    ("class:verb.dirct", "did you mean 'direct'?"),
    ("class:extent.many", "write class:extent"),
    ("not", "says 'not' twice or at its end"),
    ("not head not head", "says 'not' twice or at its end"),
    ("lemma:", "write lemma: and after it"),
]


@pytest.mark.parametrize(("path", "fault"), BAD)
def test_what_is_no_path_is_told_with_the_nearest_word(path: str, fault: str) -> None:
    with pytest.raises(BadPath) as error:
        read_path(path)
    assert fault in str(error.value)


def test_labels_and_tags_are_the_models() -> None:
    nlp = load_model()
    assert set(nlp.get_pipe("parser").labels) <= LABELS  # type: ignore[attr-defined]
    words = {tag for tag in nlp.get_pipe("tagger").labels if tag.strip("$").isalpha() and tag not in _OTHER}  # type: ignore[attr-defined]
    assert words <= TAGS


_OTHER = {"ADD", "AFX", "HYPH", "LS", "NFP", "SYM", "UH", "XX"}  # addresses, signs, and what is no word
WIDE = ["head child:dep child:dep", "head conjuncts passive infinitive subject", "head not child:dobj"]


@pytest.mark.parametrize("path", WIDE)
def test_a_path_takes_no_longer_in_a_wide_tree(path: str) -> None:
    """Every word of a text may be an anchor, and all may hang by one."""
    assert min(_seconds(path, 8_000) for _ in range(3)) < 8 * min(_seconds(path, 2_000) for _ in range(3))


def _seconds(path: str, words: int) -> float:
    deps = ["ROOT", *["dep", "conj"] * (words // 2)][:words]
    doc = Doc(load_model().vocab, ["x"] * words, heads=[0] * words, deps=deps, tags=["NN"] * words)
    context, steps = context_of(doc), read_path(path)
    begun = time.process_time()
    assert all(len(steps.find(token, context)) <= 100 for token in doc)
    return time.process_time() - begun
