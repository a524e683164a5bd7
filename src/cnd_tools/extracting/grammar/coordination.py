"""Coordination: the verbs and nouns that share one cue, wherever the parse hangs them, and lists inside a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Span, Token

from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    FINITE,
    NOUNS,
    VERBS,
    auxiliary,
    child,
    coordinated,
    neighbour,
    own_subject,
    passive,
)
from cnd_tools.extracting.grammar.verb_series import before_adverbs, begins_clause, coordinates, scope
from cnd_tools.extracting.grammar.word_classes import Word, WordClasses
from cnd_tools.extracting.rulebook import rule


def joined(verb: Token, head: Token, words: WordClasses, known: dict[Token, bool], *, named: bool) -> bool:
    """Whether a verb coordinated with the one a cue governs stands under the same cue.

    Args:
        verb: the verb.
        head: the verb the cue governs.
        words: the word classes.
        known: of which verbs it is known whether they go on with a nearer one than the head; added to.
        named: whether the cue names who is to act.
    """
    if auxiliary(verb, "MD") or _of_another(verb, head, known):
        return False
    if verb.tag_ == "NN":  # "to examine and address", the second read as a noun
        return words.is_verb(verb.lower_) and neighbour(verb, -1).tag_ == "CC" and head.tag_ == "VB"
    bare = verb.lower_ == verb.lemma_ and words.is_verb(verb.lower_)
    past = verb.tag_ == "VBD" and not bare  # "to protect lives and put people first" is no past
    if verb.tag_ not in VERBS or verb.tag_ == "VBZ" or past or _aside(verb):
        return False
    if verb.lemma_ == "be" and verb.tag_ == "VBP" and verb.lower_ != "be":  # "must approve it but are often reluctant"
        return False
    if own_subject(verb) is not None and (not named or verb.tag_ == "VBP"):
        return _subjunctive(verb)
    return (verb.tag_ == "VBG") == (head.tag_ == "VBG")


def _aside(verb: Token) -> bool:
    """Whether a verb is not asked for: "and confiscated property", "rather than be punished", "and did not accept"."""
    describes = verb.tag_ == "VBN" and neighbour(verb).tag_ in NOUNS
    states = any(one.dep_ == "aux" and one.tag_ in FINITE and one.tag_ != "MD" for one in verb.lefts)
    return describes or states or neighbour(verb.left_edge, -1).lower_ == "than"


@rule("coordination.subjunctive")
def _subjunctive(verb: Token) -> bool:
    """Whether a verb is that of another clause of what is asked: "that roads be built and that nobody be excluded"."""
    mark, be = child(verb, "mark"), auxiliary(verb, "VB")
    asked = verb.tag_ == "VB" or (be is not None and be.lower_ == "be")
    return asked and mark is not None and mark.lower_ == "that" and not auxiliary(verb, "TO")


@rule("coordination.shared_passive")
def passives(head: Token, words: WordClasses, until: int = 0) -> Iterator[Token]:
    """Yield the participles that share a passive: "be sold and, where possible, returned", "be read and made known".

    A tagger takes them for the past tense where an aside parts them; that would have an object or a subject.
    """
    for token in scope(head, until) if passive(head) else ():
        before = before_adverbs(token, head)
        joins = coordinates(before) or (before.text == "," and token.dep_ == "conj")
        if token.tag_ in ("VBN", "VBD") and joins and neighbour(token).tag_ not in NOUNS:
            alone = own_subject(token) is None and child(token, "dobj", "aux") is None and token.dep_ != "aux"
            says = words.find(token, "verb", "say", "direct")
            if not alone or (says is not None and not _shares_passive(token, says)):
                return  # "prices should be fixed, and called for an inquiry"
            yield token
        elif begins_clause(token) or token.text == ";":
            return


def _shares_passive(token: Token, says: Word) -> bool:
    """Whether a verb of saying tells what is to be done too: "must be promoted, emphasized and encouraged"."""
    return passive(token) and len(says.words) == 1 and child(token, "ccomp", "xcomp") is None


@rule("coordination.after_adjective")
def beyond_adjective(head: Token) -> Iterator[Token]:
    """Yield the verbs hung by the adjective of a "be" before them: "must be fair and protect the weak"."""
    what = child(head, "acomp") if head.lemma_ == "be" else None
    for one in coordinated(what) if what is not None else ():
        if one.tag_ == "VB" and own_subject(one) is None and not auxiliary(one, "TO"):
            yield one


@rule("coordination.past_clause")
def beyond_clause(head: Token) -> Iterator[Token]:
    """Yield bare verbs hung by the finite verb of a clause before them: "accept that trade is free and act on it"."""
    clause = child(head, "ccomp") if head.tag_ in ("VB", "VBP") else None
    if clause is None or clause.i < head.i:
        return
    states = clause.tag_ in ("VBZ", "VBD") or any(one.tag_ == "VBZ" for one in clause.lefts if one.dep_ == "auxpass")
    for one in coordinated(clause) if states else ():
        bare = one.tag_ == "VB" and own_subject(one) is None and child(one, "aux", "auxpass", "mark") is None
        if bare and one is not clause and before_adverbs(one, head).tag_ in ("CC", ","):
            yield one


@rule("coordination.parallel_gerunds")
def parallel(head: Token, until: int = 0) -> Iterator[Token]:
    """Yield the gerunds that stand after the same preposition: "of training doctors and of separating care"."""
    preposition = neighbour(head, -1)
    for token in scope(head, until) if head.tag_ == "VBG" and preposition.tag_ == "IN" else ():
        if token.lower_ == preposition.lower_ and neighbour(token, -1).tag_ == "CC" and neighbour(token).tag_ == "VBG":
            yield neighbour(token)


def _of_another(verb: Token, head: Token, known: dict[Token, bool]) -> bool:
    """Whether a verb goes on with a nearer one that a small parser passed over.

    "procedures to collect, prepare and disseminate", "activities that promote awareness, conserve nature and …",
    "adopt strategies, if needed, to prevent, monitor and counter": bare verbs belong to what stands before them.

    What a verb goes on with is looked at once: "act and act and act" leads from each verb to those before by two ways.
    """
    seen: set[Token] = set()
    waiting = [verb] if head.tag_ == "VB" else []
    for one in waiting:
        if one in seen or one in known or one.tag_ not in ("VB", "VBP") or one.i <= head.i:
            if known.get(one):
                known[verb] = True
                return True
            continue
        seen.add(one)
        to, before = auxiliary(one, "TO"), _verb_before(one, head)
        if _nests(one, to, before, head):
            known[verb] = True
            return True
        if one.dep_ == "conj":
            waiting.append(one.head)
        if to is None and before is not None:
            waiting.append(before)
    known.update(dict.fromkeys(seen, False))
    return False


def _nests(verb: Token, to: Token | None, before: Token | None, head: Token) -> bool:
    """Whether a verb by itself goes on with a nearer one than the head: by its "to", or by the verb before it."""
    if to is not None:
        return neighbour(to, -1).text == "," and not _closed(verb)
    if before is not None:
        return before.dep_ in ("relcl", "acl", "xcomp", "advcl") and before.tag_ == verb.tag_
    return _in_relative(verb, head)


def _verb_before(verb: Token, head: Token) -> Token | None:
    """The verb that only "and", adverbs and commas part from this one, if it stands after the head."""
    doc, at = verb.doc, verb.i - 1
    while at > head.i and (doc[at].is_punct or doc[at].tag_ in ("CC", "RB")):
        at -= 1
    return doc[at] if at > head.i and doc[at].tag_ in ("VB", "VBP") else None


def _in_relative(verb: Token, head: Token) -> bool:
    """Whether a verb goes on with a relative clause since the head: "activities that promote awareness, conserve"."""
    return (verb.tag_ == "VBP" or verb.doc[verb.i - 1].text == ",") and any(
        one.dep_ == "relcl" and one.tag_ == "VBP" and one.left_edge.tag_ == "WDT"
        for one in verb.doc[max(head.i, verb.i - FARTHEST) : verb.i]
    )


def _closed(verb: Token) -> bool:
    """Whether "and to" closes a series that a verb after a comma and "to" stands in."""
    return any(token.tag_ == "TO" and neighbour(token, -1).tag_ in ("CC", "RB") for token in scope(verb))


_INTER_ALIA = 8  # tokens at most from a modal to the colon of its list: "should, inter alia:"
_FARTHEST_TO = 16  # tokens at most from what asks to the "to" of a list
_LONGEST_LIST = 400  # tokens from what opens a list in a line to the last of its items
_NEXT = 4  # tokens at most from what asks to the "of" of a list
_LABEL = 4  # letters at most: "(viii)"


def listed(cue: Token, words: WordClasses) -> list[Token]:
    """Return the verbs a list begins its items with, where a modal or "to" stands before its colon; else none.

    Small models take the bare verb after "(b)" for a noun; where it stands says that it is a verb.

    Args:
        cue: "should", "to".
        words: the word classes, of which the English verbs are used.
    """
    doc = cue.doc
    colon = next((one for one in doc[cue.i + 1 : cue.i + _INTER_ALIA] if one.text == ":"), cue)
    if colon is cue and _label(neighbour(cue, 3)) and neighbour(cue, 3).i == cue.i + 3:
        return _of_items(cue, words)  # "should (i) sign the treaty, and (ii) pay"
    ends = colon is cue or colon.i + 1 >= len(doc)  # "should, inter alia:", over items of their own
    negates = neighbour(cue).lower_ in ("not", "never")  # "shall not: (a) fish; (b) take nests"
    if ends or not _aside_only(doc[cue.i + (2 if negates else 1) : colon.i]):
        return []
    return _of_items(colon, words)


def _of_items(before: Token, words: WordClasses) -> list[Token]:
    """The verbs of a list that begins after this token, two or more."""
    starts = takewhile((before.i + _LONGEST_LIST).__gt__, item_starts(before))
    verbs = [verb for at in starts if (verb := _verb(before.doc[at], words)) is not None]
    return verbs if len(verbs) > 1 else []


@rule("coordination.labelled_in_line")
def listed_after_to(cue: Token, end: int, words: WordClasses) -> list[Token]:
    """Return the verbs of a list in a line after "to": "calls on States to (a) stop fire, (b) let aid in".

    Args:
        cue: what asks or binds.
        end: where its words end.
        words: the word classes, of which the English verbs are used.
    """
    doc, end = cue.doc, min(end, cue.i + FARTHEST)
    for to in doc[cue.i + 1 : min(end, cue.i + _FARTHEST_TO, len(doc) - 2)]:
        lists = to if neighbour(to).text != ":" else neighbour(to)  # "to: (a)"
        if to.lower_ == "to" and _label(neighbour(lists, 3)):
            starts = list(takewhile(end.__gt__, item_starts(lists)))
            gerunds = [doc[at] for at in starts if doc[at].lower_.endswith("ing")]
            verbs = [verb for at in starts if (verb := _verb(doc[at], words)) is not None]
            return max(verbs, gerunds, key=len) if len(starts) > 1 else []
        if to.lower_ == "to" and (verbs := verbs_listed(to, words)):
            return verbs
        if to.text in (";", ":", "."):
            return []
    return []


@rule("coordination.listed_in_line")
def verbs_listed(to: Token, words: WordClasses) -> list[Token]:
    """Return the verbs of a list without labels after a "to": "called on Parties to: build trust; and open ports".

    Args:
        to: "to", with an aside or none between it and the colon.
        words: the word classes, of which the English verbs are used.
    """
    doc = to.doc
    colon = next((one for one in doc[to.i + 1 : to.i + _INTER_ALIA] if one.text == ":"), None)
    if colon is None or colon.i + 2 >= len(doc) or not _aside_only(doc[to.i + 1 : colon.i]):
        return []
    starts = list(takewhile((colon.i + _LONGEST_LIST).__gt__, item_starts(colon)))
    verbs = [verb for at in starts if (verb := _verb(doc[at], words)) is not None]
    return verbs if len(verbs) == len(starts) > 1 else []


@rule("coordination.things_in_line")
def listed_after_of(cue: Token, end: int) -> list[Token]:
    """Return the gerunds or nouns of a list in a line after "of" or "for": "calls for (i) fair laws and (ii) aid".

    Args:
        cue: what asks.
        end: where its words end.
    """
    doc, end = cue.doc, min(end, cue.i + FARTHEST)
    for prep in doc[cue.i + 1 : min(end, cue.i + _NEXT, len(doc) - 3)]:
        opens = prep if neighbour(prep).text != ":" else neighbour(prep)
        if prep.lower_ in ("of", "for") and _label(neighbour(opens, 3)):
            things = [(at, _thing(doc[at])) for at in takewhile(end.__gt__, item_starts(opens))]
            clean = all(one.tag_ in (*NOUNS, "VBG") and one.left_edge.i >= at for at, one in things)  # no label in them
            return [one for _, one in things] if clean and len(things) > 1 else []
    return []


def _thing(first: Token) -> Token:
    """The gerund an item begins with, or the noun of the phrase that it begins with."""
    while first.tag_ not in (*NOUNS, "VBG") and first.head.i > first.i:
        first = first.head
    while first.dep_ in ("compound", "amod") and first.head.i > first.i:
        first = first.head
    return first


def listed_in_line(cue: Token, words: WordClasses) -> list[Token]:
    """Return what a list in a line goes on with after what asks, past semicolons: verbs after "to", things after "of".

    Args:
        cue: what asks.
        words: the word classes, of which the English verbs are used.
    """
    return listed_after_to(cue, len(cue.doc), words) or listed_after_of(cue, len(cue.doc))


def _aside_only(between: Span) -> bool:
    """Whether nothing stands before a list's colon but an aside between commas: "should, inter alia:"."""
    return not len(between) or (between[0].text == "," and all(one.tag_ not in (*VERBS, "CC") for one in between))


