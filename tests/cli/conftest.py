from typing import NamedTuple

import pytest

from cnd_tools.cli.app import main


class Ended(NamedTuple):
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def cnd(capsys, monkeypatch):
    """Run `cnd` with these words in this process."""

    def run(*words):
        monkeypatch.setattr("sys.argv", ["cnd", *map(str, words)])
        # main makes the streams UTF-8; the ones pytest puts in their place are so already.
        monkeypatch.setattr("sys.stdout.reconfigure", lambda **_: None, raising=False)
        monkeypatch.setattr("sys.stderr.reconfigure", lambda **_: None, raising=False)
        with pytest.raises(SystemExit) as ended:
            main()
        return Ended(ended.value.code or 0, *capsys.readouterr())

    return run
