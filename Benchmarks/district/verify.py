#!/usr/bin/env python3
"""Compares a review of a made district with what is true there.

    verify.py FOLDER/truth.json REVIEW.json

Exits with 1 and names what differs. REVIEW.json is what `--format json:` writes.
"""

import json
import sys

RULES = {
    "registered-late": ["registered-late"],
    "new-hire-registered-late": ["new-member-registered-late"],
    "too-few-claims": ["too-few-projects"],
    "too-few-community-activities": ["too-few-community-activities"],
    "too-few-paired-activities": ["too-few-paired-activities"],
    "listed-by-unit-only": ["listed-by-unit-only"],
    "units-below-95": ["registration-rate-below-floor"],
}


def main():
    truth = json.load(open(sys.argv[1], encoding="utf-8"))
    review = json.load(open(sys.argv[2], encoding="utf-8"))
    found = {}
    for outcome in review["outcomes"]:
        subject = outcome["subject"]
        found.setdefault(outcome["rule"], {}).setdefault(outcome["outcome"], set()).add(subject["id"])
    wrong = 0
    for name, expected in truth.items():
        violated = set().union(*(found.get(rule, {}).get("violated", set()) for rule in RULES[name]))
        open_ = set().union(*(found.get(rule, {}).get("undetermined", set()) for rule in RULES[name]))
        missing, extra = set(expected) - violated - open_, violated - set(expected)
        print(f"{name}: {len(violated)} violated, {len(open_)} open, {len(missing)} missed, {len(extra)} wrong")
        for subject in sorted(missing)[:5]:
            print(f"  missed {subject}")
        for subject in sorted(extra)[:5]:
            print(f"  wrong {subject}")
        wrong += len(missing) + len(extra)
    return 1 if wrong else 0


sys.exit(main())