def item_starts(colon: Token) -> Iterator[int]:
    """Yield the first token of each item of a list: after its label or, where none has one, after a colon or semicolon.

    Args:
        colon: the sign that opens the list; some token stands after it.
    """
    doc = colon.doc
    labelled = doc[colon.i + 1].text == "("
    if not labelled:
        yield colon.i + 1
    for token in doc[colon.i + 1 : len(doc) - 1]:
        if token.text == ".":
            return
        if _label(token) if labelled else token.text == ";":
            yield token.i + 1


def _label(closing: Token) -> bool:
    """Whether a bracket closes a label: "(a)", "(iv)", "(2)"; not "(WHO)"."""
    within = neighbour(closing, -1)
    small = within.text.islower() or within.text.isdigit()
    return closing.text == ")" and small and len(within) <= _LABEL and neighbour(within, -1).text == "("


@rule("coordination.items_beside")
def items_beside(head: Token, start: int, words: WordClasses) -> list[Token]:
    """Return the verbs of a list in a line whose first item begins with this verb; else none.

    "Are urged: (a) to sign the treaty; (b) to pay their dues", "should (i) sign, (ii) pay", "commits to: (a) signing".

    Args:
        head: the verb of the first item.
        start: where the words that ask for it end.
        words: the word classes, of which the English verbs are used.
    """
    doc, at = head.doc, head.i - 1
    while at > start and doc[at].tag_ in ("TO", "RB"):
        at -= 1
    if at < max(start, 1) + 2 or not _label(doc[at]):
        return []
    before = neighbour(doc[at], -3)  # what stands before the first label
    starts = takewhile((head.i + FARTHEST).__gt__, item_starts(before))
    verbs = [verb for one in starts if (verb := _begins(doc[one], head, words)) is not None]
    return verbs if len(verbs) > 1 else []


def _begins(first: Token, head: Token, words: WordClasses) -> Token | None:
    """The verb that an item begins with, in the form of the first item's."""
    while first.tag_ in ("CC", "RB", "TO") and first.i + 1 < len(first.doc):
        first = neighbour(first)
    if head.tag_ == "VBG":
        return first if first.lower_.endswith("ing") else None
    return _verb(first, words)


def _verb(first: Token, words: WordClasses) -> Token | None:
    doc, at = first.doc, first.i
    while at < len(doc) - 1 and doc[at].tag_ in ("CC", "RB", "TO"):
        at += 1
    verb = doc[at]
    if verb.dep_ in ("aux", "auxpass") and verb.head.i > verb.i:
        return verb.head
    return verb if verb.tag_ in VERBS or words.is_verb(verb.lower_) else None
