"""Lists inside a sentence, with labels or semicolons: "to (a) stop fire, (b) let aid in", "calls for (i) laws"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Span, Token

from cnd_tools.extracting.grammar.clauses import FARTHEST, FINITE, NOUNS, VERBS, neighbour
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_INTER_ALIA = 8  # tokens at most from a modal to the colon of its list: "should, inter alia:"
_FARTHEST_TO = 16  # tokens at most from what asks to the "to" of a list
_LONGEST_LIST = 400  # tokens from what opens a list in a line to the last of its items
_NEXT = 4  # tokens at most from what asks to the "of" of a list
_OPENING = ("IN", "TO", "MD", "WDT", "WP", "PRP", "EX")  # tags of words that begin no thing
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
def listed_after_of(cue: Token, end: int, *, straight: bool = False) -> list[Token]:
    """Return the gerunds or nouns of a list in a line after "of" or "for": "calls for (i) fair laws and (ii) aid".

    Args:
        cue: what asks.
        end: where its words end.
        straight: whether the list may stand straight after it, "recommended (a) better maps; and (b) training crews".
    """
    doc, end = cue.doc, min(end, cue.i + FARTHEST)
    before = (one for one in doc[cue.i + 1 : min(end, cue.i + _NEXT, len(doc) - 3)] if one.lower_ in ("of", "for"))
    for prep in (*([cue] if straight else []), *before):
        opens = prep if neighbour(prep).text != ":" else neighbour(prep)
        labelled = _label(neighbour(opens, 3)) and neighbour(opens).text == "("
        starts = list(takewhile(end.__gt__, item_starts(opens))) if labelled else _unlabelled(prep, end)
        things = [(at, _thing(doc[at])) for at in starts]
        clean = all(one.tag_ in (*NOUNS, "VBG") and one.i >= at for at, one in things)  # no label in them
        if clean and len(things) > 1:
            return [one for _, one in things]
    return []


def _unlabelled(opens: Token, end: int) -> list[int]:
    """Where the items of a list that semicolons part and "; and" closes begin: "of mending nets; and better data"."""
    doc = opens.doc
    if neighbour(opens).text in (":", "(") or not any(one.text == ";" for one in doc[opens.i + 2 : end]):
        return []
    starts = list(takewhile((end - 1).__gt__, item_starts(opens)))
    closes = len(starts) > 1 and doc[starts[-1]].lower_ == "and"
    plain = closes and all(doc[at].tag_ not in (*_OPENING, *VERBS - {"VBG"}) for at in starts[:-1])
    rest = doc[opens.i + 1 : next((one.i for one in doc[opens.i + 1 :] if one.text == "."), len(doc))]
    states = any((one.tag_ in FINITE and one.dep_ != "relcl") or one.text == ":" for one in rest)
    return starts if plain and not states else []


def _thing(first: Token) -> Token:
    """The gerund an item begins with, or the noun of the phrase that it begins with."""
    while first.tag_ in ("CC", "RB") and first.i + 1 < len(first.doc):
        first = neighbour(first)
    if first.tag_ == "VBG" and first.dep_ not in ("compound", "amod"):
        return first
    start = first
    while first.tag_ not in NOUNS and first.head.i > first.i:
        first = first.head
    while first.dep_ in ("compound", "amod", "nmod") and first.head.i > first.i:
        first = first.head
    if first.tag_ in NOUNS and first.head.tag_ == "VBG" and first.head.i == start.i:
        return first.head
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
