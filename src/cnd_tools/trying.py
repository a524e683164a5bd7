"""Rules tried on sentences: which of them find what in a text, and whether their own examples and near misses hold."""

from __future__ import annotations

from collections.abc import Iterable

from cnd_tools.errors import RefusedInput, short
from cnd_tools.extracting.rulebook import Rule, Trace, tracing
from cnd_tools.lexicon import Lexicon
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import document
from cnd_tools.records import Segmented
from cnd_tools.segmenting import segment


def traced(text: str | Segmented, *, model: str | None = None, lexicon: Lexicon | None = None) -> Trace:
    """Return what rules find in a text, in the order in which it is read, and how it was parsed.

    Args:
        text: a sentence, a text of several paragraphs, or points as they were cut.
        model: name of what parses it; None for the default one.
        lexicon: the words, and a user's rules, to go by; the built-in ones where None.
    """
    with tracing() as trace:
        segmented = segment(document(text, name="text")) if isinstance(text, str) else text
        analyse(segmented, model=load_model(model), lexicon=lexicon)
    return trace


def check(rules: Iterable[Rule], *, lexicon: Lexicon) -> None:
    """Hold rules to their examples and near misses.

    Raises:
        RefusedInput: an example in which its rule does not find what it says, or a near miss in which it finds
            something; with file and line.
    """
    for rule in rules:
        for text, wanted in rule.examples:
            trace = traced(text, lexicon=lexicon)
            if wanted not in _found(rule, trace):
                raise _refusal(rule, text, "example", f"does not give {short(wanted)!r}: {_instead(rule, trace)}")
        for text in rule.near_misses:
            found = _found(rule, traced(text, lexicon=lexicon))
            if found:
                tell = f"is to give nothing, and gives {short(found[0])!r}; narrow the rule by 'where'"
                raise _refusal(rule, text, "near miss", tell)


def _found(rule: Rule, trace: Trace) -> list[str]:
    return [one.found for one in trace.fired if one.rule == rule.id]


def _instead(rule: Rule, trace: Trace) -> str:
    """What a rule did instead of finding what its example says, and what to do."""
    found = _found(rule, trace)
    stopped = next((where for name, where in trace.missed if name == rule.id), "")
    if found:
        return f"it gives {', '.join(repr(short(one)) for one in found)}; mend 'what' or the example"
    if stopped:
        return f"{stopped}; `cnd rules try --parse` with it shows its words as paths ask for them"
    return "its anchor's lemma stands nowhere in it, or only in a question, a condition or a relative clause"


def _refusal(rule: Rule, text: str, kind: str, what: str) -> RefusedInput:
    line = rule.entry.lines.get(text, rule.line)
    return RefusedInput(f"{rule.file}, line {line}: the {kind} {short(text)!r} of the rule {rule.id!r} {what}")
