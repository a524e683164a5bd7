"""Parsed points as bytes, so that they can be kept: what the parser said of every token, and nothing else."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Protocol

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

ATTRIBUTES = ("ORTH", "TAG", "POS", "DEP", "HEAD", "MORPH", "LEMMA")
_LENGTH = 8  # bytes, for how long the texts are; msgpack would look for plugins of its own each time it is read


class Parses(Protocol):
    """Where the parses of documents are kept, by the document's text."""

    def get(self, text: str) -> bytes | None:
        """Return what was put there for this text, or None."""

    def put(self, text: str, parses: bytes) -> None:
        """Keep the parses of this text's points."""


class Pack:
    """Gathers one document's parsed points.

    Attributes:
        texts: what was parsed, point by point; the same words twice are kept once.
    """

    def __init__(self) -> None:
        self.texts: dict[str, None] = {}
        self._docs = DocBin(attrs=ATTRIBUTES)

    def add(self, text: str, doc: Doc) -> None:
        """Take one point's text, parsed."""
        if text not in self.texts:
            self.texts[text] = None
            self._docs.add(doc)

    def to_bytes(self) -> bytes:
        """Return them compressed; with the texts, which a fifth of `unpack` would go to putting together again."""
        texts = zlib.compress(json.dumps(list(self.texts)).encode())
        return len(texts).to_bytes(_LENGTH) + texts + bytes(self._docs.to_bytes())


def unpack(data: bytes | None, vocab: Vocab) -> Mapping[str, Doc]:
    """Return parsed points by their text; none where there are none, or where the bytes are no parses of ours."""
    if data is None:
        return {}
    try:
        end = _LENGTH + int.from_bytes(data[:_LENGTH])
        parsed = DocBin().from_bytes(data[end:]).get_docs(vocab)
        return dict(zip(json.loads(zlib.decompress(data[_LENGTH:end])), parsed, strict=True))
    except Exception:  # whatever a damaged file makes zlib, json, msgpack or numpy say, parsing anew is the remedy
        return {}
