"""Write the generated files, and the output of every example, anew: `PYTHONPATH=docs python -m making`."""

import os
import tempfile
from pathlib import Path

from making import GENERATED
from making.examples import ROOT, pages, written_anew

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        os.environ["CND_CACHE"] = f"{place}/cache"
        for name, made in GENERATED.items():
            (ROOT / name).write_text(made(), "utf-8")
        for number, page in enumerate(pages()):
            folder = Path(place) / str(number)
            folder.mkdir()
            page.write_text(written_anew(page, folder), "utf-8")
