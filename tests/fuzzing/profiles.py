"""How many examples: a few, always the same, beside the other tests; new ones again and again in `make fuzz`."""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

_KEPT = Path(__file__).parents[2] / ".hypothesis" / "fuzzing"
_ANYHOW = {"deadline": None, "suppress_health_check": list(HealthCheck)}  # time is for laws.in_time to judge

settings.register_profile("slice", max_examples=15, derandomize=True, database=None, **_ANYHOW)
settings.register_profile(
    "fuzzing", max_examples=25, database=DirectoryBasedExampleDatabase(_KEPT), print_blob=False, **_ANYHOW
)

fuzzed = settings.get_profile(os.environ.get("CND_FUZZING", "slice"))
