"""The opening verbs of a resolution's paragraph: "Recognizes … and calls upon" has two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, neighbour, own_subject
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import words as opening_words
from cnd_tools.records import Point

FORMS = ("say", "direct", "claim", "open")
_ADVERBS = frozenset(opening_words()["opening"]["words"]["adverbs"])  # before the verb: "Also calls upon"
_ASIDE = 9  # tokens at most between the commas of an aside


@rule("attribution.item_opening")
def own_opening(text: str, words: WordClasses) -> str | None:
    """Return the verb in the third person that an item opens with ("Also calls upon States"), or None.

    Items of a resolution may open like its paragraphs: "and in this regard: (a) Urges States to …".

    Args:
        text: clean text of the item.
        words: the lexicon as the extractors use it.
    """
    for number, word in enumerate(text.split(None, 3)[:3]):
        lower = word.lower()
        for lemma in (lower[:-1], lower[:-2], f"{lower[:-3]}y") if lower.endswith("s") and len(lower) > 4 else ():
            if any(lemma in words.table("verb", form) for form in (*FORMS, "voice")):
                return " ".join(text.split(None, 3)[: number + 1])
        if not (lower.endswith("ly") or lower in _ADVERBS):
            return None
    return None


@rule("attribution.resolved_item")
def resolved(item: Point, above: Point, words: WordClasses) -> str | None:
    """Return "To urge", by which a numbered paragraph opens under a body's verb alone: "RESOLVES: / 2. To urge States".

    So the General Assembly of the Organization of American States resolves. Lettered items have no verb of their own.

    Args:
        item: a point.
        above: what it hangs under.
        words: the lexicon as the extractors use it.
    """
    said = item.text.split(None, 2)
    alone = above.opening is not None and above.text.rstrip(" :") == above.opening
    if item.kind != "numbered" or not alone or len(said) < 3 or said[0].lower() != "to":
        return None
    known = any(words.table("verb", form).get(said[1].lower()) for form in ("say", "direct", "voice"))
    return f"{said[0]} {said[1]}" if known else None


_BASES = frozenset(opening_words()["opening"]["verbs"].split())
_STATED = frozenset(opening_words()["speaker"]["stated"].split())
_STATED_TO = frozenset(opening_words()["speaker"]["stated_to"].split())
_GOES_ON = frozenset(opening_words()["speaker"]["goes_on"].split()) | _BASES
# What stands after a noun, not after the verb it looks like: "Support for Africa", "Request by Norway".
_AFTER_NOUNS = frozenset(("of", "from", "by", "in", "for", "and", "at", "is", "are", "was", "were"))


@rule("attribution.plural_opening")
def speaks(text: str, *, governed: bool) -> str | None:
    """Return the verb without a subject by which a paragraph says what is held: "Also call upon States to …"; or None.

    Args:
        text: clean text of the paragraph.
        governed: whether it goes on with "We, the ministers, …," or "We therefore:", so that any verb may say so.
    """
    said = text.split(None, 5) if " " in text else [text.rstrip(":"), ":"]  # "Agree:"
    for number, word in enumerate(said[:-1][:4]):
        lower = word.lower().rstrip(",")
        after = said[number + 1].lower()
        if lower in (_GOES_ON if governed else _STATED) or (after == "to" and lower in _STATED_TO):
            noun = after in _AFTER_NOUNS and not (lower == "call" and after == "for")
            return None if noun and lower not in ("are", "have", "will") else lower
        formal = governed and lower == "do"  # "Do hereby declare"
        if not (formal or lower.endswith("ly") or lower in _ADVERBS):
            return None
    return None


# "…, we will ensure", and the same after an adverb or an aside: "…, we therefore, where possible, urge".
_WE_AFTER = re.compile(r"\w+ing\b[^.;:]*,\s(?:\w+ly\s|therefore\s|hereby\s)?we[,\s]")


@rule("attribution.leads_to_we")
def leads_to_we(text: str) -> bool:
    """Return whether a participle in front is of those who say "we" after it: "Underlining its importance, we urge".

    So paragraphs of declarations begin that a body adopts, which has no part in them.

    Args:
        text: clean text of the paragraph.
    """
    return _WE_AFTER.match(text) is not None


def opening_verbs(context: PointContext) -> Iterator[Token]:
    """Yield the verbs and adjectives that say what the adopting body does in this paragraph, in order.

    The first is the paragraph's own opening. The others are in its form (finite, or a participle), stand after a comma
    or a conjunction, and have no subject of their own; or they open a sentence after it, of which the body is subject.
    """
    if context.opening is None:
        return
    first = _first(context)
    if first is None:
        return
    yield first
    finite = first.tag_ in ("VBZ", "NNS", "VBP") and first.lower_.endswith("s")
    if first.tag_ == "VB":  # "To reaffirm its support and to instruct the Council"
        yield from (one for one in first.conjuncts if one.tag_ == "VB" and _says(one, first, context))
        return
    tags = ("VBZ", "VBG", "NNS") if finite else ("VBG", "JJ", "VBN", "VBD")
    for token in context.doc[first.i + 1 :]:
        beside = token.tag_ in tags and _goes_on(token, first, context, finite=finite)
        if beside or (finite and token.tag_ == "VBZ" and _restates(token, first, context)):
            yield token


@rule("attribution.opening_beside")
def _goes_on(token: Token, first: Token, context: PointContext, *, finite: bool) -> bool:
    """Whether a later verb is one of the paragraph's own, beside the first."""
    if not _says(token, first, context):
        return False
    before = stands_after(token, context)
    joined = before.tag_ == "CC"
    if not (joined or before.text in (",", ";") or before.lower_ == "while"):
        return False
    if finite and token.tag_ == "VBG":
        # "to sign conventions, encouraging their use, and promoting …" goes on with "to"
        return not joined and token.dep_ not in ("prep", "amod", "pcomp") and not _relative(token)
    if finite and _asks(token, before, context):
        return True
    return _noun_read(token, context) if token.tag_ == "NNS" else _verb_read(token, before, finite)


