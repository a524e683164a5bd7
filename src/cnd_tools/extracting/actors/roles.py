"""The part each named actor plays: source, agent, recipient or mention (annotation guidelines, "actors"); who acts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Span, Token

from cnd_tools.extracting.actors.affiliations import affiliations
from cnd_tools.extracting.actors.agents import is_agent
from cnd_tools.extracting.actors.mutual import mutual
from cnd_tools.extracting.actors.offices import led_by_holder, of_whose, speaks_for_source
from cnd_tools.extracting.actors.recipients import is_recipient, leading
from cnd_tools.extracting.actors.unlisted import UNLISTED, groups_of_people, unlisted_party
from cnd_tools.extracting.actors.voices import binds_itself, is_cited
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, first_of, neighbour, subject
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.matches import BODIES, ActionMatch, ActorRef, Attribution, CueKind, Mention
from cnd_tools.extracting.rulebook import rule

_NAMED = BODIES | {"country"}
_SOCIETY = frozenset(("society", "justice"))


class _Known(NamedTuple):
    """What positions and actions say already: who holds one, who is to do one, and the tokens of what is to be done."""

    sources: Collection[Mention]
    agents: Collection[Mention]
    done: Collection[int]


def find_roles(
    attributions: Sequence[Attribution],
    actions: Sequence[ActionMatch],
    context: PointContext,
    *,
    asked: Sequence[ActorRef] = (),
) -> dict[Mention, list[str]]:
    """Return the parts each mention plays, none for a mere mention.

    Args:
        attributions: the point's positions, whose holders are sources.
        actions: its actions, whose agents are agents.
        context: the point.
        asked: who is to do what the items under it say.
    """
    sources = {one.source.mention for one in attributions if one.source.mention}
    doers = (*asked, *(party for action in actions for party in action.agents))
    agents = {party.mention for party in doers if party.mention}
    known = _Known(sources, agents, {action.token.i for action in actions})
    roles = _by_their_words(known, context)
    for mention in sorted(sources - roles.keys()):
        roles[mention] = ["source", *(("agent",) if mention in agents else ())]  # a holder the lexicon does not know
    for mention in _done_to(actions, context):
        roles.setdefault(mention, []).extend(_played(mention, context.doc[mention.root], known, context))
    for mention in _unlisted_doers(actions):
        roles.setdefault(mention, []).append("agent")
    for mention in (*_helped(actions, context), *mutual(actions, context)):
        roles.setdefault(mention, []).append("recipient")
    return roles | _unlisted(roles, known, context)


def _by_their_words(known: _Known, context: PointContext) -> dict[Mention, list[str]]:
    """The parts of those who are named, by the words around each; who only tells of another's office plays none."""
    sources = known.sources
    meant = {one.root for one in sources if one.pronoun}  # "the Delegation" that spoke before names nobody anew
    told = _initials(context)
    heads = {one: head for one, head in _heads(context).items() if one in sources or one.root not in meant}
    heads = {one: head for one, head in heads.items() if one not in told}
    roles: dict[Mention, list[str]] = {mention: [] for mention in heads}
    named = {*sources, *(one for one in context.mentions if one.type == "country")}
    speaking = {one.start for one in sources if one.type == "person"}
    beside = affiliations(context.mentions, context.doc, context.lexicon, speaking=speaking)
    told_only = {one for one in heads if one not in sources and (one in beside or led_by_holder(one, sources, context))}
    roles = {one: played for one, played in roles.items() if one not in told_only or beside.get(one)}
    for mention, head in ((one, head) for one, head in heads.items() if one not in told_only):
        whose = of_whose(mention, head, context)
        if whose or (mention not in sources and speaks_for_source(head, named, context)):
            del roles[mention]
        for one in whose or ((mention,) if mention in roles else ()):
            roles.setdefault(one, []).extend(_played(mention, head, known, context))
    return roles


def _unlisted_doers(actions: Sequence[ActionMatch]) -> Iterator[Mention]:
    """Who is in no list and is to act; a chapeau's stand in its own text."""
    own = (action for action in actions if action.cue.kind is not CueKind.CHAPEAU)
    for party in (party for action in own for party in action.agents):
        if party.mention is not None and party.mention.rule == UNLISTED:
            yield party.mention


