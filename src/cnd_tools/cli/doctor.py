"""`cnd doctor`: what the program runs on, and what to do about what is missing."""

from __future__ import annotations

from typing import Annotated

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
def doctor(
    everything: Annotated[bool, typer.Option("--all", help="Every check, also of what is well.")] = False,
    *,
    printing: Printing,
) -> None:
    """Check the installation: one line when all is well, else what is missing and what to do.

    Ends with 0 if all that is needed is there, with 5 if something is missing or broken. An extra that is not
    installed is no fault.

    Example: cnd doctor
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.examining import FAULT, OK, Finding, examine, summary
    from cnd_tools.tables import Table

    out.check(printing)
    findings = tuple(examine())
    told = [finding for finding in findings if finding.state != OK]
    if everything or not out.on_screen(printing):
        out.emit([Table("doctor", Finding._fields, findings)], printing)
    else:
        if told:
            out.emit([Table("doctor", Finding._fields, tuple(told))], printing)
        print(summary(findings))
    faults = [finding.check for finding in findings if finding.state == FAULT]
    if faults:
        raise Unwell(f"needed and not as it should be: {', '.join(faults)}")
