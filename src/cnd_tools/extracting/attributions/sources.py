"""Who holds a position: those named before a verb or after its "by", and the subject that holds what a verb says."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from cnd_tools.extracting.attributions.enumerations import enumerated
from cnd_tools.extracting.attributions.offices import as_one, holds_office, names_office, titled
from cnd_tools.extracting.attributions.others_beside import all_with, listed_before, others_unnamed, past_those_who
from cnd_tools.extracting.attributions.source_nouns import (
    ADJUNCT,
    body_spoken_for,
    exchange,
    extent,
    past_adjunct,
    person_with_office,
    quoted,
    says_whose,
    stands_for_organ,
    statement,
    unlisted,
)
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, NOUNS, VERBS, child, coordinated, neighbour, tokens
from cnd_tools.extracting.matches import Source
from cnd_tools.extracting.rulebook import rule

# What comes after one of these says which holder is meant and is no holder itself: "speakers from Africa", "(Norway)".
_NESTS = frozenset(("IN", "TO", "WDT", "WP", "WP$", "-LRB-", "VBG", "VBN"))


def before(verb: Token, subject: Token, context: PointContext) -> Iterator[Source]:
    """Yield the holders named from the subject's first word to the verb, with those who join or oppose them.

    Those who join may stand in front: "Supported by Malaysia, he suggested".
    """
    first = subject.head if subject.i < subject.head.i < verb.i else verb
    start = subject.left_edge.i
    for token in tokens(context.doc, start, first.i):
        if token.text.endswith(":"):  # "Capacity building: CANADA said", "Fees (12.5(c)): Ana Lind said"
            start = token.i + 1
    listed = listed_before(start, subject.sent.start, context)
    start = listed.i if listed is not None else start
    yield from _in_front(subject.sent.start, start, context)
    yield from as_one(list(_scan(start, first.i, subject if start <= subject.i else None, context)), context)
    if first != verb:
        yield from _joined_later(first, verb, context)
    yield from represented(verb, context)


@rule("source.in_front")
def _in_front(opening: int, start: int, context: PointContext) -> Iterator[Source]:
    """Those who join or are spoken for in front of it all: "Speaking on behalf of the Group of 77, Fiji said"."""
    doc = context.doc
    joining = context.words.marker(doc[opening], "joining")
    together = joining is not None and joining.words[1:] == ("with",)  # "Together with Malaysia, he suggested"
    together = together or (opening < start and all_with(doc[opening], start, context))
    if opening < start and (together or context.words.find(doc[opening], "verb", "ally")):
        yield from _scan(opening, start, None, context)
    elif opening < start and doc[opening].tag_ in ("IN", "VBG") and doc[start - 1].text == ",":
        named = (one.i for one in doc[opening:start] if context.words.marker(one, "representing"))
        first = next(named, start)  # "Making a statement on behalf of the Group"
        yield from _scan(first, start, None, context)


@rule("source.joined_later")
def _joined_later(first: Token, verb: Token, context: PointContext) -> Iterator[Source]:
    """Those who join for a second verb only: "Norway regretted this and, joined by Iceland, asked that"."""
    doc = context.doc
    for at in range(verb.i - 1, first.i + 1, -1):
        if doc[at].tag_ in FINITE:
            return
        if doc[at].text == "," and doc[at - 1].tag_ == "CC":
            token = doc[at + 1]
            if context.words.find(token, "verb", "ally") or context.words.marker(token, "joining"):
                yield from _scan(at + 1, verb.i, None, context)
            return


@rule("source.represented")
def represented(verb: Token, context: PointContext) -> Iterator[Source]:
    """Yield those a holder speaks for or is with, named behind the verb: "stated, on behalf of Peru, that".

    Args:
        verb: the reporting verb, or the last word of a holder's name.
        context: the point.
    """
    parted = neighbour(verb).text == ","
    token = neighbour(verb, 2) if parted else neighbour(verb)
    beside = parted and token.lower_ == "with" and verb.tag_ in VERBS  # "requested, with Mali, to delete the text"
    if beside or context.words.marker(token, "representing"):
        rest = context.doc[token.i + 1 : verb.sent.end]
        end = next((one.i for one in rest if one.text in (",", ";", ".") or one.lower_ == "that"), token.i)
        yield from _scan(token.i, end, None, context)


@rule("source.inverted")
def inverted(subject: Token, context: PointContext) -> Iterator[Source]:
    """Yield the holders named after the verb: "said one delegate"."""
    yield from named(subject, context)


def named(noun: Token, context: PointContext) -> Iterator[Source]:
    """Yield the holders that a noun and those coordinated with it name."""
    for head in coordinated(noun):
        yield from _holders(head, "", -1, context)


@rule("source.by")
def after(by: Token, context: PointContext) -> Iterator[Source]:
    """Yield the holders that a preposition ("by") governs."""
    for one in by.children:
        if one.dep_ in ("pobj", "pcomp"):
            named = enumerated(one, context) or list(coordinated(one))
            for head in named:
                yield from _holders(head, "", -1, context)
            last = max((mention.end for mention in context.of(named[-1])), default=named[-1].i + 1) - 1
            yield from represented(context.doc[last], context)


def holders(head: Token, context: PointContext) -> Iterator[Source]:
    """Yield those whom one noun names."""
    yield from _holders(head, "", -1, context)


@rule("source.by_order")
def beside(verb: Token, context: PointContext, *, loose: bool = False) -> Iterator[Source]:
    """Yield the holders named before a verb by the order of the words alone, for sentences that defeat the parser.

    "On INDCs, the US, supported by the MARSHALL ISLANDS and opposed by the LDCs, proposed …": between commas, the first
    part that is no adjunct names the holder, and only parts that add holders stand between it and the verb.

    Args:
        verb: the reporting verb.
        context: the point.
        loose: whether the verb hangs on "with": "with the US and Japan opposing".
    """
    doc = context.doc
    edge = verb.i
    while edge > verb.sent.start and (doc[edge - 1].tag_ in ("RB", "MD") or doc[edge - 1].dep_ in ("aux", "neg")):
        edge -= 1
    if edge > verb.sent.start + 1 and (doc[edge - 1].tag_ == "CC" or doc[edge - 1].text == ";"):
        yield from _same(verb, context)
        return
    parts = _parts(verb, edge, context, loose)
    for number, (first, end) in enumerate(parts):
        start = past_adjunct(doc[first], end, context).i
        named = (one for one in doc[start:end] if _may_hold(one, context))
        head = next((one for one in named if not says_whose(one, context)), None)
        if head is None or (head.i != start and doc[start].tag_ in ADJUNCT):
            continue  # a name that no model knows may be tagged so itself: "Nauru, for the Group, said"
        if all(_adds(_first(doc, *part), context) for part in parts[number + 1 :]):
            yield from _in_front(verb.sent.start, start, context)
            yield from as_one(list(_scan(start, edge, head, context)), context)
        return
    if not parts and verb.dep_ == "conj" and verb.head.tag_ in FINITE and verb.head.i < verb.i:
        yield from beside(verb.head, context)


def past_others(verb: Token, between: Token, context: PointContext) -> Iterator[Source]:
    """Yield those who go on with a second verb past others put before it: "Peru noted this and, with Chad, opposed it".

    Args:
        verb: the second verb.
        between: the conjunction after which the others are named.
        context: the point.
    """
    yield from _same(verb, context)
    yield from _scan(between.i + 2, verb.i, None, context)


def _same(verb: Token, context: PointContext) -> Iterator[Source]:
    """Those who hold the first thing a sentence reports: "China drew attention to …, and recalled"."""
    for token in context.doc[verb.sent.start : verb.i]:
        if token.tag_ in FINITE and context.words.find(token, "verb", "say", "direct"):
            noun = child(token, "nsubj")
            found = list(before(token, noun, context)) if noun is not None and noun.i < token.i else []
            if noun is None and (neighbour(token, -1).text == "," or neighbour(token, -1).i in context.at):
                found = list(beside(token, context))
            if found or noun is None or token.dep_ != "ccomp":  # "The text says that the Board urged …; and notes"
                yield from found
                return


def _may_hold(token: Token, context: PointContext) -> bool:
    """Whether a token names somebody: an actor, a person by his office, a person with one."""
    return token.i in context.at or names_office(token, context) or person_with_office(token, context)


def _parts(verb: Token, edge: int, context: PointContext, loose: bool) -> list[tuple[int, int]]:
    """The stretches between commas before a verb, back to where its clause begins.

    A clause begins at a sign, at "while", for a participle at "with", and for a finite verb after the one before it.
    """
    doc, first = context.doc, verb.sent.start
    parts: list[tuple[int, int]] = []
    end = at = edge
    while at > first:
        token = doc[at - 1]
        if token.text in (":", ";", "“") or (token.tag_ in FINITE and not loose):
            break
        begins = token.lower_ == "while" or (token.lower_ == "with" and loose)
        if begins or token.text == ",":
            parts.append((at, end))
            end = at - 1
        if begins:
            return [part for part in parts[::-1] if part[0] < part[1]]
        at -= 1
    if at == first or doc[at - 1].tag_ not in FINITE:
        parts.append((at, end))
    elif not _fronted(doc, first, at - 1):
        # what goes on after another verb begins with a conjunction: ", and Japan preferred"
        parts = parts[: next((n + 1 for n, part in enumerate(parts) if doc[part[0]].tag_ == "CC"), 0)]
    return [part for part in parts[::-1] if part[0] < part[1]]


def _fronted(doc: Doc, first: int, finite: int) -> bool:
    """Whether a finite verb is of what stands in front: "Noting that time was short, Norway, for the EU, asked"."""
    return doc[first].tag_ in ("VBG", "IN") and not any(one.tag_ in FINITE for one in doc[first:finite])


def _first(doc: Doc, start: int, end: int) -> Token:
    """The first word of a part, an adverb passed over: "also speaking for others"."""
    return doc[start + 1] if doc[start].tag_ == "RB" and start + 1 < end else doc[start]


def _adds(token: Token, context: PointContext) -> bool:
    """Whether a part between commas adds holders: "supported by …", "with …", "on behalf of …", "and Japan"."""
    return bool(
        context.words.find(token, "verb", "ally")
        or context.words.marker(token, "adding")
        or token.i in context.at
        or context.named_one(token)  # "the Special Rapporteur on violence against women, its causes and"
        or token.tag_ in NOUNS | {"JJ", "DT"}
        or (token.tag_ == "VBG" and context.words.find(token, "verb", "say", "heed"))  # "Peru, noting the lack,"
    )


def _scan(start: int, end: int, subject: Token | None, context: PointContext) -> Iterator[Source]:
    """Those who hold it among the tokens from `start` to `end`, the subject or whoever is named, in order of the text.

    Who is named after "supported by" is an ally; who is named only to say which one is meant (`_NESTS`) is passed over.
    """
    doc = context.doc
    stance, ally, nested, nobody, index = "", -1, False, False, start
    person = -1  # the last token of a person's name, after which commas part his offices: "Ms. Lind, Director, Sweden,"
    edge = subject.left_edge.i if subject is not None else start
    while index < end:
        token = doc[index]
        word = context.words.find(token, "verb", "ally")
        if word:
            stance, ally, nested, index = word.field("stance"), index, False, index + len(word.words)
            continue
        joining = context.words.marker(token, "joining")
        past = past_those_who(token, end, context) if joining else None
        if past is not None:
            index = past
            continue
        if joining:
            aside = joining.words == ("for",) and neighbour(token, -1).text == ","  # "Sudan, for the Group, said"
            ally = ally if stance else index if aside or context.words.marker(token, "representing") else ally
            nested, index = nobody, index + len(joining.words)
            continue
        if token.text in (",", ")", ";"):
            nested = False
        elif token.tag_ in _NESTS and index > edge and token.dep_ not in ("amod", "quantmod", "compound"):
            nested = nested or not context.named_one(token)  # "the Group of Arab States and Peru"
        elif not nested and not says_whose(token, context) and (token == subject or _party(token, stance, context)):
            said = titled(token, person, ally, context) or holds_office(token, subject, context)
            found = [] if said else list(_holders(token, stance, ally, context))
            nobody = nobody or (token == subject and not found)  # "projects, including those of UNODC, noted"
            person = next((one.end for one in found if one.mention and one.mention.type == "person"), person)
            person = max(person, context.person_until(token))
            yield from found
        index += 1


def _named(token: Token, context: PointContext) -> bool:
    """Whether a token names somebody, or says how many of them there are: "opposed by a number of delegations"."""
    if token.i in context.at:
        return not (_titles(token, context) or _its_own(token))
    counted = context.counted(token) if token.tag_ in ("NN", "NNS") else None
    return counted is not None and counted.i in context.at


def _party(token: Token, stance: str, context: PointContext) -> bool:
    """Whether a token is of somebody who may hold something; "for Africa" says of which region a director is."""
    regions = bool(context.at.get(token.i)) and all(one.type == "region" for one in context.at[token.i])
    return (_named(token, context) and not regions) or (bool(stance) and others_unnamed(token, context))


def _its_own(token: Token) -> bool:
    """Whether somebody belongs to a holder that is named already: "on behalf of its member States"."""
    return any(one.tag_ == "PRP$" for one in token.lefts)


def _titles(token: Token, context: PointContext) -> bool:
    """Whether a name only stands before a longer one's head: "UN" and "Secretary-General" before "Kofi Annan"."""
    following = max(mention.end for mention in context.at[token.i])
    return following < len(context.doc) and context.doc[following].tag_ in ("NNP", "NNPS") and following == token.i + 1


