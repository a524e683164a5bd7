"""Series of nouns and gerunds under one preposition: "the need for aid and training, as well as reform"."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from cnd_tools.extracting.grammar.clauses import FARTHEST, FINITE, NOUNS, child, neighbour, tokens
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB", "TO"))
# What may stand before the head of a noun phrase (Penn Treebank tags).
_BEFORE_NOUN = NOUNS | {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "VBN", "VBG", "RB", "RBR", "HYPH", "POS", "AFX"}
_AFTER_GERUND = frozenset(("DT", "PRP$", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "IN", "VBN", "CD", "RB"))
_ATTRIBUTES = frozenset(("amod", "compound", "pobj", "conj"))
_CLIMB = 12  # nouns at most from the last of a series to its first


@rule("coordination.nominal_series")
def nominal_series(preposition: Token, first: Token, words: WordClasses) -> list[Token]:
    """Return the nouns and gerunds that go on with the first one after a preposition, in order of the text.

    A small parser hangs the members of a long series anywhere; what parts them, and what they begin with, it does not
    change. A noun after a complement ("the harmonization of rules and fees") belongs to the complement unless the
    preposition comes again, an article and "of" set it apart, or the parse says so.

    Args:
        preposition: the "for" or "of" that governs them.
        first: what it governs by the parse.
        words: the word classes.
    """
    doc, found = first.doc, _Series(first, first, words)
    at, stop = first.i + 1, min(first.sent.end, first.i + FARTHEST)
    while at < stop and not _ends(doc[at], words):
        after, closing = _joint(doc, at, stop)
        if after == at:
            found.pass_over(doc[at])
            at += 1
            continue
        again = doc[after].lower_ == preposition.lower_
        if not again and (_ends(doc[after], words) or _opens(doc[after], words)):
            break
        member = _member(doc, after + again, stop, gerunds=first.tag_ == "VBG")
        if member is not None and words.find(member, "strength", "noun"):
            break  # "the need for funds and the importance of training": the other says for itself what it governs
        if member is not None and found.goes_on(member, doc[after + again], again=again, closing=closing):
            found.take(member, closing=closing)
            at = member.i + 1
        else:
            at = after
    return [*found.members, *found.unclosed()]


def _ends(token: Token, words: WordClasses) -> bool:
    """Whether a series cannot go on past this token: a clause begins, a purpose, an example or another sentence."""
    begins = token.tag_ in FINITE or token.tag_ in _RELATIVE or words.marker(token, "example") is not None
    return begins or token.text in (";", ":", ".", "(") or token.lower_ in ("that", "while", "whether")


def _opens(token: Token, words: WordClasses) -> bool:
    """Whether a paragraph's next opening stands here: ", and reaffirming its resolution", ", and bearing in mind"."""
    said = token.tag_ == "VBG" and words.find(token, "verb", "say", "heed") is not None
    return said and "," in (neighbour(token, -1).text, neighbour(token, -2).text)


def _joint(doc: Doc, at: int, stop: int) -> tuple[int, bool]:
    """Where what joins two members ends, and whether it closes the series: ",", "and", ", as well as"."""
    start, closing = at, False
    if doc[at].text == ",":
        at += 1
    if [one.lower_ for one in tokens(doc, at, at + 3)] == ["as", "well", "as"]:
        return min(at + 3, stop), True
    if at < stop and doc[at].lower_ == "and":
        at, closing = at + 1, True
        at += at < stop and doc[at].lower_ in ("also", "further")
    return (at if at < stop else start), closing


def _member(doc: Doc, at: int, stop: int, *, gerunds: bool) -> Token | None:
    """The gerund that begins here, or the head of the noun phrase that does."""
    first = doc[at] if at < stop else None
    if first is None:
        return None
    loose = gerunds or first.dep_ not in ("amod", "compound")
    if first.tag_ == "VBG" and loose and neighbour(first).tag_ in _AFTER_GERUND:
        return first
    end = at
    while end < stop and doc[end].tag_ in _BEFORE_NOUN and (doc[end].tag_ != "VBG" or doc[end].dep_ in _ATTRIBUTES):
        end += 1
    last = doc[end - 1]
    return last if end > at and last.tag_ in ("NN", "NNS") else None


