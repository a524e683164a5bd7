"""Write the generated files, and the output of every example, anew: `PYTHONPATH=docs python -m making`."""

import os
import tempfile
from pathlib import Path

from making import GENERATED
from making.examples import ROOT, pages, written_anew
from making.picture import said

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        os.environ["CND_CACHE"] = f"{place}/cache"
        for name, made in GENERATED.items():
            path, text = ROOT / name, made()
            if not path.exists() or said(path.read_text("utf-8")) != said(text):
                path.write_text(text, "utf-8")
        for number, page in enumerate(pages()):
            folder = Path(place) / str(number)
            folder.mkdir()
            page.write_text(written_anew(page, folder), "utf-8")
