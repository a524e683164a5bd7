import os

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says nothing on a busy machine, with branches being counted; the fuzzer judges time.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
