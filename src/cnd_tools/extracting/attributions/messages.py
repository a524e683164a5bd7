"""The message of a position: what is held, without the holder and the reporting words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Token

from cnd_tools.extracting.attributions.phrases import inside_of
from cnd_tools.extracting.grammar.clauses import FINITE, NOUNS, VERBS, child, first_of, neighbour, passive, subject
from cnd_tools.extracting.matches import Attribution, How
from cnd_tools.extracting.rulebook import rule

_OPEN = frozenset(("“", "‘", "(", "[", '"', "'"))
_CLOSE = frozenset(("”", "’", ")", "]", '"', "'"))
_ASIDES = frozenset(("advcl", "advmod", "npadvmod", "prep"))  # when and how it was said: "he said today, adding that"
_NAMES = frozenset(("NNP", "NNPS", "NNS", "PRP"))  # tags of whom something is told
_LONGEST_OFFICE = 8  # words at most from a comma to a name with its office before it
_DEEPEST = 60  # steps at most up a parse; "said that it said that" goes on without end


def message(attribution: Attribution, others: Sequence[Attribution], doc: Doc, prefix: int, text: str) -> str | None:
    """Return what is held; a fronted adjunct ("On INDCs, …") stands at its end.

    Args:
        attribution: the position.
        others: all positions of the Doc, in order; the message ends where one begins that it does not govern.
        doc: the Doc it was found in.
        prefix: characters that stand before the point's text in the Doc.
        text: the point's text, from which the words are taken as printed.
    """
    if attribution.how is How.SIGNED:
        return _printed(doc, _asked(others, prefix, doc), prefix, text) or None
    said = [_printed(doc, part, prefix, text) for part in _parts(attribution, others)]
    adjunct = _fronted(attribution, others)
    if adjunct is not None and any(said) and not _around(attribution):
        words = _printed(doc, adjunct, prefix, text)
        said[-1] += f", {words[:1].lower()}{words[1:]}"
    return " ".join(filter(None, said)) or None


def _asked(others: Sequence[Attribution], prefix: int, doc: Doc) -> tuple[int, int]:
    """What those who sign an item ask for: all before the first of their names."""
    first = min(one.source.start for one in others if one.how is How.SIGNED)
    return next(token.i for token in doc if token.idx >= prefix), first


def _printed(doc: Doc, tokens: tuple[int, int], prefix: int, text: str) -> str:
    start, end = _trimmed(doc, *tokens, quotes="“" in text)
    return text[doc[start].idx - prefix : doc[end - 1].idx + len(doc[end - 1]) - prefix] if start < end else ""


def _parts(attribution: Attribution, others: Sequence[Attribution]) -> list[tuple[int, int]]:
    verb = attribution.verb
    start, end = _past_addressee(attribution), _reach(attribution, others)
    parts: list[tuple[int, int]] = []
    thing = _passed(attribution)
    if thing is not None:
        parts.append(thing)
    by = next((one for one in verb.rights if one.dep_ == "agent"), None) if attribution.source.start > verb.i else None
    if by is not None and start <= by.i < end:
        parts.append((start, by.i))
        start = max(one.source.end for one in (attribution, *others) if one.verb == verb)
    if start < end:
        parts.append((start, end))
    quoted = _quoted(attribution)
    return _around(attribution) or ([quoted] if quoted else parts)


def _past_addressee(attribution: Attribution) -> int:
    """Where a message begins, past whoever is told it: "reminded the Board that time was short"."""
    told = _addressee(attribution.verb)
    that = neighbour(told.right_edge) if told is not None else None
    clause = that.head if that is not None and that.lower_ == "that" and that.dep_ == "mark" else None
    beside = clause is not None and clause.dep_ == "ccomp" and clause.head == attribution.verb
    return that.i if beside and that is not None and that.i > attribution.end else attribution.end


def _addressee(verb: Token) -> Token | None:
    """Who may be told something, the object of a verb; not the pleasure of "expressed pleasure that"."""
    told = child(verb, "dobj")
    return told if told is not None and (told.tag_ in _NAMES or any(one.tag_ == "DT" for one in told.lefts)) else None


@rule("message.around")
def _around(attribution: Attribution) -> list[tuple[int, int]]:
    """What stands around an inserted clause or phrase: "aid, they said, was needed", "prices fell, he said"."""
    verb = attribution.verb
    inside = inside_of(attribution)
    before = next((one for one in verb.lefts if one.dep_ == "ccomp"), None)
    apart = before is not None and verb.doc[before.right_edge.i + 1].text == ";"  # "Some agreed; others opposed it"
    if inside is None and before is not None and not apart and not _goes_on(verb):
        return [(before.left_edge.i, before.right_edge.i + 1)]
    if inside is None:
        return []
    start, end = _aside(attribution)
    first, last = verb.sent.start, verb.sent.end
    if (
        inside.dep_ in ("relcl", "ccomp", "conj") and attribution.how is not How.PHRASED
    ):  # "spoke of towns that, he said,"
        first, last = inside.left_edge.i, inside.right_edge.i + 1
    return [(one, two) for one, two in ((first, start), (end, last)) if one < two]


def _goes_on(verb: Token) -> bool:
    """Whether something is said after a verb: "cuts, he said, and added that"; not "cuts, he told the Board"."""
    told = _addressee(verb)
    return any(not (one.is_punct or one.dep_ in _ASIDES or one == told) for one in verb.rights)


def _aside(attribution: Attribution) -> tuple[int, int]:
    """Where an inserted clause or phrase begins and ends, up to the comma after it."""
    verb, source = attribution.verb, attribution.source
    doc = verb.doc
    if attribution.how is How.PHRASED:
        start, end = (verb.head.i if verb.tag_ in NOUNS else verb.i), max(source.end, attribution.end)
    else:
        start, end = verb.left_edge.i, attribution.end
    while end < verb.sent.end and not (doc[end].is_punct and doc[end].text != "-"):
        end += 1
    return start, end


@rule("message.passed")
def _passed(attribution: Attribution) -> tuple[int, int] | None:
    """What a passive says something of: "Opiates were identified as the biggest problem"; not "it", not "concern"."""
    verb = attribution.verb
    if verb.tag_ not in ("VBN", "VBD") or attribution.how in (How.ACTIVE, How.LIKEWISE):
        return None
    if attribution.how is How.TAKEN_UP and verb.i > 1:  # "a US proposal, supported by Norway"
        first = first_of(verb)  # "a US proposal, supported by Norway and opposed by Japan"
        noun = neighbour(first, -2) if neighbour(first, -1).text == "," else neighbour(first, -1)
        if noun.tag_ in NOUNS:
            return noun.left_edge.i, noun.i + 1
    if attribution.source.start <= verb.head.i < attribution.source.end:
        return None  # "One delegation enquired about the costs", read as a participle
    if verb.dep_ in ("acl", "relcl") and verb.head.i < verb.i and child(verb, "nsubj") is None:
        return verb.head.left_edge.i, _before(verb)
    thing = subject(verb) if passive(verb) else None
    if thing is None or thing.tag_ in ("PRP", "WDT", "EX") or attribution.lemma.endswith(f" {thing.lower_}"):
        return None
    return _first_of(thing), _last_of(thing, verb)


def _first_of(thing: Token) -> int:
    """Where a subject begins, adjectives included that the parser hung elsewhere: "Illegal, unreported fishing was"."""
    start, doc = thing.left_edge.i, thing.doc
    before = doc[thing.sent.start : start]
    return thing.sent.start if all(one.tag_ in ("JJ", "VBN", ",", "CC", "DT") for one in before) else start


def _last_of(thing: Token, verb: Token) -> int:
    """One past the last word of a passive's subject: all up to its auxiliary, where only its words stand between."""
    end = thing.right_edge.i + 1
    aux = next((one.i for one in verb.lefts if one.dep_ in ("auxpass", "aux", "neg") and one.i >= end), end)
    between = verb.doc[end:aux]
    return aux if not any(one.tag_ in FINITE or one.text in (";", ":") for one in between) else end


