"""Which verb reports: the lexicon's verb with the complement with which it says that somebody holds something."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.attributions.asides import need_voiced
from cnd_tools.extracting.attributions.assertion import claims, rated
from cnd_tools.extracting.attributions.nouns_of_saying import voiced_noun
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, auxiliary, child, neighbour, tokens
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.rulebook import rule

_IDIOM = 12  # tokens at most from a verb to the end of an idiom: "called the second meeting of the group to order"


def reporting_verb(token: Token, context: PointContext) -> Word | None:
    """Return the lexicon's verb here, where it has the complement with which it reports."""
    word = context.words.find(token, "verb", "say", "direct")
    if word is not None and (_done_to(token, context) or _done_on(token, context)):
        return None
    if word is not None and (_idiom(token, context) or _helped_to(token, word, context)):
        return None
    if word is None and context.words.find(token, "verb", "claim", "rate", "voice", "promise", "insert") is None:
        return _turned_round(token, context)  # most verbs are in no class: what hangs by them is not looked at
    if word is None and claims(token):
        word = context.words.find(token, "verb", "claim", "rate")
    if word is None and rated(token):
        word = context.words.find(token, "verb", "rate")
    if word is None:
        word = _turned_round(token, context) or need_voiced(token, context)
    word = word or _inserted(token, context)
    promised = child(token, "xcomp") if word is None else None
    tells_which = token.dep_ == "relcl" or (token.tag_ == "VBG" and neighbour(token, -1).tag_ in NOUNS)
    clause = child(token, "ccomp") if word is None else None  # "undertook that its courts would publish them"
    if clause is not None and any(one.dep_ == "mark" and one.lower_ == "that" for one in clause.lefts):
        return context.words.find(token, "verb", "promise") if not tells_which else None
    if promised is not None and not tells_which and auxiliary(promised, "TO"):  # not "States wanting to join"
        word = context.words.find(token, "verb", "promise")
        if word is not None and word.field("stance") == "report" and _only_leads(promised, context):
            return None
    return word


@rule("attribution.inserted")
def _inserted(token: Token, context: PointContext) -> Word | None:
    """A verb that reports only within or after what is said: "Costs, he continued, would rise"."""
    said = next((one for one in token.lefts if one.dep_ == "ccomp"), None)
    within = token.dep_ == "parataxis" and child(token, "nsubj") is not None
    after = said is not None and token.doc[said.right_edge.i + 1].text in (",", "”", '"')
    if within:  # "which, he felt, was wrong"
        return context.words.find(token, "verb", "insert", "claim", "rate")
    return context.words.find(token, "verb", "insert") if after else None


@rule("attribution.turned_round")
def _turned_round(token: Token, context: PointContext) -> Word | None:
    """A verb with a noun of its own, parted from it: "attention was drawn to", "drew the Board’s attention to"."""
    lemma = token.lemma_.lower()
    known = context.words.table("verb", "say").get(lemma, ())
    noun = child(token, "nsubjpass", "dobj") if known else None
    return next((word for word in known if noun is not None and word.words == (lemma, noun.lemma_.lower())), None)


@rule("attribution.deed_to")
def _done_to(token: Token, context: PointContext) -> bool:
    """Whether a verb tells of a deed with a noun after its "to", and no clause: "that adds to the costs"."""
    return context.words.find(token, "verb", "deed_to") is not None and child(token, "ccomp", "dobj") is None


@rule("attribution.deed_on")
def _done_on(token: Token, context: PointContext) -> bool:
    """Whether a verb tells of a deed with a plain object: "committed crimes"; not "committed themselves to it"."""
    thing = child(token, "dobj", "nsubjpass") if context.words.find(token, "verb", "deed_on") else None
    if thing is None and context.words.find(token, "verb", "deed_on") and child(token, "ccomp", "prep") is None:
        thing = next((child(one, "dobj") for one in token.rights if one.dep_ == "conj"), None)  # "advanced or sold it"
    if neighbour(token).lower_ == "to":
        return False  # "commit to stepping up our efforts", whatever a model takes for its object
    plain = thing is not None and thing.tag_ in ("NN", "NNS") and child(token, "ccomp") is None
    return plain and thing is not None and context.words.find(thing, "noun", "saying") is None


@rule("attribution.idiom")
def _idiom(token: Token, context: PointContext) -> bool:
    """Whether a verb is part of an idiom that says nothing: "was called to order", "called the meeting to order"."""
    for word in context.words.table("verb", "idiom").get(token.lemma_.lower(), ()):
        rest, doc = word.words[1:], token.doc
        for at in range(token.i + 1, min(token.right_edge.i + 2 - len(rest), token.i + _IDIOM)):
            here = [*tokens(doc, at, at + len(rest))]
            if [one.lower_ for one in here] == [*rest] and token.is_ancestor(here[0]):
                return child(here[-1], "dobj") is None  # "called upon States to order ships"
    return False


@rule("attribution.helped_to_act")
def _helped_to(token: Token, word: Word, context: PointContext) -> bool:
    """Whether a verb of support tells of help in doing something: "supported States in drafting laws"."""
    helped = child(token, "dobj") if word.field("stance") == "support" else None
    if helped is None or not context.words.find(token, "verb", "help") or not context.all_of(helped):
        return False
    preps = (one for head in (token, helped) for one in head.rights if one.dep_ == "prep")
    first = next((one for one in preps if one.i > helped.i), None)  # not "supported it in its role in guiding ports"
    return first is not None and first.lower_ in ("in", "with") and child(first, "pcomp") is not None


@rule("attribution.only_leads")
def _only_leads(said: Token, context: PointContext) -> bool:
    """Whether a wish only leads to what is said: "wished to thank the Chair", "wished to express its gratitude"."""
    return context.words.find(said, "verb", "say", "direct") is not None or voiced_noun(said, context) is not None
