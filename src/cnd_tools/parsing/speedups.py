"""The same model, faster: products by numpy's BLAS, each word embedded once (`embedding`), no word without end.

And the parser's steps taken from Python, which is half as dear as from C (`stepping`), and lemmas looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from cnd_tools.parsing.embedding import normalized, quicken
from cnd_tools.parsing.stepping import QuickParser


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


def _quick(pipe: Any) -> Any:
    """Return spaCy's own parser on numpy, of two layers and trained for all its labels, as ours; any other as it is."""
    if type(pipe) is not DependencyParser or type(pipe.model.ops) is not NumpyOps:
        return pipe
    if not pipe.model.attrs["has_upper"] or pipe.model.attrs["unseen_classes"]:
        return pipe
    return QuickParser(pipe.vocab, pipe.model, pipe.name, **{**pipe.cfg, "moves": pipe.moves}, scorer=pipe.scorer)


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
        if not isinstance(model, Model):
            continue
        for node in (nodes := list(model.walk())):
            if type(node.ops) is NumpyOps:
                node.ops = ops
                if node.name == "layernorm":
                    node._func = normalized
        if all(node.ops is ops for node in nodes):
            quicken(model)
    return nlp


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
