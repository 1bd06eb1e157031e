#!/usr/bin/env python3
"""Says whether two outputs of the review agree: verify.py EXPECTED FOUND

Rows are compared in order, cell by cell. Exit status 0: all three files agree; 1: they do not; 2: a file is missing.
"""
import csv
import os
import sys
from collections import Counter

FILES = ("violations.csv", "eligibility.csv", "summary.csv")


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def differences(expected, found):
    """What differs between two folders, one line a difference, at most three of a kind; empty where nothing does."""
    lines = []
    for name in FILES:
        left, right = read(expected, name), read(found, name)
        if left == right:
            continue
        lacking, extra = Counter(left) - Counter(right), Counter(right) - Counter(left)
        if not lacking and not extra:
            lines.append(f"{name}: the same rows in another order")
        for rows, word in ((lacking, "lacks"), (extra, "has besides")):
            for row in sorted(rows)[:3]:
                lines.append(f"{name}: {word} {','.join(row)}")
            if len(rows) > 3:
                lines.append(f"{name}: {word} {len(rows) - 3} more")
    return lines


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        lines = differences(*sys.argv[1:])
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    print("\n".join(lines) or "agree")
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
