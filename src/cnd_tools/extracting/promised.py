"""Which action a time or a quantity belongs to: the verb it hangs by in the parse, else the last one before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from spacy.tokens import Span, Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import child
from cnd_tools.extracting.grammar.columns import text_of
from cnd_tools.extracting.matches import ActionMatch
from cnd_tools.promises.quantities import quantities
from cnd_tools.promises.times import Time, times
from cnd_tools.promises.words import pattern, words

FARTHEST = 40  # words up the tree
DONE = frozenset({"VBD", "VBN", "VBZ", "VBP"})  # not "to achieve", "reducing", which go on with what is asked
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"WDT", "WP"})
BEFORE = 120  # characters before a time that may say that something is awaited by then
_YEAR = 4  # characters of a year alone
_ENDS = re.compile(
    r"\.\s(?=[A-Z“])|;\s"
)  # a sentence; the parser's own ends in the middle of a symbol, "L.17", or at "Nos. 29"
_WIDEST = 200  # tokens between a time and its verb
_APART = frozenset({"at", "over", "throughout"})  # begin no time that says who is asked: "the forum in 2031"
_LIMITS = frozenset({"by", "before", "until", "within"})
_SHARES = frozenset({"%", "percentage points", "times"})  # units of how much of it
_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp", "ccomp"})
_ASIDE = frozenset({"relcl", "acl"})  # "the measures adopted in 2015": when they were adopted, not when to act


def with_promises(actions: Sequence[ActionMatch], context: PointContext) -> list[ActionMatch]:
    """Return the actions of a point, in order, each with the times and the quantities that belong to it."""
    text, above = context.place.text, context.chapeau.times if context.chapeau else ()
    # "Cut by half" and "by 2030" may limit what is asked; "underpinned by 19 billion dollars" says what does it.
    amounts = [(one.start, one.end, one.unit in _SHARES) for one in quantities(text)] if actions else []
    dates = list(times_ahead(context)) if actions else []
    inside = [one for one in dates if any(start <= one.start and one.end <= end for start, end, _ in amounts)]
    events = frozenset(one.start for one in dates if _of_event(one, text))
    due = _owned(((one.start, one.end, True) for one in dates if one not in inside), actions, context, events)
    much = _owned(amounts, actions, context)
    return [
        replace(action, deadline="; ".join(due.get(at, above)), quantity="; ".join(much.get(at, ())))
        if at in due or at in much or above
        else action
        for at, action in enumerate(actions)
    ]


def times_ahead(context: PointContext) -> Iterator[Time]:
    """Yield the times in a point's text that neither tell what was nor are part of a name."""
    text = context.place.text
    yield from (one for one in times(text) if not (_past(one, context) or _named(one, text)))


def _past(one: Time, context: PointContext) -> bool:
    """Whether a time tells what was: a date before the document's year, "the adoption by the Board at its session"."""
    before = context.place.text[max(one.start - BEFORE, 0) : one.start]
    told = pattern("told").search(before) is not None
    dated = before[-2:] != ", " and context.place.text.startswith(("in ", "on "), one.start)
    if one.kind == "session" or (told and dated):
        return told  # "as agreed in Abuja in 2001", "the adoption by the Council on 6 May 2031"
    if one.kind != "date" or one.value is None or context.year is None:
        return False
    return int(one.value.rpartition("/")[2][:4]) < context.year


def _named(one: Time, text: str) -> bool:
    """Whether years are part of a name, or something tells of them: "the plan for 2031–2033", "a report on 2031"."""
    first = text[one.start : one.end].split(None, 1)[0].lower()
    stated = one.kind == "date" and one.value is not None and first in words()["events"]["told_of"]
    stated = stated and not (first == "on" and len(one.value or "") > _YEAR)  # "to publish the plan on 1 May 2031"
    return stated and pattern("of_name").search(text[max(one.start - BEFORE, 0) : one.start]) is not None


def _brings_about(action: ActionMatch) -> bool:
    """Whether what is asked is that an event be: "convene the Conference", "shall take place"."""
    return not {action.lemma, action.aim}.isdisjoint(words()["events"]["verbs"])


def _of_event(one: Time, text: str) -> bool:
    """Whether a date may be an event's own: "the Conference in 2031"; not "by 2031", which bids to be there by then."""
    limit = text[one.start : one.end].split(None, 1)[0].lower() in _LIMITS | {"no", "not"}
    before = text[max(one.start - BEFORE, 0) : one.start]
    return one.kind == "date" and not limit and pattern("of_event").search(before) is not None


