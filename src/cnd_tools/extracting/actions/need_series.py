"""What a need goes on with: from deeds to things, and from things to deeds."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.nominal_predicates import is_purpose
from cnd_tools.extracting.actions.slots import noun_from
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, FINITE, NOUNS, auxiliary, child, neighbour
from cnd_tools.extracting.grammar.lists_in_line import item_starts, verbs_listed
from cnd_tools.extracting.grammar.nominal_series import nominal_series
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_OF = frozenset(("for", "of"))
_ASIDE = 9  # tokens at most from a need to its colon


@rule("cue.need_and_for")
def and_for(infinitive: Token, context: PointContext) -> Iterator[Token]:
    """Yield what a need is for besides what is to be done: "the need to combat fraud and for closer cooperation".

    Args:
        infinitive: what is to be done.
        context: the point.
    """
    for token in infinitive.doc[infinitive.i + 1 : min(infinitive.sent.end, infinitive.i + FARTHEST)]:
        if token.lower_ in _OF and neighbour(token, -1).tag_ == "CC":
            thing = child(token, "pobj", "pcomp") if token.lower_ == "for" else None
            if thing is not None:
                yield thing
                yield from nominal_series(token, thing, context.words) if thing.tag_ not in ("VB", "VBN") else ()
            return
        own = token.tag_ in FINITE and token.dep_ not in ("relcl", "aux", "auxpass")
        if own or token.lower_ == "for" or token.text in (";", ":"):
            return


@rule("cue.need_for_and_to")
def and_to(infinitive: Token) -> bool:
    """Whether an infinitive goes on with what is needed: "the need for training, for better maps and to mend nets".

    Args:
        infinitive: the first infinitive after the need.
    """
    to = auxiliary(infinitive, "TO")
    return to is not None and neighbour(to, -1).tag_ == "CC" and infinitive.head.tag_ in NOUNS


@rule("cue.need_listed")
def listed(noun: Token, context: PointContext) -> Iterator[Token]:
    """Yield what a need is for in a list after its colon: "the need for, inter alia: clear rules; and better maps".

    Args:
        noun: the noun of need.
        context: the point.
    """
    to = neighbour(noun)
    if to.lower_ == "to" and to.i > noun.i and neighbour(to).text == ",":  # "the need to, inter alia: build trust; and"
        yield from verbs_listed(to, context.words)
        return
    colon = _colon_after(noun, context.words)
    starts = list(item_starts(colon)) if colon is not None and colon.i + 2 < len(noun.doc) else []
    for at in starts if len(starts) > 1 else ():
        first = noun.doc[at]
        if first.tag_ == "CC" and at + 1 < len(noun.doc):
            first = neighbour(first)
        head = first if first.tag_ == "VBG" else noun_from(first)
        acts = next((one for one in head.rights if one.dep_ in ("acl", "relcl") and auxiliary(one, "TO")), None)
        if acts is not None and neighbour(acts, -2) == head and not is_purpose(acts, head, context):
            yield acts  # "the framework to provide a basis"
        elif head.tag_ in ("VBG", "NN", "NNS"):
            yield head


def _colon_after(noun: Token, words: WordClasses) -> Token | None:
    """The colon after a noun's "for" or "of", at once or after "inter alia" and its like."""
    if neighbour(noun).lower_ not in _OF:
        return None
    rest = noun.doc[noun.i + 2 : noun.i + _ASIDE]
    colon = next((one for one in rest if one.text == ":"), None)
    between = noun.doc[noun.i + 2 : colon.i] if colon is not None else ()
    said = " ".join(one.lower_ for one in between if one.text != ",")
    return colon if said in ("", *words.phrases("marker", "among")) else None


@rule("cue.importance_attached")
def attached(noun: Token) -> Iterator[Token]:
    """Yield what importance is attached to: "attached great importance to training crews and to the payment of fees".

    Args:
        noun: "importance".
    """
    for prep in noun.head.rights if noun.dep_ in ("dobj", "nsubjpass") else ():
        thing = child(prep, "pobj", "pcomp") if prep.dep_ == "prep" and prep.lower_ == "to" else None
        if thing is not None:
            yield thing
