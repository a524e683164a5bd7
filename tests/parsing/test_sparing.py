"""spaCy is imported without its commands where nobody has asked for them."""

import subprocess
import sys

from cnd_tools.parsing.sparing import without_commands

LOADS = """
import sys
from cnd_tools.parsing.sparing import without_commands
with without_commands():
    from cnd_tools.pipeline import load_model
assert "spacy" in sys.modules and not {"spacy.cli", "httpx", "weasel"}.intersection(sys.modules)
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
assert callable(spacy.cli.download)
"""


def test_a_process_of_ours_is_spared_the_commands_of_spacy():
    subprocess.run([sys.executable, "-c", LOADS], check=True, timeout=60)


def test_whoever_has_spacy_keeps_its_commands():
    import spacy.cli

    with without_commands():
        assert sys.modules["spacy.cli"] is spacy.cli
    assert sys.modules["spacy.cli"] is spacy.cli
