"""What became of a point that has a counterpart: one word for it, and the facts that a reader asks for besides.

The word goes by the words alone, the facts by what drafters change: the verb a paragraph opens with, who is to act, by
when and how much, and whether it still asks at all or is only recalled in the preamble.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cnd_tools.comparing.analysed import OPERATIVE
from cnd_tools.comparing.citations import of_points
from cnd_tools.comparing.counterparts import Counterparts, Pair, counterparts
from cnd_tools.comparing.figures import masked, other_figures, same_figures
from cnd_tools.comparing.likeness import Side, weights
from cnd_tools.comparing.openings import Opening, climb, stronger
from cnd_tools.comparing.order import out_of_order
from cnd_tools.comparing.side_by_side import CONTAINED, SideBySide
from cnd_tools.records import Analysis, Point

RELATIONS = ("kept", "updated", "reworded", "same subject", "new", "dropped")
REWORDED = 0.42  # cosine from which on two paragraphs are one, said otherwise
LEAST_STEMS = 5  # of the shorter one, to say that it is contained by the weight of its words

Step = int | None  # 1 stronger, -1 weaker, 0 neither, None not on one ladder


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a point, or where a point came from.

    Attributes:
        relation: one of `RELATIONS`.
        before: the point in the first document; None for what is new.
        after: the point in the second; None for what was dropped.
        pair: how the two were found; None where there is but one.
        kept: share of the first's words that stand in the second, in order; None where there is but one.
        moved: the point stands elsewhere among those that both documents have.
        step: whether it is asked for, or said, more strongly.
        openings: how each opens.
        modals: modal verbs that took each other's place inside it, where that makes it stronger or weaker.
        inner: other verbs that did so inside it, whatever that makes of it.
        recalled: an operative paragraph that the preamble now only recalls.
        made_operative: the other way round.
        agents: names of who is to act in each, where both say so and nobody stayed.
        figures: numbers and dates that only one of them has, where both have such.
        citations: what only the first cites, and what only the second does.
        deadlines: by when, where both say so, and no figure tells the difference: "at its seventieth session".
        merged_verb: one of the two opens with the verb of another paragraph that was merged with it, or split off, or
            with one put before its own.
    """

    relation: str
    before: Point | None
    after: Point | None
    pair: Pair | None = None
    kept: float | None = None
    moved: bool = False
    step: Step = 0
    openings: tuple[Opening | None, Opening | None] = (None, None)
    modals: tuple[tuple[str, str], ...] = ()
    inner: tuple[tuple[Opening, Opening], ...] = ()
    recalled: bool = False
    made_operative: bool = False
    agents: tuple[str, str] | None = None
    figures: tuple[str, str] | None = None
    citations: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    deadlines: tuple[str, str] | None = None
    merged_verb: bool = False

    @property
    def merged(self) -> bool:
        """Whether several points of the first document are in the one of the second."""
        return self.pair is not None and self.pair.merged

    @property
    def split(self) -> bool:
        """Whether the one of the first document is in several of the second."""
        return self.pair is not None and self.pair.split

    @property
    def labels(self) -> tuple[str, ...]:
        """What `--only` may ask for: the relation, and a word for each fact besides."""
        facts = {
            "merged": self.merged, "split": self.split, "moved": self.moved, "now only recalled": self.recalled,
            "made operative": self.made_operative, "stronger": self.step == 1, "weaker": self.step == -1,
            "other verb": self.verbs_differ or self.inner, "other agent": self.agents, "other figures": self.figures,
            "other citations": any(self.citations), "other deadline": self.deadlines,
        }  # fmt: skip
        return (self.relation, *(name for name, is_so in facts.items() if is_so))

    @property
    def verbs_differ(self) -> bool:
        """Whether both open with a verb of their own, and it is another one or is made stronger or weaker."""
        one, other = self.openings
        differ = one and other and (one.verb, one.modified) != (other.verb, other.modified)
        return bool(differ) and not self.merged_verb

    @property
    def verbs(self) -> tuple[str, ...]:
        """Return the verbs that changed, each once, the opening's first: "Encourages → Urges", "should → must"."""
        return tuple(dict.fromkeys(f"{old} → {new}" for old, new, _ in self._verbs()))

    @property
    def climbing(self) -> tuple[str, ...]:
        """Return those of the verbs that changed which make it stronger, or weaker, as `step` says."""
        return tuple(dict.fromkeys(f"{old} → {new}" for old, new, step in self._verbs() if step and step == self.step))

    def _verbs(self) -> Iterator[tuple[str, str, Step]]:
        """Yield the verbs that changed, each with the one in its place and whether that is the stronger."""
        one, other = self.openings
        opening = [(one, other)] if self.verbs_differ and one and other else []
        for old, new in [*opening, *self.inner]:
            yield old.printed, new.printed, stronger(old, new)
        yield from ((old, new, climb(old, new)) for old, new in self.modals)


