"""Which verbs one cue governs: those coordinated with its verb, items of a list, and those a parser hung elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    ARTICLES,
    FINITE,
    auxiliary,
    child,
    coordinated,
    negated,
    neighbour,
    own_subject,
)
from cnd_tools.extracting.grammar.coordination import beyond_adjective, beyond_clause, joined, parallel, passives
from cnd_tools.extracting.grammar.lists_in_line import items_beside, listed
from cnd_tools.extracting.grammar.purposes import of_purpose
from cnd_tools.extracting.grammar.repairs import acted_on
from cnd_tools.extracting.grammar.verb_series import (
    before_adverbs,
    before_object,
    beside_while,
    read_as_modifiers,
    series,
)
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
        if edge.tag_ == "VBG" and acted_on(edge) == one and neighbour(edge, -1).tag_ == "CC":
            family.append(edge)  # "reducing and redistributing work" read as two things that are reduced
    if auxiliary(head, "TO") or cue.kind is CueKind.CHAPEAU or _asked_bare(cue):
        inner = cue.kind is CueKind.NOUN and context.opening is not None
        family = series(head, family, context.words, cue.until, inner=inner)
    family.extend(gerunds_beside(head, context) if head.tag_ == "VBG" else _set_against(head))
    family.extend((*passives(head, context.words, cue.until), *parallel(head, cue.until), *beyond_adjective(head)))
    family.extend(read_as_modifiers(head, context.words, cue.until))
    family.extend(before_object(head, context.words) if head.tag_ in ("VB", "VBP") else ())
    family.extend(beyond_clause(head))
    end = cue.until if cue.until > head.i else len(head.doc)
    titled = context.titles  # "the Protocol to Prevent, Suppress and Punish Trafficking"
    own = (one for one in set(family) if one.i < end and not (_prefix(one) or _describes(one, head)))
    own = (one for one in own if one is head or one.i not in titled)
    own = (one for one in own if one is head or not (_states(one) or of_purpose(one, head, context.words)))
    yield from sorted(own)
    if "while" in context.letters:  # most have none, and a scope is costly
        yield from beside_while(head, context.words, cue.until)
    yield from (_past_semicolons(cue) if cue.kind is CueKind.CHAPEAU and head.tag_ in ("VB", "VBP", "VBG") else ())


@rule("coordination.subjunctive_series")
def _asked_bare(cue: Cue) -> bool:
    """Whether a directive asks by a bare verb after "that": "recommended that ports adopt a code, train crews"."""
    head, mark = cue.head, child(cue.head, "mark")
    bare = cue.kind is CueKind.DIRECTIVE and head.tag_ in ("VB", "VBP") and own_subject(head) is not None
    return bare and mark is not None and mark.lower_ == "that" and child(head, "aux", "auxpass") is None


def _states(verb: Token) -> bool:
    """Whether a verb says what was so: "crews must rest, and eat well, the meeting was told"."""
    beside = (one for one in verb.lefts if one.dep_ in ("aux", "auxpass"))
    return own_subject(verb) is not None and any(one.tag_ in ("VBD", "VBZ", "VBP") for one in beside)


def _describes(verb: Token, head: Token) -> bool:
    """Whether a participle beside a bare verb only describes: "to act, building on rules and grounded in science"."""
    participle = verb.tag_ == "VBN" and verb is not head and verb.lower_ != verb.lemma_
    helped = any(one.dep_ in ("aux", "auxpass") for one in (*verb.lefts, *head.lefts) if one.lower_ != "to")
    if participle and neighbour(verb, -1).tag_ == "IN":
        return True  # "fund schools and, as needed, support services"
    return participle and head.tag_ == "VB" and not helped and child(verb, "dobj") is None


def _prefix(token: Token) -> bool:
    """Whether a token is no verb but the beginning of one that a tokenizer parts: "re" and "-" of "re-examine"."""
    return token.is_punct or (neighbour(token).text == "-" and not token.whitespace_)


@rule("action.past_semicolons")
def _past_semicolons(cue: Cue) -> Iterator[Token]:
    """The verbs an item goes on with past semicolons: "Limit reservations; word them narrowly; and review them"."""
    doc, joined = cue.head.doc, set(coordinated(cue.head))
    for token in doc[cue.head.i + 1 : len(doc) - 1]:
        first = neighbour(token)
        if token.text == ":" and first.text[0].isupper() and first.tag_ in ("VB", "VBP") and first not in joined:
            yield first  # "Collect data: Improve methods of mapping;"
        while token.text == ";" and first.tag_ in ("CC", "RB") and first.i + 1 < len(doc):
            first = doc[first.i + 1]
        alike = ("VBG",) if cue.head.tag_ == "VBG" else ("VB", "VBP")
        bare = token.text == ";" and first.tag_ in alike and not auxiliary(first, "TO")
        if bare and own_subject(first) is None and first not in joined:
            yield first


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


def gerunds_beside(head: Token, context: PointContext) -> list[Token]:
    """Return the gerunds that go on with one: those that share its object, and those of its series."""
    return [*sharing_gerunds(head), *_gerund_series(head, context)]


@rule("action.gerunds_beside")
def sharing_gerunds(head: Token) -> list[Token]:
    """Return the gerunds that share the object of the first: "Designing, testing and regularly monitoring policies"."""
    found, at, doc = [], head.i + 1, head.doc
    while at + 1 < len(doc) and (doc[at].text == "," or doc[at].tag_ in ("CC", "RB")):
        at += 1
        if doc[at].tag_ == "VBG" and neighbour(doc[at]).text != "-":
            found.append(doc[at])
            at += 1
    return found


@rule("action.gerund_series")
def _gerund_series(head: Token, context: PointContext) -> list[Token]:
    """The gerunds of a series with objects, which "and" closes: "to ending hunger, mending roads and building clinics".

    Two may share an object: "naming gaps, finding and training crews, and paying them". A parser hangs them by the
    first one's object; a participle after a comma that no "and" follows only describes.
    """
    doc, found, sharing, closes = head.doc, list[Token](), list[Token](), False
    for token in doc[head.i + 1 : min(head.sent.end, head.i + _SERIES)]:
        if token.tag_ in FINITE or token.tag_ == "MD" or token.text in (";", ":"):
            break
        last = neighbour(token, -1)
        if token.tag_ != "VBG":
            continue
        if last.tag_ == "IN" or context.words.marker(last, "outcome"):
            break  # "by training judges, raising fees and …" has a series of its own; "thus freeing" follows
        before = before_adverbs(token, head)
        holds = context.words.find(token, "verb", "say", "heed") is not None  # "…, recalling its decision"
        if holds or token.dep_ in ("prep", "amod", "compound") or not (before.text == "," or before.tag_ == "CC"):
            continue
        paired = before.tag_ == "CC" and neighbour(before, -1) in sharing
        closes = closes or (before.tag_ == "CC" and not paired)
        if neighbour(token).tag_ not in _OF_GERUND:
            sharing.extend([token] if neighbour(token).tag_ in ("CC", ",") else [])
            continue
        found.extend((*sharing, token))
        sharing = []
        if closes:
            return found
    return []


@rule("action.listed_items")
def listed_items(cue: Cue, context: PointContext) -> list[Token]:
    """Return the verbs that the items of a list begin with, after "should:" or "to:"; none where there is no list."""
    before = auxiliary(cue.head, "MD") or auxiliary(cue.head, "TO")
    if before is None and cue.kind is CueKind.MODAL:
        before = cue.head.doc[cue.start]  # "should, inter alia:", which a parser hangs by the first item otherwise
    found = listed(before, context.words) if before is not None else []
    return found or items_beside(cue.head, max(cue.end, 0), context.words)


_SERIES = 60  # tokens at most of a series of gerunds
# What the object of a gerund may begin with (Penn Treebank tags).
_OF_GERUND = ARTICLES | {"JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "PRP$"}


@rule("action.shared_negation")
def shares_negation(verb: Token, head: Token, context: PointContext) -> bool:
    """Whether "not" is said of both: "must not be reduced and oversimplified"; not "not to tie aid, and to pay"."""
    if verb is head or not negated(head, context.words) or auxiliary(verb, "MD"):
        return False
    between = verb.doc[head.i + 1 : verb.i]
    beside = all(token.is_punct or token.tag_ in ("CC", "RB") for token in between)
    joint = next((token.lower_ for token in reversed(between) if token.tag_ == "CC"), "")
    if auxiliary(verb, "TO"):
        return joint == "nor"  # "neither to export nor to import"
    return joint in ("or", "nor") or (beside and joint != "but")
