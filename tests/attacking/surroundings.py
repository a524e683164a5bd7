"""Variables, completion, names, conditions, patterns and options that nobody would type by mistake."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from attacking import datasets
from attacking.cases import TEXT, Case, Ended, on_a_text

_NINES, _LONG = "9" * 5_000, "x" * 120_000
_SIZES = (_NINES, "0", "-1", "x", "²", "\u0663", "2147483648", "1" + "0" * 20, "1.5", "9" * 100_000)
_FOLDERS = ("x" * 300, "x" * 5_000, "x" * 100_000, "/" + "a/" * 3_000, "\n", "\x1b[2J", "\udcff", "v.txt", "relative")
_FOLDERS += ("/dev/null", "/dev/zero", "/proc/self", "/proc/self/mem", "missing/deep/er")
_BUDGETS = (
    _NINES,
    "seconds=",
    "seconds=0",
    "seconds=-1",
    "memory=" + "9" * 12,
    "memory=1",
    "x=1",
    "=" * 9_000,
    "point=9",
)
_VARIABLES: dict[str, Sequence[str]] = {
    "CND_CACHE": _FOLDERS,
    "CND_CORPUS": _FOLDERS,
    "CND_CACHE_MIB": [*_SIZES, "9" * 4_300, "1_0", " 1", "1e5"],
    "CND_BUDGET": _BUDGETS,
    **dict.fromkeys(("COLUMNS", "LINES", "TERMINAL_WIDTH"), _SIZES),
    "XDG_CACHE_HOME": ["x" * 5_000, "/dev/null"],
    "HOME": ["x" * 5_000, "missing", "\x1b"],
    "TERM": ["", "x" * 5_000],
    "TZ": ["x" * 5_000],
    "LC_ALL": ["xx", "C"],
    "TMPDIR": ["missing"],
    "FORCE_COLOR": ["x"],
    "TYPER_USE_RICH": ["x", "0"],
    "JUPYTER_COLUMNS": ["x"],
    "PAGER": ["x"],
}
_SHELLS = [
    f"{what}_{shell}" for what in ("complete", "source") for shell in ("bash", "zsh", "fish", "pwsh", "nonsense")
]
_SHELLS += ["complete", "complete_", "_", "bash_complete", "x" * 100_000]
_ASKED: list[dict[str, str]] = [
    {},
    {"COMP_WORDS": "cnd th", "COMP_CWORD": "1"},
    {"COMP_WORDS": "cnd th"},
    {"COMP_CWORD": "1"},
    {"COMP_WORDS": "cnd th", "COMP_CWORD": _NINES},
    {"COMP_WORDS": "cnd 'th", "COMP_CWORD": "1"},
    {"COMP_WORDS": "cnd", "COMP_CWORD": "-5"},
    {"_TYPER_COMPLETE_ARGS": "cnd 'th"},
    {"_TYPER_COMPLETE_FISH_ACTION": "get-args", "_TYPER_COMPLETE_ARGS": "'"},
]
# A long word, wherever a word may stand.
_WORDS = """{}|segment {}|segment {}.txt|--{}|segment v.txt --format {}|segment v.txt --columns {}|find {} v.txt
themes v.txt --where {}|themes v.txt --model {}|themes v.txt --lexicon {}|lexicon show {}|lexicon list {}
segment v.txt -o {}|lexicon list --match {}|segment v.txt -o {}.csv|export v.txt -o {}.xlsx|report v.txt -o {}.html
evaluate {} v.txt|evaluate v.txt {}|lexicon check {}|lexicon import {} -o o.toml|show v.txt {}|compare v.txt {}
compare v.txt v.txt --by {}|analyse v.txt -o {}|analyse {} -o out|segment v.txt --encoding {}|segment --corpus {}
plot v.txt --by {}|store {}|doctor {}|terms v.txt --least {}|analyse v.txt -o out --engine {}|analyse v.txt -o s3://{}
analyse nowhere://{} -o out|rules show {}|rules try {}|analyse v.txt -o out --workers {}|find {} v.txt --regex
find {} v.txt --lemma|schema {}|related v.txt {}"""
_SAID = {
    "long": _LONG,
    "nines": _NINES,
    "escape": "\x1b[2J",
    "bytes": "\udcff",
    "up": "../../missing/x",
    "-": "--",
}
_OTHERS = """1=1|theme = 'x' or 1=1|theme = 'x'; drop table themes|theme = 'x' union select 1
theme = read_text('/etc/passwd')|theme in (select 1)|theme like '%' or true|document = 'a' -- x|document = 'a' /* x */
theme = 'x'' or ''1''=''1'|theme = "x"|theme = $$x$$|theme = x'41'|theme = e'\\x41'|theme = 'x|= 'x'|theme|theme =|()|
copy themes to 'x'|attach 'x'|pragma x|theme = getenv('HOME')|theme = current_setting('x')|theme is null
theme between 'a' and 'z'|not not not theme = 'x'|theme = ?|theme = $1|theme = :x|themes.theme.x = 'x'
hits > 9999999999999999999999|hits = 1e400|hits = 'x'|hits like '1'|theme = 5|documents.text = 'x'
information_schema.tables = 'x'|rowid = 1|filename = 'x'|* = 1|ｔheme = 'x'|theme ＝ 'x'"""
_CONDITIONS = [*_OTHERS.replace("\n", "|").split("|"), "\0", "theme = '\0'", "theme\0 = 'x'", "(" * 5_000]
_CONDITIONS += [
    "(" * 900 + "theme = 'x'" + ")" * 900,
    "not " * 5_000 + "theme = 'x'",
    " or ".join(["theme = 'x'"] * 5_000),
]
_CONDITIONS += [
    "theme in (" + "'x', " * 20_000 + "'x')",
    f"theme = '{'x' * 1_000_000}'",
    f"theme like '%{'_%' * 3_000}z'",
]
_PATTERNS = [
    "(a+)+$",
    "(a|a)*b",
    "(a|aa)+$",
    "(.*)*x",
    "(a*)*b",
    "((a+)+)+$",
    "(?=(a+))*b",
    "^(a?){60}a{60}$",
    "(x+x+)+y",
    "(",
]
_PATTERNS += [
    "[",
    "(?P<a>",
    "a{99999999999}",
    "a{1,65535}{1,65535}",
    "(?<=a+)b",
    "(?R)",
    r"\p{L}+",
    r"(\w+\s?)+:",
    "(?i)ß+",
    r"\1",
]
_PATTERNS += [
    "(" * 50_000,
    "a|" * 100_000,
    "[a-z]" * 50_000,
    ".*" * 3_000 + "z",
    "(?:" * 400 + "a" + ")*" * 400,
    "\0",
    "\ud800",
    "",
]
_NAMES = [
    "a\nb.txt",
    "a\rb.txt",
    "\x1b[2J.txt",
    "\u202etxt.a",
    "=1+1.txt",
    "-rf.txt",
    "a" * 251 + ".txt",
    "'.txt",
    '".txt',
    "`id`.txt",
]
_NAMES += [
    "$(id).txt",
    "a;b.txt",
    "a|b.txt",
    "<b>.txt",
    "[a].txt",
    "*.txt",
    "?.txt",
    "{a}.txt",
    "~.txt",
    " .txt",
    ".txt",
    "a.b.c.txt",
]
_NAMES += [
    "con.txt",
    "a\\b.txt",
    "%s.txt",
    "\udcff\udcfe.txt",
    "\ufeff.txt",
    "e\u0301.txt",
    "é.txt",
    "😀.txt",
    "a.txt.pdf",
    "2009",
    "CON",
]


def cases() -> Iterator[Case]:
    """Yield all of these."""
    yield from _variables()
    for name, said in _SAID.items():
        lines = _WORDS.replace("\n", "|").split("|")
        yield from on_a_text("words", ((f"{name}: {line}", line.format(said).split(" ")) for line in lines))
    for place, condition in enumerate(_CONDITIONS):
        words = ["themes", "ds", "--where", condition, "--csv"]
        yield Case("conditions", f"{place}: {condition[:40]!r}", {}, [words], _dataset, _shown)
    for place, pattern in enumerate(_PATTERNS):
        for text in ("a" * 5_000 + "!", "word " * 2_000 + "!"):
            words = ["find", pattern, "v.txt", "--regex"]
            yield Case("patterns", f"{place}: {pattern[:40]!r} in {text[:2]!r}", {"v.txt": f"1. {text}\n"}, [words])
    for name in _NAMES:
        for words in (["segment", name, "--csv"], ["export", name, "-o", "x.qdpx"], ["report", name, "-o", "r.html"]):
            words[1] = f"./{name}"
            yield Case("names of files", f"{name[:30]!r}, {words[0]}", {name: TEXT}, [words])
    yield from _outputs()


def _variables() -> Iterator[Case]:
    commands = cycle((["segment", "v.txt"], ["themes", "v.txt", "--csv"], ["store", "info"], ["--help"], ["nonsense"]))
    for name, values in _VARIABLES.items():
        for value in values:
            for words in (next(commands), next(commands)):
                said = f"{name}={value[:20]!r} of {len(value)}, {words[0]}"
                yield Case("variables", said, {"v.txt": TEXT}, [words], environment={name: value})
    for shell in _SHELLS:
        for place, asked in enumerate(_ASKED):
            variables = {"_CND_COMPLETE": shell, **asked}
            yield Case("completion", f"{shell[:20]}, {place}", {"v.txt": TEXT}, [[]], environment=variables)


def _dataset(folder: Path) -> None:
    shutil.copytree(datasets.written_once(), folder / "ds")


def _shown(_folder: Path, ended: Sequence[Ended]) -> str:
    told = ended[0].out + ended[0].err.encode()
    return "a file of the reader's was shown" if b"root:" in told or b"/root" in told else ""


_OUTPUTS = [
    "segment v.txt --csv -o {}",
    "export v.txt -o {}",
    "report v.txt -o {}",
    "plot v.txt -o {}",
    "analyse v.txt -o {}",
]
_ENDINGS = {"segment": "o.csv", "export": "o.xlsx", "report": "o.html", "plot": "o.html", "analyse": "o"}


def _outputs() -> Iterator[Case]:
    """Yield what stands where an output is to be written: it is not written through, nor waited for."""
    made = {
        "a link to a file": lambda path: path.symlink_to("kept"),
        "a link to nothing": lambda path: path.symlink_to("missing/x"),
        "a link to itself": lambda path: path.symlink_to(path.name),
        "a link to a pipe": lambda path: (os.mkfifo(path.parent / "pipe"), path.symlink_to("pipe")),
        "a pipe": os.mkfifo,
        "a folder": lambda path: path.mkdir(),
        "a file": lambda path: path.write_text("kept"),
        "in a folder that is a file": lambda path: path.parent.rmdir() or path.parent.write_text("x"),
    }
    for line in _OUTPUTS:
        command = line.partition(" ")[0]
        for name, make in made.items():
            for force in ([], ["--force"]):
                path = f"out/{_ENDINGS[command]}"
                prepare = _standing(path, make)
                words = [*line.format(path).split(), *force]
                said = f"{command} {' '.join(force)} over {name}"
                yield Case("outputs", said, {"v.txt": TEXT, "kept": "kept"}, [words], prepare, _kept)


def _standing(path: str, make: object) -> object:
    def prepare(folder: Path) -> None:
        (folder / path).parent.mkdir()
        make(folder / path)

    return prepare


def _kept(folder: Path, _ended: Sequence[Ended]) -> str:
    return "" if (folder / "kept").read_text("utf-8", "replace") == "kept" else "a file elsewhere was written"
