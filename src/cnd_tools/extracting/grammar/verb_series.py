"""Series of verbs by their form, wherever the parse hangs them: "to adopt …, to ensure … and report"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import (
    ARTICLES,
    FARTHEST,
    FINITE,
    NOUNS,
    auxiliary,
    coordinated,
    joined_as_noun,
    neighbour,
    own_subject,
)
from cnd_tools.extracting.grammar.tree import SUBJECTS
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_ASIDE = 25  # tokens at most between the commas of an aside
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
# What may stand after a bare verb (Penn Treebank tags); after one that a tagger took for a noun, an article does.
_BEGINNINGS = ARTICLES | {"JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "VBG", "VBN", "CD", "IN", "TO", "RP", "RB", "PRP"}
# What shows that a "to" which a tagger takes for that of a verb is none: "adhere to those".
_NO_VERB = ARTICLES | {"NNS", "NNP", "NNPS", "CD"}


def series(head: Token, family: list[Token], words: WordClasses, until: int = 0, *, inner: bool = False) -> list[Token]:
    """Verbs of one series, wherever the parse hangs them: "to adopt …, to ensure … and report", "to buy, use and sell".

    Long series defeat a small parser, but their form does not. What coordinates with the last verb of the series
    belongs to it where nothing nearer could be meant: no infinitive ("measures to detect … and to punish") and, for a
    bare verb, no clause ("schemes that create jobs, conserve forests") stands between. Otherwise what stands after a
    comma and "to" belongs to it where "and to" closes it, which it does after a comma or where the parse says so.

    Args:
        head: the first verb.
        family: the verbs that the parse coordinates with it.
        words: the word classes, of which the English verbs are used.
        until: where the directive ends, see `Cue.until`.
        inner: whether the head hangs by a noun of need, which what stands after a comma may not do.
    """
    found = _Series(set(family), head, inner)
    for token in scope(head, until):
        if found.nearest in found.members and not found.clause and _bare(token, head, words):
            found.join(token) if before_adverbs(token, head).tag_ == "CC" else found.waiting.append(token)
        elif found.nearest in found.beside and not found.clause and _closing(token, head, words):
            found.join(token)  # "to end hunger, to cease dumping, and protect turtles"
        elif found.nearest in found.members and _past_clause(token, found.parted, head, words):
            found.join(token)
        elif token.lower_ == "to" and (token.tag_ == "TO" or token.dep_ == "aux"):
            found.meet(token, token.head, before_adverbs(token, head))
        elif token.lower_ == "to" and neighbour(token).text == ",":
            found.nearest = None  # "in order to, with the support of others, reverse": no verb of the series
        else:
            found.clause = found.clause or begins_clause(token)
            found.parted = found.parted or (token.tag_ in ("VB", "VBP") and neighbour(token, -1).text == ",")
    return sorted(found.members)


@rule("coordination.past_relative")
def _past_clause(token: Token, parted: bool, head: Token, words: WordClasses) -> bool:
    """Whether ", and" and a bare verb go on past a clause: "plans that may set fees, and put in place a system".

    In a series that stands inside the clause a verb would have come after a comma before ("schemes that create jobs,
    conserve forests, and train guards"); a verb in the plural may belong to the clause.
    """
    bare = token.tag_ == "VB" and words.is_verb(token.lower_) and not token.lower_.endswith("s")
    bare = bare or (token.tag_ in ("VB", "VBD") and token.lower_ in words.verbs)  # "put", "set"; not "impairs"
    before = neighbour(token, -1)
    while before.tag_ == "RB" and before.i > head.i:
        before = neighbour(before, -1)
    joins = before.tag_ == "CC" and before.lower_ == "and" and neighbour(before, -1).text == ","
    free = own_subject(token) is None and not any(one.dep_ in ("aux", "auxpass", "mark") for one in token.lefts)
    return bare and joins and free and not parted and neighbour(token).tag_ in _BEGINNINGS


@dataclass
class _Series:
    """A series of verbs as far as it was read.

    Attributes:
        members: the verbs that belong to it.
        nearest: the last infinitive; None where it is no verb we know.
        inner: whether the head hangs by a noun of need, see `series`.
        clause: whether a clause began since the last member.
        parted: whether a verb stood after a comma since, which may open a series of the clause.
        waiting: verbs after a comma and "to", which belong to it where "and to" closes it.
        beside: those waiting with nothing nearer between: "to assist A, to train B and to fund C".
    """

    members: set[Token]
    nearest: Token | None
    inner: bool
    clause: bool = False
    parted: bool = False
    waiting: list[Token] = field(default_factory=list)
    beside: set[Token] = field(default_factory=set)

    def join(self, verb: Token) -> None:
        """Take a verb in, and those that waited for one."""
        self.members.update((verb, *self.waiting))
        self.waiting, self.nearest, self.clause, self.parted = [], verb, False, False

    def meet(self, to: Token, verb: Token, before: Token) -> None:
        """Take in the verb after "to", let it wait, or remember that it stands between."""
        if not (_infinitive(to, verb) or _undergoing(to, verb)):
            self.nearest = self.nearest if neighbour(to).tag_ in _NO_VERB else None
        elif _joins(before, verb, self.nearest, self.members) or (coordinates(before) and self.nearest in self.beside):
            self.join(verb)
        elif coordinates(before) and self.waiting and _of_noun(self.nearest):
            self.join(verb)  # what a comma opened is closed: ", to answer requests to visit and to consider"
        else:
            if before.text == "," and verb not in self.members:
                self.waiting.append(verb)
                if self.nearest in self.members and not self.inner:
                    self.beside.add(verb)
            elif coordinates(before) and self.nearest in self.waiting:
                self.waiting.append(verb)
            self.nearest = verb


def _of_noun(verb: Token | None) -> bool:
    """Whether an infinitive only says which noun is meant: "requests to visit"."""
    return verb is not None and verb.dep_ in ("acl", "relcl") and verb.head.tag_ in NOUNS


def with_series(verb: Token, words: WordClasses, until: int = 0) -> Iterator[Token]:
    """Yield an infinitive and those of its series."""
    family = [
        one
        for one in coordinated(verb)
        if one is verb
        or ((one.tag_ == "VB" or joined_as_noun(one, words)) and own_subject(one) is None and not auxiliary(one, "MD"))
    ]
    yield from series(verb, family, words, until)


@rule("coordination.infinitive_beside_noun")
def infinitive_beside(noun: Token) -> Token | None:
    """The infinitive after a noun: "steps to end", "the measures necessary to end", "steps, where needed, to end"."""
    doc, at = noun.doc, noun.i + 1
    if at < len(doc) and doc[at].tag_ in ("JJ", "VBN"):
        at += 1
    if at < len(doc) and doc[at].text == ",":
        at = next((end + 1 for end in range(at + 1, min(at + _ASIDE, len(doc))) if doc[end].text == ","), len(doc))
    if at >= len(doc) or doc[at].tag_ != "TO":
        return None
    verb = doc[at].head
    return verb if _infinitive(doc[at], verb) else None


@rule("coordination.while")
def beside_while(head: Token, words: WordClasses, until: int = 0) -> Iterator[Token]:
    """Yield what is to be done at the same time: ", while ensuring their availability"."""
    for token in scope(head, until):
        if token.lower_ == "while" and neighbour(token, -1).tag_ != "RB":
            at = token.i + 1
            while at < len(head.doc) - 1 and token.doc[at].tag_ == "RB":
                at += 1
            gerund = token.doc[at]
            helping = gerund.dep_ in ("aux", "auxpass")  # "while being looked after"
            if gerund.tag_ == "VBG" and not helping and not words.find(gerund, "verb", "say", "heed"):
                yield gerund  # "while recalling" directs nothing
                yield from (one for one in coordinated(gerund) if one is not gerund and one.tag_ == "VBG")


@rule("repair.verb_beside_as_modifier")
def read_as_modifiers(head: Token, words: WordClasses, until: int = 0) -> Iterator[Token]:
    """Yield bare verbs beside a bare verb that were read as words of the noun they act on.

    "should train crews and extradite offenders", where no other word is spelt so; or past an aside after "and", where
    a verb has to come: "should train crews and, where possible, share data". Before such a verb a comma may do for
    "and": "should plan ports, issue permits and monitor ships".
    """
    waiting: list[Token] = []
    for token in scope(head, until) if head.tag_ in ("VB", "VBP") else ():
        modifies = token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i and token.tag_ in _MISREAD
        straight = token.tag_ == "NN" and token.dep_ == "conj"
        acts = straight and any(one.dep_ == "dobj" for one in token.rights)
        acts = acts or (token.tag_ == "PDT" and token.dep_ in ("amod", "predet"))  # "and double the share of wind"
        if not (modifies or acts) or token.lower_ not in words.verbs:
            if waiting and token.tag_ == "VB" and coordinates(before_adverbs(token, head)):
                yield from waiting
                waiting = []
            continue
        before = before_adverbs(token, head)
        if acts and before.tag_ == "CC" and (not straight or neighbour(token).tag_ in ARTICLES):
            yield token  # "direct the discussion and accord the right to speak": no noun has an object
            continue
        serial = straight and acts and token.head == head  # "promote trade, support research and raise fees"
        seldom = words.printed(token, "verb", "acting") is not None and token.head.tag_ in ("NN", "NNS")
        if (seldom or serial) and before.text == "," and token.left_edge == token:
            waiting.append(token)
        alone = seldom or (token.lower_ not in words.nouns and token.lower_ not in words.adjectives)
        alone = alone or neighbour(token, -1).text == ","
        if alone and "cc" in (before.tag_.lower(), before.dep_) and token.left_edge == token:
            yield from (*waiting, token)
            waiting = []


_MISREAD = frozenset(("JJ", "NN", "NNP", "VB", "VBP"))
_OBJECTS = _BEGINNINGS - {"IN", "TO", "RP", "RB", "PRP"}
_MOST = 12  # verbs of a series before their object


@rule("repair.verbs_before_object")
def before_object(head: Token, words: WordClasses) -> list[Token]:
    """Return the bare verbs straight after one and before the object of all: "should adopt, fund and review plans".

    Only verbs can stand between a verb and its object so, whatever a tagger takes them for; empty where it took all
    for verbs.
    """
    doc, at = head.doc, head.i + 1
    found: list[Token] = []
    while at + 3 < len(doc) and len(found) < _MOST:
        closes = doc[at].tag_ == "CC" or doc[at + 1].tag_ == "CC"
        if doc[at].tag_ != "CC" and doc[at].text != ",":
            break
        at += 2 if closes and doc[at].text == "," else 1
        verb = doc[at]
        if not (verb.is_lower and words.is_verb(verb.lower_) and verb.tag_ in _MISREAD):
            break
        found.append(verb)
        at += 1
        if closes:
            misread = any(one.tag_ not in ("VB", "VBP") for one in (head, *found))
            return found if misread and thing_after(verb) is not None else []
    return []


def thing_after(verb: Token) -> Token | None:
    """Return the noun whose phrase stands straight after a word; not one that a clause begins with."""
    noun = neighbour(verb)
    if noun.tag_ not in _OBJECTS:
        return None
    while noun.head.i > noun.i and (noun.tag_ not in NOUNS or noun.dep_ in ("compound", "nmod", "poss")):
        noun = noun.head
    whose = neighbour(noun).tag_ == "POS"  # "women’s full, equal participation", parted by its comma
    return noun if noun.tag_ in NOUNS and noun.dep_ not in SUBJECTS and not whose else None


def begins_clause(token: Token) -> bool:
    """Whether a clause begins or is under way, other than an aside ("where appropriate")."""
    aside = token.tag_ == "WRB" and neighbour(token).tag_ in ("JJ", "VBN")
    return (token.tag_ in FINITE or token.tag_ in _RELATIVE or token.lower_ == "that") and not aside


def _infinitive(to: Token, verb: Token) -> bool:
    """Whether "to" begins a verb that has no subject of its own, as in "for farmers to sell"."""
    own = own_subject(verb) if verb.dep_ == "ccomp" else None
    return verb.tag_ == "VB" and verb.i > to.i and (own is None or own.right_edge.i < to.i - 1)


def _undergoing(to: Token, verb: Token) -> bool:
    """Whether "to" begins a passive: "to be guarded"."""
    be = neighbour(to)
    return verb.tag_ == "VBN" and be.lower_ == "be" and be.head == verb and own_subject(verb) is None


def coordinates(before: Token) -> bool:
    """Whether what stands before a verb joins it to another, as "and" does; "or" and "but" begin something else."""
    return (before.tag_ == "CC" or before.dep_ == "cc") and before.lower_ not in ("or", "but")


def _joins(before: Token, verb: Token, nearest: Token | None, members: set[Token]) -> bool:
    """Whether an infinitive goes on with the series by what stands before it."""
    if before.text == ";" or (before.lower_ == "or" and neighbour(before, -1).text == "," and nearest in members):
        return True  # "to pass laws that forbid it, or to take other measures"
    return coordinates(before) and (nearest in members or verb in members or _closes(before, verb, members))


def _bare(token: Token, head: Token, words: WordClasses) -> bool:
    """Whether a verb without "to" goes on with a series; one that was taken for a noun has an article after it."""
    if token.tag_ not in ("VB", "VBP", "NN") or token.i + 2 >= len(token.doc) or not words.is_verb(token.lower_):
        return False
    before, after = before_adverbs(token, head), neighbour(token)
    if before.text != "," and before.tag_ != "CC":
        return False
    if after.tag_ == "CC" or after.text == ",":  # "to prevent, investigate and punish", the second a noun by its tag
        listed = before.text == "," and neighbour(before, -1).tag_ in ("VB", "VBP")
        aside = token.tag_ == "VB" and before.tag_ == "CC" and neighbour(before, -1).text == after.text == ","
        aside = aside and neighbour(before, -2).tag_ == "VB"  # "to protect, and restore, the dunes"
        return aside or ((token.tag_ == "VB" or listed) and neighbour(token, 2).tag_ == "VB")
    return after.tag_ in (ARTICLES if token.tag_ == "NN" else _BEGINNINGS)


def _closing(token: Token, head: Token, words: WordClasses) -> bool:
    """Whether a bare verb after a comma and "and" closes a list of infinitives."""
    if token.dep_ in ("aux", "auxpass") or not _bare(token, head, words):
        return False  # "to protect themselves against, and be protected from, harm"
    before = before_adverbs(token, head)
    return before.tag_ == "CC" and before.lower_ == "and" and neighbour(before, -1).text == ","


def before_adverbs(token: Token, head: Token) -> Token:
    """What stands before a verb and its adverbs: "and", also where an aside parts them ("and, if needed, to sell")."""
    before = neighbour(token, -1)
    while before.tag_ == "RB" and before.dep_ != "cc" and before.i > head.i:
        before = neighbour(before, -1)
    if before.tag_ == "NN" and neighbour(before, -1).tag_ == "DT" and neighbour(before, -2).tag_ in ("IN", "TO"):
        joint = neighbour(before, -3)  # "and to this end to consult", "and in that regard to review"
        return joint if joint.tag_ == "CC" else before
    return _past_aside(before, head) if before.text == "," else before


def _past_aside(comma: Token, head: Token) -> Token:
    """The "and" before an aside that a comma closes, commas within it too: "and, through just, wise rules, to"."""
    doc, first = comma.doc, True
    for at in range(comma.i - 1, max(head.i, comma.i - _ASIDE), -1):
        token = doc[at]
        if token.text == "," and doc[at - 1].tag_ == "CC" and (first or doc[at + 1].tag_ == "IN"):
            return doc[at - 1]
        if token.tag_ in FINITE or token.tag_ in ("TO", "VB") or token.text in (";", ":"):
            return comma
        first = first and token.text != ","
    return comma


def _closes(conjunction: Token, verb: Token, members: set[Token]) -> bool:
    """Whether "and to" goes on with the series and not with the nearest infinitive."""
    if neighbour(conjunction, -1).text in (",", ";"):
        return True
    other = verb.head
    stray = verb.dep_ == "conj" and (not auxiliary(other, "TO") or any(one.lower_ == "have" for one in other.lefts))
    return stray or (verb.head in members and verb.dep_ == "advcl")


def scope(head: Token, until: int = 0) -> Iterator[Token]:
    """What follows an infinitive, past semicolons where a series goes on, up to the next verb beside its directive."""
    doc = head.doc
    farthest = head.i + FARTHEST
    if until > head.i:
        yield from doc[head.i + 1 : min(until, farthest)]
        return
    end = head.sent.end
    while end < len(doc) and doc[end - 1].text == ";" and doc[end].tag_ in ("TO", "CC"):
        end = doc[end].sent.end
    for token in doc[head.i + 1 : min(end, farthest)]:
        if token.tag_ == "VBZ" and own_subject(token) is None and token.head.tag_ not in NOUNS:
            before = neighbour(token, -1)
            if before.tag_ in ("CC", "RB") or before.text == ",":
                return
        yield token
