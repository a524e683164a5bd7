import os
import signal
import sys
from functools import _lru_cache_wrapper

# Before numpy is imported, as in `cnd`: tests run in a process for each processor, and each would set threads on all.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ.get("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, Phase, settings

# How long an example takes says nothing on a busy machine, with branches being counted; the fuzzer judges time.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# For `make mutate`: every mutant is given the same few examples, and nobody reads the smallest.
settings.register_profile(
    "mutation", max_examples=6, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def store_of_the_tests(tmp_path_factory):
    """Keep what tests analyse in a place of their own, never in the user's cache; commands they start inherit it."""
    before = os.environ.get("CND_CACHE")
    os.environ["CND_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["CND_CACHE"]
    else:
        os.environ["CND_CACHE"] = before


@pytest.fixture(scope="session", autouse=True)
def signals_for_the_programs():
    """Ignore what `nohup` or `&` had us ignore by a handler instead: programs that tests start do not inherit those."""
    for number in (signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


_FORGOTTEN_FOR = set()


@pytest.fixture(autouse="MUTANT_UNDER_TEST" in os.environ)
def nothing_remembered():
    """Forget what functions remember, since a mutant behind what was remembered would never run, and so survive.

    Once is enough for a mutant, which has a process of its own; where mutmut asks what each test calls, it is not.
    """
    mutant = os.environ["MUTANT_UNDER_TEST"]
    if mutant in _FORGOTTEN_FOR - {"stats"}:
        return
    _FORGOTTEN_FOR.add(mutant)
    for name, module in list(sys.modules.items()):
        if name.startswith(("cnd_tools.segmenting", "cnd_tools.comparing")):
            for one in list(vars(module).values()):
                if isinstance(one, _lru_cache_wrapper):
                    one.cache_clear()
