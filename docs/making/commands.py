"""The reference of the commands, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer.main

from cnd_tools.cli.app import app
from cnd_tools.cli.options import PRINTING, READING

HEAD = """# Commands

<!-- Written by `make docs` from the commands themselves. -->

`cnd COMMAND --help` says the same in a terminal. A **DOC** is a name (`2009`), a file, a folder, a pattern, a dataset,
or `-` for standard input; without a DOC the text that is piped in is read, or else every text of the corpus. A name is
looked up in `--corpus`, then in `data/raw` of the folder you are in, in the folder that `CND_CORPUS` names, and among
the texts that come with the program.

Exit codes: 0 done, 1 a fault of ours, 2 wrong usage, 3 a text was refused, 4 nothing could be written, 5 something is
missing (`cnd doctor`), 130 interrupted; [reliability](../reliability.md) tells more.
"""
# What Typer calls them, for people.
VALUES = {"<int range>": "NUMBER", "<str>": "TEXT", "<path>": "FILE", "<boolean>": ""}
SHARED = {
    READING: "Options of commands that read texts",
    PRINTING: "Options of commands that print tables",
}


def page() -> str:
    """Return the page: each command with its help and options, then the options that many share."""
    program = typer.main.get_command(app)
    shared: dict[str, dict[str, str]] = {panel: {} for panel in SHARED}
    sections = [HEAD, *_sections("cnd", program, shared)]
    for panel, title in SHARED.items():
        sections.append(f"## {title}\n\n" + "\n".join(_table("option", shared[panel].values())) + "\n")
    return "\n".join(sections)


def _sections(name: str, command: Any, shared: dict[str, dict[str, str]]) -> Iterator[str]:
    """Yield the section of a command, or of each command under it; gather what options they share."""
    if hasattr(command, "commands"):
        for word, one in command.commands.items():
            yield from _sections(f"{name} {word}", one, shared)
        return
    context = typer.Context(command, info_name=name)
    about, _, example = (command.help or "").partition("Example: ")
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    yield f"## {name}\n\n{_joined(about)}\n\n    {usage}\n"
    if example:
        yield f"For example: `{_joined(example)}`\n"
    rows: dict[str, list[str]] = {"argument": [], "option": []}
    taken: dict[str, list[str]] = {}
    for parameter in command.get_params(context):
        names, row = _row(parameter, context)
        panel = getattr(parameter, "rich_help_panel", None)
        if panel in SHARED:
            shared[panel].setdefault(names, row)
            taken.setdefault(panel, []).append(f"`{parameter.opts[0]}`")
        elif parameter.name != "help":
            rows[parameter.param_type_name].append(row)
    for kind, found in rows.items():
        if found:
            yield "\n".join(_table(kind, found)) + "\n"
    for panel, options in taken.items():
        yield f"[{panel}](#{SHARED[panel].lower().replace(' ', '-')}): {', '.join(options)}.\n"


def _row(parameter: Any, context: typer.Context) -> tuple[str, str]:
    """Return how an argument or option is written, and its row of a table."""
    taken = parameter.make_metavar(context)
    value = VALUES.get(taken, taken)
    flag = getattr(parameter, "is_flag", False)
    about = _joined(parameter.help or "")
    if value.startswith("<"):  # a fixed list
        about += f" One of {value.strip('<>').replace('|', ', ')}."
        value = ""
    if parameter.param_type_name == "option":
        value = " ".join([", ".join(parameter.opts), *([value] if value else [])])
    if parameter.required:
        about += " **Required.**"
    default = parameter.default
    if not flag and isinstance(default, str | int) and default != "":
        about += f" By default {default}."
    return value, f"| `{value.replace('|', ' or ')}` | {about} |"


def _table(kind: str, rows: Any) -> list[str]:
    return [f"| {kind} | |", "|---|---|", *rows]


def _joined(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
