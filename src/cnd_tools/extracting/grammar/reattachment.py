"""A parse that is mended: names that were taken apart, subjects read as objects, verbs tagged as nouns.

Rules trust the tree, and a repaired tree serves all of them; so the Doc is copied, and the copy's arcs are mended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from itertools import islice

from spacy.tokens import Doc, Span, Token

from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.grammar.lost_verbs import misread_verbs, put_right
from cnd_tools.extracting.grammar.series_misread import gerunds_as_modifiers, mend_series, nouns_in_adjectives
from cnd_tools.extracting.grammar.tree import NOUNS, VERBS, child
from cnd_tools.extracting.rulebook import rule

_MOST = 64  # repairs of a text: for each arc that is moved spaCy counts its sentence's children anew
_MODAL, _JOINT, _GERUND, _CLAUSE = (numbers((said,)) for said in ("MD", "CC", "VBG", "ccomp"))
_TO = numbers(("to",))
_ASIDE = 14  # tokens at most from a "to" to the verb that an aside parts from it
_NESTED = 6  # nouns at most in one another's phrases
_INFINITIVES = frozenset(("relcl", "acl", "advcl", "xcomp"))
_NOT_IN_ING = ("VB", "VBP", "VBZ", "VBD", "VBN")
_PARTICIPLES = ("VBG", "VBN", "VBD")
# What a noun is where a clause that begins with the participle before it was seen.
_AS_NOUN = {"pcomp": "pobj", "csubj": "nsubj", "csubjpass": "nsubjpass", "npadvmod": "dobj", "amod": "dobj"}
_KEPT = frozenset(("ROOT", "conj", "dobj", "pobj", "nsubj", "nsubjpass", "dative", "attr", "appos"))


def mended(
    doc: Doc,
    spans: Iterable[tuple[int, int]],
    adjectives: Collection[str] = frozenset(),
    makers: Collection[str] = frozenset(),
    *,
    said: Set[str] = frozenset(),
    nouns: Collection[str] = frozenset(),
    verb_in: Callable[[str], str | None] | None = None,
) -> Doc:
    """Return the Doc itself, or a copy in which names hang by their last nouns, and verbs have their subjects.

    Args:
        doc: a parsed text.
        spans: the first token of each name, and the one after its last.
        adjectives: those of English.
        makers: verbs whose gerund stands after what it makes, "build" for "capacity building".
        said: verbs that report.
        nouns: nouns of English.
        verb_in: returns the verb of a word in -ing, or "".
    """
    spans = list(spans)
    addressed, misread = list(islice(_after_to(doc, spans), _MOST)), misread_verbs(doc, spans, said)
    apart, lost = list(islice(_apart(doc, spans), _MOST)), list(islice(_lost_subjects(doc), _MOST))
    bare, gerunds = list(_bare_verbs(doc)), list(islice(_gerunds_beside(doc), _MOST))
    described = list(islice(_adjectives_beside(doc, adjectives), _MOST))
    parted, compounds = list(islice(_parted_infinitives(doc), _MOST)), list(islice(_compounds(doc, makers), _MOST))
    acting = list(islice(gerunds_as_modifiers(doc, nouns, adjectives), _MOST))
    describing = list(islice(nouns_in_adjectives(doc), _MOST))
    found = (apart, lost, bare, addressed, gerunds, described, parted, compounds, misread, acting, describing)
    if not any(found):
        return doc
    copy = doc.copy()
    for start, end in apart:
        _join(copy[start:end])
    for start, end in addressed:
        _address(copy[start:end])
    for noun, verb in lost:
        copy[noun].head, copy[noun].dep_ = copy[verb], "nsubj"
    for gerund, before in gerunds:
        copy[gerund].head = copy[before]
    for first, noun in described:
        _describe(copy[first], copy[noun])
    for gerund in compounds:
        _compound(copy[gerund])
    for to, verb, noun in parted:
        copy[verb].head, copy[verb].dep_ = copy[noun], "acl"
        copy[to].head, copy[to].dep_, copy[to].tag_ = copy[verb], "aux", "TO"
    mend_series(copy, acting, describing, verb_in)
    for verb in bare:
        copy[verb].tag_, copy[verb].lemma_ = "VB", doc[verb].lower_
    put_right(copy, misread)
    return copy


@rule("repair.name_apart")
def _apart(doc: Doc, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield names whose last noun hangs by the participle before it: "helped | developing countries"."""
    for start, end in spans:
        last = doc[end - 1]
        if end - start < 2 or last.tag_ not in NOUNS or last.head.i != end - 2 or last.head.tag_ not in _PARTICIPLES:
            continue
        root = doc[start:end].root
        if root.i != last.i and (root.dep_ == "ROOT" or root.head.sent == last.sent):
            yield start, end


