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
    words = setting.words
    for token in doc[first.i + 1 :]:
        if token.tag_ not in _forms(first) or not _begins(token, setting) or not _says(token, words):
            continue
        if own_subject(token) is None and not _relative(token):
            yield token


def _first(doc: Doc, setting: Setting) -> Token | None:
    assert setting.opening is not None
    words = setting.words
    limit = setting.prefix + len(setting.opening.split()) + 2
    inside = [token for token in doc[setting.prefix : min(limit, len(doc))] if token.tag_ != "RB"]
    for token in inside:
        if words.find(token, "verb", *FORMS, "voice", "utter") or words.table("verb", "attitude").get(token.lower_):
            return token
    return next((token for token in inside if token.pos_ in ("VERB", "ADJ")), inside[0] if inside else None)


def _says(token: Token, words: Vocabulary) -> bool:
    if token.tag_ in ("JJ", "VBN"):
        return token.lower_ in words.table("verb", "attitude")
    if words.find(token, "verb", *FORMS):
        return True
    voices = words.find(token, "verb", "voice", "utter") is not None
    return voices and any(one.dep_ == "dobj" and words.find(one, "noun", "saying") for one in token.rights)


def _forms(first: Token) -> tuple[str, ...]:
    if first.tag_ == "VBG" or not first.lower_.endswith("s"):
        return ("VBG", "JJ", "VBN")
    return ("VBZ", "VBG") if first.tag_ in ("VBZ", "NNS", "VBP") else ("VBG", "VBZ")


def _begins(token: Token, setting: Setting) -> bool:
    """Whether only adverbs stand between the verb and a comma or conjunction: ", and also", "while further"."""
    at = token.i - 1
    while at >= setting.prefix and token.doc[at].tag_ in ("RB", "RBR"):
        at -= 1
    before = token.doc[at]
    if token.tag_ == "VBG" and before.text == "," and token.dep_ in ("prep", "amod"):
        return False
    return before.text in (",", ";") or before.tag_ == "CC" or before.lower_ == "while"


def _relative(token: Token) -> bool:
    head = token
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("relcl", "acl", "pcomp")