def _apart_by_of(beginning: Token, member: Token, words: WordClasses) -> bool:
    """Whether "as well as" sets a verbal noun with its own "of" apart: "reform of laws as well as review of fees".

    So does what tells whose it is: "as well as cooperation between States".
    """
    of = any(one.lower_ in ("of", "between", "among") for one in member.rights if one.dep_ == "prep")
    return of and neighbour(beginning, -1).lower_ == "as" and verb_of(member, words) is not None


@dataclass
class _Series:
    """A series as far as it was read.

    Attributes:
        first: its first member.
        last: the member read last.
        words: the word classes.
        members: those that go on with the first.
        waiting: members after a comma, which belong to it where "and" closes it.
        complement: the preposition after the last member; "of" too where it is a gerund, which takes objects.
        only_of: whether no other preposition than "of" stands after it.
        nested: whether a gerund stands in a complement: "cooperation in building roads and training drivers".
    """

    first: Token
    last: Token
    words: WordClasses
    members: list[Token] = field(default_factory=list)
    waiting: list[Token] = field(default_factory=list)
    complement: str = ""
    nested: bool = False
    only_of: bool = True

    def __post_init__(self) -> None:
        acting = self.first.dep_ == "pcomp" or child(self.first, "dobj") is not None
        self.complement = "of" if self.first.tag_ == "VBG" and acting else ""

    def pass_over(self, token: Token) -> None:
        """See what stands after a member."""
        if token.tag_ == "IN":
            self.complement = self.complement or token.lower_
            self.only_of = self.only_of and token.lower_ == "of"
        self.nested = self.nested or (token.tag_ == "VBG" and token.dep_ == "pcomp")

    def take(self, member: Token, *, closing: bool) -> None:
        """Take a member in, with those that waited for the last."""
        self.waiting.append(member)
        self.last, self.complement, self.only_of = member, "of" if member.tag_ == "VBG" else "", True
        if closing:
            self.members.extend(self.waiting)
            self.waiting = []

    def unclosed(self) -> list[Token]:
        """Members that no "and" closes, two or more with an "of" of their own: "the cutting of A, the sale of B"."""
        whole = [one for one in self.waiting if any(two.lower_ == "of" for two in one.rights)]
        alike = [one for one in whole if one.left_edge.tag_ == "DT" and verb_of(one, self.words) is not None]
        return alike if len(alike) == len(self.waiting) > 1 else []

    def goes_on(self, member: Token, beginning: Token, *, again: bool, closing: bool) -> bool:
        """Whether a member goes on with the series, and not with what stands in the complement of the last."""
        if again:
            self.nested = False
            return True
        if self.nested:
            return False
        if member.tag_ == "VBG":
            return closing or self.first.tag_ == "VBG"
        if not self.complement or _apart_by_of(beginning, member, self.words):
            return True
        apart = beginning.tag_ in ("DT", "PRP$") and child(member, "prep") is not None
        besides = neighbour(beginning, -1).lower_ == "as" and child(member, "compound") is not None
        if self.complement != "of" or besides:  # ", as well as capacity-building"
            return self._hangs(member)
        bare = self.only_of and member == beginning and neighbour(member).lower_ == "of"  # "creation of posts"
        # "the adoption of laws, the training of judges and the return of assets"
        verbal = verb_of(member, self.words) is not None or (apart and closing and bool(self.waiting))
        return (apart or bare) and self.last.tag_ != "VBG" and verbal

    def _hangs(self, member: Token) -> bool:
        """Whether the parse coordinates a noun with a member, or with what governs the series."""
        for _ in range(_CLIMB):
            if member.dep_ != "conj":
                return False
            member = member.head
            if member == self.first or member in self.members or member in self.waiting:
                return True
        return False
