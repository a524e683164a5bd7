"""Rules that are data: an anchor word, conditions, and paths to what is asked for or to who holds it.

They are written in `rules/paths.toml`, and by users under `[[rule]]` in a lexicon of their own; `rules/README.md` tells
how. They are found by the lemma of their anchor, so that a text without the word asks nothing of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from cnd_tools.errors import RefusedInput
from cnd_tools.extracting.actions.ratings import demanded_of_noun
from cnd_tools.extracting.attributions.sources import before, named
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, asserted, negated
from cnd_tools.extracting.grammar.columns import tokens_with
from cnd_tools.extracting.grammar.word_classes import Word, WordClasses
from cnd_tools.extracting.matches import NOBODY, OPPOSITE, ActorRef, Attribution, Cue, CueKind, How
from cnd_tools.extracting.paths import BadPath, Path, class_of, read_path
from cnd_tools.extracting.rulebook import data_rules, is_ours, missed, traced
from cnd_tools.lexicon import Entry, Lexicon
from cnd_tools.lexicon.bounds import MOST_RULES
from cnd_tools.lexicon.classes import PRIORITIES
from cnd_tools.lexicon.parsing import refusal

_NEAR = 3  # steps at most from an anchor to the verb that may negate it: "was not considered a crucial element"
Reporting = Callable[[Token, PointContext], Iterator[Attribution]]
_CUE_ONLY = ("what", "agent", "object", "cue", "strength")
_ATTRIBUTION_ONLY = ("source", "stance", "extent", "lemma")


@dataclass(frozen=True, slots=True)
class PathRule:
    """A rule as it was read: its paths, and what it says of what it finds (see `rules/README.md`)."""

    id: str
    yields: str
    anchor: Path
    where: tuple[Path, ...] = ()
    what: Path | None = None
    agent: Path | None = None
    object: Path | None = None
    source: Path | None = None
    cue: Path | None = None
    lemma: str = ""
    strength: str = ""
    stance: str = ""
    extent: str = ""
    priority: str = "last"

    def at(self, token: Token, context: PointContext) -> bool:
        """Whether the rule has something to say of a word: it is the anchor, and all conditions hold."""
        return bool(self.anchor.find(token, context)) and all(one.find(token, context) for one in self.where)

    def stops(self, token: Token, context: PointContext) -> str:
        """Return which of its paths leads nowhere from a word, and how far it comes; "" where all lead somewhere."""
        slots = {"anchor": self.anchor, "what": self.what, "cue": self.cue, "source": self.source}
        ways = [(key, path) for key, path in slots.items() if path is not None]
        ways[1:1] = [("where", path) for path in self.where]
        return next((f"{key!r} stops at {end!r}" for key, path in ways if (end := path.stops(token, context))), "")


_PATHS = frozenset(one.name for one in fields(PathRule) if one.type in ("Path", "Path | None"))


def compiled(entry: Entry) -> PathRule:
    """Return a rule as it is asked.

    Args:
        entry: the rule as it stands in its file.

    Raises:
        RefusedInput: a path that is none, or a key that is missing or has no place in such a rule; with file and line.
    """
    if entry.get("anchor") is None:
        raise refusal(entry, "a rule must have 'anchor', the word it begins at: anchor = \"lemma:element\"; add it")
    if entry.get("yields") not in ("cue", "attribution"):
        raise _refusal(entry, "yields", "must be 'cue' (something is asked for) or 'attribution' (somebody holds it)")
    others = _ATTRIBUTION_ONLY if entry.get("yields") == "cue" else _CUE_ONLY
    for key in others:
        if entry.get(key) is not None:
            raise _refusal(entry, key, f"has no place in a rule that yields {entry.get('yields')!r}; take it out")
    values = {key: value for key, value in entry.fields.items() if key not in ("where", "examples", "near_misses")}
    paths = {key: _path(entry, key, str(value)) for key, value in values.items() if key in _PATHS}
    where = tuple(_path(entry, text, text, "where") for text in entry.get("where", ()))
    found = PathRule(entry.id, **{**values, **paths}, where=where)
    _check(found, entry)
    return found


def _path(entry: Entry, at: str, text: str, key: str = "") -> Path:
    try:
        return read_path(text)
    except BadPath as error:
        raise _refusal(entry, at, str(error), key or at) from None


def _refusal(entry: Entry, at: str, what: str, key: str = "") -> RefusedInput:
    return refusal(replace(entry, line=entry.lines.get(at, entry.line)), f"{key or at!r} {what}")


def _check(rule: PathRule, entry: Entry) -> None:
    first = rule.anchor.steps[0].name if rule.anchor.steps else ""
    if first not in ("lemma", "class"):
        raise _refusal(entry, "anchor", "must begin with lemma: or class:, by which its words are found")
    if rule.yields == "cue":
        if rule.what is None:
            raise refusal(entry, "a rule that yields a cue must have 'what', the path to what is asked for; add it")
        if not rule.strength and not _says(rule, "strength"):
            raise refusal(entry, 'nothing says how strongly it asks; add strength = "recommendation" or the like')
    elif not rule.stance and not _says(rule, "stance"):
        raise refusal(entry, 'nothing says how it is held; add stance = "report" or the like')
    elif rule.priority not in ("first", "last"):
        raise _refusal(entry, "priority", "of an attribution is first or last")


def _says(rule: PathRule, what: str) -> bool:
    """Whether the class of the word that asks, or that reports, says how: `class:strength.predicate` does."""
    steps = (rule.cue or rule.anchor).steps
    kinds = [class_of(step)[0] for step in steps if step.name == "class"]
    return any(kind in ("verb", "strength" if what == "strength" else "noun") for kind in kinds)


class PathRules:
    """All rules that are data, ours and the user's, by the lemma of their anchor."""

    def __init__(self, rules: list[PathRule], words: WordClasses) -> None:
        """Index rules by the lemmas of their anchors, by number, as every word of a text is looked up."""
        self._found: dict[str, dict[int, list[PathRule]]] = {"cue": {}, "attribution": {}}
        for rule in rules:
            forms = {form for lemma in _lemmas(rule, words) for form in (lemma, lemma.capitalize(), lemma.upper())}
            for form in sorted(forms):
                self._found[rule.yields].setdefault(get_string_id(form), []).append(rule)

    def cues(self, context: PointContext) -> Mapping[str, list[Cue]]:
        """Return the cues of a point by the priority of their rules, each list in order of the text."""
        found: dict[str, list[Cue]] = {priority: [] for priority in PRIORITIES}
        for token, rule in self._asked("cue", self._anchors(context), context):
            found[rule.priority].extend(traced(rule.id, _cues(rule, token, context), token))
        return found

    def _anchors(self, context: PointContext) -> Iterator[Token]:
        """The words of a point that are the anchor of a cue, without a look at the others."""
        return tokens_with(context.doc, "LEMMA", self._found["cue"], context.prefix)

    def reports(self, token: Token) -> bool:
        """Whether a word is the anchor of what reports a position."""
        return token.lemma in self._found["attribution"]

    def around(self, ours: Reporting) -> Reporting:
        """Return what finds the positions that a word reports: rules that come first, our functions, and the rest.

        Args:
            ours: what asks our functions.
        """

        def asked(token: Token, context: PointContext) -> Iterator[Attribution]:
            found = [rule for _, rule in self._asked("attribution", (token,), context)]
            yield from _held([rule for rule in found if rule.priority == "first"], token, context)
            yield from ours(token, context)
            yield from _held([rule for rule in found if rule.priority != "first"], token, context)

        return asked if self._found["attribution"] else ours

    def _asked(self, yields: str, tokens: Iterable[Token], context: PointContext) -> Iterator[tuple[Token, PathRule]]:
        for token in tokens:
            for rule in self._found[yields].get(token.lemma, ()):
                if rule.at(token, context):
                    yield token, rule
                missed(rule.id, rule.stops, token, context)


