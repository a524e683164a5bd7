"""The path language of rules that are data: from a word through the parse to another, step by step.

    head:oprd class:verb.rate subject      up to a verb of rating whose `oprd` this is, and on to its subject
    child:amod class:strength.predicate    an adjective before it that asks: "crucial"
    not child:aux tag:MD                   it has no modal

Each step takes the words it is given to others (a move), or keeps some of them (a test); `not` keeps those from which
the rest of the path leads nowhere. There are twelve steps and no more (`STEPS`): no path in a path, no loop, nothing
to run. A path is read once, when its rule is; what it looks at is bounded by `LONGEST` steps of `MOST` words each.

Labels and tags are those of spaCy's English models.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar import clauses
from cnd_tools.extracting.grammar.word_classes import KINDS
from cnd_tools.lexicon import schema

LONGEST = 12
"""Steps of a path at most."""
MOST = 100
"""Words a step looks at and leads to at most; no real one has more dependents or is coordinated with more."""
_LABELS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
)
_TAGS = (
    "CC CD DT EX FW IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP TO VB VBD VBG VBN VBP VBZ WDT WP "
    "WP$ WRB"
)
LABELS, TAGS = frozenset(_LABELS.split()), frozenset(_TAGS.split())
_TAGS_OF: Mapping[str, frozenset[str]] = {
    "noun": frozenset(("NN", "NNS", "NNP", "NNPS")),
    "verb": clauses.VERBS,
    "adjective": frozenset(("JJ", "JJR", "JJS")),
}
_COMPLEMENTS = frozenset(("xcomp", "ccomp", "advcl", "acl", "relcl"))  # "have to act", "a plan to act"
Args = frozenset[str]


class BadPath(ValueError):  # noqa: N818  (a path that means nothing; whoever reads the rule adds file and line)
    """A path that means nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One step: its name, what it says after the colon, and what it does with a word."""

    name: str
    args: Args
    go: Callable[[Token, Args, PointContext], Iterable[Token]] | None
    holds: Callable[[Token, Args, PointContext], bool] | None


@dataclass(frozen=True, slots=True)
class Path:
    """A path as it was read.

    Attributes:
        text: as written.
        steps: what leads to its words.
        unless: what must lead nowhere from them; empty where it says no `not`.
    """

    text: str
    steps: tuple[Step, ...]
    unless: tuple[Step, ...] = ()

    def stops(self, start: Token, context: PointContext) -> str:
        """Return the path as far as the step at which no word is left, "" where it leads somewhere: for messages."""
        for end in range(1, len(self.steps) + 1):
            if not _walked(self.steps[:end], start, context):
                return " ".join(self.text.split()[:end])
        return "" if self.find(start, context) else self.text

    def find(self, start: Token, context: PointContext) -> list[Token]:
        """Return the words it leads to from a word, in the order in which it comes to them."""
        found = _walked(self.steps, start, context)
        return [one for one in found if not _walked(self.unless, one, context)] if self.unless else found


def _walked(steps: Iterable[Step], start: Token, context: PointContext) -> list[Token]:
    here = [start]
    for step in steps:
        if step.holds is not None:
            here = [one for one in here if step.holds(one, step.args, context)]
        else:
            here = list(islice(dict.fromkeys(there for one in here for there in _stepped(step, one, context)), MOST))
        if not here:
            break
    return here


def _stepped(step: Step, token: Token, context: PointContext) -> list[Token]:
    """Where a step leads from a word, looked up once: spaCy goes over a whole sentence to say what hangs by a word."""
    known = context.stepped.get((step, token.i))
    if known is None:
        assert step.go is not None
        known = context.stepped[step, token.i] = list(islice(step.go(token, step.args, context), MOST))
    return known


def read_path(text: str) -> Path:
    """Return a path.

    Raises:
        BadPath: a step that is none, or says after its colon what it cannot; with the nearest that it could.
    """
    words = text.split()
    if not words or len(words) > LONGEST:
        raise BadPath(f"has {len(words)} steps; a path has one to {LONGEST}")
    ends = [number for number, word in enumerate(words) if word == "not"]
    if len(ends) > 1 or (ends and ends[0] == len(words) - 1):
        raise BadPath("says 'not' twice or at its end; it stands once, before what must lead nowhere")
    cut = ends[0] if ends else len(words)
    return Path(text, tuple(map(_step, words[:cut])), tuple(map(_step, words[cut + 1 :])))


def _step(word: str) -> Step:
    name, colon, said = word.partition(":")
    if name not in STEPS:
        raise BadPath(f"has the step {name!r}; {_nearest(name, [*STEPS, 'not'])}")
    known = STEPS[name]
    args = frozenset(filter(None, said.split("|"))) if name != "class" else frozenset(filter(None, [said]))
    if known is None and colon:
        raise BadPath(f"has {word!r}; {name} stands alone, without a colon")
    if known is not None and not args and name != "head":
        raise BadPath(f"has {word!r}; write {name}: and after it what it asks for")
    if known and not args <= known:
        wrong = min(args - known)
        raise BadPath(f"has {wrong!r} after {name}:; {_nearest(wrong, known)}")
    if name == "class":
        _check_class(said)
    args = args.union(*(_TAGS_OF.get(one, ()) for one in args)) if name == "tag" else args
    return Step(name, args, _MOVES.get(name), _TESTS.get(name))


def _check_class(said: str) -> None:
    kind, _, forms = said.partition(".")
    if kind not in KINDS:
        raise BadPath(f"has the class {said!r}; {_nearest(kind, KINDS)} (as class:verb.direct)")
    known = schema.KINDS[kind].closed.get("form", ())
    if forms and not known:
        raise BadPath(f"has the class {said!r}; {kind} has no forms, write class:{kind}")
    for form in forms.split("|") if known else ():
        if form not in known:
            raise BadPath(f"has the class {said!r}; {_nearest(form, known)}")


def _nearest(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(names)}"


def class_of(step: Step) -> tuple[str, tuple[str, ...]]:
    """Return the kind and the forms that a `class:` step asks for."""
    (said,) = step.args
    kind, _, forms = said.partition(".")
    return kind, tuple(forms.split("|")) if forms else ()


def _child(token: Token, labels: Args, _: PointContext) -> Iterator[Token]:
    return (one for one in token.children if one.dep_ in labels)


def _head(token: Token, labels: Args, _: PointContext) -> Iterator[Token]:
    if token.head != token and (not labels or token.dep_ in labels):
        yield token.head


def _after(token: Token, prepositions: Args, _: PointContext) -> Iterator[Token]:
    """What prepositions govern that hang by a word, or stand right behind it: "in" of "saw merit in" hangs by "saw"."""
    behind = clauses.neighbour(token)
    for one in (*token.rights, *([behind] if token not in (behind, behind.head) else [])):
        if one.dep_ in ("prep", "dative", "agent") and one.lower_ in prepositions:
            yield from (two for two in one.rights if two.dep_ in ("pobj", "pcomp"))


def _infinitive(token: Token, _: Args, __: PointContext) -> Iterator[Token]:
    complements = (one for one in token.rights if one.dep_ in _COMPLEMENTS and one.tag_ in clauses.VERBS)
    yield from islice((one for one in complements if clauses.auxiliary(one, "TO")), 1)


def _conjuncts(token: Token, _: Args, __: PointContext) -> Iterator[Token]:
    return clauses.coordinated(token, MOST)


def _subject(token: Token, _: Args, __: PointContext) -> Iterator[Token]:
    found = clauses.subject(token)
    if found is not None:
        yield found


def _class(token: Token, said: Args, context: PointContext) -> bool:
    (one,) = said
    kind, _, forms = one.partition(".")
    if kind == "marker":
        return any(context.words.marker(token, form) for form in forms.split("|"))
    return context.words.find(token, kind, *(forms.split("|") if forms else ())) is not None


def _passive(token: Token, _: Args, __: PointContext) -> Iterator[Token]:
    return iter([token] if clauses.passive(token) else [])


def _actor(token: Token, _: Args, context: PointContext) -> Iterator[Token]:
    return iter([token] if context.all_of(token) else [])


# What may stand after a step's colon: a closed list, any words (empty), or nothing (None).
STEPS: Mapping[str, frozenset[str] | None] = {
    "child": LABELS,
    "head": LABELS,
    "after": frozenset(),
    "subject": None,
    "infinitive": None,
    "conjuncts": None,
    "lemma": frozenset(),
    "class": frozenset(),
    "tag": TAGS | frozenset(_TAGS_OF),
    "passive": None,
    "actor": None,
}
# What looks at other words than its own is looked up once a word (`_stepped`); what looks at its own is asked at once.
_MOVES: Mapping[str, Callable[[Token, Args, PointContext], Iterable[Token]]] = {
    "child": _child,
    "head": _head,
    "after": _after,
    "subject": _subject,
    "infinitive": _infinitive,
    "conjuncts": _conjuncts,
    "passive": _passive,
    "actor": _actor,
}
_TESTS: Mapping[str, Callable[[Token, Args, PointContext], bool]] = {
    "lemma": lambda token, lemmas, _: token.lemma_.lower() in lemmas,
    "class": _class,
    "tag": lambda token, tags, _: token.tag_ in tags,
}
