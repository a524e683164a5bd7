"""Who "we" is in a text of consensus: "We, the ministers and high representatives, having met …", and all that follows.

The formula stands at the head of a declaration or in its first paragraphs, and later ones say only "We", or not even
that: "We the States Members of the United Nations, / 1. Reaffirm our determination".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.actors.mentions import find_mentions
from cnd_tools.extracting.actors.turns import capitalized, statement_by, turns
from cnd_tools.extracting.grammar.clauses import NOUNS, neighbour
from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.grammar.framing import in_base_form
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Entry, Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Segmented

_SAID = words()["speaker"]
_OFFICIALS = re.compile(rf"\b(?:{alternatives(_SAID['officials'])})\b", re.IGNORECASE)
# "we" and whom it names; what stands before it is the beginning, a sign or an adverbial, no quotation mark.
_FORMULA = re.compile(r"(?<![“\"‘\w])(?:We|WE|we)(?:,\s+|\s+(?=(?:the|THE|all\s+the)\s|[A-Z]))([^.;:]{3,400})")
_ABOUT = frozenset(_SAID["about"].split())
_MINISTERS = frozenset(_SAID["ministers"].split())
# "representatives of youth organizations": no officials of States
_COLLECTIVE = re.compile(
    rf"\s(?:of|from)\s(?:the\s)?(?P<name>(?:[\w-]+\s){{0,3}}?(?:{alternatives(_SAID['collectives'])}))\b", re.IGNORECASE
)
_END = re.compile(rf"\s(?:{alternatives(_SAID['ends'])})\b|,\s(?=\w+(?:ing|ed)\b)")
_STATEMENT = re.compile(rf"\b(?:{alternatives(_SAID['titles'])})\b", re.IGNORECASE)
_MET = re.compile(rf"\b(?:{alternatives(_SAID['met'])})\b", re.IGNORECASE)
_THE = re.compile(r"((?:The|THE)\s[^.;:]{3,300}),")
_SINGLE = re.compile(rf"\b(?:{alternatives(words()['masthead']['organs'])})\b", re.IGNORECASE)
_SAYS_WE = re.compile(r"We\s+[a-z]")
# The same inside a paragraph, and after a heading in the line: "Advocacy: we encourage".
_ALSO_WE = re.compile(r"(?:^|[.;:]\s)[Ww]e\s+[a-z]")
_ARTICLE = re.compile(r"(?:all\s+)?(?:the|our)\s+|all\s+", re.IGNORECASE)
_GROUPS = ("groups", "country")
_PEOPLE = ("states", "society", "organization", "justice")
_NONE = frozenset({"heading", "note"})
_FEWEST = 3  # paragraphs that say "We" make a declaration of a text that does not say who they are
_PRONOUNS = frozenset({"we", "us", "our"})
_OF_ONE = frozenset({"i", "me", "my"})
_OWN = frozenset(_SAID["own"].split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom "we" means in a stretch of a document.

    Attributes:
        parties: who they are, as mentions of the formula; empty where the text does not say.
        governs: whether the paragraphs after the formula go on with it: "We, the ministers, / Recalling …, / Decide".
        alone: whether one speaks, not all who adopt a text: then "I" is the same.
    """

    parties: tuple[Mention, ...] = ()
    governs: bool = False
    alone: bool = False


def speakers(segmented: Segmented, *, model: Language, lexicon: Lexicon) -> dict[str, Speaker]:
    """Return for each point, by its citation, who "we" is there; points of a text without a formula are not in it.

    A formula is good until the next one, and the first for what stands above it too.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by.
    """
    said = _by_formula(segmented, model, lexicon)
    if said:
        return said
    spoken_by = turns(segmented, model=model, lexicon=lexicon)
    if spoken_by:
        return {point: Speaker((one,), alone=True) for point, one in spoken_by.items()}
    return _by_title(segmented, model, lexicon)


def _by_title(segmented: Segmented, model: Language, lexicon: Lexicon) -> dict[str, Speaker]:
    """Who speaks in a text without a formula: whose statement it is, or those that its title names."""
    one = statement_by(segmented, model=model, lexicon=lexicon)
    if one is not None:
        return {point.point: Speaker((one,), alone=True) for point in segmented.points}
    parties = _titled(segmented, model, lexicon)
    ours = sum(_ALSO_WE.search(point.text) is not None for point in segmented.points) >= _FEWEST
    return {point.point: Speaker(parties) for point in segmented.points} if parties or ours else {}