@lru_cache(maxsize=8)
def path_rules(lexicon: Lexicon, words: WordClasses) -> PathRules:
    """Return all rules that are data, made once.

    Args:
        lexicon: whose `[[rule]]` entries stand beside ours.
        words: its word classes.

    Raises:
        RefusedInput: one of them is wrong, or there are too many.
    """
    own = lexicon["rule"]
    if len(own) > MOST_RULES:
        raise refusal(own[MOST_RULES], f"up to here there are {MOST_RULES} rules; take some out")
    for one in own:
        if is_ours(one.id):
            raise refusal(one, f"the rule {one.id!r} is one of ours; give yours another id")
    return PathRules([compiled(one) for one in (*data_rules(), *own)], words)


def _lemmas(rule: PathRule, words: WordClasses) -> frozenset[str]:
    """The lemmas under which a rule is found."""
    step = rule.anchor.steps[0]
    if step.name == "lemma":
        return step.args
    kind, forms = class_of(step)
    return frozenset(lemma for form in forms or ("",) for lemma in words.table(kind, form))


def _first(path: Path | None, token: Token, context: PointContext) -> Token | None:
    return next(iter(path.find(token, context)), None) if path is not None else None


def _verb_of(anchor: Token) -> Token | None:
    """The verb an anchor is or hangs by, which says whether all of it is so: "was not considered a crucial element"."""
    here = anchor
    for _ in range(_NEAR):
        if here.tag_ in VERBS:
            return here
        here = here.head
    return None