def _holders(head: Token, stance: str, ally: int, context: PointContext) -> Iterator[Source]:
    """Those whom one noun or pronoun names: known actors, or else a holder the lexicon does not know."""
    found = context.of(head)
    body = body_spoken_for(head, context) if all(mention.type == "meeting" for mention in found) else None
    if body is not None:
        yield Source(body.actor, body.name, body.start, body.end, extent(head, "person", context), stance, body, ally)
        return
    for mention in found:
        first = head.left_edge.i if mention.end <= head.left_edge.i else mention.start  # "Its delegation asked"
        span = context.doc[min(first, head.i) : max(mention.end, head.i + 1)]
        if any(one.lower_ == "no" for one in head.lefts):
            return  # "opposed by no delegation"
        how_many = extent(head, "meeting" if stands_for_organ(mention, context) else mention.type, context)
        text = span.text if span.start >= context.prefix else ""
        yield Source(mention.actor, text, span.start, span.end, how_many, stance, mention, ally)
    if found:
        return
    at = (head.text, head.i, head.i + 1)
    countable = head.tag_ in ("CD", "DT", "JJ", "JJS", "RBS", "NNS", "NN") or head.lower_ == "one"
    countable = countable or (bool(head.is_sent_start) and head.tag_ == "NNP")  # "Several welcomed the report"
    countable = countable and "Dem" not in str(head.morph)  # "this suggested that"
    counted = context.words.find(head, "extent") if countable else None
    of = context.counted(head) if counted is not None else None
    new = unlisted(of or head, context) if counted is None or of is not None else None
    if counted and new is None:  # "others", "many": of those who spoke before
        before = (context.words.find(one, "extent") for one in head.lefts)
        known = (word.entry.id for word in before if word is not None and word.entry.id != "one")  # "many others"
        said = next(known, counted.entry.id)
        yield Source(None, *at, said, stance, None, ally)
    elif new is not None:
        yield Source(new.actor, *at, extent(head, new.type, context), stance, new, ally)
    elif head.tag_ == "PRP" and head.lower_ != "you" and not quoted(head):
        yield Source(None, *at, extent(head, "person", context), stance, None, ally)
    elif statement(head, context):
        yield from _whose_statement(head, context)
    elif exchange(head, context):
        yield Source(None, *at, "unstated", stance, None, ally)


def _whose_statement(head: Token, context: PointContext) -> Iterator[Source]:
    for one in head.children:
        if one.dep_ == "poss" and context.of(one):
            yield from holders(one, context)
        elif one.dep_ == "prep" and one.lower_ in ("of", "by", "from"):
            yield from (each for each in after(one, context) if each.mention is not None)
