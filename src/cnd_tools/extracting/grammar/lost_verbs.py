"""Verbs of saying that a small parser took for adjectives or nouns: "Chile preferred | option one"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import islice

from spacy.tokens import Doc, Token

from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.grammar.tree import child
from cnd_tools.extracting.rulebook import rule

_MOST = 64  # repairs of a text
_CLAUSE = numbers(("ccomp", "advcl"))
_PAST = numbers(("VBD",))
_OF_CLAUSE = frozenset(("nsubj", "nsubjpass", "expl", "aux", "auxpass", "mark"))  # what a verb in a row has not
_OF_HOLDER = ("nummod", "det", "amod", "poss", "compound", "quantmod")
_Found = tuple[int, int, str]  # the last word of who says it, or the verb before; the verb, its dictionary form or none


def misread_verbs(doc: Doc, spans: Sequence[tuple[int, int]], said: Set[str]) -> list[_Found]:
    """Return the verbs of saying that were read as something else, as `put_right` takes them.

    Args:
        doc: a parsed text.
        spans: the first token of each name, and the one after its last.
        said: dictionary forms of verbs that report.
    """
    found = (one for start, end in spans for one in _after(doc, start, end, said))
    series = (*islice(_turned_round(doc, spans, said), _MOST), *islice(_strayed(doc, said), _MOST))
    return [*islice(found, _MOST), *((first, verb, "") for first, verb in series)]


def _after(doc: Doc, start: int, end: int, said: Set[str]) -> Iterator[_Found]:
    verb = doc[end] if end < len(doc) else None
    if verb is None or verb.tag_ not in ("VBN", "VBD", "JJ", "NN"):
        return
    if _as_adjective(verb, start) or _as_noun(verb, start):
        lemma = _base(verb.lower_, said)
        if lemma is not None:
            yield end - 1, end, lemma


@rule("repair.verb_as_adjective")
def _as_adjective(verb: Token, start: int) -> bool:
    """Whether a past tense after a name was read as an adjective, and the sentence has no other verb.

    "Chile preferred option one": the option is what Chile preferred, and no "preferred option".
    """
    noun = verb.head
    if verb.dep_ != "amod" or noun.i < verb.i or verb.sent.start > start or not verb.lower_.endswith("ed"):
        return False
    alone = noun.dep_ == "ROOT" or (noun.head.dep_ == "ROOT" and noun.head.tag_ == "VBG" and noun.head.i < start)
    return alone and not any(one.dep_ in ("cop", "aux") for one in noun.children)


@rule("repair.series_turned_round")
def _turned_round(doc: Doc, spans: Sequence[tuple[int, int]], said: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield verbs of which the first was read as what the second says: "Chile welcomed it, noted gaps and asked"."""
    ends = {end for _, end in spans}
    for first in tokens_with(doc, "DEP", _CLAUSE):
        verb = first.head
        past = verb.i > first.i and verb.tag_ == first.tag_ == "VBD" and doc[verb.i - 1].text == ","
        if past and {verb.lemma_, first.lemma_} <= said and _goes_on(first, verb, ends):
            yield first.i, verb.i


@rule("repair.strayed_verb")
def _strayed(doc: Doc, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield a verb of saying that was hung inside what the one before it says, and that one.

    "Suggested that the text be revised, cautioned against delay": nobody asks that it be cautioned. "Expressed concern
    about fees, called for aid": the fees are not called for.
    """
    for verb in tokens_with(doc, "TAG", _PAST):
        above = verb.head
        if verb.lemma_ not in said or above.i > verb.i or any(one.dep_ in _OF_CLAUSE for one in verb.lefts):
            continue
        inside = verb.dep_ == "conj" and above.dep_ == "ccomp" and _bare_passive(above)
        beside = verb.dep_ == "acl" and above.dep_ == "dobj" and verb.nbor(-1).text == ","
        outer = above.head
        reports = outer.tag_ == "VBD" and outer.lemma_ in said and child(outer, "nsubj") is not None
        if (inside or beside) and reports:
            yield outer.i, verb.i


def _bare_passive(verb: Token) -> bool:
    """Whether a passive says what is to be done, without a modal: "that the text be revised"."""
    being = child(verb, "auxpass")
    return being is not None and being.lower_ == "be" and not any(one.tag_ in ("MD", "TO") for one in verb.lefts)


def _goes_on(first: Token, verb: Token, ends: Collection[int]) -> bool:
    """Whether a verb has no subject but that of the one before it, and nobody is named as one who says it."""
    own = any(one.dep_ in _OF_CLAUSE for one in verb.lefts) or any(one.dep_ == "mark" for one in first.lefts)
    who = child(first, "nsubj")
    thing = child(verb, "dobj")
    named = thing is None or thing.i + 1 in ends or thing.tag_ in ("PRP", "NNP", "NNPS")
    goes_on = child(verb, "conj") is not None
    between = any(doc_at + 1 < verb.i and verb.doc[doc_at].text == "," for doc_at in ends if first.i < doc_at < verb.i)
    return not own and who is not None and who.i < first.i and (goes_on or not named) and not between


@rule("repair.participle_as_noun")
def _as_noun(verb: Token, start: int) -> bool:
    """Whether a participle after "with" and a name was read as a noun: "with Iceland opposing, Norway proposed"."""
    doc, first = verb.doc, start - 1
    first -= doc[first].tag_ == "DT" and first > 0
    reads = verb.tag_ == "NN" and verb.lower_.endswith("ing") and verb.dep_ in ("pobj", "conj", "oprd")
    return reads and first >= 0 and doc[first].lower_ == "with" and verb.head == doc[first]


def _base(form: str, said: Set[str]) -> str | None:
    """The verb of saying that a form in -ed or -ing is of: "preferred" is of "prefer", "noting" of "note"."""
    stem = form[:-3] if form.endswith("ing") else form[:-2]
    return next((one for one in (stem, f"{stem}e", stem[:-1]) if one in said), None)


def put_right(doc: Doc, found: Iterable[_Found]) -> None:
    """Hang what was found as a verb with its subject and object, or after the verb before it, in the Doc itself.

    Args:
        doc: a copy of the text.
        found: what `misread_verbs` found.
    """
    for holder, verb, lemma in found:
        _put(doc[holder], doc[verb], lemma)


def _put(who: Token, what: Token, lemma: str) -> None:
    """Hang one of them: its dictionary form is "" where it is known, and then `who` is the verb before."""
    if not lemma:
        if who.head == what:
            above, label = what.head, what.dep_
            who.head, who.dep_ = who if above == what else above, label
        elif what in who.ancestors:
            return  # another repair has hung the one by the other already
        what.head, what.dep_ = who, "conj"
        return
    if what.tag_ == "NN":
        what.tag_, what.dep_, what.lemma_ = "VBG", "pcomp", lemma
        who.head, who.dep_ = what, "nsubj"
        return
    noun = what.head
    above, label = noun.head, noun.dep_
    before = [one for one in noun.lefts if one.i < what.i and one != who]
    what.tag_, what.lemma_ = "VBD", lemma
    what.head, what.dep_ = (what, "ROOT") if above == noun or above.tag_ == "VBG" else (above, label)
    if above != noun and above.tag_ == "VBG":
        above.head, above.dep_ = what, "advcl"
    noun.head, noun.dep_ = what, "dobj"
    who.head, who.dep_ = what, "nsubj"
    for one in before:
        one.head = who if one.dep_ in _OF_HOLDER and one.i < who.i else what
