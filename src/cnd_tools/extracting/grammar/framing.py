"""Giving a subject to paragraphs that have none, so that a parser made for newspapers reads them as sentences.

"Calls upon Member States to …" is read as "It calls upon …", "Recognizing …" as "It is recognizing …", and an item
"To submit …" as "They are to submit …". Only letters' case changes in the point's own words, never their number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cnd_tools.lexicon.openings import words as opening_words

# States of mind that open a paragraph as participles do: "Mindful of …".
_STATES = frozenset(opening_words()["opening"]["words"]["adjectives"].split())
_ADVERBS = frozenset(opening_words()["opening"]["words"]["adverbs"])
_BASES = frozenset(opening_words()["opening"]["verbs"].split())
_SHOUTED = frozenset(opening_words()["opening"]["words"]["shouted"].split())
_DESCRIBING = frozenset(opening_words()["opening"]["words"]["describing"].split())
_FINITE = frozenset((opening_words()["opening"]["words"]["finite"] + " " + opening_words()["plan"]["finite"]).split())


_PREPOSITIONS = frozenset(opening_words()["opening"]["words"]["prepositions"].split())


# Between the verbs of an item that is printed in capitals, and after them.
_JOINING = frozenset(opening_words()["plan"]["joining"].split())
# What goes before an item that names whom its chapeau asks: "Member States to ratify the treaty".
ASKED = "They ask "
_DETERMINERS = frozenset(opening_words()["speaker"]["determiners"].split())
_SMALL = frozenset(word.title() for word in _DETERMINERS)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a parser is given for a point.

    Attributes:
        text: the prefix and the point's text, its first letter small where there is a prefix.
        prefix: characters of the prefix.
        tokens: tokens of the prefix.
        opening: the phrase the point opens with, where it opens like a resolution's paragraph.
        signed: characters before the names of those who sign it, -1 where nobody does.
        verb: the bare verb the point begins with, where it begins with one: "Strengthen", "Where needed, adopt".
        we: whether the prefix is "We", as of a paragraph that goes on with "We, the ministers, …".
    """

    text: str
    prefix: int = 0
    tokens: int = 0
    opening: str | None = None
    signed: int = -1
    verb: str | None = None
    we: bool = False


def frame(
    text: str,
    *,
    opening: str | None = None,
    chapeau: str = "",
    bare: bool = False,
    verb: str | None = None,
    we: bool = False,
    finite: bool = False,
) -> Frame:
    """Return a point's text as the parser is to see it.

    Args:
        text: clean text of a point.
        opening: the verb or adjective of its own that a paragraph opens with, or None.
        chapeau: text of the point it hangs under, "" where it hangs under none.
        bare: whether items under that chapeau begin with a bare verb ("should:", "the following recommendations:").
        verb: the bare verb it begins with, if it does.
        we: whether the point goes on with "We".
        finite: whether it goes on with the clause of its chapeau: "recommends that Chile: 1. Revises …".
    """
    text = unshouted(text)
    words = text.split(None, 6)
    if not words:
        return Frame(text)
    if we:
        return replace(_with("We ", _lowered(text)), we=True)
    if finite:
        return _with("It ", text)
    if opening is not None:
        return replace(_with("It " if _finite(words) else "It is ", _lowered(text)), opening=opening)
    if verb and verb.isupper():
        text, verb = _quieted(text, verb), verb.lower()
        words = text.split(None, 6)
    prefix = _of_item(text, words, chapeau, verb if verb or not bare else "")
    return replace(_with(prefix, text), verb=verb) if prefix else Frame(text)


def _of_item(text: str, words: list[str], chapeau: str, verb: str | None) -> str:
    """The subject an item is given: "To submit", "Submitting", "That … be submitted", "Where needed, submit"."""
    said = (word.lower().rstrip(",") for word in words)
    first = next((word for word in said if word != "not" and not word.endswith("ly")), "")
    noun = not verb and len(words) > 1 and words[1] == "of" and _gerund(first)  # "Training of judges"
    if first in _PREPOSITIONS or (first in _DETERMINERS and not verb) or noun:
        return ""  # "According to the Chair, …", "Concerning fees, …": no gerund; "The repair of roads", after "to:"
    stem = chapeau.lower().rstrip(" :—–-")
    signed = len(stem) < len(chapeau.rstrip())
    if words[0].lower() == "that" and signed and stem:
        return "They ask "
    if first == "to" or (not verb and stem and signed and _gerund(first) and not _described(words)):
        return "They are "
    if verb:
        return "They should, " if text[: text.find(verb)].endswith(", ") else "They should "
    return "They should " if verb == "" or stem.rpartition(" ")[2] == "to" else ""


def frame_asked(text: str, lead: str) -> Frame:
    """Return an item that names whom its chapeau asks, "UNODC to report", as the parser is to see it.

    Args:
        text: clean text of the item.
        lead: what goes before it, "They ask " or "They ask that ".
    """
    if text.split(None, 1)[0] in _SMALL:
        return _with(lead, text)
    return Frame(lead + text, len(lead), len(lead.split()))


