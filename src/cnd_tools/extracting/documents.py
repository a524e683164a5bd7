"""What the points of one document have in common, and what each is given before it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from cnd_tools.extracting import PointAnalysis, analyse_point, in_context, name_point
from cnd_tools.extracting.actions.addressed import addressed, addresses_list, party
from cnd_tools.extracting.actions.asked_in_items import asking_lead
from cnd_tools.extracting.actions.chapeaux import (
    LISTED,
    asks,
    bare_items,
    beside,
    binds_speaker,
    goes_on_so,
    hands_on_we,
    infinitive,
    is_plan,
    leads_alone,
    says_itself,
    says_of,
    standing,
    titled,
    under_recommendations,
)
from cnd_tools.extracting.actions.goals import announces_goals, under_goal
from cnd_tools.extracting.actions.imperatives import imperative
from cnd_tools.extracting.actors.abbreviations import learn_short_names, spoken_for
from cnd_tools.extracting.actors.anaphora import of_reviewed
from cnd_tools.extracting.actors.gazetteer import Known
from cnd_tools.extracting.actors.nearest_names import NearestNames
from cnd_tools.extracting.actors.reviewed import reviewed_by_section
from cnd_tools.extracting.actors.speakers import Speaker, ends_in_formula, speakers
from cnd_tools.extracting.attributions.adopting import adopting_bodies
from cnd_tools.extracting.attributions.deeds import lists_decisions, lists_deeds
from cnd_tools.extracting.attributions.openings import leads_to_we, own_opening, resolved, speaks
from cnd_tools.extracting.attributions.signatures import signature_start, told
from cnd_tools.extracting.completing import Completed, joined
from cnd_tools.extracting.context import Chapeau, Place, PointContext
from cnd_tools.extracting.grammar.framing import (
    Frame,
    frame,
    frame_asked,
    frame_deed,
    frame_signed,
    in_base_form,
    is_participle,
)
from cnd_tools.extracting.grammar.word_classes import word_classes
from cnd_tools.extracting.matches import NOBODY_SPOKE, ActorRef, Floor
from cnd_tools.extracting.provisions import lays_down
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.parsing.vocabulary import known_words
from cnd_tools.promises.times import year_of
from cnd_tools.records import Point, Segmented
from cnd_tools.segmenting.openings import opening
from cnd_tools.segmenting.preambles import is_operative

_FEW = 4  # words of an item that heads others


class DocumentReader:
    """Reads one document point by point: frames a point for the parser, and gives `analyse_point` its context."""

    def __init__(
        self, segmented: Segmented, *, model: Language, lexicon: Lexicon, parse: Callable[[str], Doc] | None = None
    ) -> None:
        """Look at a document as a whole.

        Args:
            segmented: the document and its points.
            model: the pipeline that parses the points; its tokenizer and its table of verbs are used here.
            lexicon: the words to go by.
            parse: tags, parses and lemmatizes a text as points are, to read chapeaux with their items; None not to.
        """
        self._lexicon, self._parse = lexicon, parse
        self._words = word_classes(lexicon, *(known_words(model, kind) for kind in ("verb", "noun", "adj")))
        document = segmented.document
        self._legal = lays_down(segmented, self._words)
        self._short_names = learn_short_names(document.text, lexicon=lexicon, body=document.masthead.body)
        names = self._short_names
        self._nearest = NearestNames(segmented, names, lexicon)
        self._bodies = adopting_bodies(segmented, model=model, lexicon=lexicon, short_names=names)
        self._speakers = speakers(segmented, model=model, lexicon=lexicon)
        self._spoken_for: dict[str, Mapping[str, Known]] = {}
        self._year = year_of(document)
        self._points = {point.point: point for point in segmented.points}
        self._over = standing(segmented, self._words)
        self._beside = beside(segmented)
        self._first_items = self._first(segmented)
        self._plan = is_plan(segmented, self._words)
        self._chapeaux: dict[str, Chapeau] = {}
        self._floor: tuple[str | None, Floor] = (None, NOBODY_SPOKE)  # under which heading who spoke last
        self._reviewed = reviewed_by_section(segmented, lexicon)

    def frame(self, point: Point) -> Frame:
        """Return a point's text as the parser is to see it."""
        parent = self._parent(point)
        if parent is not None and lists_deeds(parent.text, point.text, self._words):
            return frame_deed(point.text)
        if parent is not None and lists_decisions(parent.text, point.text):
            return frame(point.text, opening=opening(point.text))
        if self._says_we(point, parent):
            return frame(point.text, we=True)
        if parent is not None and says_of(parent.text, point.text, self._words):
            return frame(point.text, finite=True)
        opens = self._opening(point)
        if opens is None and parent is not None and parent.opening is not None:
            opens = own_opening(point.text, self._words) or resolved(point, parent, self._words)
        return self._frame_item(point, parent, opens)

    def _frame_item(self, point: Point, parent: Point | None, opens: str | None) -> Frame:
        """The text of a point that may go on with what its parent says."""
        chapeau = parent.text if parent is not None else ""
        lead = asking_lead(chapeau, point.text, self._words) if opens is None and point.kind in LISTED else ""
        if lead:
            return frame_asked(point.text, lead)
        bare = parent is not None and parent.opening is None and bare_items(chapeau, self._words)
        signed = self._signed(point, bare) if opens is None else None
        if signed is not None:
            return frame_signed(point.text, signed, chapeau=chapeau, told=told(point.text, self._words))
        verb = self._bare_verb(point, parent) if opens is None else None
        bare = bare and (verb is not None or not says_itself(chapeau, point.text, self._words))
        return frame(point.text + ":" * leads_alone(point), opening=opens, chapeau=chapeau, bare=bare, verb=verb)

    def _signed(self, point: Point, listed: bool) -> int | None:
        """Where a recommendation names those who make it: one of a list, or one that says itself what is to be done."""
        start = signature_start(point.text, self._lexicon)
        if start is None or listed:
            return start
        said = point.text[3:] if point.text[:3].lower() == "to " else point.text
        return start if point.label and imperative(said, self._words, sure=True) else None

    def _opening(self, point: Point) -> str | None:
        """The phrase a point opens with; "3. Deeply concerned that …" goes on with a formula under a number too."""
        speaker = self._speakers.get(point.point)
        if point.opening is None and point.kind in LISTED and point.parent is None and speaker and speaker.governs:
            phrase = opening(point.text, unknown="participle")
            return phrase if phrase is not None and is_participle(phrase) else None
        if self._turns(point):
            return opening(point.text)
        titled = self._legal and point.kind in LISTED and opening(point.text) is None  # "Article 3: Conflicts of …"
        ours = speaker is not None and not speaker.governs and leads_to_we(point.text)
        return None if titled or ours or (point.opening and in_base_form(point.opening)) else point.opening

    @rule("opening.turns_third")
    def _turns(self, point: Point) -> bool:
        """Whether a paragraph of those who say "we" goes on in the third person: "We commit to …. / 3. Invites …"."""
        speaker = self._speakers.get(point.point)
        alone = point.opening is None and point.parent is None and point.kind in (*LISTED, "unnumbered")
        return alone and speaker is not None and bool(speaker.parties) and is_operative(point.text)

    def _parent(self, point: Point) -> Point | None:
        """The point a point hangs under, or the chapeau that stands over it."""
        above = self._beside.get(point.point) or point.parent
        return self._points.get(above or self._over.get(point.point, ""))

    def _bare_verb(self, point: Point, parent: Point | None) -> str | None:
        """The verb an item begins with, under a chapeau that ends in a colon or in a plan."""
        if point.kind not in LISTED and point.point not in self._over:
            asked = point.kind == "unnumbered" and point.parent is None and under_recommendations(point)
            # "Recommendations to Chad / Ratify the treaty": bullets that were lost
            return imperative(point.text, self._words, sure=addresses_list(point.section or "")) if asked else None
        if parent is not None and parent.kind == "heading" and not parent.text.rstrip().endswith(":"):
            parent = None  # "Trade", over bullets
        if parent is not None and point.parent is None:
            return imperative(point.text, self._words, sure=True)
        if parent is not None and (parent.text.rstrip().endswith(":") or not parent.text.strip()):
            sure = self._plan or asks(parent.text, self._words) or announces_goals(parent.text)
            return imperative(point.text, self._words, sure=sure)
        speaker = self._speakers.get(point.point)
        goes_on = self._plan or under_recommendations(point) or (speaker is not None and speaker.governs)
        return imperative(point.text, self._words, sure=True) if goes_on else None

    def _says_we(self, point: Point, parent: Point | None) -> bool:
        """Whether a paragraph without a subject is what "we", or the body that adopts a list of them, says."""
        if parent is not None and parent.text.strip():  # not the number alone of "60 (a) Commit to …"
            speaker = self._speakers.get(point.point)
            speaks_on = hands_on_we(parent.text) or bool(speaker and speaker.governs and ends_in_formula(parent.text))
            so = speaker is not None and (point.parent is None or goes_on_so(parent.text))
            return (speaks_on or so) and speaks(point.text, governed=speaks_on) is not None
        speaker = self._speakers.get(point.point)
        if speaker is not None and speaker.governs:
            return point.kind != "heading" and speaks(point.text, governed=True) is not None
        listed = point.kind in LISTED and (self._plan or speaker is not None)
        return listed and speaks(point.text, governed=False) is not None

    def _body(self, point: Point, framed: Frame) -> ActorRef | None:
        """Who adopts what a point says: those whose formula its paragraphs go on with, or the adopting body."""
        speaker = self._speakers.get(point.point)
        own = speaker is not None and (speaker.governs or self._turns(point))
        if own and speaker is not None and speaker.parties and framed.opening:
            return ActorRef(speaker.parties[0].actor, None, speaker.parties[0])
        parent = self._parent(point)
        if framed.opening and parent is not None and lists_decisions(parent.text, point.text):
            above = self._chapeaux.get(parent.point)
            return above.speaker if above is not None else None
        return self._bodies.get(point.point)

    def _speaker(self, point: Point, framed: Frame) -> Speaker | None:
        """Who "we" is in a point: whom a formula names or, where nobody says "we" but the frame, the adopting body."""
        speaker, body = self._speakers.get(point.point), self._bodies.get(point.point)
        if framed.we and not (speaker and (speaker.governs or point.parent)) and body and body.mention:
            return Speaker((body.mention,))
        return speaker or (Speaker() if framed.we else None)

    def read(self, point: Point, framed: Frame, doc: Doc) -> PointAnalysis:
        """Return what a point says; chapeaux must be read before their items, as they stand in the text.

        Args:
            point: the point.
            framed: what `frame` gave for it.
            doc: the framed text, parsed.
        """
        item = self._first_item(point)
        complete = partial(self._completed, point, item) if item is not None else None
        found = analyse_point(doc, self._context(point, framed), complete=complete)
        self._chapeaux[point.point] = found.chapeau
        self._floor = (point.section, found.floor)
        return found

    def _first(self, segmented: Segmented) -> Mapping[str, Point]:
        """The first item of each chapeau."""
        found: dict[str, Point] = {}
        for point in segmented.points:
            above = self._beside.get(point.point) or point.parent or self._over.get(point.point)
            if above is not None and point.kind not in ("heading", "note") and point.text.strip():
                found.setdefault(above, point)
        headed = {key: one for key, one in found.items() if _heads(one)}  # "should: (a) On transparency: (i) Publish …"
        return found | {key: found.get(one.point, one) for key, one in headed.items()}

    def with_item(self, point: Point) -> str:
        """Return what will likely be parsed of a chapeau with its first item, so that it can be beforehand; else ""."""
        item = self._first_item(point) if point.opening is None else None  # what opens so mostly asks by itself
        joint = self._joint(point, item) if item is not None else None
        return joint[1].text if joint is not None else ""

    def _first_item(self, point: Point) -> Point | None:
        """The first item of a point that leads to some."""
        leads = self._parse is not None and point.text.rstrip().endswith(":")
        return self._first_items.get(point.point) if leads else None

    def _joint(self, point: Point, item: Point) -> tuple[Point, Frame, int] | None:
        """A chapeau and its first item as one point, how that is framed, and where the item begins in it."""
        text, start = joined(point.text, item.text)
        whole = replace(point, text=text)
        framed, said = self.frame(whole), text[start + 1 :]
        goes_on = said.strip(" .") and framed.text.endswith(said)
        return (whole, framed, framed.prefix + start) if goes_on else None

    def _completed(self, point: Point, item: Point) -> Completed | None:
        """A chapeau read with its first item as one sentence."""
        joint = self._joint(point, item)
        if self._parse is None or joint is None:
            return None
        whole, framed, start = joint
        return Completed(in_context(self._parse(framed.text), self._context(whole, framed))[0], start)

    def name(self, point: Point, doc: Doc) -> PointAnalysis:
        """Return what a point says as far as that needs no parse; `doc` is its text as it is."""
        return name_point(doc, self._context(point, Frame(point.text)))

    def _chapeau(self, point: Point, framed: Frame) -> Chapeau | None:
        """What a point inherits; in a plan its own verb asks, with nobody above it."""
        if framed.we:
            return None  # what "we" say there they say, whatever stands above
        parent = self._parent(point)
        above = self._chapeaux.get(parent.point) if parent is not None else None
        heads = self._plan or under_recommendations(point) or (parent is not None and titled(parent.text))
        over = parent.text if parent is not None else (point.section or "").rpartition(" > ")[2]
        asked = addressed(over, self._lexicon) if heads and not infinitive(over, self._words) else ()  # "To aid Chad:"
        verb = framed.verb or (infinitive(point.text, self._words) if asked else "")  # "To Chad / To train judges"
        body, speaker = self._bodies.get(point.point), self._speakers.get(point.point)
        heads = heads or (speaker is not None and speaker.governs and parent is None)
        if not verb or (above is not None and above.cue) or not heads:
            return under_goal(point, above) if framed.opening is None and point.kind in LISTED else above
        source = body.actor if body else next((one.actor for one in speaker.parties), None) if speaker else None
        times, strength = above.times if above is not None else (), "recommendation"
        if speaker is not None and speaker.governs and not asked and binds_speaker(point):
            asked, strength = tuple(ActorRef(one.actor, None, one) for one in speaker.parties), "obligation"
        return Chapeau(verb, strength, asked, source, times=times)

    def _context(self, point: Point, framed: Frame) -> PointContext:
        return PointContext(
            self._lexicon,
            self._words,
            Place(point.document, point.point, point.locate, framed.prefix, point.text),
            body=self._body(point, framed),
            opening=framed.opening,
            prefix=framed.tokens,
            chapeau=self._inherited(point, framed),
            signed=framed.signed,
            reviewed=self._state_reviewed(point),
            legal=self._legal,
            short_names=self._short_names_at(point),
            year=self._year,
            speaker=self._speaker(point, framed),
            floor=self._floor[1] if self._floor[0] == point.section else NOBODY_SPOKE,
        )

    def _short_names_at(self, point: Point) -> Mapping[str, Known]:
        """Whom short names mean where one speaks: "the Group", of a group's statement, is that one."""
        speaker = self._speakers.get(point.point)
        if speaker is None or not speaker.alone or not speaker.parties:
            known = self._reviewed.get(point.section)
            # in reports of reviews by peers the delegation of the State alone has no name before it
            own = dict.fromkeys(of_reviewed(self._lexicon), known) if known is not None else {}
            nearest = self._nearest.at(point)
            return {**nearest, **self._short_names, **own} if nearest or own else self._short_names
        body = speaker.parties[0]
        if body.actor not in self._spoken_for:
            self._spoken_for[body.actor] = self._short_names | dict(spoken_for(body, self._lexicon))
        return self._spoken_for[body.actor]

    def _inherited(self, point: Point, framed: Frame) -> Chapeau | None:
        """What a point inherits; a signed one that stands under nothing is asked by those who sign it."""
        found = self._chapeau(point, framed)
        if framed.signed < 0 or (found is not None and found.cue):
            return found
        words = framed.text[framed.signed : framed.text.rindex(")") + 1]
        reviewed = self._state_reviewed(point)
        return Chapeau(f"({words}", "recommendation", (reviewed,) if reviewed else (), signed=True)

    def _state_reviewed(self, point: Point) -> ActorRef | None:
        known = self._reviewed.get(point.section)
        return party(known) if known is not None else None


def _heads(item: Point) -> bool:
    """Whether an item only says of what the items under it are."""
    return item.text.rstrip().endswith(":") and len(item.text.split()) <= _FEW