@dataclass(frozen=True, slots=True)
class Changes:
    """Two documents point by point.

    Attributes:
        first: the first document.
        second: the second.
        found: who is whose counterpart.
        rows: in the first document's order; what is new stands after the counterpart of the point it follows.
    """

    first: Analysis
    second: Analysis
    found: Counterparts
    rows: tuple[Change, ...]


def changes_between(first: Analysis, second: Analysis) -> Changes:
    """Return what became of every point of the first document, and what is new in the second."""
    found = counterparts(first, second)
    return Changes(first, second, found, tuple(_in_order(found, _paired(found, first, second))))


def _in_order(found: Counterparts, paired: Mapping[Pair, Change]) -> Iterator[Change]:
    """Yield the changes in reading order: a place is the first's point, 0 its own or 1 after it, the second's."""
    placed = {(pair.first, 0, pair.second): change for pair, change in paired.items()}
    ours, theirs = {pair.first for pair in paired}, {pair.second: pair.first for pair in reversed(list(paired))}
    for at, point in enumerate(found.first.points):
        if at not in ours:
            placed[at, 0, 0] = Change("dropped", point, None)
    follows = -1
    for at, point in enumerate(found.second.points):
        if at in theirs:
            follows = theirs[at]
        else:
            placed[follows, 1, at] = Change("new", None, point)
    yield from (placed[place] for place in sorted(placed))


def _paired(found: Counterparts, first: Analysis, second: Analysis) -> dict[Pair, Change]:
    telling = weights([*found.first.bags, *found.second.bags])
    agents = _agents(first), _agents(second)
    cited = of_points(first), of_points(second)
    deadlines = _deadlines(first), _deadlines(second)
    moved = out_of_order(found.pairs) if found.versions else set()  # two texts each have an order of their own
    merged_verbs = _merged_verbs(found)
    made = {}
    for pair in found.pairs:
        before, after = found.first.points[pair.first], found.second.points[pair.second]
        words = SideBySide(before, after)
        relation = _relation(pair, words, found.first, found.second, telling)
        openings = found.first.openings[pair.first], found.second.openings[pair.second]
        merged_verb = pair in merged_verbs or words.verb_moved_inside
        sure = relation not in {"same subject", "kept"}
        inner = tuple(words.verbs()) if sure else ()
        who = _other(agents[0][before.point], agents[1][after.point]) if sure else None
        made[pair] = Change(
            relation, before, after, pair, words.kept, pair in moved,
            step=_step((None, None) if merged_verb else openings, words, inner) if sure else 0,
            openings=openings,
            inner=inner,
            modals=tuple(pair for pair in words.modals() if climb(*pair)) if sure else (),
            recalled=before.kind in OPERATIVE and after.kind == "preambular" and bool(first.points and sure),
            made_operative=before.kind == "preambular" and after.kind in OPERATIVE and sure,
            agents=who,
            figures=_figures(before, after) if sure else None,
            citations=_only_cited(cited[0].get(before.point, {}), cited[1].get(after.point, {})) if sure else ((), ()),
            deadlines=_other(deadlines[0][before.point], deadlines[1][after.point]) if sure else None,
            merged_verb=merged_verb,
        )  # fmt: skip
    return made


