"""References, annotations, lexicons, dictionaries and models that somebody else made."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any

from attacking.cases import TEXT, Case, Ended

_LONG = "a number of thousands of digits"
_BAD: list[Any] = [
    None,
    5,
    -1,
    1.5,
    True,
    "",
    "x",
    "x" * 1_000_000,
    [],
    [1],
    [[]],
    {},
    {"a": 1},
    [None],
    [{}],
    10**4_000,
]
_BAD += ["\x1b[2J", "\ud800", float("inf")]
_AGENT = {"start": 0, "end": 13, "label": "agent"}
_LABELS = {"labels": ["agent"], "choices": ["corruption"], "taxonomy": [["a", "corruption"]], "start": 0, "end": 13}
_SENTENCE = "Member States should neglect x."
_GOOD: dict[str, Any] = {
    "reference": {
        "doc": "v",
        "point": "1",
        "themes": ["corruption"],
        "actors": [{"id": "member_states", "role": "agent"}],
        "attributions": [{"source": "member_states", "verb": "note", "extent": "unstated"}],
        "actions": [{"agent": None, "strength": "obligation", "lemma": "neglect", "object": "x", "polarity": "-"}],
        "optional": {"themes": ["x"], "actors": [{"id": "a", "role": "agent"}]},
    },
    "Prodigy": {
        "text": _SENTENCE,
        "spans": [_AGENT],
        "accept": ["corruption"],
        "answer": "accept",
        "meta": {"point": "1"},
    },
    "Label Studio": [
        {
            "annotations": [{"completed_by": {"id": 1}, "was_cancelled": False, "result": [{"value": _LABELS}]}],
            "data": {"text": _SENTENCE, "point": "1"},
        }
    ],
}
_RAW = {
    "deep lists": "[" * 200_000,
    "deep objects": '{"annotations":' * 50_000,
    "NUL": "\0",
    "a long number": f'{{"point":{"9" * 5_000}}}',
    "many lines": "{}\n" * 100_000,
    "many lists": f"[{'[],' * 1_000_000}1]",
    "a long line": f'{{"point":"{"x" * 5_000_000}"}}',
    "a path for a document": '{"point":"1","doc":"/etc/passwd"}',
    "a number for a document": '{"point":"1","doc":5}',
    "many themes": json.dumps({"doc": "v", "point": "1", "themes": [f"t{n}" for n in range(100_000)]}),
    "many points": '{"doc":"v","point":"1"}\n' * 30_000,
}
_ENTRY = "[[theme]]\nid='x'\nlabel='X'\nwhy='w'\npillar='p'\npatterns=['{}']\n"
_TOML = {
    **{
        f"a pattern of {len(said)}": _ENTRY.format(said)
        for said in ("word " * 100_000, "a-" * 500_000, "x" * 3_900_000)
    },
    "ways without end": _ENTRY.format("a|" * 900_000 + "b"),
    "ways times ways": _ENTRY.format("a|b|c|d " * 40),
    "words that may be left out": _ENTRY.format("a? " * 200 + "x"),
    "gaps": _ENTRY.format("member ~ " * 40),
    "many patterns": _ENTRY.format("','".join(f"p{n}" for n in range(200_000))),
    "many entries": "".join(_ENTRY.format(f"p{n}").replace("'x'", f"'x{n}'") for n in range(20_000)),
    "deep names": f"[[{'a.' * 1_000_000}a]]",
    "deep keys": f"{'a.' * 1_000_000}a=1",
    "deep tables": f"x={'{a=' * 200_000}",
    "deep lists": f"x={'[' * 1_000_000}",
    **{
        f"id is {said[:9]}": f"[[theme]]\nid={said}"
        for said in ("9" * 5_000, "0x" + "f" * 1_000_000, "1e999999999", "nan")
    },
    **{f"id is {said}": f"[[theme]]\nid={said}" for said in ("1979-05-27", "0000-01-01", "[]", "{}", "true", "''")},
    "a rank without end": "[[extent]]\nid='x'\nwhy='w'\npatterns=['zzz']\nrank=0x" + "f" * 4_000,
    **{f"defaults {said}": f"defaults={said}\n{_ENTRY.format('a')}" for said in ("[]", "5", "'x'")},
    "a kind that is a list": "theme=[1,[2],'x']",
    "a kind without end": f"[[{'x' * 3_000_000}]]\n",
    "an id without end": _ENTRY.format("zz").replace("'x'", f"'{'x' * 1_000_000}'"),
    "a pattern of NUL": '[[theme]]\nid="x"\nlabel="X"\nwhy="w"\npillar="p"\npatterns=["a\\u0000b"]',
    "heads": "[[theme]]\n" * 300_000,
    "comments": "#\n" * 1_900_000,
    "quotes": "x='" + "'" * 1_000_001,
    "equals signs": "=" * 1_000_000,
    "blanks": f"x={' ' * 3_900_000}",
    "five megabytes": "#" * 5_000_000,
    "not UTF-8": b"\xff\xfe",
    "a mark of byte order": "\ufeff",
}
_LAUGHS = "".join(f"{b}: &{b} [{','.join(f'*{a}' for _ in range(10))}]\n" for a, b in pairwise("abcdefghijk"))
_DICTIONARIES = {
    "yaml": {
        "laughs": f"a: &a [x,x,x]\n{_LAUGHS}",
        "empty laughs": f"a: &a []\n{_LAUGHS}",
        "itself": "a: &a [*a]",
        "a map of itself": "a: &a {b: *a}",
        **{f"deep {n}": f"a: {'[' * n}" for n in (400, 2_000, 100_000)},
        "deep maps": "".join(f"{' ' * n}a:\n" for n in range(500)),
        "long numbers": f"a: [{'9' * 5_000}, 0x{'f' * 9_999}, 0b{'1' * 99_999}, {'59:' * 5_000}59]",
        "dates that are none": "a: [2001-13-45, 2001-01-01, 1e400, .nan]",
        **{
            f"a tag {tag}": f"a: {tag} x"
            for tag in ("!!python/object/apply:os.system", "!!binary", "!!set", "!!omap", "!x")
        },
        **{said: said for said in ("a: ~", "~: [x]", "[a]: [x]", "{a: b}: [x]", "a: [x]\n---\nb: [y]", "[a]", "5", "")},
        "many words": f"a:\n{''.join(f' - w{n}{chr(10)}' for n in range(60_000))}",
        "many keys": "".join(f"k{n}: [w{n}]\n" for n in range(20_000)),
        "a word without end": f"a: [{'x' * 900_000}]",
        "a key without end": f"{'x' * 100_000}: [y]",
        "dashes": "- " * 100_000,
        "question marks": "? " * 20_000,
        "colons": ": " * 50_000,
        "not UTF-8": b"a: [\xff]",
        "NUL": "a: [\0]",
    },
    "csv": {
        "many categories": "theme,pattern\n" + "".join(f"t{n},w{n}\n" for n in range(60_000)),
        "wildcards": "theme,pattern\n" + "".join(f"t,a{n}*\n" for n in range(60_000)),
        "wildcards in front": "theme,pattern\n" + "".join(f"t,*a{n}\n" for n in range(60_000)),
        "stars": f"theme,pattern\nt,{'*a' * 100_000}*\n",
        "stars alone": f"theme,pattern\nt,{'*' * 3_000_000}\n",
        "words of stars": "theme,pattern\n" + "t,* * * * * *\n" * 500,
        "a quote that never ends": f'theme,pattern\n"{"x" * 3_000_000}',
        "a wide head": f"{','.join(f'c{n}' for n in range(200_000))}\nx",
        "a wide row": f"a\n{'x,' * 1_900_000}",
        "a field without end": f"theme,pattern\nt,{'x ' * 60_000}\n",
        "hyphens": f"theme,pattern\nt,{'-' * 120_000}\n",
        "escapes": "theme,pattern\n\x1b[2J,\x1b[2J\n",
        "NUL": "theme,pattern\nt,\0\n",
        "empty": "",
        "a head alone": "theme,pattern\n",
        "line ends": "\n" * 3_900_000,
    },
    "dic": {
        "many categories": f"%\n{''.join(f'{n} c{n}{chr(10)}' for n in range(50_000))}%\nw 1\n",
        "many codes": f"%\n1 a\n%\nw {'1 ' * 900_000}\n",
        "signs of per cent": "%\n" * 500_000,
        "a code without end": f"%\n1 a\n%\nw {'9' * 900_000}\n",
        "a name without end": f"%\n1 {'a' * 900_000}\n%\nw 1\n",
        "no form": "x",
        "a bare code": "%\n1\n%\n",
    },
}
_SPECIAL = {
    "a pipe": None,
    "a device": "/dev/zero",
    "memory": "/proc/self/mem",
    "a circle": "{}",
    "a folder": "/",
    "chance": "/dev/urandom",
    "nothing": "/dev/null",
    "the machine": "/proc/kcore",
}
_MODELS = [
    "numpy",
    "requests",
    "json",
    "os",
    "antigravity",
    "spacy",
    "cnd_tools",
    "pandas",
    "__main__",
    "idlelib",
    "a.b",
]
_MODELS += ["..", "/", "", "/etc/passwd", "/dev/zero", "x" * 300, "x" * 100_000, "a\0b", "\x1b[2J", "en", "blank:en"]
_MODELS += ["https://x/y", "pip", "None", "\u0435n", "evil", "./evil"]


def cases() -> Iterator[Case]:
    """Yield what is evaluated against, then lexicons, dictionaries and models."""
    yield from _evaluated()
    for name, data in _TOML.items():
        for words in (["lexicon", "check", "m.toml"], ["themes", "v.txt", "--lexicon", "m.toml", "--csv"]):
            yield Case("lexicons", f"{name}, {words[0]}", {"v.txt": TEXT, "m.toml": data}, [words])
    for ending, made in _DICTIONARIES.items():
        for name, data in made.items():
            words = ["lexicon", "import", f"d.{ending}", "-o", "o.toml", "--texts", "v.txt"]
            yield Case("dictionaries", f"{ending}, {name}", {"v.txt": TEXT, f"d.{ending}": data}, [words])
    yield from _no_files()
    for name in _MODELS:
        for more in ([], ["--no-store"]):
            words = ["themes", "v.txt", "--model", name, *more]
            yield Case("models", f"{name[:30]!r} of {len(name)} {more}", {"v.txt": TEXT}, [words], _evil, _imported)


def _evaluated() -> Iterator[Case]:
    shown = cycle(([], ["--differences"]))
    for form, good in _GOOD.items():
        ending = "json" if form == "Label Studio" else "jsonl"
        for number, path in enumerate(_places(good)):
            for bad in [*_BAD[number % 3 :: 3], KeyError]:
                made = json.dumps(_put(good, path, bad)).replace(f'"{_LONG}"', "9" * 5_000)
                name = f"{form}, {'.'.join(map(str, path))}: {str(bad)[:20]}"
                words = ["evaluate", f"r.{ending}", "v.txt", *next(shown)]
                yield Case(
                    "references", f"{name} of {type(bad).__name__}", {"v.txt": TEXT, f"r.{ending}": made}, [words]
                )
    for name, raw in _RAW.items():
        for ending in ("json", "jsonl"):
            words = ["evaluate", f"r.{ending}", *([] if "a document" in name else ["v.txt"])]
            yield Case("references", f"{name}, {ending}", {"v.txt": TEXT, f"r.{ending}": raw}, [words])


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _places(one, (*path, key))


def _put(value: Any, path: Sequence[Any], bad: Any) -> Any:
    """Return a copy of a value with another at a place, or, for KeyError, with nothing there."""
    if not path:
        return None if bad is KeyError else bad
    made = at = deepcopy(value)
    for key in path[:-1]:
        at = at[key]
    if bad is KeyError:
        del at[path[-1]]
    else:
        at[path[-1]] = bad
    return made


def _no_files() -> Iterator[Case]:
    given = {
        "r.jsonl": ["evaluate", "r.jsonl", "v.txt"],
        "m.toml": ["lexicon", "check", "m.toml"],
        "d.yaml": ["lexicon", "import", "d.yaml", "-o", "o.toml", "--texts", "v.txt"],
        "d.csv": ["lexicon", "import", "d.csv", "-o", "o.toml", "--texts", "v.txt"],
        "t.txt": ["segment", "t.txt"],
        "t.pdf": ["segment", "t.pdf"],
    }
    for file, words in given.items():
        for name, target in _SPECIAL.items():
            made = _linked(file, target)
            yield Case("files that are none", f"{file} is {name}", {"v.txt": TEXT}, [words], made)


def _linked(file: str, target: str | None) -> Any:
    def prepare(folder: Path) -> None:
        if target is None:
            os.mkfifo(folder / file)
        else:
            (folder / file).symlink_to(target.format(file))

    return prepare


def _evil(folder: Path) -> None:
    (folder / "evil").mkdir()
    (folder / "evil" / "__init__.py").write_text("open('RAN', 'w').close()\n")
    (folder / "evil" / "meta.json").write_bytes(b'{"lang":"en","name":"evil","version":"1.0","pipeline":["tagger"]}')
    (folder / "evil" / "config.cfg").write_text("[nlp]\nlang='en'\npipeline=['x']\n[components.x]\nfactory='nope'\n")


def _imported(folder: Path, _ended: Sequence[Ended]) -> str:
    return "a module was imported that is no model" if (folder / "RAN").exists() else ""