def _by_formula(segmented: Segmented, model: Language, lexicon: Lexicon) -> dict[str, Speaker]:
    """Those who adopt a text, by the formulas in it."""
    found: dict[str, Speaker] = {}
    several = any(point.opening and in_base_form(point.opening) for point in segmented.points)
    for point in segmented.points:
        formula = _THE.fullmatch(point.text) if several and point.kind not in _NONE else None
        if formula is not None and (_OFFICIALS.search(formula[1]) or not _SINGLE.search(formula[1])):
            parties = named(model.make_doc(_cut(formula[1])), lexicon)
            if parties:
                found[point.point] = Speaker(parties, governs=True)  # "The Heads of State …, / Decide to meet"
        elif point.kind not in _NONE:
            for name, whole in _formulas(point.text):
                parties = named(model.make_doc(name), lexicon)
                if parties and point.point not in found:
                    found[point.point] = Speaker(parties, governs=whole)
    if not found:
        return {}
    speaker = replace(next(iter(found.values())), governs=False)  # what stands above a formula does not go on with it
    spoken = {}
    for point in segmented.points:
        speaker = found.get(point.point, speaker)
        if speaker.governs and point.point not in found and _SAYS_WE.match(point.text):
            speaker = replace(speaker, governs=False)  # from here on it says "We" itself
        spoken[point.point] = speaker
    return spoken


