"""The built-in files, and the user's over them, to one `Lexicon`: read once, then from memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.inputs import read_file
from cnd_tools.lexicon.bounds import LARGEST
from cnd_tools.lexicon.entries import Entry, Lexicon
from cnd_tools.lexicon.parsing import at_pattern, head_of, parse, refusal
from cnd_tools.lexicon.patterns import unfold
from cnd_tools.lexicon.schema import KINDS

HERE = Path(__file__).parent
BOOKS = HERE / "codebooks"
DEFAULT = "drugs"  # the codebook in `themes.toml`


def load(*, extra: Sequence[Path] = (), kinds: Collection[str] | None = None) -> Lexicon:
    """Return the built-in lexicon, with the user's files over it.

    Args:
        extra: the user's files; each adds entries, or takes an earlier one's place with `replace = true`.
        kinds: only these kinds of the built-in entries, for those who need few and must be quick; None for all.

    Raises:
        UsageError: no such file or kind.
        RefusedInput: a file that is no lexicon, with its line and the remedy.
    """
    wanted = tuple(KINDS) if kinds is None else tuple(kind for kind in KINDS if kind in kinds)
    if kinds is not None and len(wanted) != len(set(kinds)):
        raise UsageError(f"no such kind of lexicon entry among {sorted(kinds)}; there are {', '.join(KINDS)}")
    return _load(wanted, tuple((str(path), _changed(path)) for path in extra))


def codebooks() -> Mapping[str, Path]:
    """Return the built-in codebooks by name; the first is what is taken where none is asked for."""
    return {DEFAULT: HERE / "themes.toml"} | {path.stem: path for path in sorted(BOOKS.glob("*.toml"))}


def codebook_files(wanted: str | None) -> list[Path]:
    """Return what to put over the built-in lexicon, before the user's own files, to have the themes of a codebook.

    Args:
        wanted: a name of `codebooks`, or the path of a file with a head `[codebook]`; None for the built-in themes.

    Raises:
        UsageError: there is no such codebook.
        RefusedInput: the file is no codebook.
    """
    known = codebooks()
    if wanted is None or wanted == DEFAULT:
        return []
    if wanted in known:
        return [known[wanted]]
    path = Path(wanted)
    if path.suffix != ".toml":
        raise UsageError(
            f"there is no codebook {wanted!r}; there are {', '.join(known)}, or name a file of yours (.toml)"
        )
    _changed(path)
    if head_of(wanted, _bytes(path)) is None:
        raise RefusedInput(f'{wanted}: no codebook; write [codebook] and id = "…" at its head, or use --lexicon')
    return [path]


def named(path: Path) -> str:
    """Return a file's name for messages and tables: of ours, from where the lexicon is."""
    return path.relative_to(HERE).as_posix() if path.is_relative_to(BOOKS) else str(path)


def contents(extra: Sequence[Path]) -> list[tuple[str, str]]:
    """Return the user's files with what is in them, for `load_contents`.

    Raises:
        UsageError: no such file.
        RefusedInput: one is no lexicon.
    """
    load(extra=extra)
    return [(named(path), _bytes(path).decode("utf-8-sig")) for path in extra]


def load_contents(extra: Sequence[tuple[str, str]]) -> Lexicon:
    """Return the built-in lexicon with these files over it, given by name and content: the same that `load` gives."""
    own = ((name, text.encode()) for name, text in extra)
    return _combined(_read(_files(tuple(KINDS), ())), own)


def version(*, extra: Sequence[Path] = ()) -> str:
    """Return the `version` of the lexicon that `load` would give, without reading what is in it.

    Raises:
        UsageError: no such file.
        RefusedInput: a file too large to be a lexicon.
    """
    digest = blake2b(digest_size=8)
    for path, _ in _files(tuple(KINDS), [str(path) for path in extra]):
        digest.update(_bytes(path))
    return digest.hexdigest()


