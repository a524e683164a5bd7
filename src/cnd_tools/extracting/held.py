"""A position as it is found in a Doc, before it is a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from cnd_tools.extracting.holders import Holder

OPPOSITE = {"support": "oppose", "oppose": "support"}


@dataclass(frozen=True, slots=True)
class Held:
    """One position, in tokens.

    Attributes:
        verb: the reporting verb, noun or adjective.
        lemma: its lemma, "point out", "express concern".
        stance: report, support, oppose or concern.
        holder: who holds it; `holders.NOBODY` where nobody is named.
        end: one past the last token of the reporting words.
        rule: what found it.
    """

    verb: Token
    lemma: str
    stance: str
    holder: Holder
    end: int
    rule: str

    @property
    def words(self) -> tuple[int, int]:
        """First token of the words that say it, and one past the last: the verb, or "opposed" in "opposed by"."""
        if self.holder.stance == "oppose" and self.holder.ally >= 0:
            return self.holder.ally, self.holder.ally + 1
        return self.verb.i, max(self.end, self.verb.i + 1)

    def by(self, holder: Holder, how: str) -> Held:
        """Return the position as this holder's; who supports or opposes it says so, and who all agree do so as one."""
        lemma, stance, extent = self.lemma, self.stance, holder.extent
        if holder.stance == "oppose":
            lemma, stance = "oppose", "oppose"
        elif holder.stance == "support":
            lemma, stance = self.verb.doc[holder.ally].lemma_.lower(), "support"
        if self.holder.extent == "consensus" and extent == "unqualified":
            extent = "consensus"
        rule = f"{how}:{self.rule}"
        return replace(self, holder=replace(holder, extent=extent), lemma=lemma, stance=stance, rule=rule)
