"""Print, as JSON, every regular expression that the program compiles: at import, or of the lexicon when it is used.

A program of its own, since `re` must be listened to before anything is imported. Each line is [name, pattern, flags,
methods, bytes]: the module and, if it has one, its name there; "match", "fullmatch" and "search", as the program uses
it ("search" for whatever looks for it anywhere in a text); whether it is of bytes.
"""

import ast
import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path

FOUND: dict[tuple[str | bytes, int], tuple[str, str]] = {}  # the module that compiles it, and by which function of re
METHODS = {"match": "match", "fullmatch": "fullmatch"} | dict.fromkeys(
    ("search", "finditer", "findall", "sub", "split"), "search"
)
_compile = re._compile


def _heard(pattern, flags):
    compiled = _compile(pattern, flags)
    module = sys._getframe(2).f_globals["__name__"]
    if module.startswith("cnd_tools"):
        FOUND.setdefault((compiled.pattern, compiled.flags), (module, sys._getframe(1).f_code.co_name))
    return compiled


def _used() -> None:
    """Use the program, so that it builds what it builds late."""
    from cnd_tools.comparing import compare
    from cnd_tools.pipeline import analyse
    from cnd_tools.reading import document, read_bytes
    from cnd_tools.segmenting import segment

    text = "A/RES/1/1\n\nThe General Assembly,\n\nHaving considered it,\n\n1. Calls upon the Committee (CCC) to act.\n"
    made = [analyse(segment(document(text, name=name))) for name in ("x", "y")]
    compare(made)
    read_bytes(b"# A\n\n<b>x</b> [^1]\n\n[^1]: y\n", name="x", kind="markdown")


def _calls() -> dict[tuple[str, str], set[str]]:
    """Return what the program does with every name of a module: {("segmenting.notes", "RULE"): {"fullmatch"}}."""
    calls: dict[tuple[str, str], set[str]] = {}
    for module, known in sys.modules.items():
        if module.startswith("cnd_tools") and known.__file__:
            for node in ast.walk(ast.parse(Path(known.__file__).read_text("utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr in METHODS:
                    name = getattr(node.value, "id", getattr(node.value, "attr", ""))
                    calls.setdefault((module, name), set()).add(node.attr)
    return {place: done for place, done in calls.items() if place[1] != "re"}


def main() -> None:
    """Print them."""
    import cnd_tools

    re._compile = _heard
    found = (module.name for module in pkgutil.walk_packages(cnd_tools.__path__, "cnd_tools."))
    modules = [importlib.import_module(name) for name in found if not name.endswith("__main__")]
    _used()
    names: dict[tuple[str | bytes, int], set[tuple[str, str]]] = {}
    for module in modules:
        for name, value in vars(module).items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, re.Pattern):
                    names.setdefault((one.pattern, one.flags), set()).add((module.__name__, name))
    calls = _calls()
    named = {place for own in names.values() for place in own}
    for key, (module, function) in FOUND.items():
        used = set().union(*(calls.get(place, set()) for place in names.get(key, ()))) | {function} - {"compile"}
        if not used:  # what it is called is not known: whatever its module does with other names, but texts split too
            used = {call for place, done in calls.items() if place[0] == module and place not in named for call in done}
            used -= {"split"}
        pattern, flags = key
        shown = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        own = min((name for _, name in names.get(key, ())), default="")
        methods = sorted({METHODS[call] for call in used}) or ["search"]
        print(json.dumps([f"{module}.{own}", shown, flags, methods, shown is not pattern]))


main()
