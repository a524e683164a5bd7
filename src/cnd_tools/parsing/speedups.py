"""The same model, faster: products by numpy's BLAS, each word of a batch embedded once, no word without end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, Ragged

# How spaCy's `MultiHashEmbed` is made without static vectors: the two in the middle see a word's features alone.
_EMBED = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")


class _QuickOps(NumpyOps):  # type: ignore[misc]
    """Matrix products by numpy's own BLAS, several times as fast as thinc's on current processors, same results."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return numpy.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


def quickened(nlp: Language) -> Language:
    """Make a pipeline that runs on numpy faster, for reading alone, not for training; on a GPU leave it as it is."""
    nlp.tokenizer = _InPieces(nlp.tokenizer)
    ops = _QuickOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops
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
