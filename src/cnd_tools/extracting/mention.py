"""One mention of an actor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An actor named by some tokens of a Doc.

    Attributes:
        start: first token of its own words; of "transit" in "producing, transit and destination countries".
        end: one past its last own token.
        root: the token the parse hangs it by: its head noun, "countries" for all three above.
        actor: canonical id, "transit_countries".
        name: the actor's name for people, "Transit countries".
        type: states, country, region, groups, meeting, un, organization, society, justice, adverse or person.
        rule: what made it: "lexicon:<pattern>", "coordination:<pattern>", "acronym:<long name>", "name:<head>",
            "short:<long name>" for "the Committee" of a document that has one, "person:<title>", "office:<office>" of
            an organization, "people:<word>" of a country, "holder:name" and "holder:noun" for holders the lexicon does
            not have, or "pronoun:<word>"; a pronoun's mention carries the actor it stands for.
    """

    start: int
    end: int
    root: int
    actor: str
    name: str
    type: str
    rule: str

    @property
    def pronoun(self) -> bool:
        """Whether this is a pronoun or "those States", "the region": another mention says the name."""
        return self.rule.startswith("pronoun:")
