"""`cnd doctor`: what the program runs on, and what to do about what is missing."""

from __future__ import annotations

import typer

from cnd_tools.cli.options import Printing, with_options
from cnd_tools.errors import CndError


class Unwell(CndError):  # noqa: N818  (no error of ours: something the program needs is not there)
    """Something needed is missing or broken."""

    exit_code = 5


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(doctor)


@with_options(printing=Printing)
def doctor(*, printing: Printing) -> None:
    """Look whether all is there that the program needs, and say what to do about what is not.

    Ends with 0 if it is, with 5 if there is a fault; an absent extra is none.

    Example: cnd doctor
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.examining import FAULT, Finding, examine
    from cnd_tools.tables import Table

    out.check(printing)
    findings = tuple(examine())
    out.emit([Table("doctor", Finding._fields, findings)], printing)
    faults = [finding.check for finding in findings if finding.state == FAULT]
    if faults:
        raise Unwell(f"needed and not as it should be: {', '.join(faults)}")
