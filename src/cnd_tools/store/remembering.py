"""Reading, segmenting, analysing and comparing, each done only where it was not done before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from cnd_tools import corpus
from cnd_tools.parsing.sparing import without_commands
from cnd_tools.records import Analysis, Segmented
from cnd_tools.starting import loading
from cnd_tools.store import forms, keys
from cnd_tools.store.blobs import Blobs
from cnd_tools.store.forms import Form

# Bytes of a file; a larger one is not even looked up, as to hash it would take longer than to refuse it.
LARGEST = 256 * 1024 * 1024
Made = TypeVar("Made")
Lemmas = dict[tuple[str, str], list[tuple[str, int, int]]]  # as `cnd_tools.finding.by_lemma` takes them


class Store:
    """Remembers points, rows, parses, tables and pages; without a place to keep them it does everything anew."""

    def __init__(self, blobs: Blobs | None) -> None:
        self._blobs = blobs

    def segment(self, source: corpus.Source, *, encoding: str | None = None) -> Segmented:
        """Return a source's points, remembered or made.

        Raises:
            RefusedInput: it cannot be read for what it should be.
        """
        data = corpus.once(source)
        # A pipe is not kept: what is in it may be read by its name's ending, which tells nothing of the bytes.
        key = None if data is not None and source.path else self._key(source.path or data or b"", encoding)
        kept = self._blobs.get(key) if self._blobs and key else None
        if kept is not None:
            with suppress(ValueError):
                return forms.unpack_segmented(kept, name=source.name, path=_said(source.path))
        return self._segmented(source, data, encoding, key)

    def analyse(
        self, texts: Sequence[Segmented], *, model: str | None = None, lexicon: Sequence[Path] = ()
    ) -> Iterator[Analysis]:
        """Yield the analyses of texts, in order; what is not remembered is made.

        Raises:
            UsageError: no such model or lexicon file.
            RefusedInput: a lexicon file is wrong.
        """
        if self._blobs is None:
            yield from _analyses(texts, model, lexicon, None)
            return
        made_with = keys.analyser(model, lexicon)
        named = [keys.made(made_with, forms.pack_segmented(one)) for one in texts]
        known = [self._rows(key, one) for key, one in zip(named, texts, strict=True)]
        missing = [one for one, rows in zip(texts, known, strict=True) if rows is None]
        made = _analyses(missing, model, lexicon, _Parses(self._blobs, model)) if missing else iter(())
        for key, rows in zip(named, known, strict=True):
            yield rows or self._kept(key, next(made))

    def lemmas(self, analyses: Sequence[Analysis], *, model: str | None = None) -> Lemmas:
        """Return what `cnd_tools.pipeline.lemmas` gives, remembered or made.

        Raises:
            UsageError: no such model.
        """
        made_with = keys.analyser(model, ())
        named = {one.document.name: keys.made(made_with, b"lemmas" + _content(one)) for one in analyses}
        found = {
            name: forms.unpack_lemmas(self._blobs.get(key) if self._blobs else None) for name, key in named.items()
        }
        missing = [one for one in analyses if found[one.document.name] is None]
        if missing:
            from cnd_tools.pipeline import lemmas, load_model

            made = lemmas(missing, model=load_model(model))
            for one in missing:
                name = one.document.name
                mine = found[name] = {point: words for (document, point), words in made.items() if document == name}
                if self._blobs:
                    self._blobs.put(named[name], "lemmas", forms.pack_lemmas(mine))
        return {(name, point): words for name, points in found.items() for point, words in (points or {}).items()}

    def derived(
        self, form: Form[Made], analyses: Sequence[Analysis], how: Sequence[str | None], make: Callable[[], Made]
    ) -> Made:
        """Return what `make` makes of analyses, remembered or made.

        Args:
            form: what that is, tables or a page.
            analyses: what it is made of.
            how: whatever else has a part in it.
            make: makes it.
        """
        if self._blobs is None:
            return make()
        names = [one.document.name for one in analyses]
        key = keys.derived([_content(one) + forms.pack_rows(one) for one in analyses], form.kind, *how, *names)
        kept = self._blobs.get(key)
        if kept is not None:
            with suppress(ValueError):
                return form.unpack(kept)
        made = make()
        self._blobs.put(key, form.kind, form.pack(made))
        return made

    def _key(self, source: Path | bytes, encoding: str | None) -> str | None:
        """Return the key of a source's points; None where it cannot be had, and reading is to say why."""
        if self._blobs is None:
            return None
        try:
            if isinstance(source, Path) and (source.stat().st_size > LARGEST or not source.is_file()):
                return None
            return keys.segmented(source, encoding=encoding)
        except (OSError, ValueError):
            return None

    def _segmented(self, source: corpus.Source, data: bytes | None, encoding: str | None, key: str | None) -> Segmented:
        from cnd_tools.segmenting import segment

        made = segment(corpus.load(source, data=data, encoding=encoding))
        # A file that was changed while it was read is not kept under what it held before.
        if self._blobs and key and self._key(source.path or data or b"", encoding) == key:
            self._blobs.put(key, "points", forms.pack_segmented(made))
        return made

    def _rows(self, key: str, segmented: Segmented) -> Analysis | None:
        kept = self._blobs.get(key) if self._blobs else None
        if kept is not None:
            with suppress(ValueError):
                return forms.unpack_rows(kept, segmented)
        return None

    def _kept(self, key: str, made: Analysis) -> Analysis:
        if self._blobs:
            self._blobs.put(key, "rows", forms.pack_rows(made))
        return made


class _Parses:
    """The parses of documents made by one model (`cnd_tools.parsing.cache.Parses`)."""

    def __init__(self, blobs: Blobs, model: str | None) -> None:
        self._blobs = blobs
        self._made_with = keys.parser(model)

    def get(self, text: str) -> bytes | None:
        return self._blobs.get(self._key(text))

    def put(self, text: str, parses: bytes) -> None:
        self._blobs.put(self._key(text), "parses", parses)

    def _key(self, text: str) -> str:
        return keys.made(self._made_with, text.encode("utf-8", "surrogatepass"))


def _analyses(
    texts: Sequence[Segmented], model: str | None, extra: Sequence[Path], parses: _Parses | None
) -> Iterator[Analysis]:
    with loading(), without_commands():
        from cnd_tools.lexicon import load

        words = load(extra=extra)  # first, since what is wrong there is the user's to mend
        from cnd_tools.pipeline import analyse_many, load_model

    yield from analyse_many(texts, model=load_model(model), lexicon=words, parses=parses)


def _content(one: Analysis) -> bytes:
    return forms.pack_segmented(Segmented(one.document, one.points, one.ledger, one.notices))


def _said(path: Path | None) -> str | None:
    return None if path is None else str(path)