def _owned(
    spans: Iterable[tuple[int, int, bool]],
    actions: Sequence[ActionMatch],
    context: PointContext,
    events: Set[int] = frozenset(),
) -> Mapping[int, list[str]]:
    """Return by the place of the action what belongs to it, as printed.

    Of each it is said whether its "by" may limit what is asked. Of the times that begin at `events`, only those belong
    to an action that it brings the event about.
    """
    spans = list(spans)
    if not spans:
        return {}
    verbs = {action.token.i: at for at, action in enumerate(actions)}
    needed = {action.cue.start: at for at, action in enumerate(actions) if action.token.i < action.cue.start}
    places, offsets = sorted(verbs), [token.idx for token in context.doc]
    found: dict[int, list[str]] = {}
    for start, end, may_limit in spans:
        first = bisect_right(offsets, start + context.place.prefix) - 1
        awaited = pattern("awaited").search(context.place.text[max(start - BEFORE, 0) : start]) is not None
        told = pattern("made_of").search(context.place.text[max(start - BEFORE, 0) : start]) is not None
        handed = pattern("to_whom").search(context.place.text[max(start - BEFORE, 0) : start]) is not None
        owner = _within_aim(start + context.place.prefix, actions)
        if owner is None:
            way = context.doc[first]
            owner = _owner(way, verbs, places, needed, awaited=awaited or told, handed=handed, timed=may_limit)
        if owner is None:
            owner = _asked_aside(context.doc[first], actions)
        if owner is not None and start in events and not _brings_about(actions[owner]):
            continue
        if owner is not None and found.get(owner) and _told_of_aim(start, actions[owner], context):
            continue
        if owner is not None and context.place.text[start:end] not in found.setdefault(owner, []):
            found[owner].append(context.place.text[start:end])
    return found


def _told_of_aim(start: int, action: ActionMatch, context: PointContext) -> bool:
    """Whether a second time is of what a report is on: "at its next session, on progress in ending hunger by 2030"."""
    known = words()["reporting"]
    if action.lemma not in known["verbs"] and action.lemma not in known["handing"]:
        return False
    if context.place.text[start:].split(None, 1)[0] not in _LIMITS | {"in"}:
        return False
    said = context.place.text[max(action.token.idx - context.place.prefix, 0) : start]
    return pattern("progress_to").search(said[-BEFORE:]) is not None


def _within_aim(place: int, actions: Sequence[ActionMatch]) -> int | None:
    """The action within whose aim something stands: "to take steps by 2030 to reduce waste" says when to reduce it.

    Not where another verb stands between, "to undertake to cut it by 2030 and to double aid".
    """
    verbs = sorted(action.token.idx for action in actions)
    for at, action in enumerate(actions):
        end = action.token.idx + len(action.token)
        begin = end - len(action.aim)
        if begin <= place < action.token.idx and text_of(action.token.doc)[begin:end] == action.aim:
            return at if bisect_left(verbs, begin) == bisect_left(verbs, place) else None
    return None


def _owner(
    token: Token,
    verbs: Mapping[int, int],
    places: Sequence[int],
    needed: Mapping[int, int],
    *,
    awaited: bool,
    handed: bool,
    timed: bool,
) -> int | None:
    """The action whose verb is met first on the way up; none where the way leads through what was done already.

    What is said to be needed stands before the word that says so: "Investment in ports is needed by 2031".

    A time by which, which is not past, can be of nothing that was done: "the amount transferred by 2030" is a misparse.
    Nor can the session of whom something is handed to be that of "progress made": "report on the progress made to the
    Assembly at its ninth session".
    """
    limits = awaited or (timed and _limits(token))
    ahead = bisect_right(places, token.i)
    if _begins_second(token) and ahead < len(places) and places[ahead] < token.sent.end:
        return verbs[places[ahead]]
    for one in upwards(token):
        if one.dep_ == "advcl" and child(one, "mark") is not None:
            needed = {}  # "is needed if we are to end it by 2031"
        if one.i in verbs or (one.i in needed and limits):
            between = token.doc[min(one.i, token.i) if one.i in needed else token.i : max(one.i, token.i) + 1]
            return None if _parts(between) else verbs.get(one.i, needed.get(one.i))
        if one.dep_ == "ccomp" and one.head.lower_ in words()["references"]["noting"]:
            return None  # "to train nurses, noting that 9 million more by 2031 could save lives"
        if _done(one) and (not limits or _has_subject(one)) and not _only_refers(one, handed=handed):
            return None
    if ahead:
        apart = handed or (token.i > 0 and token.nbor(-1).text == ",")
        return verbs[places[ahead - 1]] if _reaches(places[ahead - 1], token, apart=apart) else None
    begins = token.i == token.sent.start and places[0] < token.sent.end  # "By 2030, end hunger"
    begins = begins and not _told_before(token, places[0], verbs)
    told = token.sent.root.tag_ == "VBD" and not limits  # "At its ninth session, the Committee requested …"
    return verbs[places[0]] if begins and not told else None


