"""What is to be done, or not, by what somebody is for or against: "supported applying", "cautioned against using"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.slots import governed
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import ARTICLES, child, neighbour
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import Attribution, Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule


@rule("cue.dissuaded")
def dissuaded(position: Attribution, context: PointContext) -> Iterator[Cue]:
    """Yield what a position warns against doing.

    Args:
        position: the position.
        context: the point.
    """
    word = context.words.find(position.verb, "verb", "dissuade")
    against = _preposition(position.verb, word) if word is not None else None
    deed = child(against, "pcomp", "pobj") if against is not None else None
    if word is not None and deed is not None and (_deed(deed, context) or _bare_deed(deed, context)):
        yield cue_at(position.verb, word, deed, CueKind.DIRECTIVE, word.lemma, agents=(), negative=True)


def _bare_deed(noun: Token, context: PointContext) -> bool:
    """Whether a noun made of a verb alone says what is done: "against duplication"; not "against the decision"."""
    made = verb_of(noun, context.words) if noun.tag_ == "NN" else None
    return made is not None and made != noun.lemma_.lower() and not any(one.tag_ in ARTICLES for one in noun.lefts)


@rule("cue.backed")
def backed(position: Attribution, context: PointContext) -> Iterator[Cue]:
    """Yield what a position is for, where that is a deed: not "supported the proposal".

    Args:
        position: the position.
        context: the point.
    """
    word = context.words.find(position.verb, "verb", "back") if position.stance == "support" else None
    head = position.verb if word is None or len(word.words) == 1 else _preposition(position.verb, word)
    deed = child(head, "xcomp", "dobj", "pobj", "pcomp") if head is not None else None
    if deed is not None and context.words.find(deed, "strength", "ask"):
        return  # "supported recommendations on fees": what others had asked for
    if word is not None and deed is not None and deed.i > position.verb.i and _bare(deed) and _deed(deed, context):
        yield cue_at(position.verb, word, deed, CueKind.DIRECTIVE, word.lemma, agents=())


def _preposition(verb: Token, word: Word) -> Token | None:
    """The preposition that belongs to a verb: "against" of "cautioned against"."""
    return next((one for one in verb.rights if one.lower_ == word.words[-1]), None)


def _deed(token: Token, context: PointContext) -> bool:
    """Whether a gerund, or a noun made of a verb with its object, says what is done."""
    made, thing = verb_of(token, context.words), governed(token, "of", "to", "on", "upon")
    own = made == token.lemma_.lower() and (thing is None or context.all_of(thing.root))  # "the work of the Office"
    return token.tag_ == "VBG" or (made is not None and thing is not None and not own)


def _bare(deed: Token) -> bool:
    """Whether a deed is new, and not what is spoken of already: "supported the consideration of the item".

    It is new without an article, or where it makes something new: "supported the introduction of a levy".
    """
    if any(one.lower_ == "by" and neighbour(one).text != "-" for one in deed.doc[deed.i : deed.sent.end]):
        return False
    of = next((one for one in deed.rights if one.lower_ == "of"), None)
    made = child(of, "pobj") if of is not None else None
    new = made is not None and not any(one.lower_ not in ("a", "an") for one in made.lefts if one.tag_ in ARTICLES)
    new = new and made is not None and made.tag_ in ("NN", "NNS") and not any(one.dep_ == "poss" for one in made.lefts)
    return new or not any(one.tag_ in ARTICLES or one.dep_ == "poss" for one in deed.lefts)
