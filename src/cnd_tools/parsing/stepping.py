"""A parser whose steps are taken from Python, for many texts at once.

spaCy's own loop, in C without the interpreter's lock, takes and drops the lock at each step of each text, to see
whether what it called raised an error: a fifth of all tagging and parsing. A step costs little more for forty texts
than for ten, so texts of like length take theirs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

_TOGETHER = 6_000  # words of a group, of 4,096 bytes each while it is parsed
_MOST = 128  # texts of a group


class QuickParser(DependencyParser):  # type: ignore[misc]
    """spaCy's parser of two layers, trained for all its labels; heads and labels are the same."""

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Parse texts as spaCy does, a batch at once: spaCy cuts it into four, here it is grouped by length."""
        yield from super().pipe(docs, batch_size=4 * batch_size)

    def predict(self, docs: Sequence[Doc]) -> Any:
        """Return the last state of each text, which has its heads and labels."""
        if self.cfg["beam_width"] != 1:
            return super().predict(docs)
        seen = _Seen(self.model, Doc(self.vocab, words=["."]))
        states: dict[int, Any] = {}
        for group in _alike(docs):
            those = [docs[at] for at in group]
            states.update(zip(group, self.moves.init_batch(those), strict=True))
            self._step([one for at in group if not (one := states[at]).is_final()], seen, those)
        return [states[at] for at in range(len(docs))]

    def _step(self, left: list[Any], seen: _Seen, docs: Sequence[Doc]) -> None:
        """Take all steps of some texts."""
        if left:
            seen.look_at(docs)
        while left:
            left = self.transition_states(left, seen.scores(left))


def _alike(docs: Sequence[Doc]) -> Iterator[list[int]]:
    """Yield the places of texts in groups of like length, the longest first."""
    group: list[int] = []
    words = 0
    for at in sorted(range(len(docs)), key=lambda at: -len(docs[at])):
        if group and (len(group) == _MOST or words + len(docs[at]) > _TOGETHER):
            yield group
            group, words = [], 0
        group.append(at)
        words += len(docs[at])
    if group:
        yield group


class _Seen:
    """What the model sees of states, as thinc has it, without a look for labels that were never trained.

    The parts that words have in states, by the place they have there, are made once a group. The first pieces of all
    units stand before the second ones, so that the largest of each unit's is found along whole rows.
    """

    def __init__(self, model: Any, any_doc: Doc) -> None:
        """Take the weights of a parser's model, and of what it makes for any text the function that looks at states."""
        lower, upper, self._ops = model.get_ref("lower"), model.get_ref("upper"), model.ops
        self._words, self._ids = model.get_ref("tok2vec"), model.predict([any_doc]).get_token_ids
        weights, self._bias = lower.get_param("W"), lower.get_param("b").T.ravel()
        self._slots, self._units, pieces, width = weights.shape
        self._weights = weights.transpose(0, 2, 1, 3).reshape(-1, width).T
        self._empty = lower.get_param("pad")[0].transpose(0, 2, 1).ravel()
        self._upper, self._upper_bias = numpy.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        self._parts: Any = numpy.empty((0, self._slots * self._units * pieces), dtype="float32")
        self._each = numpy.arange(self._slots, 2 * self._slots, dtype="int32")  # the parts of no word come first
        self._ones = numpy.ones(self._slots, dtype="float32")

    def look_at(self, docs: Sequence[Doc]) -> None:
        """Make the parts that each word of some texts may have in a state; those of no word stand first."""
        words = self._words.predict(docs)
        rows = numpy.concatenate([numpy.zeros_like(words[:1]), words])
        if len(rows) > len(self._parts):
            self._parts = numpy.empty((len(rows), self._parts.shape[1]), dtype="float32")
        found = self._ops.gemm(rows, self._weights, out=self._parts[: len(rows)])
        found[0] = self._empty

    def scores(self, states: Sequence[Any]) -> Any:
        """Return what each step of each state is worth."""
        ids = self._ids(states)
        ids *= self._slots
        ids += self._each
        parts = self._parts.reshape(len(self._parts) * self._slots, -1).take(ids, axis=0)
        found = numpy.matmul(self._ones, parts)
        found += self._bias
        best = found[:, : self._units]
        for start in range(self._units, found.shape[1], self._units):
            numpy.maximum(best, found[:, start : start + self._units], out=best)
        if len(best) == 1:  # numpy's BLAS adds up a single row in another order than several
            return self._ops.gemm(numpy.repeat(best, 2, axis=0), self._upper)[:1] + self._upper_bias
        scores = self._ops.gemm(best, self._upper)
        scores += self._upper_bias
        return scores