@rule("actor.titled_speaker")
def _titled(segmented: Segmented, model: Language, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Who "we" is in a text without a formula, by its title: "Communiqué of the G20 Finance Ministers"."""
    above = list(takewhile(lambda one: not _ALSO_WE.search(one.text), segmented.points))
    if len(above) == len(segmented.points):
        return ()
    masthead = segmented.document.masthead
    titles = [masthead.title or "", *(point.text for point in above if point.kind in ("heading", "masthead"))]
    stated = [title for title in titles if _STATEMENT.search(title)]
    for title in (*stated, *([masthead.body or ""] if stated else [])):
        said = _MET.sub("", _STATEMENT.sub("", capitalized(title)))
        doc = model.make_doc(said)  # without the word, for a group is not named in "G20 Leaders Declaration"
        for one in find_mentions(doc, lexicon=lexicon):
            spoken_of = any(token.lower_ in _ABOUT for token in doc[: one.start])
            if one.type in ("groups", "organization") and not spoken_of:
                return (one,)
    return ()


def _formulas(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands after "We," in a text, and whether the whole text is no more than the formula."""
    for match in _FORMULA.finditer(text):
        leads = match.start() == 0 or (text.rstrip().endswith(":") and text[: match.start()].endswith(", "))
        yield _cut(match[1]), leads and text.rstrip().endswith((",", ":", ";")) and "." not in text


def ends_in_formula(text: str) -> bool:
    """Return whether a paragraph is the formula and no more, so that its items go on with it: "… we, ministers:"."""
    return text.rstrip().endswith(":") and any(whole for _, whole in _formulas(text))


def _cut(formula: str) -> str:
    """Whom a formula names, without when and where they met."""
    end = _END.search(formula)
    return formula[: end.start() if end else None].strip(" ,")


@rule("actor.speaker")
def named(name: Doc, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return whom a formula names: the groups or countries, whoever else is known, or States through their officials.

    Args:
        name: "the ministers and high representatives".
        lexicon: whose actors to go by.
    """
    article = _ARTICLE.match(name.text)
    first = article.end() if article else 0
    mentions = find_mentions(name, lexicon=lexicon)
    official = _OFFICIALS.search(name.text)
    begins = bool(article) or any(name[one.start].idx == first for one in mentions)
    if not begins and (official is None or official.start() > first + 20):
        return ()  # "we, in this regard, call upon States"
    of_people = [one for one in mentions if one.type == "society" and name[one.start].idx == first]
    if of_people and name[of_people[0].end : of_people[0].end + 1].text == "of":
        mentions = of_people  # "We, the young people of the Commonwealth"
    groups = tuple(one for one in mentions if one.type in _GROUPS)
    states = next((one for one in mentions if one.type == "states"), None)
    if groups and states is not None and _beside(groups[0], states, name):
        return (states, *groups)  # "Ministers of 180 countries and the European Union"
    if ministers := _ministers(mentions, name) or groups:
        return ministers[:1] if ministers[0].type != "country" else ministers
    known = next((one for one in mentions if one.type in _PEOPLE and not _official(one, name)), None)
    if known is not None and official is not None and _one_more(known, official.end(), name):
        known = _states(lexicon)
    if known is None and official is not None:
        collective = _COLLECTIVE.search(name.text, official.end())
        return (_states(lexicon),) if collective is None else (_own(name, collective["name"]),)
    known = known or next(iter(mentions), None)
    if known is not None:
        return (known,)
    own = name.text[first:].partition(",")[0]
    return (_own(name, own),) if article else ()


@rule("actor.speaking_ministers")
def _ministers(mentions: Sequence[Mention], name: Doc) -> tuple[Mention, ...]:
    """The ministers, where they alone speak for a group or besides bodies: "We, ASEAN Ministers", not "We, the G20"."""
    officials = {found[0].lower() for found in _OFFICIALS.finditer(name.text)}
    others = any(one.type in ("groups", "organization") for one in mentions)
    spoken_of = any(one.type in ("states", "country") and not _official(one, name) for one in mentions)
    if not others or spoken_of or "ministers" not in officials or not officials <= _MINISTERS:
        return ()
    return tuple(one for one in mentions if _official(one, name))[:1] or (_own(name, "ministers"),)


def _official(mention: Mention, name: Doc) -> bool:
    """Whether a mention names officials, who speak for their States: "ministers"."""
    return any(found.start() <= name[mention.start].idx < found.end() for found in _OFFICIALS.finditer(name.text))


def _one_more(known: Mention, officials: int, name: Doc) -> bool:
    """Whether somebody is named after the officials as one more: "ministers, the Commissioner and heads"."""
    between = name.text[officials : name[known.start].idx].rstrip().removesuffix(" the")
    return between.endswith((",", " and"))


def _beside(group: Mention, states: Mention, name: Doc) -> bool:
    """Whether a group is named after the States, as one more of them, and is not the group they are of."""
    before = [token.lower_ for token in name[max(group.start - 2, 0) : group.start]]
    return states.end < group.start and "and" in before


def _own(name: Doc, own: str) -> Mention:
    """Whoever calls themselves so, under their own words: "the farmers of the valley"."""
    return Mention(0, len(name), len(name) - 1, own_id(own), own[:1].upper() + own[1:], "society", "name:We")


@lru_cache(maxsize=4)
def _states(lexicon: Lexicon) -> Mention:
    entry: Entry = next(one for one in lexicon["actor"] if one.id == "member_states")
    return Mention(0, 0, 0, entry.id, entry.label, str(entry.get("type")), "lexicon:We")


def with_first_person(mentions: Sequence[Mention], doc: Doc, speaker: Speaker) -> list[Mention]:
    """Return the mentions of a point and those that its "we" and "I" are, in order.

    "My delegation" is no delegation besides, and "Annex I Parties" say nothing.
    """
    named = {at for one in mentions for at in range(one.start + 1, one.end)}
    ours = [one for one in first_person(doc, speaker) if one.start not in named]
    said = {one.root for one in ours if one.root > one.start}
    return sorted([*(one for one in mentions if one.root not in said), *ours])


@rule("actor.first_person")
def first_person(doc: Doc, speaker: Speaker) -> list[Mention]:
    """Return a mention of each speaker for every "we", "us" and "our" of a Doc; for "I" and "my delegation" of one.

    Args:
        doc: the text of a point, framed.
        speaker: who speaks.
    """
    said = _PRONOUNS | _OF_ONE if speaker.alone else _PRONOUNS
    return [
        replace(one, start=token.i, end=root + 1, root=root, rule=f"pronoun:{token.text}", pronoun=True)
        for token in tokens_with(doc, "LOWER", numbers(said))
        if not (token.is_upper and len(token) == 2 and token.i) and _is_person(token)  # "US"
        for root in (_own_noun(token) if speaker.alone else token.i,)
        for one in speaker.parties
    ]


def _is_person(token: Token) -> bool:
    """Whether "I" is who speaks, and no numeral: not in "Schedule I", "(i)" and "Annex I Parties"."""
    if token.lower_ != "i":
        return True
    before = neighbour(token, -1)
    numbered = before.i < token.i and (before.text == "(" or (before.is_title and before.tag_ in NOUNS))
    return token.text == "I" and token.tag_ == "PRP" and not numbered


def _own_noun(token: Token) -> int:
    """Return the place of the noun by which one speaker calls himself, "my delegation"; of the token where none is."""
    after = token.i + 1
    own = token.tag_ == "PRP$" and after < len(token.doc) and token.doc[after].lower_ in _OWN
    return after if own else token.i
