"""Verbs at places where nothing else can stand, told by the words around them.

After a modal, after a "to" that begins a verb, after "recommends that the State party", after "we", after a name in
capitals, beside another such verb, and in -ing where a thing follows that it is done to. `stand_ins` has a model read
these as verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc

from cnd_tools.parsing.capitals import after_names
from cnd_tools.parsing.surroundings import FEW, SUBJECT, Surroundings
from cnd_tools.parsing.vocabulary import Vocabulary, particles, place_words, whole

_LONGEST = 12  # verbs of a series
_FRAMED = 2  # tokens of "They are", before an item in -ing
BARE, GERUND, PARTICIPLE = 0, 1, 2
"""Forms of a verb."""
_ENDINGS = ("", "ing", "ed")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a verb stands.

    Attributes:
        start: its first token.
        end: its last one, of "ring-fence" two tokens on.
        form: bare, in -ing or a participle.
        verb: the bare verb.
        kind: by what follows it, what kind of verb it is (`read_as` of verb_places.toml).
        heads: whether it begins a sentence as its subject: "Piloting new tools is vital".
    """

    start: int
    end: int
    form: int
    verb: str
    kind: str
    heads: bool = False


@lru_cache(maxsize=20_000)
def _may_lead(word: str) -> bool:
    """Whether a place may begin after a word, or be the word; most are neither."""
    lists = place_words()
    listed = any(word in lists[name] for name in ("modals", "doers", "joining"))
    return word in (".", ",", "to", "that") or listed or word.endswith("ing")


