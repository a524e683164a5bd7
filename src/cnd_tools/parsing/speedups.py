"""The same model, faster: its products by numpy's BLAS, and every different word of a batch embedded once."""

from __future__ import annotations

from typing import Any

import numpy
from spacy.language import Language
from thinc.api import Model, NumpyOps, Ragged

# How spaCy's `MultiHashEmbed` is made without static vectors: the two in the middle see a word's features alone.
_EMBED = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")


class _QuickOps(NumpyOps):  # type: ignore[misc]
    """Matrix products by numpy's own BLAS, several times as fast as thinc's on current processors, same results."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return numpy.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


def quickened(nlp: Language) -> Language:
    """Make a pipeline that runs on numpy faster, for reading alone, not for training; on a GPU leave it as it is."""
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
