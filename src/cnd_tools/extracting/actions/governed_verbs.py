"""Which verbs one cue governs: those coordinated with its verb, items of a list, and those a parser hung elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, NOUNS, auxiliary, coordinated, negated, neighbour
from cnd_tools.extracting.grammar.coordination import beyond_adjective, joined, listed, parallel, passives
from cnd_tools.extracting.grammar.verb_series import beside_while, series
from cnd_tools.extracting.matches import Cue, CueKind
from cnd_tools.extracting.rulebook import rule


def verbs_of(cue: Cue, context: PointContext) -> Iterator[Token]:
    """Yield the verbs that one cue governs: "should be ratified and applied", "to adopt, to use and to review"."""
    head, named = cue.head, cue.agents is not None
    known: dict[Token, bool] = {}
    family = [
        head,
        *(one for one in coordinated(head) if one is not head and joined(one, head, context.words, known, named=named)),
    ]
    for one in coordinated(head) if head.tag_ == "VBG" else ():
        edge = one.left_edge
        if one.tag_ in NOUNS and edge.tag_ == "VBG" and neighbour(edge, -1).tag_ == "CC":
            family.append(edge)  # "reducing and redistributing work" read as two things that are reduced
    if auxiliary(head, "TO") or cue.kind is CueKind.CHAPEAU:
        inner = cue.kind is CueKind.NOUN and context.opening is not None
        family = series(head, family, context.words, cue.until, inner=inner)
    family.extend(_gerunds_beside(head) if head.tag_ == "VBG" else _set_against(head))
    family.extend((*passives(head, context.words, cue.until), *parallel(head, cue.until), *beyond_adjective(head)))
    end = cue.until if cue.until > head.i else len(head.doc)
    yield from sorted(one for one in set(family) if one.i < end)
    yield from beside_while(head, context.words, cue.until)


@rule("action.set_against")
def _set_against(head: Token) -> list[Token]:
    """The verb after a comma and "not" that is set against the first: "should complement them, not replace them"."""
    against = (
        one for one in head.rights if one.tag_ in ("VB", "VBP") and one.dep_ in ("dep", "conj", "advcl", "ccomp")
    )
    return [
        one
        for one in against
        if neighbour(one, -1).lower_ == "not"
        and neighbour(one, -2).text == ","
        and all(two.dep_ not in ("nsubj", "aux", "mark") for two in one.lefts)
    ]


@rule("action.gerunds_beside")
def _gerunds_beside(head: Token) -> list[Token]:
    """The gerunds that share what the first begins: "Designing, implementing and regularly monitoring policies"."""
    found, at, doc = [], head.i + 1, head.doc
    while at + 1 < len(doc) and (doc[at].text == "," or doc[at].tag_ in ("CC", "RB")):
        at += 1
        if doc[at].tag_ == "VBG" and neighbour(doc[at]).text != "-":
            found.append(doc[at])
            at += 1
    return found


@rule("action.listed_items")
def listed_items(cue: Cue, context: PointContext) -> list[Token]:
    """Return the verbs that the items of a list begin with, after "should:" or "to:"; none where there is no list."""
    before = auxiliary(cue.head, "MD") or auxiliary(cue.head, "TO")
    if before is None and cue.kind is CueKind.MODAL:
        before = cue.head.doc[cue.start]  # "should, inter alia:", which a parser hangs by the first item otherwise
    return listed(before, context.words) if before is not None else []


@rule("action.stray_verb")
def strays(head: Token) -> Iterator[Token]:
    """Yield bare verbs that a parser hung by a participle: "adopt laws on data being stored and publish them"."""
    for token in (
        head.doc[head.i + 1 : min(head.sent.end, head.i + FARTHEST)]
        if head.tag_ in ("VB", "VBP") and not auxiliary(head, "TO")
        else ()
    ):
        hung = (
            token.tag_ == "VB" and token.dep_ == "conj" and token.head.tag_ in ("VBN", "VBG") and token.head.i > head.i
        )
        alone = hung and not any(one.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for one in token.lefts)
        if alone and neighbour(token, -1).tag_ == "CC":
            yield token


@rule("action.shared_negation")
def shares_negation(verb: Token, head: Token, context: PointContext) -> bool:
    """Whether "not" is said of both: "must not be reduced and oversimplified"; not "not to tie aid, and to pay"."""
    if verb is head or not negated(head, context.words) or auxiliary(verb, "TO") or auxiliary(verb, "MD"):
        return False
    between = verb.doc[head.i + 1 : verb.i]
    beside = all(token.is_punct or token.tag_ in ("CC", "RB") for token in between)
    joint = next((token.lower_ for token in reversed(between) if token.tag_ == "CC"), "")
    return joint in ("or", "nor") or (beside and joint != "but")
