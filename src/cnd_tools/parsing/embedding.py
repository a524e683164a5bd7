"""Words and what stands around them as numbers, by the layers of a model (`tok2vec`), in fewer products and passes.

What the first layer says of a word hangs on its own features, so it is remembered. The second one's window is a sum of
three products, each of one word: they are made once for each different word of a batch and added where it stands. The
other layers take all windows of a batch in products without a copy, a few hundred rows at a time, which stay in the
processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Any

import numpy
from spacy.tokens import Doc
from thinc.api import Model, Ragged

# How spaCy's `MultiHashEmbed` is made without static vectors: the two in the middle see a word's features alone.
_EMBED = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_RESIDUAL = ("expand_window", "maxout", "layernorm", "dropout")
_LEAST_VARIANCE = 1e-8  # thinc's
_REMEMBERED = 20_000  # words, of 384 bytes each
_TOGETHER = 8_000  # words
_AT_ONCE = 256  # rows of a product
# Rows of a product at least: of fewer, numpy's BLAS adds up in another order, and a text would be told a little
# otherwise alone than among others.
_LEAST = 16


def quicken(model: Model[Any, Any]) -> bool:
    """Have a model of words by their features, and of windows of three words, say the same faster.

    Args:
        model: the model, which is changed; on numpy, for reading alone.

    Returns:
        Whether it is of that make; any other is left as it is.
    """
    layers = _layers(model)
    if not layers:
        return False
    known = _Known(model.layers[0].layers[0].attrs["columns"], model.layers[0].layers[2:4])
    pad = model.layers[1].attrs["pad"]
    model._func = lambda _, docs, is_train: (_read(docs, known, layers, pad), _no_training)
    return True


def normalized(model: Model[Any, Any], x: Any, is_train: bool) -> tuple[Any, Any]:
    """Do what thinc's layer norm does, in half as many passes over the numbers."""
    found = numpy.empty_like(x)
    _normalize(x.copy(), model.get_param("G"), model.get_param("b"), found)
    return found, _no_training


def _no_training(_: Any) -> Any:
    raise NotImplementedError("a quickened pipeline reads; load the model by itself to train it")


def _names(model: Model[Any, Any]) -> tuple[str, ...]:
    return tuple(layer.name.partition("(")[0] for layer in model.layers)


@dataclass(frozen=True)
class _Layer:
    """One layer over windows of three words.

    Attributes:
        ops: what takes products.
        weights: a column for each piece of each unit, first pieces before second ones, so that the largest of each
            unit's is found along whole rows.
        bias: likewise.
        scale: by which what is found is multiplied once it is made even.
        shift: what is added to it then.
    """

    ops: Any
    weights: Any
    bias: Any
    scale: Any
    shift: Any

    def settle(self, found: Any, before: Any, out: Any) -> None:
        """Take the largest of each unit's pieces, make the rows even and add what was there before.

        Args:
            found: products, which are overwritten.
            before: the rows of the layer below.
            out: where the rows of this one go.
        """
        width = before.shape[1]
        best = found[:, :width]
        for start in range(width, found.shape[1], width):
            numpy.maximum(best, found[:, start : start + width], out=best)
        _normalize(best, self.scale, self.shift, best)
        numpy.add(before, best, out=out)


def _normalize(x: Any, scale: Any, shift: Any, out: Any) -> None:
    """Make rows even, whose own numbers are lost."""
    x -= x.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", x, x) / x.shape[1] + _LEAST_VARIANCE
    numpy.multiply(x, (1 / numpy.sqrt(variance))[:, None], out=out)
    out *= scale
    out += shift


def _layers(model: Model[Any, Any]) -> list[_Layer]:
    """Return the layers over windows; none where a model is of another make."""
    if len(model.layers) != 2 or _names(model.layers[0]) != _EMBED or model.layers[1].attrs.get("pad") is None:
        return []
    found = []
    for one in model.layers[1].layers[0].layers:
        parts = [layer for layer in one.walk(order="dfs_pre") if not layer.layers]
        known = one.name.startswith("residual(") and tuple(part.name for part in parts) == _RESIDUAL
        if not known or parts[0].attrs["window_size"] != 1:
            return []
        weights: Any = parts[1].get_param("W")
        bias: Any = parts[1].get_param("b")
        columns = numpy.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T)
        found.append(_Layer(model.ops, columns, bias.T.ravel(), parts[2].get_param("G"), parts[2].get_param("b")))
    return found