def listing(lexicon: Lexicon, *, kind: str | None = None, match: str = "") -> Iterator[Entry]:
    """Yield the entries of one kind, or of all, whose id, label or a pattern holds `match`, in any case.

    Raises:
        UsageError: no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"no kind {kind!r} in the lexicon; there are {', '.join(KINDS)}")
    for entry in lexicon if kind is None else lexicon[kind]:
        if any(match.lower() in text.lower() for text in (entry.id, entry.label, *entry.patterns)):
            yield entry


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        raise UsageError(f"{path}: there is no such lexicon file; give the path of a TOML file") from None


@lru_cache(maxsize=16)
def _load(kinds: tuple[str, ...], extra: tuple[tuple[str, int], ...]) -> Lexicon:
    return _combined(_read(_files(kinds, ())), _read(_files((), [name for name, _ in extra])))


def _read(files: Iterable[tuple[Path, str]]) -> list[tuple[str, bytes]]:
    return [(name, _bytes(path)) for path, name in files]


def _combined(ours: Iterable[tuple[str, bytes]], extra: Iterable[tuple[str, bytes]]) -> Lexicon:
    """Return the entries of our files and of the user's, by name and content; only the user's are held to form."""
    digest = blake2b(digest_size=8)
    found: dict[tuple[str, str], Entry] = {}
    read: dict[str, bytes] = {}
    theirs = list(extra)
    for name, data, known in (*((*one, True) for one in ours), *((*one, False) for one in theirs)):
        read[name] = data
        digest.update(data)
        if head_of(name, data, known=known) is not None:  # its themes alone: no text on oceans is measured with drugs
            found = {key: entry for key, entry in found.items() if key[0] != "theme"}
        for entry, replaces in parse(name, data, known=known):
            _put(found, entry, replaces)
    if theirs:
        refuse_shared(found.values(), read)
    return Lexicon({kind: tuple(e for e in found.values() if e.kind == kind) for kind in KINDS}, digest.hexdigest())


def _files(kinds: Iterable[str], extra: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """The built-in files and the user's, in the order they are read, each with its name for messages."""
    for kind in kinds:
        yield from ((path, path.name) for path in sorted(HERE.glob(f"{KINDS[kind].file}*.toml")))
    yield from ((Path(name), named(Path(name))) for name in extra)


def _bytes(path: Path) -> bytes:
    return read_file(path, most=LARGEST, what="a lexicon", again=True)


def _put(found: dict[tuple[str, str], Entry], entry: Entry, replaces: bool) -> None:
    earlier = found.get((entry.kind, entry.id))
    name = f"{entry.kind} {entry.id!r}"
    if earlier and not replaces:
        at = f"{earlier.file}, line {earlier.line}"
        raise refusal(entry, f"{name} is already in {at}; give it another id, or say `replace = true`")
    if replaces and not earlier:
        raise refusal(entry, f"there is no {name} to replace; take `replace` out")
    found[entry.kind, entry.id] = entry


def check_ours() -> None:
    """Hold the built-in files to the form that the user's are held to whenever they are loaded.

    Raises:
        RefusedInput: one is no lexicon, or two entries are found by the same words.
    """
    read = dict(_read([*_files(tuple(KINDS), ()), *((path, named(path)) for path in sorted(BOOKS.glob("*.toml")))]))
    entries = [entry for name, data in read.items() for entry, _ in parse(name, data)]
    refuse_shared([entry for entry in entries if "/" not in entry.file], read)


def refuse_shared(entries: Iterable[Entry], read: Mapping[str, bytes]) -> None:
    """Refuse two entries of one kind found by the same words, which would make the result a matter of order.

    Args:
        entries: of all files together.
        read: what is in each file, by its name.

    Raises:
        RefusedInput: there are two; the second and its line are named.
    """
    seen: dict[tuple[str, str, tuple[str, ...]], Entry] = {}
    for entry in entries:
        for pattern in () if KINDS[entry.kind].shared else entry.patterns:
            for sequence in unfold(pattern):
                first = seen.setdefault((entry.kind, entry.get("form", ""), sequence), entry)
                if first is not entry:
                    other = f"{first.kind} {first.id!r} ({first.file}, line {first.line})"
                    at = at_pattern(entry, pattern, read[entry.file])
                    raise refusal(at, f"the pattern {pattern!r} is already one of {other}; keep it in one of them")
