"""Who goes on speaking where the text no longer says the name: "He added", "The delegation said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.actors.unlisted import PEOPLE
from cnd_tools.extracting.attributions.source_nouns import titled_word, unlisted
from cnd_tools.extracting.context import SINGLE, PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, tokens
from cnd_tools.extracting.grammar.columns import numbers, text_of, tokens_with
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.matches import Attribution, Floor, How, Mention, Source
from cnd_tools.extracting.rulebook import rule

_ALONE = frozenset(("the", "same", "his", "her"))  # what may stand before a delegation that is the one named before
_RUNNING = 2  # sentences at least of a numbered point in running text
_LONGEST_NAME = 4  # words of a person's name
_SUBJECTS = numbers(("nsubj", "nsubjpass", "agent", "poss"))
_SUBJECT, _ACTORS = numbers(("nsubj",)), numbers(("nsubj", "nsubjpass", "pobj"))
_SAYS = frozenset((How.ACTIVE, How.ORDER, How.PARTICIPLE))
_PLURAL = frozenset(("unqualified", "many", "several", "some"))  # extents of holders who are more than one
_ONE = frozenset(("country", "person"))  # types of actor who are one
_NO_PERSONS = frozenset(("groups", "organization", "region", "states"))  # types of actor of whom nobody says "he"


def in_person(source: Source, context: PointContext) -> bool:
    """Return whether "he" may be this holder: anybody but a group or a body that nobody is said to speak for.

    Args:
        source: a holder that was named before.
        context: the point.
    """
    if source.extent in _PLURAL or (source.start >= 0 and context.doc[source.end - 1].tag_ == "NNS"):
        return False  # nobody says "he" of several speakers, or of "Peruvian authorities"
    if source.mention is None or source.mention.type not in _NO_PERSONS or source.start < 0 or source.ally >= 0:
        return source.mention is not None
    words = tokens(context.doc, source.start, source.end)
    return any(one.tag_ == "PRP" or context.words.find(one, "noun", "holder") for one in words)


@rule("source.a_person")
def a_person(last: Sequence[Source], context: PointContext) -> bool:
    """Return whether a person or an officer alone spoke last, of whom nobody says "it" or "they": "the Chair noted".

    Args:
        last: who held the position before.
        context: the point.
    """
    if len(last) != 1 or last[0].mention is None or last[0].extent != "one":
        return False
    office = last[0].mention.name.split(" of ")[0].split()[-1].lower()
    kinds = context.words.table("noun", "person").get(office, ())
    return last[0].mention.type == "person" or any(one.entry.id == PEOPLE for one in kinds)


@rule("source.speaks_as_one")
def speaks_as_one(last: Sequence[Source], persons: Sequence[Source]) -> bool:
    """Return whether "he" is whoever speaks for a group, where States are called so: "Peru … he. The EU … He said".

    Args:
        last: who held the position before.
        persons: the last of whom "he" may be said besides.
    """
    group = len(last) == 1 and last[0].mention is not None and last[0].mention.type == "groups"
    states = bool(persons) and persons[0].mention is not None and persons[0].mention.type == "country"
    return group and states and last[0].extent == "one"


@rule("source.has_the_floor")
def who_has_it(pronoun: Token, context: PointContext) -> Mention | None:
    """Return whom "he" or "she" means that nobody in the point can be: who spoke last in the paragraph before it.

    Args:
        pronoun: the pronoun.
        context: the point, of which `floor` is who spoke before it.
    """
    floor = context.floor.person
    if floor is None or _another(pronoun, floor, context):
        return None
    at = (pronoun.i, pronoun.i + 1, pronoun.i)
    return Mention(*at, floor.actor, floor.name, floor.type, f"pronoun:{pronoun.lower_}", pronoun=True)


def _another(pronoun: Token, floor: Mention, context: PointContext) -> bool:
    """Whether the point names somebody else before a pronoun who may be meant; "the visit to Peru" names nobody."""
    for token in tokens_with(context.doc, "DEP", _SUBJECTS, context.prefix):
        if token.i < pronoun.i:
            office = context.words.find(token, "noun", "holder", "person")
            somebody = office is not None and office.entry.id in (PEOPLE, "holder")  # "the minister"; not "the union"
            of = context.of(token)
            named = any(one.type in ("person", "country") and one.actor != floor.actor for one in of)
            if somebody or named or named_person(token, context) is not None:
                return True
    return False


@rule("source.named_person")
def named_person(noun: Token, context: PointContext) -> Mention | None:
    """Return the person that a name of two words or more is of, where nobody knows it: "Dieter Lang discussed risks".

    Args:
        noun: the last word of a subject.
        context: the point.
    """
    start = noun.i
    while start > noun.sent.start and context.doc[start - 1].dep_ == "compound" and noun.i - start < _LONGEST_NAME:
        start -= 1
    words = context.doc[start : noun.i + 1]
    plain = all(one.tag_ == "NNP" and one.text.istitle() and one.is_alpha and len(one) > 1 for one in words)
    known = any(one.i in context.at or context.words.find(one, "head") or context.named_one(one) for one in words)
    if not plain or known or len(words) == 1 or context.doc[start - 1 : start].text.lower() == "the":
        return None
    return Mention(start, noun.i + 1, noun.i, f"person:{own_id(noun.text)}", words.text, "person", "holder:name")


@rule("source.same_delegation")
def same_delegation(noun: Token, last: Sequence[Source], context: PointContext) -> Mention | None:
    """Return for whom "the Delegation" alone speaks: the one that spoke before, "The Delegation of Peru … It …".

    Args:
        noun: the holder's noun.
        last: who held the position before, in this point.
        context: the point.
    """
    whose = [one for one in noun.rights if one.dep_ == "prep" and one.lower_ in ("of", "for", "from")]
    if noun.tag_ not in ("NN", "NNP") or whose or many(noun) or not _ALONE.issuperset(one.lower_ for one in noun.lefts):
        return None
    if context.words.find(noun, "noun", "holder") is None or not any(one.lower_ == "the" for one in noun.lefts):
        return None
    spoke = [one.mention for one in last if one.mention is not None and one.mention.type in SINGLE]
    at = (noun.i, noun.i + 1, noun.i)
    return replace(spoke[0], start=at[0], end=at[1], root=at[2], pronoun=True) if spoke else None


@rule("source.they_go_on")
def who_go_on(pronoun: Token, context: PointContext) -> tuple[Source, ...]:
    """Return whom "they" or "it" means that opens a paragraph: those who held something together in the one before.

    "Heads of Government agreed on a plan. / In addition, they agreed"; "The Committee noted it. / It recommends".

    Args:
        pronoun: the subject of the first verb that reports, where nobody held anything before it in the point.
        context: the point, of which `floor` is who spoke before it.
    """
    spoke, they = context.floor.several, pronoun.lower_ == "they"
    first = next((one for one in tokens_with(context.doc, "DEP", _ACTORS, context.prefix) if one.dep_ != "pobj"), None)
    if first != pronoun or pronoun.i < context.prefix or not spoke:
        return ()
    whole = len(spoke) == 1 and spoke[0].extent == "consensus"
    if (they and whole and not _are_many(spoke[0])) or (not they and (not whole or _are_many(spoke[0]))):
        return ()
    at, end, found = pronoun.i, pronoun.i + 1, []
    for one in spoke:
        if one.mention is not None:
            said = replace(one.mention, start=at, end=end, root=at, pronoun=True, rule=f"pronoun:{pronoun.lower_}")
            found.append(replace(one, text=pronoun.text, start=at, end=end, mention=said))
    return tuple(found)


def _are_many(source: Source) -> bool:
    """Whether a holder is more than one though all agree: "the Heads of Government"; not "the Committee"."""
    return source.text.partition(" of ")[0].endswith("s")


def has_the_floor(found: Sequence[Attribution], context: PointContext) -> Floor:
    """Return who goes on speaking after a point, as one or together.

    Args:
        found: its positions, in order.
        context: the point.
    """
    spoke = [one for one in found if one.how in _SAYS and not one.source.stance and one.source.ally < 0]
    last = [one.source for one in spoke if one.verb == spoke[-1].verb and one.source.actor and one.source.mention]
    together = len(last) > 1 or any(one.extent in (*_PLURAL, "consensus") for one in last)
    item = not spoke and context.chapeau is not None  # "recommends that: / 3.1 States act. / 4. It considers"
    return Floor(_person(found, context), tuple(last) if together else context.floor.several if item else ())


def _person(found: Sequence[Attribution], context: PointContext) -> Mention | None:
    """Who goes on speaking alone: its last speaker, or who spoke before it where nobody speaks in it.

    Nobody does after a numbered point of one sentence, which may be one of a list of unrelated ones.
    """
    if context.place.point[:1] != "p" and len(list(islice(context.doc.sents, 2))) < _RUNNING:
        return None
    spoke = [one for one in found if one.how in _SAYS and not one.source.stance]
    if not spoke:
        acted = [named_person(token, context) for token in tokens_with(context.doc, "DEP", _SUBJECT, context.prefix)]
        return next((one for one in reversed(acted) if one is not None), context.floor.person)
    last = min((one.source for one in spoke if one.verb == spoke[-1].verb), key=lambda one: one.ally >= 0)
    body = last.mention is not None and last.mention.type == "meeting" and last.extent == "consensus"
    if body or (last.mention is not None and not in_person(last, context)):
        return context.floor.person  # nobody says "he" of a body that spoke in between
    if last.mention is None and last.extent == "unstated":
        return context.floor.person  # "It was hopeful", whoever it is: who spoke before goes on
    if last.mention is None or last.extent != "one":
        return None
    return replace(last.mention, pronoun=False)


@rule("source.who_acted")
def who_acted(pronoun: Token, context: PointContext) -> Mention | None:
    """Return who did something before: "The representative of Fiji presented the text. He said", "…, in which he said".

    In the same sentence it is the subject of a clause that the pronoun's is part of: not Norway in "on the plan that
    Norway had presented, he said".
    """
    above, begun = set(pronoun.ancestors), pronoun.sent.start
    earliest = max(context.prefix, pronoun.i - FARTHEST)
    for token in reversed([*tokens_with(context.doc, "DEP", _ACTORS, earliest, pronoun.i)]):
        if token.i >= begun and token.head not in above:
            continue
        kind = context.words.find(token, "head")
        capitals = token.is_upper and not text_of(context.doc).isupper()  # as bulletins print whoever speaks
        body = kind is not None and kind.field("role") == "organization" and not capitals  # of which nobody says "he"
        by = token.dep_ == "pobj" and token.head.dep_ == "agent"  # "introduced by the representative of Fiji. He said"
        if (by or token.dep_ in ("nsubj", "nsubjpass")) and not many(token) and not body:
            found = [one for one in context.of(token) if one.type in SINGLE or one.type == "meeting"]
            person = (named_person(token, context) or _officer(token, context)) if not found and not by else None
            person = person or (unlisted(token, context) if capitals and not found else None)
            if found or person is not None:
                return found[0] if found else person
    return None


@rule("source.acted_since")
def acted_since(pronoun: Token, last: Sequence[Source], context: PointContext) -> Mention | None:
    """Return who did something after the last speaker: "The US said so. Norway presented a paper. He suggested".

    Args:
        pronoun: "he" or "she".
        last: who held the position before.
        context: the point.
    """
    acted = who_acted(pronoun, context)
    if acted is None or acted.type not in _ONE or not last or acted.start < max(one.start for one in last):
        return None
    if acted.type == "country" and any(one.mention is not None and one.mention.type == "person" for one in last):
        return None  # "Mr. Lind said so. Norway has ports. He added"
    main = context.doc[acted.root].head.dep_ == "ROOT"
    own = context.doc[acted.start].sent != pronoun.sent and acted.actor not in {one.actor for one in last}
    return acted if main and own else None


def _officer(noun: Token, context: PointContext) -> Mention | None:
    """Who is named by an office alone: "The President opened the session"."""
    return unlisted(noun, context) if titled_word(noun, context) else None
