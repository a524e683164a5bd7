"""Two paragraphs word by word: what stays, in which order, and which verbs took each other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cnd_tools.comparing.diffing import opcodes
from cnd_tools.comparing.figures import masked
from cnd_tools.comparing.inner_verbs import changed_verbs, inner_verbs
from cnd_tools.comparing.naming import printed_names
from cnd_tools.comparing.openings import Opening, modals, read
from cnd_tools.comparing.wording import is_stop, plain_words
from cnd_tools.records import Point

CONTAINED = 0.75  # of the shorter one's words in the other: the same
LEAST_WORDS = 15  # of the shorter one, names aside, to say so by all its words
FOLLOWING = 8  # words after a verb, by which it is known again
IN_ORDER = 0.5  # of the shorter one's words, that must stand in the other in order, for it to be contained

Words = tuple[str, int, Sequence[str]]  # a text, how many characters are its opening, its plain words


class SideBySide:
    """Two points word by word, as plain words in order."""

    def __init__(self, before: Point, after: Point) -> None:
        self.before, self.after = plain_words(before.text), plain_words(after.text)
        self.texts = before.text, after.text
        self.begins = len(before.opening or ""), len(after.opening or "")
        self.steps = opcodes(self.before, self.after)

    @property
    def kept(self) -> float:
        """Return the share of the first's words that stand in the second, in order."""
        return self._same / len(self.before) if self.before else 0.0

    @property
    def _same(self) -> int:
        return sum(end - start for kind, start, end, _, _ in self.steps if kind == "equal")

    @property
    def same_but_for_the_verb(self) -> bool:
        """Return whether both say the same past the verb they open with, figures aside."""
        rests = [text[begin:] for text, begin in zip(self.texts, self.begins, strict=True) if begin]
        return len(rests) == 2 and masked(rests[0]) == masked(rests[1])

    @property
    def shortened(self) -> bool:
        """Return whether the shorter point, if it says enough, is the longer in all but a quarter of its words.

        Its last clause may be new: then few of its telling words are the other's (A/RES/77/228, 8). What names it has
        say nothing: "Requests the Office of the United Nations High Commissioner for Human Rights to …" is everywhere.
        """
        text, words = min(zip(self.texts, (self.before, self.after), strict=True), key=lambda one: len(one[1]))
        named = sum(len(plain_words(name)) for name in printed_names(text))
        return len(words) - named >= LEAST_WORDS and self._same >= CONTAINED * len(words)

    @property
    def half_in_order(self) -> bool:
        """Return whether half the words of the shorter point stand in the other in the same order."""
        return self._same >= IN_ORDER * min(len(self.before), len(self.after))

    @property
    def verb_moved_inside(self) -> bool:
        """Return whether the verb that one opens with stands further on in the other, before what followed it.

        "Calls upon States to act" that is "Condemns all abuses, and calls upon States to act" calls upon as ever.
        """
        texts = list(zip(self.texts, self.begins, (self.before, self.after), strict=True))
        return any(_goes_on_inside(one, other) for one, other in (texts, texts[::-1]))

    def modals(self) -> Iterator[tuple[str, str]]:
        """Yield the modal verbs that took each other's place: "should" that is "must" now."""
        known = modals()
        for kind, start, end, begin, stop in self.steps:
            if kind == "replace":
                old = [word for word in self.before[start:end] if word in known]
                new = [word for word in self.after[begin:stop] if word in known]
                if len(old) == len(new) == 1 and old != new:
                    yield old[0], new[0]

    def verbs(self) -> Iterator[tuple[Opening, Opening]]:
        """Yield the other verbs that took each other's place, past the opening."""
        before, after = (inner_verbs(text, begin) for text, begin in zip(self.texts, self.begins, strict=True))
        yield from changed_verbs(before, after, self.steps)


def _goes_on_inside(one: Words, other: Words) -> bool:
    """Return whether a verb inside the other is the one's opening, and what follows it is more like what followed."""
    (text, begin, words), (longer, past, others) = one, other
    if not begin:
        return False
    verb = read(text[:begin]).verb
    follows = _following(words, len(plain_words(text[:begin])))
    first = len(follows & _following(others, len(plain_words(longer[:past]))))
    return any(
        len(follows & _following(others, at + 1)) > first
        for at, inner in inner_verbs(longer, past).items()
        if inner.said.verb == verb
    )


def _following(words: Sequence[str], begin: int) -> set[str]:
    """Return the words that tell something among the next few."""
    return {word for word in words[begin : begin + FOLLOWING] if not is_stop(word)}