def _word(path: Path | None, token: Token, context: PointContext) -> Word | None:
    """The lexicon's entry of a word, by the class that a path asks of it last."""
    classes = [class_of(step) for step in path.steps if step.name == "class"] if path is not None else []
    found = (context.words.find(token, kind, *forms) for kind, forms in reversed(classes) if kind != "marker")
    return next((word for word in found if word is not None), None)


def _cues(rule: PathRule, anchor: Token, context: PointContext) -> Iterator[Cue]:
    verb = _verb_of(anchor)
    if verb is not None and not (asserted(verb, context.words) or demanded_of_noun(verb, context)):
        return  # "if it were considered a crucial element", "whether it was"
    token = _first(rule.cue, anchor, context) if rule.cue is not None else anchor
    if token is None or rule.what is None:
        return
    word = _word(rule.cue or rule.anchor, token, context)
    end = token.i + (len(word.words) if word is not None else 1)
    strength = rule.strength or (word.field("strength") if word is not None else "")
    negative = verb is not None and negated(verb, context.words)
    for head in rule.what.find(anchor, context):
        agents = _agents(rule, anchor, head, context)
        text = context.doc[token.i : end].text
        thing = _first(rule.object, anchor, context)
        yield Cue(token.i, end, text, strength, head, rule.id, CueKind.PATH, agents, negative=negative, object=thing)


def _agents(rule: PathRule, anchor: Token, head: Token, context: PointContext) -> tuple[ActorRef, ...] | None:
    """Who is to do it: those the rule leads to; else, of a verb, its subject (None), and of a noun nobody."""
    if rule.agent is not None:
        return tuple(dict.fromkeys(p for one in rule.agent.find(anchor, context) for p in context.parties(one)))
    return None if head.tag_ in VERBS else ()


def _held(rules: Iterable[PathRule], token: Token, context: PointContext) -> Iterator[Attribution]:
    for rule in rules:
        yield from traced(rule.id, _attributions(rule, token, context), token)


def _attributions(rule: PathRule, anchor: Token, context: PointContext) -> Iterator[Attribution]:
    word = _word(rule.anchor, anchor, context)
    stance = rule.stance or (word.field("stance") if word is not None else "")
    verb = _verb_of(anchor)
    if verb is not None and negated(verb, context.words):
        stance = OPPOSITE.get(stance, stance)
    lemma = rule.lemma or (word.lemma if word is not None else anchor.lemma_.lower())
    end = anchor.i + (len(word.words) if word is not None else 1)
    if rule.source is None:
        yield Attribution(anchor, lemma, stance, replace(NOBODY, extent=rule.extent or "unstated"), end, rule.id)
        return
    says = verb or anchor  # "saw" of "saw merit in": what is held is what the verb goes on with
    for head in rule.source.find(anchor, context):
        how = How.ACTIVE if head.i < says.i else How.PASSIVE
        for one in before(says, head, context) if head.i < says.i else named(head, context):
            source = replace(one, extent=rule.extent or one.extent)
            yield Attribution(says, lemma, stance, source, max(end, says.i + 1), rule.id, how)
