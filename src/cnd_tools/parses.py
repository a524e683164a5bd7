"""Parsed points as bytes, so that they can be kept: what the parser said of every token, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

ATTRIBUTES = ("ORTH", "TAG", "POS", "DEP", "HEAD", "MORPH", "LEMMA")


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
        self.texts: set[str] = set()
        self._docs = DocBin(attrs=ATTRIBUTES)

    def add(self, doc: Doc) -> None:
        """Take one parsed point."""
        if doc.text not in self.texts:
            self.texts.add(doc.text)
            self._docs.add(doc)

    def to_bytes(self) -> bytes:
        """Return them as a compressed `DocBin`."""
        return self._docs.to_bytes()


def unpack(data: bytes | None, vocab: Vocab) -> Mapping[str, Doc]:
    """Return parsed points by their text; none where there are none, or where the bytes are no parses of ours."""
    if data is None:
        return {}
    try:
        return {doc.text: doc for doc in DocBin().from_bytes(data).get_docs(vocab)}
    except Exception:  # whatever a damaged file makes zlib, msgpack or numpy say, parsing anew is the remedy
        return {}