def _initials(context: PointContext) -> set[Mention]:
    """The initials in brackets straight after a name, which play no part of their own: "the Committee (CAT) asked"."""
    found = set[Mention]()
    for one, two in pairwise(sorted(context.mentions)):
        if one.actor == two.actor and two.start == one.end + 1 and context.doc[one.end].text == "(":
            found.add(two)
    return found


def _unlisted(roles: Collection[Mention], known: _Known, context: PointContext) -> dict[Mention, list[str]]:
    """People whom no list has, where they have a part or stand beside others who are known."""
    found: dict[Mention, list[str]] = {}
    for mention in groups_of_people(context.doc, _taken(roles, context), context.words, context.countries):
        noun = context.doc[mention.root]
        if speaks_for_source(noun, context.mentions, context):
            continue  # "officials of the Fund": the Fund
        played = _played(mention, noun, known, context)
        told_apart = mention.end > mention.root + 1  # "people with dementia" are a group that has a name
        if played or told_apart or _beside_people(noun, context) or _singled_out(mention, context):
            found[mention] = played
    return found


def _beside_people(noun: Token, context: PointContext) -> bool:
    """Whether a noun stands in one enumeration with people who are known: "journalists, bloggers and trade unions"."""
    beside = [one for one in noun.rights if one.dep_ == "conj"] + ([noun.head] if noun.dep_ == "conj" else [])
    return any(one.type in _SOCIETY for two in beside for one in context.at.get(two.i, ()))


def _singled_out(mention: Mention, context: PointContext) -> bool:
    """Whether people are named as part of others: "everybody, in particular beekeepers", "such as beekeepers"."""
    before = context.doc[max(mention.start - 1, 0)]
    such = before.lower_ == "as" and before.i > 0 and context.doc[before.i - 1].lower_ == "such"
    return such or before.lower_ == "including" or context.words.marker(before, "focus") is not None


def _taken(roles: Collection[Mention], context: PointContext) -> set[int]:
    """The tokens that name somebody or an instrument already, or stand before the point's own words."""
    named = {at for one in (*context.mentions, *roles) for at in (*range(one.start, one.end), one.root)}
    return named.union(context.titles, range(context.prefix))


def _done_to(actions: Sequence[ActionMatch], context: PointContext) -> Iterator[Mention]:
    """Those whom no list has and to whom something is to be done: "the owner shall be informed"."""
    for action in actions:
        for mention in context.all_of(action.object.root) if action.object is not None else ():
            if mention.rule == UNLISTED:
                yield mention


def _played(mention: Mention, head: Token, known: _Known, context: PointContext) -> list[str]:
    source = mention in known.sources
    if not source and _goes_on_saying(mention, head, known, context):
        return []
    if not source and _bracketed(mention, known, context):
        return []  # "chaired by Ms. Smith (Norway)" says only where she is from
    cited = not source and is_cited(leading(head), context)
    roles = ["source"] if source or cited else []
    bearer = leading(_bearer(head, mention, context))
    speaks = mention.type == "person" and any(
        one.actor == mention.actor or (_apposed(mention, context) and one.root == bearer.i) for one in known.sources
    )  # "the High Commissioner, Ms. Holm, said"
    silent = not (roles or speaks) or (cited and binds_itself(leading(head)))
    if mention in known.agents or (silent and is_agent(bearer, mention, context)):
        roles.append("agent")
    itself = mention.pronoun and bearer.lower_.endswith(("self", "selves"))  # "to protect themselves"
    speaking = source and bearer.dep_ == "pobj"  # "Chad, supported by Fiji, for AOSIS, and Peru, stressed"
    may = not (itself or speaking or mention.type == "region")
    reached = may and is_recipient(bearer, mention, context, known.done)
    if reached and mention not in known.agents:  # who is to act is not whom it serves
        if bearer.dep_ == "dobj" and bearer.head.i in known.done:
            roles = [one for one in roles if one != "agent"]  # "the importance of involving women": it is done to them
        roles.append("recipient")
    return roles


def _apposed(mention: Mention, context: PointContext) -> bool:
    return context.doc[mention.root].dep_ == "appos"