@rule("repair.name_after_to")
def _after_to(doc: Doc, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield names whose first word was read as a verb after "to": "assistance to | transit countries"."""
    for start, end in spans:
        first, last = doc[start], doc[end - 1]
        if end - start < 2 or start < 2 or last.head != first or last.dep_ != "dobj":
            continue
        to = doc[start - 1]
        if to.lower_ == "to" and to.head == first and first.head.i < to.i and first.dep_ in _INFINITIVES:
            yield start, end


@rule("repair.lost_subject")
def _lost_subjects(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield a noun read as one more object, and the verb after it that it is the subject of.

    In "should support youth and the Bank should lend" nobody is to support the Bank.
    """
    for modal in tokens_with(doc, "TAG", _MODAL):
        verb = modal.head
        if modal.dep_ != "aux" or verb.dep_ != "conj" or modal.i < 1:
            continue
        if child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None:
            continue
        noun = _straight_before(modal)
        if noun is not None and noun.head != verb and noun.sent == verb.sent:
            yield noun.i, verb.i


@rule("repair.gerund_beside")
def _gerunds_beside(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield a gerund hung by the verb above another, and that other: "refrain from making and selling nets"."""
    for gerund in tokens_with(doc, "TAG", _GERUND):
        if gerund.dep_ != "conj" or gerund.head.tag_ not in _NOT_IN_ING:
            continue
        if doc[gerund.i - 1].dep_ != "cc" or child(gerund, "aux", "nsubj") is not None:
            continue
        preps = (one for one in gerund.head.rights if one.dep_ == "prep" and one.i < gerund.i)
        before = next((verb for prep in preps for verb in prep.rights if verb.dep_ == "pcomp"), None)
        if before is not None and before.tag_ == "VBG":
            yield gerund.i, before.i


@rule("repair.compound_gerund")
def _compounds(doc: Doc, makers: Collection[str]) -> Iterator[int]:
    """Yield a gerund read as one that says which noun is meant, of which it is done: "the need for capacity building".

    A noun in the singular, without an article and with nothing done to anything after it, does nothing itself.
    """
    for gerund in tokens_with(doc, "TAG", _GERUND, 1):
        noun = gerund.head
        if gerund.dep_ != "acl" or noun.i != gerund.i - 1 or noun.tag_ != "NN" or gerund.lemma_ not in makers:
            continue
        plain = all(one.dep_ in ("amod", "compound") for one in noun.lefts)
        if plain and noun.dep_ in _KEPT and child(gerund, "dobj", "ccomp", "xcomp") is None:
            yield gerund.i


@rule("repair.adjective_beside")
def _adjectives_beside(doc: Doc, adjectives: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield an adjective read as a noun beside another, and the noun of both: "protect marine and coastal waters"."""
    for joint in tokens_with(doc, "TAG", _JOINT, 1):
        first = doc[joint.i - 1]
        known = first.tag_ == "JJ" or (first.tag_ == "NN" and first.lower_ in adjectives)
        if not known or joint.i + 2 >= len(doc):
            continue
        other = doc[joint.i + 1]
        noun = other.head
        beside = other.tag_ == "JJ" and other.dep_ == "amod" and noun.dep_ == "conj" and noun.head == first
        plain = all(one.dep_ == "det" for one in first.lefts)
        if beside and plain and noun.left_edge == other:
            yield first.i, noun.i


@rule("repair.to_past_aside")
def _parted_infinitives(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """Yield a "to" that an aside parts from its verb, that verb, and the noun it says the use of.

    "Measures at all levels to, among other things, mend ports": a small parser takes it for a preposition.
    """
    for to in tokens_with(doc, "LOWER", _TO):
        end = min(to.i + _ASIDE, to.sent.end)
        if to.head.i >= to.i or doc[min(to.i + 1, len(doc) - 1)].text != ",":
            continue
        verb = next((one for one in doc[to.i + 3 : end] if one.nbor(-1).text == ","), None)
        noun = _served(to)
        if verb is not None and verb.tag_ in ("VB", "VBP") and noun is not None and verb not in noun.ancestors:
            yield to.i, verb.i, noun.i


def _served(to: Token) -> Token | None:
    """The noun whose use a "to" tells, past the phrases that say where: "measures at all levels to"."""
    here = to.head
    for _ in range(_NESTED):
        if here.dep_ == "pobj":
            here = here.head.head
        elif here.dep_ in ("conj", "appos") and here.tag_ in NOUNS:
            here = here.head
    noun = child(here, "dobj") if here.tag_ in VERBS else here
    return noun if noun is not None and noun.tag_ in NOUNS and noun.i < to.i else None


@rule("repair.bare_verb")
def _bare_verbs(doc: Doc) -> Iterator[int]:
    """Yield verbs without an ending that were tagged as nouns or adjectives: "recommended that FAO update the plan".

    So is the one of "went on to state that" by some models.
    """
    for to in tokens_with(doc, "LOWER", _TO):
        verb = to.head
        after = to.dep_ == "aux" and verb.i == to.i + 1 and verb.tag_ == "NN"
        if after and verb.dep_ in ("xcomp", "advcl") and child(verb, "ccomp") is not None:
            yield verb.i
    for token in tokens_with(doc, "DEP", _CLAUSE):
        if token.tag_ not in ("NN", "JJ"):
            continue
        labels = {one.dep_ for one in token.children}
        that = any(one.dep_ == "mark" and one.lower_ == "that" for one in token.lefts)
        if that and {"nsubj", "dobj"} <= labels and not labels & {"cop", "aux", "det", "amod"}:
            yield token.i


def _straight_before(modal: Token) -> Token | None:
    """The noun joined by "and" to an object, whose phrase ends straight before a modal, a closing comma left out."""
    last = modal.nbor(-1)
    comma = last.text == "," and modal.i > 1
    token = modal.nbor(-2) if comma else last
    for _ in range(_NESTED):
        joined = token.dep_ == "conj" and token.tag_ in NOUNS and child(token.head, "cc") is not None
        if joined:
            aside = token.nbor().text == ","
            verbs = token.head.head.tag_ in VERBS and token.head.dep_ in ("dobj", "conj")
            return token if comma == aside and verbs and token.right_edge.i < modal.i else None
        if token.dep_ not in ("pobj", "prep", "appos", "compound", "punct"):
            return None
        token = token.head
    return None


def _describe(first: Token, noun: Token) -> None:
    """Hang an adjective that was read as a noun by the noun that it describes, in whose place that comes."""
    outside = [one for one in first.children if one != noun and one.dep_ != "cc"]
    above, label = first.head, first.dep_
    noun.head, noun.dep_ = noun if above == first else above, label
    first.head, first.dep_, first.tag_ = noun, "amod", "JJ"
    noun.doc[first.i + 2].head, noun.doc[first.i + 2].dep_ = first, "conj"
    for one in outside:
        one.head = noun


def _compound(gerund: Token) -> None:
    """Hang a gerund in the place of the noun before it, and that noun by it: "capacity building"."""
    noun = gerund.head
    outside = [one for one in noun.children if one != gerund]
    above, label = noun.head, noun.dep_
    gerund.head, gerund.dep_, gerund.tag_ = gerund if above == noun else above, label, "NN"
    noun.head, noun.dep_ = gerund, "compound"
    for one in outside:
        if one.dep_ not in ("amod", "compound"):
            one.head = gerund


def _address(name: Span) -> None:
    """Hang a name by the "to" before it, and that by what the name's first word, read as a verb, hung by."""
    first, last, to = name[0], name[-1], name.doc[name.start - 1]
    outside = [one for one in first.children if one.i >= name.end]
    to.head, to.dep_, to.tag_ = first.head, "prep", "IN"
    last.head, last.dep_ = to, "pobj"
    first.head, first.dep_, first.tag_ = last, "compound", "NN"
    for one in outside:
        one.head = last


def _join(name: Span) -> None:
    """Hang a name by its last noun, in the place of whatever it hung by, and the rest of the name by that noun."""
    last, root = name[-1], name.root
    above, label = root.head, root.dep_
    outside = [one for token in name for one in token.children if not name.start <= one.i < name.end]
    last.head = last if above == root else above
    last.dep_ = label if label in _KEPT else _AS_NOUN.get(label, _of_verb(last, above))
    for token in name[:-1]:
        if token.head.i == last.i or not name.start <= token.head.i < name.end or token.i >= root.i or token == root:
            token.head = last
            token.dep_ = "amod" if token.tag_ in _PARTICIPLES else token.dep_
    for one in outside:
        one.head = above if above != root and above.tag_ in VERBS and one.i > last.i else last


def _of_verb(noun: Token, above: Token) -> str:
    """What a noun is to the word it hangs by: the subject of a verb after it, the object of one before it."""
    return "nsubj" if above.i > noun.i else "dobj"