class _Known:
    """What words are by their own features, remembered."""

    def __init__(self, columns: Sequence[int | str], layers: Sequence[Model[Any, Any]]) -> None:
        self._columns, self._layers = list(columns), layers
        self._places: dict[bytes, int] = {}
        self._rows: Any = numpy.empty((0, layers[-1].get_dim("nO")), dtype="float32")
        self._alone = Lock()

    def __call__(self, docs: Sequence[Doc]) -> tuple[Any, Any]:
        """Return the rows of the different words of some texts, and for each word of theirs which it is."""
        features: Any = numpy.concatenate([doc.to_array(self._columns).reshape(-1, len(self._columns)) for doc in docs])
        words = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        with self._alone:
            places = list(map(self._places.get, words))
            if None in places:
                if len(self._places) + places.count(None) > _REMEMBERED:
                    self._places.clear()
                self._learn({word: at for at, word in enumerate(words) if word not in self._places}, features)
                places = list(map(self._places.get, words))
            different, which = numpy.unique(numpy.array(places, dtype="intp"), return_inverse=True)
            return self._rows[different], which

    def _learn(self, new: dict[bytes, int], features: Any) -> None:
        """Have the layers see new words, each once."""
        first, end = len(self._places), len(self._places) + len(new)
        if end > len(self._rows):
            larger = numpy.empty((max(end, _REMEMBERED), self._rows.shape[1]), dtype="float32")
            larger[:first], self._rows = self._rows[:first], larger
        asked = features[numpy.resize(list(new.values()), max(len(new), _LEAST))]
        for start, stop in _parts(len(asked)):
            length: Any = numpy.array([stop - start], dtype="int32")
            found: Any = Ragged(asked[start:stop], length)
            for layer in self._layers:
                found = layer.predict(found)
            self._rows[first + start : min(first + stop, end)] = found.dataXd[: len(new) - start]
        self._places.update(zip(new, range(first, end), strict=True))


def _read(docs: Sequence[Doc], known: _Known, layers: Sequence[_Layer], pad: int) -> list[Any]:
    """Return the rows of each text's words."""
    return [rows for some in _grouped(docs) for rows in _read_together(some, known, layers, pad)]


def _grouped(docs: Sequence[Doc]) -> Iterator[Sequence[Doc]]:
    """Yield texts in groups, so that what is held does not grow with their number."""
    first = words = 0
    for at, doc in enumerate(docs):
        if words and words + len(doc) > _TOGETHER:
            yield docs[first:at]
            first, words = at, 0
        words += len(doc)
    yield docs[first:]


def _read_together(docs: Sequence[Doc], known: _Known, layers: Sequence[_Layer], pad: int) -> list[Any]:
    """Have the layers see texts with some empty rows before, between and after them."""
    vectors, which = known(docs)
    vectors = numpy.concatenate([numpy.zeros_like(vectors, shape=(_LEAST, vectors.shape[1])), vectors])
    lengths: Any = numpy.array([len(doc) for doc in docs])
    starts = pad + 1 + numpy.cumsum(lengths + pad) - lengths - pad
    rows = max(-(-(int(starts[-1] + lengths[-1]) + pad - 1) // 3), _LEAST) * 3
    words: Any = numpy.zeros(rows + 2, dtype=numpy.intp)  # with one more before and after them
    words[numpy.arange(len(which)) + numpy.repeat(starts - numpy.cumsum(lengths) + lengths, lengths)] = which + _LEAST
    below, above = (numpy.zeros((rows + 2, vectors.shape[1]), dtype="float32") for _ in range(2))
    _by_words(vectors, words, layers[0], below)
    for layer in layers[1:]:
        _by_windows(below, layer, above)
        below, above = above, below
    return [below[start : start + length] for start, length in zip(starts, lengths, strict=True)]


def _by_words(vectors: Any, words: Any, layer: _Layer, out: Any) -> None:
    """Add up what a layer makes of the word before, of this one and of the next."""
    before, this, after = (layer.ops.gemm(vectors, part) for part in numpy.split(layer.weights, 3))
    this += layer.bias
    for start, end in _parts(len(words) - 2):
        found = this.take(words[start + 1 : end + 1], axis=0)
        found += before.take(words[start:end], axis=0)
        found += after.take(words[start + 2 : end + 2], axis=0)
        layer.settle(found, vectors.take(words[start + 1 : end + 1], axis=0), out[start + 1 : end + 1])


def _by_windows(rows: Any, layer: _Layer, out: Any) -> None:
    """Take all windows of three rows: those that begin at every third lie side by side in memory as they are."""
    found = numpy.empty((_AT_ONCE, layer.weights.shape[1]), dtype="float32")
    windows = [rows[shift : len(rows) - 2 + shift].reshape(-1, 3 * rows.shape[1]) for shift in range(3)]
    for start, end in _parts(len(windows[0])):
        for shift, those in enumerate(windows):
            some = layer.ops.gemm(those[start:end], layer.weights, out=found[: end - start])
            some += layer.bias
            place = slice(3 * start + shift + 1, 3 * end + shift - 1, 3)
            layer.settle(some, rows[place], out[place])


def _parts(rows: int) -> Iterator[tuple[int, int]]:
    """Yield where parts of some rows begin and end, of like size, so that none is of a few."""
    return pairwise(numpy.linspace(0, rows, -(-rows // _AT_ONCE) + 1, dtype=int).tolist())
