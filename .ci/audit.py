"""Ask for known faults of every package that lock files name.

Ends with 0 where none is known, 1 where one is, and 3 where not every package could be asked for: no answer is no clean
bill. pip-audit itself takes a package that the service does not find for one to be passed over, and ends with 0.
"""

import json
import subprocess
import sys
from typing import Any

NONE_KNOWN, KNOWN, NOT_ASKED = 0, 1, 3
AUDIT = ("-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json")


def main(locks: list[str]) -> int:
    """Audit lock files one by one, print what is found, and return how bad it is."""
    return max(told(lock, asked(lock)) for lock in locks)


def asked(lock: str) -> list[dict[str, Any]] | None:
    """Return what is known of each package of a lock file; None where the service could not be reached."""
    done = subprocess.run([sys.executable, *AUDIT, "--requirement", lock], capture_output=True, text=True, check=False)
    try:
        return list(json.loads(done.stdout)["dependencies"])
    except (ValueError, KeyError):
        print(f"{lock}: pip-audit gave no answer: {(done.stderr.strip().splitlines() or ['it said nothing'])[-1]}")
        return None


def told(lock: str, packages: list[dict[str, Any]] | None) -> int:
    """Print what is known of a lock file's packages, and return how bad it is."""
    if packages is None:
        return NOT_ASKED
    passed_over = [package["name"] for package in packages if "skip_reason" in package]
    faults = [(package, fault) for package in packages for fault in package.get("vulns", ())]
    for package, fault in faults:
        mended = ", ".join(fault["fix_versions"]) or "no version yet"
        print(f"{lock}: {package['name']} {package['version']}: {fault['id']}, mended in {mended}")
    if passed_over:
        print(f"{lock}: NOT AUDITED: {len(passed_over)} of {len(packages)} packages, {', '.join(passed_over[:3])} …")
        print("  The service that knows of faults could not be reached, or does not know these packages.")
        return NOT_ASKED
    print(f"{lock}: {len(packages)} packages, {len(faults)} known faults")
    return KNOWN if faults else NONE_KNOWN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
