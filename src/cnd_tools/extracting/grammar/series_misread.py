"""Members of a series that a parser took for words of the next: gerunds for participles, nouns for what stands before.

Each is told by the form of the series, which a small parser does not look at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.grammar.tree import ARTICLES, FINITE, NOUNS, child, label_at, neighbour
from cnd_tools.extracting.rulebook import rule

_JOINT = numbers(("CC",))
_MAY_BE_GERUND = numbers(("VBG", "NN"))
_OBJECT = frozenset(("DT", "PDT", "PRP$", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS"))
_DESCRIBING = ("amod", "compound")
_LONGEST = 12  # tokens at most of what follows a noun in its phrase
_FEWEST = 2  # gerunds of a series


@rule("repair.gerunds_as_modifiers")
def gerunds_as_modifiers(doc: Doc, nouns: Collection[str], adjectives: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield gerunds of a series that were read as describing what they act on, and that noun.

    "The need for training judges, exchanging data and reviewing fees": where one of the series can only be a verb,
    those beside it that stand as it does, without an article, are verbs too.

    Args:
        doc: a parsed text.
        nouns: those of English, among them some in -ing.
        adjectives: those of English: "existing", "developing".
    """
    chain: list[tuple[Token, Token]] = []
    sure = 0
    for token in tokens_with(doc, "TAG", _MAY_BE_GERUND):
        if not token.lower_.endswith("ing") or neighbour(token).tag_ not in _OBJECT or label_at(token):
            continue
        begins = _begins(token)
        if begins < 0:
            continue
        if not (chain and _ends_at(chain[-1][1], begins)):
            yield from _taken(chain, sure)
            chain, sure = [], 0
        noun = token.head if token.dep_ in _DESCRIBING and token.head.i > token.i else child(token, "dobj")
        if noun is not None and noun.head != token and token.lower_ in adjectives:
            continue  # "developing countries"
        if noun is None or noun.tag_ not in ("NN", "NNS") or (token.dep_ in _DESCRIBING and not _first(token, noun)):
            continue
        chain.append((token, noun))
        plainly = noun.head == token and neighbour(token).tag_ in ARTICLES
        sure += token.tag_ == "VBG" and (plainly or token.lower_ not in nouns)
    yield from _taken(chain, sure)


def _taken(chain: list[tuple[Token, Token]], sure: int) -> Iterator[tuple[int, int]]:
    """Yield those of a series that were misread, if it is one and holds one that can only be a verb."""
    if len(chain) >= _FEWEST and sure and any(noun.head == gerund for gerund, noun in chain):
        listed = neighbour(chain[-1][0], -1).text == ")"  # else the last may be a thing, "and teaching materials"
        yield from ((one.i, noun.i) for one, noun in (chain if listed else chain[:-1]) if one.dep_ in _DESCRIBING)


def _first(gerund: Token, noun: Token) -> bool:
    """Whether a noun's phrase begins with a gerund, but for a label."""
    edge = noun.left_edge
    return edge == gerund or (edge.text == "(" and neighbour(gerund, -1).text == ")")


def _ends_at(noun: Token, at: int) -> bool:
    """Whether the phrase of a noun ends there, with what a preposition joins to it: "fees for ships"."""
    rest = noun.doc[noun.i + 1 : at + 1] if noun.i <= at <= noun.i + _LONGEST else None
    return rest is not None and all(one.tag_ in _OBJECT or one.tag_ == "IN" for one in rest)


def _begins(gerund: Token) -> int:
    """The token before which the series goes on with this gerund: its comma's or its "and"'s neighbour; -1 for none."""
    before = neighbour(gerund, -1)
    while before.tag_ == "RB" and before.i > 0:
        before = neighbour(before, -1)
    if before.text == ")" and label_at(neighbour(before, -1)):
        before = neighbour(before, -3)
    if before.i > 0 and (before.tag_ == "IN" or before.tag_ in FINITE):
        return before.i
    joint = before
    while before.i > 0 and (before.text in (",", ";") or before.tag_ == "CC"):
        before = neighbour(before, -1)
    return before.i if before != joint else -1


@rule("repair.noun_in_adjectives")
def nouns_in_adjectives(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield a noun read as one thing beside another that it only describes, and that other.

    "The need for policy, legislative and regulatory measures": were the first a thing of its own, another "and" would
    stand before the last.
    """
    for joint in tokens_with(doc, "TAG", _JOINT, 3):
        last = neighbour(joint)
        first = neighbour(joint, -1)
        noun = first.head
        beside = first.tag_ == "JJ" and first.dep_ == "amod" and last.tag_ == "JJ" and last.head == first
        if not beside or noun.tag_ not in NOUNS or noun != neighbour(last):
            continue
        comma = neighbour(first, -1)
        thing = neighbour(comma, -1)
        alone = thing.tag_ == "NN" and thing.left_edge == thing and thing.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass")
        goes_on = neighbour(noun).text == "," or neighbour(noun).tag_ == "CC"
        if comma.text == "," and alone and not goes_on and noun.tag_ in ("NN", "NNS") and noun not in thing.ancestors:
            yield thing.i, noun.i


def mend_series(
    copy: Doc,
    acting: Iterable[tuple[int, int]],
    describing: Iterable[tuple[int, int]],
    verb_in: Callable[[str], str | None] | None,
) -> None:
    """Mend the members of series that were read as words of the next.

    Args:
        copy: the document to mend.
        acting: gerunds, each with the noun it acts on, as `gerunds_as_modifiers` gives them.
        describing: nouns, each with the one it describes, as `nouns_in_adjectives` gives them.
        verb_in: returns the verb of a word in -ing, or "".
    """
    for gerund, noun in acting:
        _act(copy[gerund], copy[noun], verb_in)
    for noun, other in describing:
        _describe_beside(copy[noun], copy[other])


def _act(gerund: Token, noun: Token, verb_in: Callable[[str], str | None] | None) -> None:
    """Hang a gerund in the place of the noun that it acts on, and that noun by it as its object."""
    above, label = noun.head, noun.dep_
    gerund.head, gerund.tag_ = gerund if above == noun else above, "VBG"
    gerund.dep_ = {"pobj": "pcomp", "dobj": "xcomp"}.get(label, label)
    noun.head, noun.dep_ = gerund, "dobj"
    verb = verb_in(gerund.lower_) if verb_in is not None else ""
    gerund.lemma_ = verb or gerund.lemma_


def _describe_beside(noun: Token, other: Token) -> None:
    """Hang a noun by the other that it describes, in whose place that comes."""
    above, label = noun.head, noun.dep_
    outside = [one for one in noun.children if one != other and one.i > other.i]
    other.head, other.dep_ = other if above == noun else above, label
    noun.head, noun.dep_ = other, "nmod"
    for one in outside:
        one.head = other