def _done(verb: Token) -> bool:
    """Whether a verb says aside what was done: "measures adopted in 2015"; not "contributions to be paid in 2031"."""
    helped = [one.tag_ for one in verb.children if one.dep_.startswith("aux")]
    if verb.dep_ in _ASIDE:
        return verb.tag_ in DONE and "TO" not in helped
    return verb.dep_ == "advcl" and verb.tag_ == "VBN" and not helped


def _has_subject(verb: Token) -> bool:
    """Whether a verb in the past tense tells of its subject: "the Board extended it until 1 May 2031"."""
    return verb.tag_ == "VBD" and any(one.dep_ == "nsubj" and one.tag_ not in RELATIVE for one in verb.children)


def _told_before(token: Token, first: int, verbs: Mapping[int, int]) -> bool:
    """Whether something is told between an amount or a time and the first action: "Some 62 per cent smoke; they …"."""
    between = token.doc[token.i + 1 : first]
    if _parts(token.doc[token.i + 1 : first + 1]):
        return True
    told = (one for one in between if one.tag_ in FINITE and not _inside(one) and one.head.i not in verbs)
    return any(told)


def _parts(between: Span) -> bool:
    """Whether an end stands before the last of some words; in more than looking would be quick for, one does."""
    return len(between) > _WIDEST or _ENDS.search(between.text) is not None


def _limits(token: Token) -> bool:
    """Whether a time begins with a word for what it is to be done before: "by", "before", "no later than"."""
    later = token.lower_ in {"no", "not"} and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "later"
    return later or token.lower_ in _LIMITS


def _only_refers(participle: Token, *, handed: bool) -> bool:
    """Whether a participle says where something is written, or what was done, of which the time is not."""
    known = words()["references"]
    to = participle.i + 1 < len(participle.doc) and participle.nbor(1).lower_ == "to"
    to = to and participle.head.lemma_ not in known["made"]
    return participle.lemma_ in known["verbs"] or (handed and not to and participle.lemma_ not in known["given"])


def _begins_second(token: Token) -> bool:
    """Whether a time stands between commas after "and": "to list them and, at its next session, to report"."""
    return token.i > 1 and token.nbor(-1).text == "," and token.nbor(-2).tag_ == "CC"


def _asked_aside(token: Token, actions: Sequence[ActionMatch]) -> int | None:
    """The action that is asked for past the time: "requests the Board, by 1 May 2031, to report".

    No verb stands between, and no finite one follows before it. Without a comma a year may be that of whom is asked,
    "the Chair of the forum in 2031"; after a noun, "its request at its ninth session to report", it tells what was.
    """
    begun = token.nbor(-1).text == "," if token.i else False
    if not (begun or _limits(token) or token.lower_ in _APART):
        return None
    for at, action in enumerate(actions):
        if action.cue.end <= token.i < action.token.i and token.i - action.cue.end < FARTHEST:
            cue = token.doc[action.cue.start]
            noun = cue.tag_ == "NN" or any(one.dep_ in {"det", "poss"} for one in cue.children)
            verbs = any(one.tag_.startswith("V") for one in token.doc[action.cue.end : token.i])
            told = any(one.tag_ in FINITE for one in token.doc[token.i : action.token.i])
            return None if (noun and not _limits(token)) or verbs or told else at
    return None


def _reaches(verb: int, token: Token, *, apart: bool) -> bool:
    """Whether nothing is told between a verb and what follows it in its sentence: no other finite verb begins.

    A time that a comma sets apart reaches over clauses inside: "to list what is lost, for its next session".
    """
    between = token.doc[verb + 1 : token.i] if token.i - verb < FARTHEST * 2 else None
    return (
        between is not None
        and not _parts(token.doc[verb + 1 : token.i + 1])
        and not any(_tells(one) for one in between if not (apart and _inside(one)))
    )


def _inside(token: Token) -> bool:
    """Whether a verb, or the one it helps, is that of a clause inside another."""
    return (token.head if token.dep_.startswith("aux") else token).dep_ in _CLAUSES


def _tells(token: Token) -> bool:
    """Whether a verb begins something else; not "referred to in paragraph 3", a participle that is tagged as finite."""
    participle = token.tag_ == "VBD" and token.dep_ != "conj" and not any("subj" in one.dep_ for one in token.children)
    return token.tag_ in FINITE and not participle


def upwards(token: Token) -> Iterator[Token]:
    """Yield a token and what it hangs on, up to the root, or to so many words."""
    for _ in range(FARTHEST):
        yield token
        if token.head == token:
            return
        token = token.head
