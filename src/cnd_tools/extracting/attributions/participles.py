"""Participles that report: "Noting that …, X said", "X asked …, saying that …", "X began by recalling that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.holding_subjects import holding_subject
from cnd_tools.extracting.attributions.source_nouns import person_with_office
from cnd_tools.extracting.attributions.sources import before, beside, holders, inverted, named, represented
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, FINITE, VERBS, child, neighbour, passive
from cnd_tools.extracting.matches import Attribution, How, Source
from cnd_tools.extracting.rulebook import rule

_LONGEST_NAME = 8  # words at most of a name with its office: "the representative of the Republic of Korea"
_OF_A_NAME = frozenset(("DT", "NN", "NNP", "NNPS", "JJ", "POS"))  # tags of the words before the last of it
_HIGHEST = 4  # steps at most from a participle up to the verb whose subject it goes on with
_SPEAKERS = frozenset(("meeting", "un", "person"))  # types of actor of whom what they do in passing is said


@rule("attribution.gerund")
def gerund(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    """Yield what a participle beside a clause reports: "Noting that …, X said", "with X opposing".

    Args:
        token: the participle.
        base: what it reports, whoever holds it.
        context: the point.
    """
    if context.words.find(neighbour(token, -1), "noun", "paper") and not _by_act(token, context):
        return  # "proposed language noting that": the language notes it
    own, who = child(token, "nsubj") or _others_too(token, context), _turned_round(token)
    if who is not None:
        yield from (base.by(holder, How.PARTICIPLE) for holder in named(who, context))
        return
    if own is not None:
        for holder in before(token, own, context):
            if holder.actor or holder.extent != "one":  # "each referring to its laws": those named before
                yield base.by(holder, How.PARTICIPLE)
        return
    if (person := _person_with(token, context)) is not None:
        yield from (base.by(holder, How.PARTICIPLE) for holder in holders(person, context))
        return
    said = [holder for holder in _speakers(token, context) if holder.stance in ("", "report")]
    yield from (base.by(holder, How.PARTICIPLE) for holder in said)
    if not said and token.is_sent_start and (main := _main_verb(token, context)) is not None:
        yield from (base.by(holder, How.PARTICIPLE) for holder in _between_commas(main, context))
    elif not said and _beside_with(token, context):
        yield from (base.by(holder, How.ORDER) for holder in beside(token, context, loose=True))


@rule("source.others_too")
def _others_too(participle: Token, context: PointContext) -> Token | None:
    """Who does the second thing after "with": "with some calling for it and others opposing it"."""
    who = neighbour(participle, -1)
    beside = participle.dep_ == "acl" and participle.head in (who, who.head) and who.dep_ == "conj"
    if not beside or neighbour(who.left_edge, -1).tag_ != "CC":
        return None
    for one in who.ancestors:
        if one.tag_ == "VBG" and one.dep_ == "pcomp" and one.head.lower_ == "with":
            return who if child(one, "nsubj") is not None else None
        if one.tag_ in FINITE:
            return None
    return None


@rule("source.person_beside")
def _person_with(participle: Token, context: PointContext) -> Token | None:
    """Who speaks between "with" and a participle: "…, with Ana Lind, Minister for Health, emphasizing"."""
    if neighbour(participle, -1).text != ",":
        return None
    first = max(participle.sent.start, participle.i - FARTHEST)
    for one in reversed(participle.doc[first : participle.i]):
        if one.tag_ in FINITE:
            return None
        if one.lower_ == "with" and neighbour(one, -1).text == ",":
            name = next((two for two in one.doc[one.i + 1 : participle.i] if neighbour(two).text == ","), None)
            return _speaker_before(name, context) if name is not None else None
    return None


def _speaker_before(name: Token, context: PointContext) -> Token | None:
    """Who speaks before a comma: a person with an office, or "the delegate of Peru", "Peru's delegate"."""
    speaker = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "of" else name
    if context.words.find(speaker, "noun", "holder"):
        return speaker
    return name if person_with_office(name, context) else None


@rule("attribution.inverted_participle")
def _turned_round(participle: Token) -> Token | None:
    """Who is named after a participle that opens a sentence: "Also questioning the report was the delegate of Peru"."""
    start = participle.i if neighbour(participle, -1).tag_ != "RB" else participle.i - 1
    if start > participle.sent.start or participle.dep_ == "advcl":
        return None  # "Noting that many proposals are old, Peru said", "are" hung by the participle
    below = (one for one in participle.rights if one.dep_ == "aux")
    above = participle.head if participle.dep_ == "csubj" and participle.head.lemma_ == "be" else None
    being = next((one for one in (above, *below) if one is not None and one.tag_ in FINITE), None)
    return child(being, "attr", "nsubj") if being is not None else None


@rule("attribution.fronted_participle")
def _main_verb(participle: Token, context: PointContext) -> Token | None:
    """The first verb that reports after a participle in front, where the model lost its subject.

    "Expressing regret at the progress made, Nauru, for the Group, said".
    """
    for token in participle.doc[participle.i + 1 : participle.sent.end]:
        if token.tag_ in FINITE and context.words.find(token, "verb", "say", "direct"):
            near = token.doc[max(participle.i, token.i - _LONGEST_NAME) : token.i]
            return token if any(one.text == "," for one in near) and child(token, "nsubj") is None else None
    return None


def _between_commas(verb: Token, context: PointContext) -> list[Source]:
    """Those named before a verb, where the first of them stands straight after a comma."""
    named = list(beside(verb, context))
    first = verb.doc[named[0].start] if named and named[0].start > 0 else verb
    before = neighbour(first, -1)
    while before.tag_ in _OF_A_NAME and first.i - before.i < _LONGEST_NAME:
        before = neighbour(before, -1)
    return [one for one in named if not one.stance] if before.text == "," and first is not verb else []


def _beside_with(participle: Token, context: PointContext) -> bool:
    """Whether "with" stands before a participle: "with Chad opposing"; not "with Chad, efforts at supporting ports".

    Nor in "With Chad, Mali suggested adding a title", where a finite verb governs it, or "with rules calling for it".
    """
    thing = neighbour(participle, -1)
    if participle.dep_ == "acl" and participle.head == thing and thing.tag_ in ("NN", "NNS") and not context.of(thing):
        return False
    other = participle.dep_ == "pcomp" and participle.head.lower_ != "with"
    words = participle.doc[max(participle.sent.start, participle.i - FARTHEST) : participle.i]
    last = next((one for one in reversed(words) if one.lower_ == "with" or one.tag_ in FINITE), None)
    return not other and last is not None and last.lower_ == "with"


@rule("attribution.in_passing")
def only_begins(participle: Token, base: Attribution) -> bool:
    """Return whether a participle only leads over to what is said, "Looking forward, Mali suggested", or is part of it.

    It is part of what is suggested in "suggested: merging the lists; referring to the Charter", and describes in "the
    ports that the Bank was supporting".
    """
    part = neighbour(participle, -1).text in (":", ";") or participle.dep_ == "relcl"
    alone = bool(participle.is_sent_start) and participle.doc[base.end : base.end + 1].text == ","
    return part or (alone and (base.stance == "report" or base.end - participle.i > 1))


def _speakers(participle: Token, context: PointContext) -> Iterator[Source]:
    """Whose saying a participle without a subject goes on with."""
    participle = _joined_to(participle, context)
    verb, subject = participle.head, _beside_clause(participle)
    beside_it = (
        verb,
        *(one for one in verb.rights if one.dep_ in ("xcomp", "conj") and one.tag_ != "VBG"),
    )  # "went on to thank, asking"
    reports = any(context.words.find(one, "verb", "say", "direct") is not None for one in beside_it)
    if participle.dep_ == "pcomp":
        yield from _begun_by(participle, context)
    elif participle.dep_ in ("nsubj", "csubj") and participle.is_sent_start and neighbour(verb, -1).text == ",":
        yield from beside(verb, context)  # "Proposing to close the list, Mali, with Chad, agreed"
    elif (main := _past_clause(participle)) is not None and (who := holding_subject(main)) is not None:
        yield from before(main, who, context)
    elif participle.dep_ == "acl" and _by_act(participle, context):
        adopting = holding_subject(verb.head)
        if adopting is not None and context.can_hold(adopting):
            yield from before(verb.head, adopting, context)
    elif subject is not None and verb.i < subject.i < participle.i:  # "said the Chair, adding that"
        yield from inverted(subject, context)
    elif subject is not None and (verb.i > participle.i or reports):
        yield from before(verb, subject, context)
        yield from represented(participle, context)
    elif (speaker := _above(participle, context)) is not None:
        yield from before(*speaker, context)
    elif subject is not None and _adds(participle, subject, context):
        yield from before(verb, subject, context)
    else:
        yield from _by_order(participle, context) if reports or participle.dep_ == "acl" else ()


@rule("attribution.fronted_subject")
def _past_clause(participle: Token) -> Token | None:
    """The verb of whoever speaks after a participle in front that was read as a clause's subject.

    "Emphasizing that coordination was vital, delegations urged", where "emphasizing" is what "was vital".
    """
    clause = participle.head
    main = clause.head if participle.dep_ == "csubj" and clause.dep_ in ("ccomp", "advcl") else clause
    fronted = bool(participle.is_sent_start) and main.i > clause.i and main.tag_ in FINITE and not passive(main)
    subject = child(main, "nsubj") if fronted and main is not clause else None
    return main if subject is not None and neighbour(subject.left_edge, -1).text == "," else None


def _by_order(participle: Token, context: PointContext) -> Iterator[Source]:
    """Who speaks before a participle, where the parser lost it: "In the debate, Chad, for the Group, asked, noting"."""
    verb = participle.head
    if participle.dep_ == "advcl" and participle.i > verb.i and neighbour(participle, -1).text == ",":
        yield from beside(verb, context)
    elif participle.dep_ == "acl" and _hung(participle):
        # "Malta, with Chad, proposed a text, preferring that one", hung on who did
        yield from holders(verb, context)


def _joined_to(participle: Token, context: PointContext) -> Token:
    """The participle that another goes on with: "…, underlining that time was short and urging Parties to act"."""
    here = participle
    for _ in range(_HIGHEST if neighbour(participle, -1).tag_ == "CC" else 0):
        here = here.head
        if here.tag_ == "VBG" and here.i < participle.i and context.words.find(here, "verb", "say", "direct"):
            return here
    return participle


@rule("attribution.by_act")
def _by_act(participle: Token, context: PointContext) -> bool:
    """Whether whoever adopts a text says what the text says: "adopted a decision requesting the Board to meet"."""
    act, verb = participle.head, participle.head.head
    adopts = act.dep_ == "dobj" and context.words.find(verb, "verb", "adopt") is not None
    return adopts and not passive(verb) and context.words.find(act, "noun", "act") is not None


@rule("attribution.participle_of_speaker")
def _above(participle: Token, context: PointContext) -> tuple[Token, Token] | None:
    """The verb and subject that go on with a participle within what they say: "said ports must act, noting that"."""
    if neighbour(participle, -1).text != "," or child(participle, "ccomp", "dobj") is None:
        return None
    here = participle
    for _ in range(_HIGHEST):
        here = here.head
        if here.i < participle.i and context.words.find(here, "verb", "say", "direct", "claim"):
            speaker = holding_subject(here) if not passive(here) and here.tag_ in FINITE else None
            return (here, speaker) if speaker is not None and context.can_hold(speaker) else None
        if here.head == here:
            return None
    return None


@rule("attribution.begun_by")
def _begun_by(gerund: Token, context: PointContext) -> Iterator[Source]:
    """Yield who begins or ends by saying something, or joins others in it: "opened the debate by recalling that"."""
    by = gerund.head
    verb = by.head if by.head.tag_ in VERBS else by.head.head  # "joined others in thanking", hung by the others
    begins = by.lower_ == "by" and context.words.find(verb, "verb", "open_close")
    joins = by.lower_ == "in" and context.words.find(verb, "verb", "join_in")
    mind = by.head if by.head.dep_ == "acomp" else child(verb, "acomp")
    one_mind = by.lower_ == "in" and mind is not None and context.words.find(mind, "verb", "attitude")
    if (begins or joins or one_mind) and not passive(verb):  # "were unanimous in calling for"
        speaker = holding_subject(verb)
        if speaker is not None:
            yield from before(verb, speaker, context)


def _adds(participle: Token, subject: Token, context: PointContext) -> bool:
    """Whether what is said follows a participle after a comma: "opened the meeting, recalling that time was short".

    Of others than speakers only a clause is said: "Peru ran campaigns, stressing the risks" did so.
    """
    if neighbour(participle, -1).text != "," or not context.can_hold(subject):
        return False
    clause = child(participle, "ccomp")
    told = clause is not None and any(one.lower_ == "that" for one in clause.lefts)
    speaks = any(one.type in _SPEAKERS for one in context.of(subject)) or subject.lower_ in ("he", "she")
    speaks = speaks or context.words.find(subject, "noun", "holder") is not None
    text = child(participle.head, "dobj")  # "Peru presented a new text, suggesting the deletion of the title"
    speaks = speaks or (text is not None and context.words.find(text, "noun", "paper") is not None)
    return told or (speaks and (clause is not None or child(participle, "dobj") is not None))


def _hung(participle: Token) -> bool:
    """Whether a participle hangs on the subject, after a comma and with what it says."""
    before = neighbour(participle, -1)
    comma = neighbour(before, -1) if before.tag_ == "RB" else before  # "Peru, also noting the lack of data, said"
    first = participle.head.dep_ in ("nsubj", "ROOT") and comma.text == ","
    return first and child(participle, "dobj", "ccomp") is not None


def _beside_clause(participle: Token) -> Token | None:
    """The subject of the clause that a participle stands beside: "X asked, saying that", "objected noting that"."""
    said = participle.dep_ == "xcomp" and neighbour(participle).lower_ == "that"
    beside_it = said or participle.dep_ in ("advcl", "conj")
    verb = participle.head
    return holding_subject(verb) if beside_it and verb.tag_ in VERBS and not passive(verb) else None