def in_base_form(opening: str) -> bool:
    """Return whether an opening is that of several: "Decide", "Also call upon"; not "Decides", "Recalling"."""
    said = [word.lower().rstrip(",") for word in opening.split()]
    return next((word in _BASES for word in said if word not in _ADVERBS and not word.endswith("ly")), False)


def _described(words: list[str]) -> bool:
    """Whether a word in -ing describes a subject, as the verb after it shows: "developing countries needed"."""
    return len(words) > 2 and words[0].lower() in _DESCRIBING and words[2].lower() in _FINITE


def _gerund(word: str) -> bool:
    """Whether a word is a verb in -ing; "bring" is none: a syllable stands before the ending."""
    return word.endswith("ing") and any(letter in "aeiouy" for letter in word[:-3])


def frame_signed(text: str, signed: int, *, chapeau: str = "", told: bool = False) -> Frame:
    """Return a recommendation as the parser is to see it, who makes it parted from what is recommended.

    A full stop takes the place of their bracket, "Ratify the treaty. Mexico);": what is asked for is a sentence.

    Args:
        text: clean text of the point.
        signed: where the brackets begin in which those who sign it are named, after a space.
        chapeau: text of the point it hangs under, "" where it hangs under none.
        told: whether it opens with a verb of theirs: "Recommended that … (Chad)".
    """
    parted = f"{text[: signed - 1]}. {text[signed + 1 :]}"
    framed = _with("It ", parted) if told else frame(parted, chapeau=chapeau, bare=True)
    return replace(framed, signed=framed.prefix + signed + 1)


def is_participle(opening: str) -> bool:
    """Return whether an opening is a participle or a state of mind: "Deeply concerned", "Having met"."""
    said = [word.lower().rstrip(",") for word in opening.split()]
    verb = next((word for word in said if word not in _ADVERBS and not word.endswith("ly")), "")
    return verb in _STATES or verb.endswith(("ing", "ed"))


def _with(prefix: str, text: str) -> Frame:
    first = text[0].lower()
    # "İ" is two characters in lower case: every offset after it would be one too high.
    return Frame(
        prefix + (first if len(first) == 1 else text[0]) + text[1:],
        len(prefix),
        len(prefix.split()) + prefix.count(","),
    )


def _lowered(text: str) -> str:
    """The text with the capitals of an opening ("URGES", "REAFFIRMING ALSO") made small, as a parser knows them."""
    end = 0
    for word in text.split(" "):
        if not word.isupper() or (len(word) == 1 and not text[end + 1 : end + 4].strip().isupper()):
            break
        end += len(word) + 1
    head = text[:end].lower()
    return head + text[end:] if len(head) == min(end, len(text)) else text


def _quieted(text: str, verb: str) -> str:
    """The text of an item with the capitals of its verbs made small: "STEP UP aid", "PROMOTE AND EXPAND trade"."""
    said = text.split(" ")
    end = next((place for place, word in enumerate(said, 1) if word.lower() == verb.lower()), 0)
    while 0 < end < len(said) and said[end].isupper() and _goes_with(said[end - 1], said[end]):
        end += 1
    return " ".join((*(word.lower() for word in said[:end]), *said[end:]))


def _goes_with(before: str, word: str) -> bool:
    """Whether a word in capitals belongs to the verbs before it: particles, and what a comma or "and" joins."""
    return word.lower() in _JOINING or before.lower() in _JOINING or before.endswith(",")


def unshouted(text: str) -> str:
    """Return a text with its verbs in capitals made small, as a parser knows them: "and REQUESTS the Commission".

    Decisions of the African Union and conclusions of the European Council print them so, with what belongs to them
    ("EXPRESSES CONCERN"). A text all in capitals, and names in capitals ("UNODC"), stay as they are.
    """
    words = text.split(" ")
    shouted = [place for place, word in enumerate(words) if len(word) > 1 and word.isupper() and word.isascii()]
    if not shouted or 2 * len(shouted) > len(words):
        return text
    small = set[int]()
    for place in shouted:
        bare = words[place].strip(",;:.").lower()
        beside = (bare in _SHOUTED and place - 1 in small) or bare in _ADVERBS
        how = bare.endswith("ly") and (place - 1 in small or _verbal(words[place + 1 : place + 2]))  # not "ITALY"
        if _verbal(words[place : place + 1]) or beside or how:
            small.add(place)
    return " ".join(word.lower() if place in small else word for place, word in enumerate(words))


def _verbal(words: list[str]) -> bool:
    """Whether a word is a verb of an opening in capitals: "URGES", "strongly URGE"."""
    bare = words[0].strip(",;:.").lower() if words and words[0].isupper() else ""
    return bare in _BASES or bare.removesuffix("s") in _BASES or bare.removesuffix("es") in _BASES


def _finite(words: list[str]) -> bool:
    """Whether the opening is in the third person ("Calls upon", "Also strongly urges") or "Having considered"."""
    for word in words:
        lower = word.lower().strip(",;:")
        if lower == "having":
            return True
        if lower.endswith(("ing", "ed")) or lower in _STATES:
            return False
        if lower.endswith("s") and not lower.endswith("ous"):
            return True
    return False


def frame_deed(text: str) -> Frame:
    """Return what a body did, "Took note of the report", as the parser is to see it: "They took note of the report"."""
    return _with("They ", text)