def _before(clause: Token) -> int:
    """One past the noun a clause describes, without the comma between."""
    at = clause.left_edge.i
    return at - 1 if clause.doc[at - 1].text == "," else at


@rule("message.quoted")
def _quoted(attribution: Attribution) -> tuple[int, int] | None:
    """What stands before an inverted verb: "“Not acceptable,” said one delegate"."""
    verb = attribution.verb
    if attribution.source.start > verb.i and not passive(verb) and verb.doc[verb.i - 1].text in _CLOSE | {","}:
        return verb.sent.start, verb.i
    return None


@rule("message.fronted")
def _fronted(attribution: Attribution, others: Sequence[Attribution]) -> tuple[int, int] | None:
    """Where an adjunct in front stands that names no holder: "On fees, Peru said"; not "With Chad, Peru said"."""
    doc, first = attribution.verb.doc, attribution.verb.sent.start
    if (
        attribution.source.start <= first
        or doc[first].tag_ not in ("IN", "VBG")
        or doc[first].dep_ not in ("prep", "mark")
    ):
        return None
    for token in doc[first : attribution.source.start]:
        if token.text == ",":
            finite = any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") for one in doc[first : attribution.source.start])
            names = any(one.verb == attribution.verb and first <= one.source.start < token.i for one in others)
            return None if finite or names else (first, token.i)
    return None


