"""The same model, faster: products by numpy's BLAS, each word of a batch embedded once, no word without end.

And the parser's steps taken from Python, which is half as dear as from C (`_QuickParser`), and lemmas looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, Ragged

# How spaCy's `MultiHashEmbed` is made without static vectors: the two in the middle see a word's features alone.
_EMBED = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_LEAST_VARIANCE = 1e-8  # thinc's


class _QuickOps(NumpyOps):  # type: ignore[misc]
    """Matrix products by numpy's own BLAS, several times as fast as thinc's on current processors, same results.

    So is the largest of each unit's pieces; which of them it was, only training asks.
    """

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return numpy.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)

    def maxout(self, x: Any, inplace: bool = False) -> Any:
        best = x[:, :, 0].copy()
        for piece in range(1, x.shape[2]):
            numpy.maximum(best, x[:, :, piece], out=best)
        return best, None


class _QuickParser(DependencyParser):  # type: ignore[misc]
    """A parser whose loop over steps is in Python, where it takes numpy's products too.

    spaCy's own, in C without the interpreter's lock, takes and drops the lock at each step of each text, to see whether
    what it called raised an error: a fifth of all tagging and parsing.
    """

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        # spaCy's cuts a batch into four; a step takes little longer for all of them.
        yield from super().pipe(docs, batch_size=4 * batch_size)

    def predict(self, docs: Sequence[Doc]) -> Any:
        if self.cfg["beam_width"] != 1:
            return super().predict(docs)
        states = self.moves.init_batch(docs)
        left = [one for one in states if not one.is_final()]
        if not left:
            return states
        model: Any = self.model.predict(docs)
        weights, bias = map(model.vec2scores.get_param, "Wb")
        while left:  # as `model.predict`, which looks besides for labels that were not trained
            seen = model.state2vec.predict(model.get_token_ids(left))
            left = self.transition_states(left, numpy.dot(seen, weights.T) + bias)
        return states


def _quick(pipe: Any) -> Any:
    """Return spaCy's own parser on numpy, of two layers and trained for all its labels, as ours; any other as it is."""
    if type(pipe) is not DependencyParser or type(pipe.model.ops) is not NumpyOps:
        return pipe
    if not pipe.model.attrs["has_upper"] or pipe.model.attrs["unseen_classes"]:
        return pipe
    return _QuickParser(pipe.vocab, pipe.model, pipe.name, **{**pipe.cfg, "moves": pipe.moves}, scorer=pipe.scorer)


def _normalized(model: Model[Any, Any], x: Any, is_train: bool) -> tuple[Any, Any]:
    """Do what thinc's layer norm does, in half as many passes over the numbers."""
    found = x - x.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", found, found) / x.shape[1] + _LEAST_VARIANCE
    found *= (1 / numpy.sqrt(variance))[:, None]
    found *= model.get_param("G")
    found += model.get_param("b")
    return found, _no_training


def _index(lookups: Lookups | None) -> None:
    """Make a lemmatizer's lists of known words dicts, of nearly 60,000 nouns among them.

    What each ending of a new word may stand for is looked up there: in lists, a twelfth of a whole analysis.
    """
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for kind, words in table.items():
            table[kind] = dict.fromkeys(words)


def quickened(nlp: Language) -> Language:
    """Make a pipeline that runs on numpy faster, for reading alone, not for training; on a GPU leave it as it is."""
    nlp.tokenizer = _InPieces(nlp.tokenizer)
    nlp._components = [(name, _quick(pipe)) for name, pipe in nlp._components]
    ops = _QuickOps()
    for _, pipe in nlp.pipeline:
        _index(getattr(pipe, "lookups", None))
        model = getattr(pipe, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops
                if node.name == "layernorm":
                    node._func = _normalized
                if tuple(layer.name.partition("(")[0] for layer in node.layers) == _EMBED:
                    node.layers[2:4] = [Model("once", _once, layers=node.layers[2:4], ops=ops)]
    return nlp


def _once(model: Model[Any, Any], words: Any, is_train: bool) -> tuple[Any, Any]:
    """Let the layers see each different row of features once: in a batch of a resolution that is one in four."""
    features: Any = numpy.ascontiguousarray(words.dataXd)
    as_one = features.view(f"V{features.itemsize * features.shape[1]}").ravel()
    _, first, where = numpy.unique(as_one, return_index=True, return_inverse=True)
    found: Any = Ragged(features[first], model.ops.asarray1i([len(first)]))
    for layer in model.layers:
        found = layer.predict(found)
    return Ragged(found.dataXd[where], words.lengths), _no_training


def _no_training(_: Any) -> Any:
    raise NotImplementedError("a quickened pipeline reads; load the model by itself to train it")


# Characters without a space between them; a web address has a few hundred.
_LONGEST = 400
_ENDLESS = re.compile(rf"\S{{{_LONGEST + 1},}}")


class _InPieces:
    """A tokenizer that cuts a word of more than 400 characters before it looks into it.

    spaCy takes prefixes and suffixes off a word one by one and looks at all that is left each time: 8,000 brackets take
    five seconds, 16,000 twenty.
    """

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        docs: list[Doc] = [self._tokenizer(piece) for piece in _pieces(text)]
        return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tokenizer, name)


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces, cut within words without end and nowhere else."""
    start = 0
    for word in _ENDLESS.finditer(text):
        for end in range(word.start() + _LONGEST, word.end(), _LONGEST):
            yield text[start:end]
            start = end
    yield text[start:]
