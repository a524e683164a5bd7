"""How help is laid out: commands in groups, what a newcomer needs first, and nothing that a light terminal hides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import typer

PANELS: Mapping[str, Sequence[str]] = {
    "Start here": ("docs", "segment", "show", "compare"),
    "One table of what was found": ("actors", "themes", "positions", "actions", "citations", "find"),
    "Special questions": ("due", "reports", "kinds", "norms", "related", "terms"),
    "Pages, pictures and files for other programs": ("report", "plot", "export"),
    "Your own words, rules and labels": ("lexicon", "rules", "evaluate"),
    "Many texts, scripts and assistants": ("analyse", "schema", "mcp"),
    "This installation": ("doctor", "store"),
}
"""The commands of each group, in the order in which help lists them."""

# What typer colours yellow, cyan or green can be read on one ground only, and what it dims on none. Bold is enough.
PLAIN = {
    "STYLE_OPTION": "bold",
    "STYLE_SWITCH": "bold",
    "STYLE_NEGATIVE_OPTION": "bold",
    "STYLE_NEGATIVE_SWITCH": "bold",
    "STYLE_TYPES": "",
    "STYLE_TYPES_SEPARATOR": "",
    "STYLE_USAGE": "bold",
    "STYLE_DEPRECATED": "",
    "STYLE_DEPRECATED_COMMAND": "",
    "STYLE_HELPTEXT": "",
    "STYLE_OPTION_DEFAULT": "",
    "STYLE_OPTION_ENVVAR": "",
    "STYLE_REQUIRED_SHORT": "bold",
    "STYLE_REQUIRED_LONG": "",
    "STYLE_OPTIONS_PANEL_BORDER": "",
    "STYLE_COMMANDS_PANEL_BORDER": "",
    "STYLE_COMMANDS_TABLE_FIRST_COLUMN": "bold",
    "STYLE_ERRORS_PANEL_BORDER": "",
    "STYLE_ERRORS_SUGGESTION": "",
    "STYLE_ABORTED": "",
    "RICH_HELP": "Try '{command_path} {help_option}' for help.",
}


def grouped(app: typer.Typer) -> None:
    """Put each command, and each family of commands, under the head of its group."""
    panels = {name: panel for panel, names in PANELS.items() for name in names}
    for command in app.registered_commands:
        command.rich_help_panel = panels[str(command.name or getattr(command.callback, "__name__", ""))]
    for family in app.registered_groups:
        family.rich_help_panel = panels[str(family.name)]


def wants_help(words: Sequence[str]) -> bool:
    """Tell whether help may be asked for; a family of commands alone, as `cnd lexicon`, prints its own."""
    return len(words) < 2 or "--help" in words or "-h" in words


def uncoloured() -> None:
    """Take from help, and from what typer says of wrong words, the colours that cannot be read on every ground."""
    from typer import rich_utils

    for name, style in PLAIN.items():
        setattr(rich_utils, name, style)