def _merged_verbs(found: Counterparts) -> set[Pair]:
    """Return the pairs of which one side opens with the verb of another paragraph that is a part of it.

    "Calls upon States to ensure remedies" is merged into "Condemns all abuses, and calls upon States to ensure
    remedies": that condemns because another paragraph did, and nobody who called upon States condemns them now.
    """
    opens = [[one.verb if one else None for one in side.openings] for side in (found.first, found.second)]
    same = {pair for pair in found.pairs if opens[0][pair.first] and opens[0][pair.first] == opens[1][pair.second]}
    ours, theirs = {pair.first for pair in same}, {pair.second for pair in same}
    return {pair for pair in found.pairs if (pair.first in ours or pair.second in theirs) and pair not in same}


def _relation(pair: Pair, words: SideBySide, first: Side, second: Side, telling: Mapping[str, float]) -> str:
    if words.before == words.after and same_figures(*words.texts):
        return "kept"
    if masked(words.texts[0]) == masked(words.texts[1]):
        return "updated"
    if words.same_but_for_the_verb or words.shortened or pair.cosine >= REWORDED:
        return "reworded"
    if words.half_in_order and _contained(first, second, pair, telling) >= CONTAINED:
        return "reworded"
    return "same subject"


def _contained(first: Side, second: Side, pair: Pair, telling: Mapping[str, float]) -> float:
    """Return how much of the shorter point's stems, by weight, the other has too; 0 of a point too short to say."""
    bags = [
        {term: count for term, count in bag.items() if " " not in term}
        for bag in (first.bags[pair.first], second.bags[pair.second])
    ]
    small, large = sorted(bags, key=lambda bag: sum(bag.values()))
    if sum(small.values()) < LEAST_STEMS:
        return 0.0
    whole = sum(telling[stem] * count for stem, count in small.items())
    return sum(telling[stem] * min(count, large.get(stem, 0)) for stem, count in small.items()) / whole


def _step(
    openings: tuple[Opening | None, Opening | None], words: SideBySide, inner: Sequence[tuple[Opening, Opening]]
) -> Step:
    """Return whether the second is the stronger: by the verbs both open with, modals that changed places, other verbs.

    Where it is by some and the weaker by others nobody can say; a verb inside that is on no ladder says nothing where
    another does.
    """
    one, other = openings
    steps: list[Step] = [stronger(one, other)] if one and other else []
    steps += [climb(old, new) for old, new in words.modals()]
    told = {step for step in steps if step != 0}
    within = {stronger(*pair) for pair in inner} - {0}
    told |= within if not told and within == {None} else within - {None}
    if not told:
        return 0
    return told.pop() if len(told) == 1 else None


def _agents(analysis: Analysis) -> defaultdict[str, dict[str, str]]:
    """Return who is to act in each point: ids, each with its name."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    names = {row.actor: row.name for row in reversed(analysis.actors)}
    for action in analysis.actions:
        for agent in (action.agents or action.agent or "").split("; "):
            if agent:
                found[action.point][agent] = names.get(agent, agent.replace("_", " "))
    for actor in analysis.actors:  # "donors" beside "stakeholders", whom alone a row of actions may name
        if actor.role == "agent":
            found[actor.point].setdefault(actor.actor, actor.name)
    return found


def _deadlines(analysis: Analysis) -> defaultdict[str, dict[str, str]]:
    """Return by when each point asks, in words: days and years are figures, and told as these."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for action in analysis.actions:
        for said in (action.deadline or "").split("; "):
            if said and not any(char.isdecimal() for char in said):
                found[action.point][said.lower()] = said
    return found


def _other(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, str] | None:
    """Return who was to act and who is now, where both say so and nobody stayed."""
    if not before or not after or before.keys() & after.keys():
        return None
    return "; ".join(before.values()), "; ".join(after.values())


def _only_cited(before: Mapping[str, None], after: Mapping[str, None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is no longer cited, and what newly is."""
    return tuple(one for one in before if one not in after), tuple(one for one in after if one not in before)


def _figures(before: Point, after: Point) -> tuple[str, str] | None:
    gone, came = other_figures(before.text, after.text)
    return ("; ".join(gone), "; ".join(came)) if gone and came else None