@rule("role.goes_on_saying")
def _goes_on_saying(mention: Mention, head: Token, known: _Known, context: PointContext) -> bool:
    """Whether a pronoun stands for a holder in what that one says: "Chad said it could not support the text".

    Or for one who is not named, "its resolution on Togo, in which it affirmed": not for Togo.
    """
    if not mention.pronoun or head.dep_ != "nsubj":
        return False
    holds = any(one.actor == mention.actor for one in known.sources) or is_cited(leading(head), context)
    return holds and context.words.find(head.head, "verb", "say", "direct", "claim", "rate") is not None


def _bracketed(mention: Mention, known: _Known, context: PointContext) -> bool:
    """Whether an actor stands alone in brackets, which only says where somebody is from: "Lind (UNDP) said"."""
    doc = context.doc
    around = (neighbour(doc[mention.start], -1).text, neighbour(doc[mention.end - 1]).text)
    if around != ("(", ")") or mention.type not in _NAMED:
        return False
    person = context.person_until(neighbour(doc[mention.start], -2)) > 0
    said = any(one.type == "person" and one.end == mention.start - 1 for one in known.sources)
    return mention.type == "country" or person or said


def _heads(context: PointContext) -> dict[Mention, Token]:
    """Return the noun that bears each mention's part: its own, or that of the one before it in one enumeration.

    In "the rights of older persons, migrants and women" a parser may hang "migrants" on another noun than "persons".
    """
    heads: dict[Mention, Token] = {}
    last: Mention | None = None
    told = _initials(context)
    for mention in sorted(context.mentions):
        noun = context.doc[mention.root]
        head = noun if mention.type == "country" else _counting(noun, context)  # not "the women's group of Ghana"
        if mention in told and last is not None:
            heads[mention] = heads[last]
            last = mention
            continue
        after = last.end if last is not None else 0
        closed = after < mention.start and context.doc[after].text.startswith(")")
        unknown = last not in told and closed  # whose initials are they?
        if last is not None and not unknown and _goes_with(last, mention, head, context, heads[last]):
            head = heads[last]
        heads[mention] = head
        last = mention
    return heads


def _goes_with(last: Mention, mention: Mention, head: Token, context: PointContext, bearer: Token) -> bool:
    """Whether a name plays the part of the one before it, `bearer`: as one more in a list, or as an example."""
    between = _between(last, mention, context)
    bodies = {last.type, mention.type} <= _NAMED and mention.rule != UNLISTED
    prep = bearer.head.lower_ if bearer.dep_ == "pobj" else ""
    listed = _enumerated(between, head, context, broken=bodies, prep=prep)
    return listed or _exemplifies(last, mention, head, context)


def _between(last: Mention | None, mention: Mention, context: PointContext) -> Span:
    return context.doc[last.end if last is not None else 0 : mention.start]


@rule("role.exemplifies")
def _exemplifies(last: Mention, mention: Mention, head: Token, context: PointContext) -> bool:
    """Whether somebody is an example of those who were named before, though a thing stands between.

    In "all stakeholders took part in policy development, including civil society" civil society took part.
    """
    doc = context.doc
    prep = head.head if head.dep_ == "pobj" else None
    if prep is None or prep.lower_ != "including" or not last.end < prep.i < mention.start:
        return False
    before = neighbour(prep, -2) if neighbour(prep, -1).text == "," else neighbour(prep, -1)
    thing = before.tag_ == "NN" and not context.of(before) and unlisted_party(before, context.words) is None
    return thing and many(doc[last.root]) and doc[last.root].sent == head.sent


def _counting(head: Token, context: PointContext) -> Token:
    """The noun that bears the function of a counted one: "number" in "a number of States"."""
    of = head.head
    counted = head.dep_ == "pobj" and of.lower_ == "of" and of.head.tag_ in ("NN", "NNS")
    return of.head if counted and context.words.find(of.head, "extent") else head


_SUCH_AS = frozenset((",", "and", "in", "such", "as"))
_AS_WELL_AS = frozenset((",", "and", "or", "as", "well", "including"))
_JOINING = _SUCH_AS | _AS_WELL_AS
_BROKEN = frozenset(("ROOT", "nmod", "dep"))  # what a name in a list is where the parser lost the thread


