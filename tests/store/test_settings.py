import pytest

from cnd_tools.errors import UsageError
from cnd_tools.store import folder, limit


def test_the_store_is_where_this_system_keeps_caches(monkeypatch, tmp_path):
    monkeypatch.delenv("CND_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "cnd-tools"
    monkeypatch.setenv("CND_CACHE", str(tmp_path / "mine"))
    assert folder() == tmp_path / "mine"


@pytest.mark.parametrize(("said", "most"), [(None, 512 << 20), ("", 512 << 20), ("3", 3 << 20), ("0", 0)])
def test_how_large_it_may_grow(monkeypatch, said, most):
    monkeypatch.delenv("CND_CACHE_MIB", raising=False)
    if said is not None:
        monkeypatch.setenv("CND_CACHE_MIB", said)
    assert limit() == most


@pytest.mark.parametrize("said", ["much", "-1", "1.5", "\u0663", "1 000"])
def test_no_size(monkeypatch, said):
    monkeypatch.setenv("CND_CACHE_MIB", said)
    with pytest.raises(UsageError, match="no number of mebibytes"):
        limit()
