"""What the checks of formats share: which files there are, and how mistakes are counted."""

import glob
import os
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
os.chdir(ROOT)
MISTAKES = []


def files(golden, name):
    """The golden files of a pattern, then the whole reviews that were made for the checks."""
    made = os.environ.get("REPORTS", "")
    found = sorted(glob.glob(f"fixtures/reports/{golden}"))
    return found + (sorted(glob.glob(f"{made}/*/{name}")) if made else [])


def mistake(file, text):
    MISTAKES.append(text)
    if len(MISTAKES) <= 20:
        print(f"  {file}: {text}", file=sys.stderr)


def end(what, count):
    """Says what was checked; exits 1 where there were mistakes or nothing was there to check."""
    if count == 0:
        mistake(what, "there was nothing to check")
    print(f"{what}: {count} files, {len(MISTAKES)} mistakes")
    sys.exit(1 if MISTAKES else 0)
