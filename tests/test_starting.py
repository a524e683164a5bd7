"""The collector rests while modules are loaded, and is left as it was found."""

import gc

import pytest

from cnd_tools.starting import loading


@pytest.fixture(autouse=True)
def thaw():
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_is_left_as_it_was(collects):
    (gc.enable if collects else gc.disable)()
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled() is collects
    assert gc.get_freeze_count() > 0


def test_an_error_leaves_it_too():
    with pytest.raises(ZeroDivisionError), loading():
        raise ZeroDivisionError
    assert gc.isenabled()