def _reach(attribution: Attribution, others: Sequence[Attribution]) -> int:
    """One past the last token of what the reporting word governs, up to the next position beside it."""
    verb = attribution.verb
    end = max(verb.right_edge.i + 1, attribution.end)
    unsaid = attribution.how is How.OPENING and end == attribution.end  # "It is concerned that …": "that" hangs by "is"
    if attribution.how is How.ORDER or unsaid:
        end = verb.sent.end
    for one in verb.rights:
        if one.dep_ == "conj" and one.tag_ in VERBS and one.i > attribution.end:
            end = min(end, one.left_edge.i)
    doc = verb.doc
    end = min([end, *_before_holders(attribution, others)])
    for other in islice(others, bisect_right(others, verb.i, key=lambda one: one.verb.i), None):
        if other.verb.i >= end:
            break
        if verb.i < other.source.start < other.verb.i:
            left = doc[other.source.start].left_edge.i
            if doc[left - 1].lower_ in ("with", "while") and doc[left - 2].text == ",":
                end = min(end, left - 1)  # ", with New Zealand opposing …" stands beside it
        if other.verb.i < end and not (_governs(verb, other.verb) and other.source.start > verb.i):
            left = other.verb.left_edge.i if other.verb.left_edge.i > verb.i else other.verb.i
            first = other.source.start if verb.i < other.source.start < other.verb.i else left
            end = min(end, max(first, attribution.end))
    while end > attribution.end and doc[end - 1].lower_ in ("while", "with", "and", "but", "the", ","):
        end -= 1
    return end


def _before_holders(attribution: Attribution, others: Sequence[Attribution]) -> Iterator[int]:
    """Where those begin who are named after a message: "opposed the text, as did Chile", "Welcoming it, Kenya said"."""
    verb = attribution.verb
    for one in others:
        if one.verb == verb and one.how is How.LIKEWISE:
            yield verb.doc[one.source.start].left_edge.i - 2  # "as did Chile"
    if attribution.how is How.PARTICIPLE and attribution.source.start > verb.i:
        yield _comma_before(attribution)


def _comma_before(attribution: Attribution) -> int:
    """The comma before a holder who is named after a participle, or where the holder begins."""
    first = attribution.source.start
    words = attribution.verb.doc[max(attribution.end, first - _LONGEST_OFFICE) : first]
    return next((one.i for one in reversed(words) if one.text == ","), first)


def _governs(verb: Token, inner: Token) -> bool:
    """Whether what `inner` says is part of what `verb` says: "said it could not support the proposal"."""
    for _ in range(_DEEPEST):
        if inner.head == inner or (inner.head == verb and inner.lower_ == "with"):
            return False
        if inner.head == verb:
            return inner.dep_ in ("ccomp", "xcomp", "dobj", "pobj", "prep", "acl", "pcomp")
        inner = inner.head
    return False


def _trimmed(doc: Doc, start: int, end: int, *, quotes: bool) -> tuple[int, int]:
    while start < end and (
        (doc[start].is_punct and doc[start].text not in _OPEN) or doc[start].lower_ == "that" or doc[start].is_space
    ):
        start += 1
    while end > start and ((doc[end - 1].is_punct and doc[end - 1].text not in _CLOSE) or doc[end - 1].tag_ == "CC"):
        end -= 1
    said = [token.text for token in doc[start:end]] if quotes else []
    for at in range(end, min(end + 2, len(doc))) if said.count("“") > said.count("”") else ():
        if doc[at].text == "”":
            return start, at + 1
    return start, end
