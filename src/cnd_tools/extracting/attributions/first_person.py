"""What else "we" hold in a sentence: "We note X and, in this regard, urge Y to …, and remain concerned that …".

Sentences of declarations are long, and a small parser hangs their later verbs by the nearest infinitive, or takes them
for one. Their form does not lie: a reporting verb in its base form after a comma and a conjunction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Token

from cnd_tools.extracting.attributions.attitudes import as_printed, attitude_of, bound_by, felt
from cnd_tools.extracting.attributions.nouns_of_saying import voiced_noun
from cnd_tools.extracting.attributions.openings import stands_after
from cnd_tools.extracting.attributions.reporting import base_of
from cnd_tools.extracting.attributions.reporting_verbs import reporting_verb
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, VERBS, auxiliary, child, first_of, neighbour, own_subject
from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.matches import NOBODY, Attribution, Source
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import words as opening_words

_STATED = frozenset(opening_words()["speaker"]["stated"].split())
_HELD = _STATED | frozenset(opening_words()["speaker"]["held"].split())
_DEEDS = frozenset(opening_words()["speaker"]["deeds"].split())
_BASE = frozenset(("VB", "VBP", "NN", "NNP", "JJ"))
_PHRASE = frozenset(("DT", "PDT", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CC"))
_REACH = 20  # tokens at most from a directive to the "to" of what it asks
_STOPS, _WE = numbers((".", "?", "!", ":")), numbers(("we",))


@rule("attribution.we_go_on")
def goes_on(verb: Token, context: PointContext) -> Token | None:
    """Return the "we" whose verb this is though the parse hangs it elsewhere, or None.

    Args:
        verb: a reporting verb, or "are" and "remain" before an adjective.
        context: the point, of those who speak as "we".
    """
    we = we_of(verb, context)
    if we is None:
        return _fronted(verb, context)
    if verb == we.head or verb.tag_ == "VBN":
        alone = _binds(verb, context) and context.words.find(verb, "verb", "say", "direct", "promise") is None
        attitude = as_printed(verb, context) if verb.dep_ == "acomp" and verb.head == we.head else None
        remains = attitude is not None and bound_by(attitude, context) is not None  # "We remain resolved to end"
        return we if remains or (own_subject(verb) == we and (alone or _misread(verb))) else None
    if verb.i > we.head.i and (_participle(verb) if verb.tag_ == "VBG" else _finite(verb, we, context)):
        return we
    return None


def _misread(verb: Token) -> bool:
    """Whether the verb of "we" was read as an infinitive, "We, the ministers, commit", or a passive, "are resolved"."""
    undergone = verb.tag_ == "VBN" and child(verb, "auxpass") is not None
    return undergone or (verb.tag_ in _BASE and verb.tag_ != "VBP" and not _assisted(verb))


def _participle(verb: Token) -> bool:
    """Whether a participle after a comma says what is held too: ", highlighting that needs have grown"."""
    stated = neighbour(verb, -1).text == "," and verb.lemma_.lower() in _STATED - _DEEDS
    return stated and own_subject(verb) is None


def _finite(verb: Token, we: Token, context: PointContext) -> bool:
    """Whether a verb in its base form after a comma or a conjunction goes on with that of "we"."""
    if verb.tag_ not in _BASE or _assisted(verb) or neighbour(verb).lower_ == "of":  # "the rise and value of ports"
        return False
    before = stands_after(verb, context)
    joined = (before.tag_ == "CC" or before.text in (",", ";")) and before.i > we.head.i
    return joined and _own(verb, before, we, context)


def _assisted(verb: Token) -> bool:
    return any(auxiliary(verb, tag) for tag in ("TO", "MD", "VBP", "VBZ", "VBD"))


def we_of(verb: Token, context: PointContext) -> Token | None:
    """Return the "we" that is the subject of the sentence a verb stands in; semicolons do not end one."""
    we = _last_we(context)[verb.i]
    return context.doc[we] if we >= 0 and verb.i - we <= FARTHEST else None


@lru_cache(maxsize=1)
def _last_we(context: PointContext) -> Sequence[int]:
    """Of each token of a point the last such "we" before it in its sentence, -1 where there is none."""
    found, here = list[int](), -1
    we = {token.i for token in tokens_with(context.doc, "LOWER", _WE) if _is_subject(token, context)}
    stops = {token.i for token in tokens_with(context.doc, "ORTH", _STOPS)}
    for at in range(len(context.doc)):
        found.append(here)
        if at in we or at in stops:
            here = at if at in we else -1
    return found


def _is_subject(we: Token, context: PointContext) -> bool:
    """Whether a "we" is the subject of what follows, and somebody."""
    return we.dep_ in ("nsubj", "nsubjpass") and we.head.i > we.i and bool(context.at.get(we.i, True))


def _fronted(verb: Token, context: PointContext) -> Token | None:
    """The "we" that a participle before it binds: "Determined to end poverty, we set out the following"."""
    opens = verb.tag_ in ("VBN", "VBD", "JJ") and (verb.is_sent_start or verb.i == context.prefix)
    if not opens or not _binds(verb, context):
        return None
    ahead = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + FARTHEST)]
    return next((one for one in ahead if one.lower_ == "we" and one.dep_ == "nsubj"), None)


def _own(verb: Token, before: Token, we: Token, context: PointContext) -> bool:
    """Whether a verb after a conjunction or a comma goes on with the verb of "we"."""
    lemma = verb.lower_ if verb.tag_ != "VBP" else verb.lemma_.lower()
    voices = voiced_noun(verb, context) is not None
    if lemma not in _HELD | _DEEDS and not (voices or _binds(verb, context)):
        return False
    if _straight_after(verb, we):
        return True
    own = own_subject(verb)
    if own is not None and own.i > before.i and own.tag_ != "PRP$":
        return False
    first = first_of(verb)
    beside = first == we.head or (verb.dep_ == "conj" and first.head == we.head and not auxiliary(first, "TO"))
    aside = before.tag_ == "CC" and neighbour(verb, -1).text == ","  # "and, in this regard, support"
    if aside or (beside and verb.tag_ in VERBS):
        return True
    clear = voices or lemma not in _DEEDS or _addresses(verb, context)
    return clear and (before.tag_ == "CC" or before.text == ";")


def _straight_after(verb: Token, we: Token) -> bool:
    """Whether a verb is joined to that of "we" with nothing between: "We welcome and strongly support the plan"."""
    at = verb.i - 1
    while at > we.head.i and verb.doc[at].tag_ == "RB":
        at -= 1
    return verb.doc[at].tag_ == "CC" and at - 1 == we.head.i


def _addresses(verb: Token, context: PointContext) -> bool:
    """Whether a verb asks somebody after it to do something, or binds: "encourage all countries to support"."""
    if _binds(verb, context):
        return neighbour(verb).lower_ in ("to", "ourselves")
    if context.words.find(verb, "verb", "direct") is None:
        return False
    ahead = verb.doc[verb.i + 1 : verb.i + _REACH]
    named = next((one.i for one in ahead if one.i in context.at), verb.i)
    to = next((one for one in ahead[named - verb.i :] if one.tag_ == "TO"), None)
    if to is None:
        return False
    return named > verb.i or all(one.tag_ in _PHRASE for one in verb.doc[verb.i + 1 : to.i])


def strays(verb: Token, holder: Source, context: PointContext) -> bool:
    """Return whether a verb later in a sentence of "we" is one of what they are to do: "to end hunger, maintain …".

    Args:
        verb: a reporting verb.
        holder: who was found to hold it.
        context: the point.
    """
    head = verb if verb.tag_ in VERBS else verb.head
    if context.speaker is None or holder.start < 0 or verb.doc[holder.start].lower_ != "we":
        return False
    return own_subject(head) is None and head.lemma_.lower() not in _HELD and not _binds(head, context)


def _binds(verb: Token, context: PointContext) -> bool:
    return context.words.find(verb, "strength", "bind") is not None


def held_by(we: Token, context: PointContext) -> Iterator[Source]:
    """Yield those whom "we" means; one nobody is known for where the text does not say."""
    text = we.text if we.i >= context.prefix else ""
    extent = "one" if context.speaker is not None and context.speaker.alone else "consensus"
    for mention in context.at.get(we.i, ()):
        yield Source(mention.actor, text, we.i, we.i + 1, extent, "", mention)
    if we.i not in context.at:
        yield Source(None, text, we.i, we.i + 1, extent)


def reported(token: Token, context: PointContext) -> Attribution | None:
    """Return what a verb reports by its words alone, whoever holds it and wherever the parse hangs it, or None."""
    if token.tag_ in ("VBN", "VBD", "JJ"):
        attitude = as_printed(token, context) if child(token, "agent") is None else None
        return felt(token, token, attitude, context) if attitude is not None else None
    word, voiced = reporting_verb(token, context), voiced_noun(token, context)
    if word is not None or voiced is not None:
        return base_of(token, word, voiced, context)
    for one in token.rights if context.words.find(token, "verb", "be") else ():
        attitude = attitude_of(one, context) or as_printed(one, context)
        if attitude is not None and one.dep_ in ("acomp", "oprd", "attr", "xcomp"):
            return felt(token, one, attitude, context)
    bound = context.words.find(token, "strength", "bind")
    return Attribution(token, bound.lemma, "support", NOBODY, token.i + 1, "verb") if bound is not None else None