@rule("attribution.opening_restated")
def _restates(token: Token, first: Token, context: PointContext) -> bool:
    """Whether a later sentence says what the body does: "Welcomes the report. In this regard, the Board urges"."""
    own = own_subject(token)
    if own is None or token.dep_ != "ROOT" or token.sent.start <= first.i or not _says(token, first, context):
        return False
    body = context.body.actor if context.body is not None else None
    return own.lower_ == "it" or any(one.actor == body for one in context.of(own))


def _verb_read(token: Token, before: Token, finite: bool) -> bool:
    own = own_subject(token)
    if own is not None and own.i > before.i:
        own = None  # the noun of an adverbial, taken for a subject: "and in that connection calls upon"
    if _far(token, before, own, finite):
        return True
    joined = before.tag_ == "CC" and token.tag_ == "VBZ"
    return (own is None or (joined and own.i < before.i)) and not _relative(token)


def _far(token: Token, before: Token, own: Token | None, finite: bool) -> bool:
    """Whether a verb is one of the paragraph's own though a long stretch before it defeated the parser."""
    if own is None:  # "Noting that the supply remains low, and highlighting"
        return before.tag_ == "CC" and token.tag_ == "VBG" and neighbour(before, -1).text in (",", ";")
    # The end of an enumeration taken for a subject: "the threat of stimulants, including X, underscores the need"
    stray = finite and before.text == "," and token.dep_ in ("conj", "ROOT") and neighbour(own, -1).lower_ != "that"
    return stray and any(one.dep_ == "dobj" for one in token.rights)


