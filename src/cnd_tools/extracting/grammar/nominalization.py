"""From a verbal noun to its verb: "harmonization" is harmonize, "intelligence-sharing" is share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import neighbour, passive
from cnd_tools.extracting.grammar.word_classes import Word, WordClasses, with_silent_e
from cnd_tools.extracting.rulebook import rule
from cnd_tools.parsing.vocabulary import place_words

# Endings of English verbal nouns with what stands for them in the verb, likeliest first (Quirk et al. 1985, I.38).
ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ization", ("ize",)),
    ("isation", ("ise",)),
    ("ification", ("ify",)),
    ("ication", ("icate", "y")),
    ("uction", ("uce", "uct")),
    ("vention", ("vene", "vent")),
    ("ption", ("b", "pt", "ve")),
    ("ation", ("ate", "e", "")),
    ("ition", ("e", "ish", "it")),
    ("ction", ("ct",)),
    ("ution", ("ute", "ve")),
    ("ision", ("ide", "ise")),
    ("usion", ("ude", "use")),
    ("nsion", ("nd",)),
    ("ssion", ("ss", "t")),
    ("ion", ("e", "")),
    ("ment", ("", "e")),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("ing", ("", "e")),
    ("al", ("", "e")),
    ("ure", ("e", "")),
    ("age", ("", "e")),
)
_SHORTEST_STEM = 3
_SHORTEST_COINED = 6
_COINED = tuple(place_words()["coined"])
_PREFIX = 2  # letters of "co" and "re"
# English writes no "e" after two vowels and a consonant like these: "mainstreaming" is mainstream.
_LONE_E = re.compile(r"[aeiou]{2}[dfklmnpt]e$")


@rule("nominalization.verb_of")
def verb_of(token: Token, words: WordClasses) -> str | None:
    """Return the lemma of the verb in a verbal noun, or None where the noun names a thing.

    Args:
        token: the noun.
        words: the word classes; verbal and plain nouns of the lexicon come before endings, and an ending is trusted
            only where it leaves a verb that is known.
    """
    noun = token.lower_ if token.tag_ == "NN" else token.lemma_.lower()
    if noun in words.table("noun", "zero"):
        return noun
    double = _of_two_words(token, words)
    if token.tag_ == "NN" and noun in words.table("noun", "doing") and _of_a_thing(token):
        double = words.table("noun", "doing")[noun][0].entry.id
    if double is not None:
        return double
    hyphened = token.i > 1 and neighbour(token, -1).text == "-"
    verbal, plain = _alone(words.table("noun", "verbal").get(noun, ())), words.table("noun", "plain")
    thing = (
        neighbour(token, -2).lower_ == "non" if hyphened else token.lower_ in plain or (not verbal and noun in plain)
    )
    joined = _joined(token, noun, words) if hyphened else None
    if joined is not None or thing or token.like_num:  # "a need for 2 billion dollars"
        return joined  # "non-proliferation" is no deed; "provisions" are of a text, though "provision" provides
    if verbal:
        return f"{_prefixed(token)}{verbal[0].entry.id}"
    if hyphened and token.lower_ in place_words()["unverbal_end"]:
        before = neighbour(token, -2).lower_  # "follow-up", "phasing-out"
        verb = before if before in words.verbs else next((one for one in _verbs(before) if one in words.verbs), None)
        return f"{verb} {token.lower_}" if verb else None
    known = next((verb for verb in _verbs(noun) if verb in words.verbs or _made_anew(verb)), None)
    up = f" {neighbour(token).lower_}" if noun.endswith("ing") and neighbour(token).tag_ == "RP" else ""
    known = known or (words.base(noun, "ing") if len(noun) > _SHORTEST_COINED else None)  # not "well-being"
    return f"{_prefixed(token)}{known}{up}" if known is not None else _coined(token, noun)  # "the setting up of a fund"


def _made_anew(verb: str) -> bool:
    """Whether a verb is of a kind that is made anew and no dictionary has: "operationalize", "digitalise"."""
    return verb.endswith(_COINED) and len(verb) > _SHORTEST_COINED


def _alone(found: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in found if len(word.words) == 1)


@rule("nominalization.not_to_be")
def not_to_be(token: Token) -> bool:
    """Whether a noun says what is not to be done, by a "non-" that a tokenizer parts from it: "non-use of force"."""
    parted = token.i > 1 and neighbour(token, -1).text == "-" and not neighbour(token, -1).whitespace_
    return parted and neighbour(token, -2).lower_ == "non"


def verb_under_prefix(token: Token, words: WordClasses) -> str | None:
    """Return the verb in a noun without its "non-": "non-interference" is interfere."""
    noun = token.lemma_.lower()
    listed = _alone(words.table("noun", "verbal").get(noun, ()))
    return listed[0].entry.id if listed else next((verb for verb in _verbs(noun) if verb in words.verbs), None)


@rule("nominalization.of_two_words")
def _of_two_words(token: Token, words: WordClasses) -> str | None:
    """The verb in a noun that is verbal only with the word before it: "capacity building" is build."""
    before = neighbour(token, -1)
    before = neighbour(token, -2) if before.text == "-" else before
    pairs = words.table("noun", "verbal").get(before.lower_, ()) if before.i < token.i else ()
    return next((word.entry.id for word in pairs if word.words[1:] == (token.lower_,)), None)


@rule("nominalization.coined")
def _coined(token: Token, noun: str) -> str | None:
    """The verb no dictionary has in a noun of doing: "the mainstreaming of", "the rechannelling of"."""
    stem = noun.removesuffix("ing")
    whole = any(one.dep_ == "prep" and one.lower_ == "of" for one in token.rights)
    if token.tag_ != "NN" or len(stem) < _SHORTEST_COINED or stem == noun or not whole:
        return None
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "sz" else stem


def whole(noun: Token) -> Token:
    """Return the last part of a word that a tokenizer parts at its hyphens: "evaluation" of "re-evaluation"."""
    while neighbour(noun).text == "-" and not noun.whitespace_ and noun.i + 2 < len(noun.doc):
        noun = neighbour(noun, 2)
    return noun


@rule("nominalization.joined")
def _joined(token: Token, noun: str, words: WordClasses) -> str | None:
    """The verb in a noun with a prefix that a tokenizer parts from it: "co-operation" is cooperate."""
    whole_noun = f"{neighbour(token, -2).lower_}{noun}"
    listed = _alone(words.table("noun", "verbal").get(whole_noun, ()))
    prefixed = len(neighbour(token, -2)) == _PREFIX and not neighbour(token, -1).whitespace_
    if not prefixed or _again(token) or neighbour(token, -2).lower_ in words.verbs:
        return None
    return listed[0].entry.id if listed else next((verb for verb in _verbs(whole_noun) if verb in words.verbs), None)


def _again(token: Token) -> str:
    """The "re-" before a word that a tokenizer parts from it."""
    before = neighbour(token, -2)
    return "re-" if token.i > 1 and neighbour(token, -1).text == "-" and before.lower_ == "re" else ""


def _prefixed(token: Token) -> str:
    """What a tokenizer parts from a word at its hyphen and belongs to its verb: "re-", "ring-" of "ring-fencing"."""
    parted = token.i > 1 and neighbour(token, -1).text == "-" and not neighbour(token, -1).whitespace_
    return f"{neighbour(token, -2).lower_}-" if parted and neighbour(token, -2).lower_ in place_words()["first"] else ""


def noun_lemma(noun: Token, words: WordClasses) -> str:
    """Return a noun's lemma as its field says it: "data" and "means" are no plurals of "datum" and "mean".

    Args:
        noun: the noun.
        words: the word classes; its plain nouns stand as they are.
    """
    lower = noun.lower_
    return lower if lower in words.table("noun", "plain") else noun.lemma_.lower()


def _of_a_thing(noun: Token) -> bool:
    """Whether "of" and a common noun follow: "a resolution of the conflict", not "the resolution of the Council"."""
    things = (one for prep in noun.rights if prep.lower_ == "of" for one in prep.rights)
    return any(one.dep_ == "pobj" and one.tag_ in ("NN", "NNS") for one in things)


def _verbs(noun: str) -> Iterator[str]:
    for ending, instead in ENDINGS:
        stem = noun.removesuffix(ending)
        if len(stem) < len(noun) and len(stem) >= _SHORTEST_STEM:
            yield from (stem + letters for letters in instead)
            if ending == "ing" and stem[-1] == stem[-2]:
                yield stem[:-1]
            return


def verb_lemma(token: Token, words: WordClasses) -> str:
    """Return a verb's lemma, with its particle ("set out"), set right where the model guessed wrong.

    A model's rules make "reinveste" of "reinvested"; the known verb nearest to it is taken, also under a prefix ("re").
    """
    lemma = with_silent_e(token, token.lemma_.lower())
    if words.verbs and not words.is_verb(lemma) and token.tag_ == "VBG":
        lemma = words.base(token.lower_, "ing") or lemma  # "mainstreaming" is no "mainstreame"
    parted = lemma.rpartition("-")[2] in words.verbs  # "ring-fence", "re-evaluate"
    if token.tag_ == "NN" and lemma.endswith("ing"):
        lemma = verb_of(token, words) or lemma  # a gerund read as a noun: "signing and ratifying"
    if words.verbs and lemma not in words.verbs and not parted:
        stem = lemma.removesuffix("e")
        undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem  # "resubmitte", of "resubmitted"
        for verb in (stem, f"{lemma}e", undoubled, f"{lemma.removesuffix('ie')}y"):
            if verb in words.verbs or (verb[:2] in ("re", "de", "co") and verb[2:] in words.verbs):
                lemma = verb
                break
    if words.verbs and lemma not in words.verbs and not parted and _LONE_E.search(lemma):
        lemma = lemma.removesuffix("e")
    parts = (one for one in token.rights if one.dep_ == "prt" or _away(one, token))
    particles = (one for one in parts if neighbour(one).text != "-")  # "provide up-to-date data" is provide
    particle = next((one for one in particles if not one.lower_.startswith("there")), None)  # "include therein"
    stranded = particle is not None and particle.lower_ in ("on", "upon") and passive(token)  # "decided on by all"
    before = neighbour(token, -2).lower_ if neighbour(token, -1).text == "-" and token.i > 1 else ""
    co = len(before) == _PREFIX and not _again(token) and f"{before}{lemma}" in words.verbs  # "co-operate"
    lemma = f"{before if co else _again(token)}{lemma}"
    return lemma if particle is None or stranded else f"{lemma} {particle.lower_}"


def _away(adverb: Token, verb: Token) -> bool:
    """Whether an adverb makes one verb with the one before it: "moving away from fossil fuels"."""
    return adverb.i == verb.i + 1 and adverb.lower_ in ("away", "aside") and adverb.dep_ in ("advmod", "prep")
