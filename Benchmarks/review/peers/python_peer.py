#!/usr/bin/env python3
"""The review in plain Python, one pass a file: python_peer.py DATA OUT"""
import csv
import os
import sys
from collections import defaultdict

import outputs

MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
AS_OF, CAMPAIGN = "2013-12-31", "2013-01-31"


def rows(data, name):
    with open(os.path.join(data, name), encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


def due_day(hired):
    """As text: days in ISO form compare as their days do. Nobody is hired after 2013."""
    if hired < "2013-01-01":
        return CAMPAIGN
    month, day = int(hired[5:7]), int(hired[8:])
    if month == 12:
        return f"2014-01-{day:02d}"
    return f"2013-{month + 1:02d}-{min(day, MONTHS[month]):02d}"


def day_of_year(text):
    return sum(MONTHS[:int(text[5:7]) - 1]) + int(text[8:]) + (365 if text[:4] == "2014" else 0)


def main(data, out):
    violations, registrations = [], defaultdict(int)
    registered, total, places = defaultdict(int), defaultdict(int), {}
    for row in rows(data, "members.csv"):
        member, unit, hired, on = row[0], row[1], row[7], row[9]
        places[member] = len(places)
        due = due_day(hired)
        total[unit] += 1
        if not on or on > AS_OF:
            outcome, observed = ("pending", "") if due > AS_OF else ("missed", "missed")
        else:
            registered[unit] += 1
            outcome = "met" if on <= due else "late"
            observed = f"late:{day_of_year(on) - day_of_year(due)}" if outcome == "late" else ""
        registrations[outcome] += 1
        if observed:
            violations.append(("R1", member, observed, due))

    unknown = defaultdict(int)
    claims, community, unit, poor = ([0] * len(places) for _ in range(4))
    for row in rows(data, "claims.csv"):
        place = places.get(row[0])
        if place is None:
            unknown["claims:" + row[0]] += 1
        else:
            claims[place] += 1
    for row in rows(data, "activities.csv"):
        place = places.get(row[0])
        if place is None:
            unknown["activities:" + row[0]] += 1
        elif row[2][:4] == "2013":
            if row[3] == "community":
                community[place] += 1
            elif row[3] == "unit":
                unit[place] += 1
    for member, year, grade in rows(data, "evaluations.csv"):
        place = places.get(member)
        if place is None:
            unknown["evaluations:" + member] += 1
        elif year == "2013" and grade == "差":
            poor[place] += 1
    for member, place in places.items():
        for rule, counts in (("R2", claims), ("R3", community), ("R4", unit)):
            if counts[place] < 2:
                violations.append((rule, member, str(counts[place]), ">=2"))
        if poor[place]:
            violations.append(("R8", member, "差", "not 差"))

    halves = defaultdict(set)
    for row in rows(data, "bulletins.csv"):
        halves[row[0]].add(row[1])
    for row in rows(data, "units.csv"):
        if not row[4]:
            violations.append(("R6", row[0], "none", "paired community"))
        issued = len(halves[row[0]] & {"2013H1", "2013H2"})
        if issued < 2:
            violations.append(("R7", row[0], str(issued), "2"))
    for unit, n in total.items():
        if 100 * registered[unit] < 95 * n:
            violations.append(("R5", unit, f"{registered[unit]}/{n}", ">=95%"))
    violations += [("R9", subject, str(n), "known member") for subject, n in unknown.items()]
    outputs.write(out, violations, [(unit, registered[unit], n) for unit, n in total.items()], registrations)


if __name__ == "__main__":
    main(*sys.argv[1:3])
