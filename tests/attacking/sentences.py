"""Sentences that go on with themselves, to be analysed, and points that ask for much."""

from __future__ import annotations

from collections.abc import Iterator

from attacking.cases import Case

KIND = "sentences"
COMMANDS = ("actions", "positions", "actors")
# How each begins and what goes on and on.
FORMS = {
    "and": ("1. Member States should act", " and act"),
    "or": ("1. Member States should act", " or act"),
    "also": ("1. Member States should also act", " and also act"),
    "help": ("1. Member States should help", " and help"),
    "cooperate": ("1. Member States should cooperate", " and cooperate"),
    "to": ("1. Member States should agree to act", ", to act"),
    "that": ("1. Speakers stressed", " that States noted"),
    "it said": ("1. Speakers said", " that it said"),
    "delegations": ("1.", " Several delegations said that some delegations noted that"),
    "should": ("1. States", " should,"),
    "states": ("1. States should act", " and States should act"),
    "names": ("1.", " the United Nations Office on Drugs and Crime,"),
    "names in names": ("1. The", " Office of the Board of the Commission of the"),
    "brackets": ("1. States should act", " (and act"),
    "quotes": ("1. States said", " “that they said"),
    "numbers": ("1. States should give", " 5 million dollars by 2030,"),
    "references": ("1. Recalling", " resolution 60/1 of 5 May 2001,"),
    "abbreviations": ("1. The", " Board (TB) and the"),
    "which": ("1. States should act on drugs", ", which harm youth who use drugs"),
    "commas": ("1. States should", " act, act,"),
    "superscripts": ("1. States should act", "²"),
    "digits": ("1. States should give ", "9"),
    "no blanks": ("1. States", "should"),
    "capitals": ("1. ", "STATES SHOULD ACT "),
    "semicolons": ("1. States should:", " (a) act;"),
    "whereas": ("The Board,\n\nRecalling that", " States should act, recalling that"),
}


def cases() -> Iterator[Case]:
    """Yield each form at lengths at which what is exponential, and what is quadratic, would be seen."""
    for form, (start, part) in FORMS.items():
        for place, characters in enumerate((250, 2_000, 12_000)):
            text = f"{start}{part * (characters // len(part))}.\n"
            name = f"{form}, {characters} characters"
            yield Case(KIND, name, {"v.txt": text}, [(COMMANDS[(place + len(form)) % 3], "v.txt", "--csv")])
    for form, (start, part) in list(FORMS.items())[:4]:
        text = f"{start}{part * (90_000 // len(part))}.\n"
        yield Case(KIND, f"{form}, 90,000 characters", {"v.txt": text}, [("actions", "v.txt", "--csv")])
    yield Case(KIND, "130,000 characters", {"v.txt": f"1. {'States act. ' * 11_000}"}, [("actions", "v.txt", "--csv")])
