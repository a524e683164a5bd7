"""The opening verbs of a resolution's paragraph: "Recognizes … and calls upon" has two."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from cnd_tools.extracting.clauses import own_subject
from cnd_tools.extracting.setting import Setting
from cnd_tools.extracting.vocabulary import Vocabulary

FORMS = ("say", "direct", "claim", "open")


def own_opening(text: str, words: Vocabulary) -> str | None:
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
        if not (lower.endswith("ly") or lower in ("also", "further")):
            return None
    return None


def opening_verbs(doc: Doc, setting: Setting) -> Iterator[Token]:
    """Yield the verbs and adjectives that say what the adopting body does in this paragraph, in order.

    The first is the paragraph's own opening. The others are in its form (finite, or a participle), stand after a comma
    or a conjunction, and have no subject of their own.
    """
    if setting.opening is None:
        return
    first = _first(doc, setting)
    if first is None:
        return
    yield first
    for token in doc[first.i + 1 :]:
        if _goes_on(token, first, setting):
            yield token


def _goes_on(token: Token, first: Token, setting: Setting) -> bool:
    """Whether a later verb is one of the paragraph's own, beside the first."""
    finite = first.tag_ in ("VBZ", "NNS", "VBP") and first.lower_.endswith("s")
    if token.tag_ not in (("VBZ", "VBG", "NNS") if finite else ("VBG", "JJ", "VBN")):
        return False
    before = _before(token, setting)
    joined = before.tag_ == "CC"
    if not (joined or before.text in (",", ";") or before.lower_ == "while") or not _says(token, first, setting.words):
        return False
    if (
        finite and token.tag_ == "VBG"
    ):  # "to sign conventions, encouraging their use, and promoting …" goes on with "to"
        return not joined and token.dep_ not in ("prep", "amod", "pcomp") and not _relative(token)
    if token.tag_ == "NNS":
        return _noun_read(token, setting.words)
    own = own_subject(token)
    if _far(token, before, own, finite):
        return True
    return (own is None or (joined and token.tag_ == "VBZ" and own.i < before.i)) and not _relative(token)


def _far(token: Token, before: Token, own: Token | None, finite: bool) -> bool:
    """Whether a verb is one of the paragraph's own though a long stretch before it defeated the parser."""
    if own is None:  # "Noting that the supply remains low, and highlighting"
        return before.tag_ == "CC" and token.tag_ == "VBG" and before.i > 0 and before.nbor(-1).text in (",", ";")
    # The end of an enumeration taken for a subject: "the threat of stimulants, including X, underscores the need"
    stray = finite and before.text == "," and token.dep_ in ("conj", "ROOT") and own.nbor(-1).lower_ != "that"
    return stray and any(one.dep_ == "dobj" for one in token.rights)


def _first(doc: Doc, setting: Setting) -> Token | None:
    assert setting.opening is not None
    words = setting.words
    limit = setting.prefix + len(setting.opening.split()) + 2
    inside = [token for token in doc[setting.prefix : min(limit, len(doc))] if token.tag_ != "RB"]
    for token in inside:
        if words.find(token, "verb", "heed", *FORMS, "voice", "utter") or words.table("verb", "attitude").get(
            token.lower_
        ):
            return token
    return next((token for token in inside if token.pos_ in ("VERB", "ADJ")), inside[0] if inside else None)


def _says(token: Token, first: Token, words: Vocabulary) -> bool:
    if token.tag_ in ("JJ", "VBN"):
        return token.lower_ in words.table("verb", "attitude")
    if words.find(token, "verb", *FORMS) or (first.tag_ == "VBG" and words.find(token, "verb", "heed")):
        return True
    voices = words.find(token, "verb", "voice", "utter") is not None
    return voices and any(one.dep_ == "dobj" and words.find(one, "noun", "saying") for one in token.rights)


def _noun_read(token: Token, words: Vocabulary) -> bool:
    """Whether a verb was taken for a plural noun: ", and welcomes the efforts"; not "requests"."""
    word = words.find(token, "verb", *FORMS)
    if word is not None and len(word.words) > 1:
        return True  # "calls for"
    if token.nbor(-1).tag_ in ("DT", "JJ", "PDT"):
        return False  # "as well as all acts of provocation"
    lemma = token.lower_[:-1]
    if any(lemma in words.table("noun", form) for form in ("saying", "zero", "light", "help")):
        return False
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in ("DT", "PRP$", "NNP", "IN")


def _before(token: Token, setting: Setting) -> Token:
    """What stands before a verb and its adverbials: ", and also", "while further"."""
    doc, first = token.doc, setting.prefix
    at = token.i - 1
    while at > first and doc[at].tag_ in ("RB", "RBR"):
        at -= 1
    start = at
    while at > max(first, start - 4) and doc[at].tag_ in ("DT", "NN", "IN", "TO"):
        at -= 1  # "and to this end urges", "and in that regard requests"
    return doc[at] if token.tag_ == "VBZ" and doc[at].tag_ == "CC" else doc[start]


def _relative(token: Token) -> bool:
    head = token
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("relcl", "acl", "pcomp")
