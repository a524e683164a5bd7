"""How items begin under a chapeau or in a plan, by the words alone, before anything is parsed.

"Member States should: (a) Lend …", "recommend the following measures: (a) Take …", "We therefore: (a) Call upon …",
"3. Where appropriate, adopt laws".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cnd_tools.extracting.actions.addressed import addresses, addresses_list
from cnd_tools.extracting.actions.goals import announces_goals, measured
from cnd_tools.extracting.actions.imperatives import FINITE, begins_clause, imperative
from cnd_tools.extracting.attributions.deeds import lists_deeds, names_body
from cnd_tools.extracting.attributions.openings import speaks
from cnd_tools.extracting.grammar.framing import in_base_form
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives
from cnd_tools.lexicon.openings import words as opening_words
from cnd_tools.records import Point, Segmented
from cnd_tools.segmenting.preambles import stands_alone
from cnd_tools.segmenting.unlabelled_items import begins_item, leads

LISTED = frozenset({"numbered", "lettered", "roman", "bulleted"})
"""Kinds of points that go on with a formula, a chapeau or a plan without a subject of their own."""
_PLAN = opening_words()["plan"]
# "We therefore:", "To this end, we also:"
_ADVERB = rf"(?:,?\s+(?:\w+ly|{alternatives(_PLAN['adverbs'])}|in\s+(?:this|that)\s+\w+))"
_WE = re.compile(rf"\bwe{_ADVERB}{{0,3}},?\s*[:—–-]+$")
_SO = re.compile(r"\band,?\s+(?:(?:in|to|for)\s+(?:this|that)\s+\w+,?\s*)?(?:we\s*)?:$")
_LONGEST_OPENING = 200  # characters of an item in which its own verb stands
# What begins a clause in which a verb that is not the item's own may stand: "Reskill workers who are dismissed".
_PARTED = re.compile(rf"[;:.]|\b(?:{alternatives(_PLAN['relative'])})\b")
_ADVERBS = frozenset(opening_words()["opening"]["words"]["adverbs"])
_FOLLOWS = re.compile(rf"\bas follows\b|\bthe following (?:{alternatives(_PLAN['follows'])})\b")
_TAKEN = re.compile(rf"\bto be (?:{alternatives(_PLAN['taken'])})\b.*:\s*$", re.DOTALL)
_THAT = re.compile(r"\b(?P<verb>\w+)\s+that\s+(?:[\w’'-]+\s+){0,8}[\w’'-]+\s?:$")
_BY = re.compile(r"By [^.:;]{3,300}:")
_LONGEST_CLAUSE = 300  # characters at the end of a chapeau that name whose the items are
_ASKING = ("modal", "will", "bind", "pledge", "ask", "semi", "passive", "predicate", "noun", "duty", "lack")
_HEADS, _PUT = (frozenset(_PLAN[name].split()) for name in ("headings", "put"))
_BRIEF = 3  # words at most of a heading that announces: "Actions:"
_LONGEST_GOAL = 120  # characters of a goal in which its amount or its date stands
_FEWEST = 3  # items that begin with a verb make a plan of a document


def hands_on_we(text: str) -> bool:
    """Return whether items go on with the "we" that ends their chapeau."""
    return _WE.search(text.lower().rstrip()[-80:]) is not None


def goes_on_so(text: str) -> bool:
    """Return whether a chapeau ends in what its "we" do next: "We commit to ending waste, and in this regard:"."""
    return _SO.search(text.lower().rstrip()[-80:]) is not None


def asks(text: str, words: WordClasses) -> bool:
    """Return whether a paragraph has a word that asks, so that it may stand over paragraphs after it."""
    said = [word.strip(",;:()").lower() for word in text.split()] or ["to"]  # "2. (a)": what stands above asks
    tables = [
        words.table("verb", "direct"),
        *(words.table("strength", form) for form in _ASKING),
    ]
    forms = {form for word in said for form in (word, *(word.removesuffix(ending) for ending in ("s", "ed", "d")))}
    ours = "we" in said
    if ours:  # "we therefore endeavour to take the following actions:"
        tables += [words.table("strength", form) for form in ("aiming", "put")]
    if _TAKEN.search(text) is not None or done_by(text) or titled(text):
        return True
    return said[-1] == "to" or ((ours or said[0] != "to") and any(form in table for form in forms for table in tables))


@rule("chapeau.titled")
def titled(text: str) -> bool:
    """Return whether a chapeau only says that actions follow, as a heading would: "Actions:", "Policy measures:"."""
    said = text.lower().rstrip().removesuffix(":").split()
    brief = 0 < len(said) <= _BRIEF and said[-1] in _HEADS
    return text.rstrip().endswith(":") and (brief or (addresses_list(text) and not begins_clause(text)))


@rule("chapeau.done_by")
def done_by(text: str) -> bool:
    """Return whether a chapeau only says by whom its items are to be done: "230. By Governments:"."""
    return _BY.fullmatch(text.strip()) is not None


def announces(text: str) -> bool:
    """Return whether a paragraph says that what is to be done follows: "commit to taking action as follows, …;"."""
    return text.rstrip().endswith((":", ";", ",")) and _FOLLOWS.search(text) is not None


def bare_items(text: str, words: WordClasses) -> bool:
    """Whether a chapeau's items begin with a bare verb: it ends in a modal, or announces recommendations.

    Args:
        text: clean text of the chapeau.
        words: the lexicon as the extractors use it.
    """
    if not text.rstrip().endswith(":"):
        return False
    asks = words.table("strength", "ask")
    spoken = text.lower().rstrip()[:-1].split()
    return _goes_on_bare(text, words) or any(word[:-1] in asks for word in spoken if word.endswith("s"))


@rule("chapeau.item_says_itself")
def says_itself(chapeau: str, item: str, words: WordClasses) -> bool:
    """Return whether an item under recommendations is a sentence of its own: "Early action should be taken".

    Args:
        chapeau: clean text of the chapeau.
        item: clean text of the item.
        words: the lexicon.
    """
    finite = FINITE.search(item[:_LONGEST_OPENING]) if not _goes_on_bare(chapeau, words) else None
    return finite is not None and not _PARTED.search(item[: finite.start()])


def _goes_on_bare(text: str, words: WordClasses) -> bool:
    """Whether only a bare verb can go on with a chapeau: "States should:", "recommends that the Board:"."""
    spoken = text.lower().rstrip().removesuffix(":").split() or [""]
    modal = spoken[-1] in words.table("strength", "modal") or spoken[-1] in words.table("strength", "will")
    return text.rstrip().endswith(":") and (modal or _asks_that(text, words))


def _asks_that(text: str, words: WordClasses) -> bool:
    """Whether a chapeau ends in whose clause its items go on with: "Norway recommends that Chile:"."""
    clause = _THAT.search(text[-_LONGEST_CLAUSE:].rstrip())
    asking = words.table("verb", "direct")
    bases = [clause["verb"].lower().removesuffix(ending) for ending in ("s", "ed", "d", "")] if clause else []
    return any(one.field("self") == "" for base in bases for one in asking.get(base, ())[:1])


@rule("chapeau.third_person")
def says_of(text: str, item: str, words: WordClasses) -> bool:
    """Return whether an item goes on with the clause of its chapeau: "Norway recommends that Chile: 1. Revises …".

    Args:
        text: clean text of the chapeau.
        item: clean text of the item.
        words: the lexicon, with the verbs a model knows.
    """
    if not _asks_that(text, words):
        return False  # "decides that the fund:" goes on with what is decided
    said = (word.lower().rstrip(",") for word in item.split(None, 3)[:3])
    verb = next((word for word in said if not (word.endswith("ly") or word in _ADVERBS)), "")
    stems = (verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y")
    return verb.endswith("s") and verb not in words.verbs and any(stem in words.verbs for stem in stems)


def is_plan(segmented: Segmented, words: WordClasses) -> bool:
    """Return whether a document has items that begin with verbs under no chapeau: "3. Ensure …", "4. Invite …"."""
    found, headings = 0, {point.point for point in segmented.points if point.kind == "heading"}
    for point in segmented.points:
        alone = point.parent is None or point.parent in headings
        if point.kind in LISTED and alone and point.opening is None:
            found += bool(imperative(point.text, words, sure=False) or speaks(point.text, governed=False))
            if found >= _FEWEST:
                return True
    return False


@rule("chapeau.heading")
def under_recommendations(point: Point) -> bool:
    """Return whether a bare verb asks by its label, or by the heading over it: "Recommendations / 1. Train judges"."""
    return not _HEADS.isdisjoint(_words_over(point))


def _words_over(point: Point) -> set[str]:
    """The words of the heading over a point, and of its label."""
    headings = (point.section or "").split(" > ")
    over = headings[-2:] if addresses(headings[-1]) else headings[-1:]  # "Recommendations / To Governments"
    said = (*" ".join(over).lower().split(), *(point.label or "").lower().split()[:1])
    return {word.strip(".,:;()") for word in said}


@rule("chapeau.formula")
def binds_speaker(point: Point) -> bool:
    """Return whether a bare verb binds those whose formula it goes on with, and is not put to others by its heading.

    "We, the ministers, …: / Commitments / 35. Strengthen financing"; not under "Recommendations".
    """
    return _words_over(point).isdisjoint(_PUT)


def standing(segmented: Segmented, words: WordClasses) -> Mapping[str, str]:
    """Return for numbered paragraphs the chapeau that stands over them though they do not hang under it.

    "Member States should: / Prevention / 1. Train teachers. / Treatment / 2. (a) Open clinics" goes on over headings
    until a paragraph begins otherwise; so do paragraphs without labels that follow it one upon the other, as lists
    that lost their bullets do.
    """
    over: dict[str, str] = {}
    parents = {point.parent for point in segmented.points}
    chapeau: Point | None = None
    before = ""
    for point in segmented.points:
        if point.parent is not None and leads(point.text):
            chapeau, before = point, point.point  # "Article 2 / 1. Each Party shall: / Publish its accounts;"
        if point.kind in ("heading", "note") or point.parent is not None:
            continue
        straight = chapeau is not None and (before == chapeau.point or over.get(before) == chapeau.point)
        before = point.point
        if chapeau is not None and (
            _goes_on(point, chapeau, words, has_items=chapeau.point in parents)
            or (straight and _unlabelled(point, chapeau, words))
        ):
            over[point.point] = chapeau.point
            if point.kind == "unnumbered" and point.point not in parents and _leads(point) and announces(point.text):
                chapeau = point  # "We, the ministers: / Commit to the following actions: / 1. Train drivers;"
        elif announces(point.text) or announces_goals(point.text) or (_leads(point) and _asks(point, words)):
            chapeau = point
        elif names_body(point.text):
            chapeau = point  # "The Conference: / 1. Recommended …"
        elif chapeau is None or not announces(chapeau.text) or point.text.startswith("We "):
            chapeau = None  # what "follows" goes on past sentences between its items
    return over


def beside(segmented: Segmented) -> Mapping[str, str]:
    """Return for items the paragraph that leads over to them, where both hang under one: "Goal 1 / Actions: / (a)"."""
    found: dict[str, str] = {}
    leading: dict[str, str] = {}
    for point in segmented.points:
        if point.parent is not None and point.kind == "unnumbered":
            leading[point.parent] = point.point if _leads_beside(point) else ""
        elif point.parent is not None and point.kind in LISTED and leading.get(point.parent):
            found[point.point] = leading[point.parent]
    return found


@rule("chapeau.beside")
def _leads_beside(point: Point) -> bool:
    """Whether a paragraph without a label leads over to items that hang where it hangs: "Actions:"."""
    return point.text.rstrip().endswith(":")


def leads_alone(point: Point) -> bool:
    """Return whether a paragraph is but an opening, without a colon, over what it governs: "instructs the Director"."""
    return point.opening is not None and stands_alone(point.text)


def _asks(point: Point, words: WordClasses) -> bool:
    """Whether a paragraph may stand over those after it: it asks, or says to whom recommendations are addressed."""
    return asks(point.text, words) or (addresses(point.text) and under_recommendations(point))


def _leads(point: Point) -> bool:
    """Whether a paragraph leads over to what is below it."""
    return point.text.rstrip().endswith(":") or leads_alone(point)


def _begins(point: Point, words: WordClasses) -> bool:
    """Whether a paragraph begins with a bare verb or an infinitive."""
    return imperative(point.text, words, sure=True) is not None or infinitive(point.text, words) != ""


def infinitive(text: str, words: WordClasses) -> str:
    """Return the verb of the infinitive a paragraph begins with, as under "RESOLVES:", "To further end", or ""."""
    said = [word.lower().rstrip(",") for word in text.removeprefix("not ").split(None, 3)[:3]]
    verb = next((word for word in said[1:] if not (word.endswith("ly") or word in _ADVERBS)), "")
    return verb if said[:1] == ["to"] and verb in words.verbs else ""


@rule("chapeau.unlabelled_items")
def _unlabelled(point: Point, chapeau: Point, words: WordClasses) -> bool:
    """Whether a paragraph without a label is an item: "We resolve to: / Prevent and treat malaria; / Train nurses"."""
    kind = point.kind == "unnumbered" or (point.kind == "preambular" and in_base_form(point.opening or ""))
    lost = kind and chapeau.text.rstrip().endswith(":") and _asks(chapeau, words)
    stated = point.opening is not None and not in_base_form(point.opening)
    lead = leads(chapeau.text)
    goes_on = _begins(point, words) or (lead != "" and begins_item(point.text, lead))  # "commit to: / Ending hunger"
    return lost and not stated and goes_on


def _goes_on(point: Point, chapeau: Point, words: WordClasses, *, has_items: bool) -> bool:
    """Whether a paragraph goes on under a chapeau above; under one with items of its own only "2. (a) …" does."""
    if point.kind in LISTED and (
        says_of(chapeau.text, point.text, words) or lists_deeds(chapeau.text, point.text, words)
    ):
        return True
    stated = point.opening is not None and not in_base_form(point.opening)
    if point.kind not in LISTED or stated:
        return False
    if announces_goals(chapeau.text) and not has_items:  # "Goals for 2030: / 1. A one-third reduction in deaths."
        return not begins_clause(point.text) or measured(point.text[:_LONGEST_GOAL])
    return not point.text.strip() or (_begins(point, words) and not (has_items and chapeau.kind in LISTED))
