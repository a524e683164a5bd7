"""A name that the parser took apart is put together again: "support developing countries" develops nothing.

Rules trust the tree, and a repaired tree serves all of them; so the Doc is copied, and the copy's arcs are mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from cnd_tools.extracting.grammar.tree import NOUNS, VERBS
from cnd_tools.extracting.rulebook import rule

_PARTICIPLES = ("VBG", "VBN", "VBD")
# What a noun is where a clause that begins with the participle before it was seen.
_AS_NOUN = {"pcomp": "pobj", "csubj": "nsubj", "csubjpass": "nsubjpass", "npadvmod": "dobj", "amod": "dobj"}
_KEPT = frozenset(("ROOT", "conj", "dobj", "pobj", "nsubj", "nsubjpass", "dative", "attr", "appos"))


def whole_names(doc: Doc, spans: Iterable[tuple[int, int]]) -> Doc:
    """Return the Doc itself, or a copy in which each name hangs by its last noun.

    Args:
        doc: a parsed text.
        spans: the first token of each name, and the one after its last.
    """
    apart = list(_apart(doc, spans))
    if not apart:
        return doc
    mended = doc.copy()
    for start, end in apart:
        _join(mended[start:end])
    return mended


@rule("repair.name_apart")
def _apart(doc: Doc, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield names whose last noun hangs by the participle before it: "helped | developing countries"."""
    for start, end in spans:
        last = doc[end - 1]
        if end - start < 2 or last.tag_ not in NOUNS or last.head.i != end - 2 or last.head.tag_ not in _PARTICIPLES:
            continue
        root = doc[start:end].root
        if root.i != last.i and (root.dep_ == "ROOT" or root.head.sent == last.sent):
            yield start, end


def _join(name: Span) -> None:
    """Hang a name by its last noun, in the place of whatever it hung by, and the rest of the name by that noun."""
    last, root = name[-1], name.root
    above, label = root.head, root.dep_
    outside = [one for token in name for one in token.children if not name.start <= one.i < name.end]
    last.head = last if above == root else above
    last.dep_ = label if label in _KEPT else _AS_NOUN.get(label, _of_verb(last, above))
    for token in name[:-1]:
        if token.head.i == last.i or not name.start <= token.head.i < name.end or token.i >= root.i or token == root:
            token.head = last
            token.dep_ = "amod" if token.tag_ in _PARTICIPLES else token.dep_
    for one in outside:
        one.head = above if above != root and above.tag_ in VERBS and one.i > last.i else last


def _of_verb(noun: Token, above: Token) -> str:
    """What a noun is to the word it hangs by: the subject of a verb after it, the object of one before it."""
    return "nsubj" if above.i > noun.i else "dobj"
