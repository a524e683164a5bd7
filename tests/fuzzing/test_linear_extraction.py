"""Time for what a point says grows with the point and no faster, however often a sentence goes on with itself."""

from functools import partial

import pytest

from cnd_tools.extracting.documents import DocumentReader
from cnd_tools.extracting.parsable import parsable
from cnd_tools.lexicon import load
from cnd_tools.pipeline import load_model
from cnd_tools.reading import document
from cnd_tools.segmenting import segment
from fuzzing.laws import in_time
from fuzzing.test_linear import FLOOR, seconds

# How each begins and what goes on and on.
FORMS = {
    "and": ("1. Member States should act", " and act"),
    "or": ("1. Member States should act", " or act"),
    "also": ("1. Member States should also act", " and also act"),
    "help": ("1. Member States should help", " and help"),
    "to": ("1. Member States should agree to act", ", to act"),
    "that": ("1. Speakers stressed", " that States noted"),
    "it": ("1. Speakers said", " that it said"),
    "delegations": ("1.", " Several delegations said that some delegations noted that"),
    "should": ("1. States", " should,"),
    "subjects": ("1. States", ", States"),
    "states": ("1. States should act", " and States should act"),
    "commit": ("1. We", " commit to act and we will pay and"),
    "needs": ("1. They stressed the need", " for action and for ports,"),
}


def reader(text):
    """A call that reads the first point of a text, parsed already."""
    segmented, model = segment(document(text, name="x")), load_model()
    made = DocumentReader(segmented, model=model, lexicon=load())
    point = next(iter(parsable(segmented)))
    framed = made.frame(point)
    return partial(made.read, point, framed, model(framed.text))


def taken(start, part, characters):
    read = reader(start + part * (characters // len(part)) + ".")
    return seconds(lambda _: read(), "")


@pytest.mark.parametrize("form", FORMS)
def test_a_sentence_that_goes_on_with_itself_is_read_in_linear_time(form):
    with in_time(60):
        reader("1. States should act.")()  # what is made once
        for repeated in (6, 12, 24):
            start, part = FORMS[form]
            assert taken(start, part, repeated * len(part)) < 1
        short, long = taken(*FORMS[form], 5_000), taken(*FORMS[form], 20_000)
        assert long < 9 * max(short, FLOOR)


# What a document may be made of that is looked at as a whole: who adopts it, who speaks, what its short names mean.
BLOCKS = {
    "formulas": "Board,\n\nRecalling the list of the bay,\n\n1. Urges States to act.\n\n",
    "names of bodies": "The Fisheries Board of the Bay,\n\nRecalling the list,\n\n1. Urges States to act.\n\n",
    "turns": "Mr. Hill (Canada): I raised my sign.\n\nWe support it.\n\n",
    "short names": "1. The Committee of Ports of the Bay (CPB) met the Committee of Ships (COS).\n\n",
    "we": "We, the ministers of the bay,\n\nWe will act.\n\n",
}


@pytest.mark.parametrize("block", BLOCKS)
def test_a_document_is_looked_at_in_linear_time(block):
    model, lexicon = load_model(), load()

    def looked_at(times):
        segmented = segment(document(BLOCKS[block] * times, name="x"))
        return seconds(lambda _: DocumentReader(segmented, model=model, lexicon=lexicon), "")

    with in_time(60):
        looked_at(1)  # what is made once
        short, long = looked_at(250), looked_at(1000)
        assert long < 9 * max(short, FLOOR)