class Places(Surroundings):
    """The places of verbs in a text, in its order, by its words alone; each is looked at a bounded number of times."""

    def __init__(self, doc: Doc, known: Vocabulary) -> None:
        super().__init__(doc, known)
        self._named = after_names(doc)
        # in this sentence: that something be done, by a bare verb, and by others after a comma
        self._asked = self._bare = self._serial = False

    def __iter__(self) -> Iterator[Place]:
        """Yield each place once."""
        past = 0
        for at, word in enumerate(self._words):
            if at >= past and (_may_lead(word) or self._word(at + 1) == "-" or at in self._named):
                found = self._past_tense(at) if at in self._named else self._at(at)
                yield from found
                past = found[-1].end + 1 if found else past

    def _at(self, at: int) -> list[Place]:
        """The places that a word makes after it, or is."""
        word = self._words[at]
        if word == ".":
            self._asked = self._bare = self._serial = False
        elif word in self._lists["modals"] or word in self._lists["doers"]:
            return self._after(at + 1) if word in self._lists["modals"] else self._stated_by(at)
        elif word == "to":
            return self._infinitive(at)
        elif word == "that":
            return self._asked_for(at) if self._asks(at) else []
        elif self._bare and (word == "," or word in self._lists["joining"]):
            return self._beside(at)
        elif word.endswith("ing") or self._word(at + 1) == "-":
            return self._gerund(at)
        return []

    def _past_tense(self, at: int) -> list[Place]:
        verb = self._verb(at, PARTICIPLE)
        return [verb] if verb is not None else []

    def _verb(self, at: int, form: int) -> Place | None:
        """The verb at a place, in small letters and in one of its forms."""
        if at >= len(self._words) or not self._doc[at].is_lower:
            return None
        end, word = self._unit(at)
        if form == BARE:
            verb = word if self._known.is_verb(word) and word not in self._lists["passive"] else None
        else:
            verb = self._known.base(word, _ENDINGS[form])
        return self._place(at, end, form, verb) if verb is not None else None

    def _place(self, at: int, end: int, form: int, verb: str) -> Place:
        verb = whole(verb, self._known.verbs)
        return Place(at, end, form, verb, self._kind(verb, end + 1))

    def _kind(self, verb: str, at: int) -> str:
        """What kind of verb one is by the word after it."""
        after, lists = self._word(at), self._lists
        if self._particle(verb, at):
            return "particle"
        if after in lists["clauses"]:
            return "clause"
        if after == "to" and self._known.is_verb(self._word(at + 1)) and self._word(at + 1) not in self._known.nouns:
            return "infinitive"
        if after in lists["prepositions"] or not (after[0].isalnum() or after == ","):
            return "alone"
        if after.endswith("ing") and self._known.base(after, "ing") and self._word(at + 1) in lists["determiners"]:
            return "gerund"
        return "moved" if verb in lists["moving"] else "object"

    def _particle(self, verb: str, at: int) -> bool:
        """Whether a word after a verb is a particle of it."""
        word = self._word(at)
        return word in self._lists["particles"] or verb in particles().get(word, ())

    def _after(self, at: int) -> list[Place]:
        """The verb after a modal or "to", past adverbs, and those beside it: "should fully plan and fund the works"."""
        at = self._past_adverbs(at)
        if self._word(at) in self._lists["passive"]:
            verb = self._verb(self._past_adverbs(at + 1), PARTICIPLE)
            return [verb] if verb is not None else []
        verb = self._verb(at, BARE)
        if verb is None:
            return []
        self._bare = True
        return [verb, *self._series(verb)]

    def _series(self, first: Place) -> list[Place]:
        """The verbs after one and before the object of all: "adopt, fund and review plans"; none if none closes it."""
        found: list[Place] = []
        at = self._past_particle(first)
        while len(found) < _LONGEST:
            closes = self._word(at) in self._lists["joining"] or self._word(at + 1) in self._lists["joining"]
            if self._word(at) != "," and not (closes and self._word(at) in self._lists["joining"]):
                return []
            at = self._past_adverbs(at + (2 if closes and self._word(at) == "," else 1))
            verb = self._verb(at, first.form)
            if verb is None:
                return []
            found.append(verb)
            at = self._past_particle(verb)
            if closes:
                return found if self._begins_thing(at) and not self._stated(at, FEW) else []
        return []

    def _past_particle(self, verb: Place) -> int:
        return verb.end + (2 if verb.kind == "particle" else 1)

    def _infinitive(self, at: int) -> list[Place]:
        """The verb after a "to" that begins one; after "access to" none does."""
        first = self._past_adverbs(at + 1)
        verb = self._verb(first, BARE)
        if self._word(first + 1) == "(":
            return []  # "to further (a) collect data"
        if verb is None or self._known.only_verb(verb.verb):
            return self._after(at + 1)
        after, before = self._past_particle(verb), self._word(at - 1)
        asked = before in self._lists["before_to"] or self._is_party(at - 1)
        asked = asked or (self._bare and (before == "," or before in self._lists["joining"]))
        acts = (
            verb.verb not in self._known.nouns or self._begins_thing(after) or self._past_proviso(after + 1) > after + 1
        )
        sure = asked and (acts or bool(self._series(verb)))
        thing = self._word(after) in self._lists["determiners"] or self._described(after)
        return self._after(at + 1) if (sure or thing) and before not in self._lists["particles"] else []  # "up to date"

    def _stated_by(self, at: int) -> list[Place]:
        """The verb after a pronoun that only can be its subject: "We affirm that"."""
        verb = self._verb(self._past_adverbs(at + 1), BARE)
        if verb is None or not self._known.only_verb(verb.verb):
            return []
        return [verb] if verb.kind in ("clause", "object") else []

    def _asks(self, at: int) -> bool:
        """Whether "that" begins what is to be done: "recommends that", "and that"."""
        if any(word in self._lists["asking"] for word in self._words[max(at - FEW, 0) : at]):
            self._asked = True
            return True
        return self._asked and (self._word(at - 1) in (",", ";") or self._word(at - 1) in self._lists["joining"])

    def _asked_for(self, that: int) -> list[Place]:
        """The bare verb after "that" and its subject: "recommends that the State party pilot new tools"."""
        for at in range(that + 1, min(that + SUBJECT, len(self._words))):
            word = self._word(at)
            if word in self._lists["finite"] or word in self._lists["ends"] or word == "to":
                return []
            party = self._is_party(at) and not self._is_party(at + 1)
            first = self._past_adverbs(self._past_aside(at + 1))
            verb = self._verb(first, BARE)
            if verb is None or not (party or (at > that + 1 and self._known.only_verb(verb.verb))):
                continue
            after = self._past_particle(verb)
            sure = word in self._lists["parties"] or self._word(after) in self._lists["determiners"]
            sure = (
                sure or self._described(after) or not self._begins_thing(after)
            )  # not "that Internet service providers"
            if self._known.only_verb(verb.verb) or (sure and not self._stated(verb.end + 1)):
                self._bare = True
                return [verb, *self._series(verb)]
        return []

    def _beside(self, at: int) -> list[Place]:
        """The bare verb that goes on after "and" or a comma: "strengthen their laws and pilot the new tools"."""
        verb = self._verb(self._past_adverbs(self._past_proviso(at + 1)), BARE)
        if verb is None:
            return []
        after, alone = self._past_particle(verb), self._known.only_verb(verb.verb)
        thing = self._word(after) in self._lists["determiners"]
        alone = alone and verb.start == verb.end  # "low-cost and large-scale works"
        mostly = verb.verb in self._lists["mostly_verbs"] and self._acts_on(after)
        if self._words[at] == ",":
            next_one = (alone and self._acts_on(after)) or (mostly and self._goes_on(after))
            sure = thing or (next_one and not self._closes_aside(at))
            self._serial = self._serial or sure or alone
            return [verb, *self._series(verb)] if sure else []
        described = verb.verb not in self._known.adjectives and self._described(after)
        sure = thing or described or alone or (self._serial and mostly)
        return [verb, *self._series(verb)] if sure and not self._stated(after, FEW) else []

    def _gerund(self, at: int) -> list[Place]:
        """The gerund that only can be one, and those beside it: "Piloting the new tools", "consider taxing sugar"."""
        verb = self._verb_in_ing(at)
        if verb is None:
            return []
        before, after = self._word(at - 1) if at else ".", self._past_particle(verb)
        begins = before in (".", ";", "that")
        framed = at == _FRAMED and before in ("is", "are")
        pondered = self._pondered(at)
        governed = before in self._lists["prepositions"] or pondered
        form = self._unit(at)[1]
        only = form not in self._known.nouns and form not in self._known.adjectives and self._begins_thing(after)
        only = only and "-" not in form  # "the importance of cross-cutting issues"
        thing = any(self._word(after) in self._lists[name] for name in ("determiners", "done"))
        thing = thing or (form not in self._known.adjectives and self._described(after))  # not "existing global rules"
        one = begins and self._one_is(after)
        if not (begins or framed or governed) or not (only or thing or one or pondered):
            return []
        return [replace(verb, heads=begins and self._stated(after)), *self._series(verb)]

    def _pondered(self, at: int) -> bool:
        """Whether a gerund is due after what stands before: "consider", "refrain from", "work towards"."""
        before, first, lists = self._word(at - 1), self._word(at - 2), self._lists
        if before in lists["towards"]:
            described = self._word(at) in lists["determiners"] or self._word(at + 1) in lists["peopled"]
            return first in lists["toiling"] and not described
        return before in lists["pondering"] or (before == "from" and first in lists["forbearing"])

    def _verb_in_ing(self, at: int) -> Place | None:
        """The gerund at a place, whatever its letters: it may begin a sentence."""
        end, word = self._unit(at)
        verb = self._known.base(word, _ENDINGS[GERUND]) if word not in self._lists["in_ing"] else None
        return self._place(at, end, GERUND, verb) if verb is not None else None