def _first(context: PointContext) -> Token | None:
    assert context.opening is not None
    doc = context.doc
    limit = context.prefix + len(context.opening.split()) + 2
    inside = [token for token in doc[context.prefix : min(limit, len(doc))] if token.tag_ != "RB"]
    for token in inside:
        says = context.words.find(token, "verb", "heed", *FORMS, "voice", "utter")
        if says or context.words.printed(token, "verb", "attitude"):
            return token
    return next((token for token in inside if token.pos_ in ("VERB", "ADJ")), inside[0] if inside else None)


def _says(token: Token, first: Token, context: PointContext) -> bool:
    if token.tag_ in ("JJ", "VBN", "VBD"):
        return context.words.printed(token, "verb", "attitude") is not None
    if context.words.find(token, "verb", *FORMS) or (first.tag_ == "VBG" and context.words.find(token, "verb", "heed")):
        return True
    voices = context.words.find(token, "verb", "voice", "utter") is not None
    return voices and any(one.dep_ == "dobj" and context.words.find(one, "noun", "saying") for one in token.rights)


def _noun_read(token: Token, context: PointContext) -> bool:
    """Whether a verb was taken for a plural noun: ", and welcomes the efforts"; not "requests"."""
    word = context.words.find(token, "verb", *FORMS)
    if word is not None and len(word.words) > 1:
        return True  # "calls for"
    before = neighbour(token, -1)
    if before.tag_ in ("DT", "JJ", "PDT") or (before.dep_ == "compound" and before.head == token):
        return False  # "as well as all acts of provocation", "and river commissions with"
    lemma = token.lower_[:-1]
    if any(lemma in context.words.table("noun", form) for form in ("saying", "zero", "light", "help")):
        return False
    after = neighbour(token)
    named = after.lower_ == "of" or (after.tag_ == "IN" and neighbour(after).tag_ == "VBG")  # "challenges in accessing"
    return after.tag_ in ("DT", "PRP$", "NNP", "IN") and not named


def _asks(token: Token, before: Token, context: PointContext) -> bool:
    """Whether a directive goes on with the paragraph by its form alone, however far the first verb is.

    After a comma or a semicolon, and with whom it asks beside it: ", and calls upon States", "; requests the Office".
    """
    word = context.words.find(token, "verb", "direct")
    after = token.i + len(word.words) if word is not None else len(token.doc)
    if word is None or token.tag_ == "VBG" or after >= len(token.doc):
        return False
    parted = before.text in (",", ";") or (before.tag_ == "CC" and neighbour(before, -1).text in (",", ";"))
    beside = token.doc[after]
    named = (
        beside.tag_ not in ("CC", "TO")
        and not beside.is_punct
        and (beside.tag_ != "IN" or beside.lower_ in ("to", "that"))
    )
    return parted and (len(word.words) > 1 or named or (token.tag_ == "VBZ" and beside.text == ","))


def stands_after(token: Token, context: PointContext) -> Token:
    """Return what stands before a verb and its adverbials: ", and also", "while further", "and, to that end,"."""
    doc, first = token.doc, context.prefix
    at = token.i - 1
    while at > first and doc[at].tag_ in ("RB", "RBR"):
        at -= 1
    start = at
    if doc[at].text == ",":  # "and, for that purpose, invites"
        for aside in range(at - 1, max(first, at - _ASIDE), -1):
            if doc[aside].text == "," or doc[aside].tag_ in FINITE:
                return doc[aside - 1] if doc[aside].text == "," and doc[aside - 1].tag_ == "CC" else doc[at]
        return doc[at]
    while at > max(first, start - 4) and doc[at].tag_ in ("DT", "NN", "IN", "TO"):
        at -= 1  # "and to this end urges", ", in that regard requests"
    adverbial = doc[start].tag_ == "NN" and doc[at + 1].tag_ in ("IN", "TO")
    joined = doc[at].tag_ == "CC" or doc[at].text == ","
    return doc[at] if adverbial and joined else doc[start]  # not "the growth and value of dedicated funds"


def _relative(token: Token) -> bool:
    head = token
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("relcl", "acl", "pcomp")