def _enumerated(between: Span, head: Token, context: PointContext, *, broken: bool, prep: str) -> bool:
    """Whether nothing but what joins stands between two names: ", ", "and other", "as well as the".

    Args:
        between: the tokens between them.
        head: the noun of the second.
        context: the point.
        broken: whether they are names of bodies, which parsers often lose in long lists.
        prep: the preposition of the first, which may stand again: "with the Fund, as well as with the Bank".
    """
    again = head.head if prep and head.dep_ == "pobj" and head.head.lower_ == prep else None
    first, plain, focused = head.left_edge.i, list[str](), False
    closed = bool(between) and between[0].text == ")"  # "the Union (UPU), the Bank (WB) and"
    joining = _without_proviso(between[1:] if closed else between, context)
    for token in joining:
        inside = token.i >= first and token.dep_ not in ("cc", "punct")
        if context.words.marker(token, "focus") is not None:
            focused = True
        elif token == again or (broken and token.dep_ == "det") or inside:
            continue
        elif token.lower_ in _JOINING:
            plain.append(token.lower_)
        else:
            return False
    if focused or {"such", "as"}.issubset(plain):  # "banks, such as the World Bank"
        return _SUCH_AS.issuperset(plain)
    lost = (closed or broken) and head.dep_ in _BROKEN and head.tag_ in NOUNS
    asked = context.words.find(head.head, "verb", "direct")  # "invites members of the Board, as well as the Bank, to"
    lost = lost or (broken and head.dep_ == "dobj" and head.head.i < between.start and asked is None)
    including = head.head.lower_ == "including" or ("including" in plain and len(joining) < len(between) - closed)
    listed = lost or again is not None or head.dep_ in ("conj", "appos") or including
    return listed and bool(plain) and _AS_WELL_AS.issuperset(plain)


def _without_proviso(between: Span, context: PointContext) -> list[Token]:
    """What stands between two names without a proviso among it: "others, including, where appropriate, the Bank"."""
    said = [(one.i, len(word.words)) for one in between if (word := context.words.marker(one, "proviso")) is not None]
    aside = {start + offset for start, length in said for offset in range(length)}
    return [one for one in between if one.i not in aside]


def _bearer(head: Token, mention: Mention, context: PointContext) -> Token:
    """The noun that bears somebody's part: "the Government" of "the Government of Chad"; not one that only titles."""
    if mention.type == "meeting" and head.dep_ == "compound" and context.person_until(head.head) > 0:
        return head.head  # "Chair Holm will prepare conclusions": the name is of who chairs
    if mention.type == "person" or head.dep_ != "pobj" or head.head.lower_ != "of":
        return head
    noun = head.head.head
    member = noun.dep_ in ("dobj", "pobj") and context.words.find(noun, "noun", "member")  # "with members of the Group"
    joined = [one for one in (noun, *noun.conjuncts) if one.i <= noun.i]  # "the Government and people of Canada"
    holds = any(context.words.find(one, "noun", "holder") for one in joined)
    bears = member or (holds and first_of(noun).dep_ not in ("appos", "compound"))
    return noun if bears else head


def _helped(actions: Sequence[ActionMatch], context: PointContext) -> Iterator[Mention]:
    """Who needs or receives help: "transit countries need assistance"; and whom an action has for recipient."""
    for action in actions:
        bearer = action.cue.bearer
        if bearer is None and context.words.find(action.token, "verb", "undergo"):
            bearer = subject(action.token)
        if not _lacks_a_way(action, context):
            yield from (party.mention for party in context.parties(bearer) if party.mention)
        if action.recipient is not None:
            yield from context.all_of(context.doc[action.recipient.root])


@rule("role.lacks_a_way")
def _lacks_a_way(action: ActionMatch, context: PointContext) -> bool:
    """Whether what somebody needs is a way to act, and no help: "we need an integrated approach"."""
    bearer = action.cue.bearer
    ours = bearer is not None and bearer.tag_ == "PRP" and bearer.lower_ == "we"
    return ours or (bearer is not None and context.words.find(action.token, "noun", "way") is not None)
