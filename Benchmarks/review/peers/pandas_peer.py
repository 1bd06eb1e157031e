#!/usr/bin/env python3
"""The review in pandas, read with pyarrow: pandas_peer.py DATA OUT"""
import os
import sys

import pandas as pd

import outputs

START, AS_OF, CAMPAIGN = (pd.Timestamp(day) for day in ("2013-01-01", "2013-12-31", "2013-01-31"))


def read(data, name, columns, days=()):
    table = pd.read_csv(os.path.join(data, name), engine="pyarrow", usecols=columns, dtype="str")
    for column in days:
        table[column] = pd.to_datetime(table[column], format="%Y-%m-%d")
    return table


def main(data, out):
    people = read(data, "members.csv", ["member_id", "unit_id", "hired_on", "registered_on"], ["hired_on", "registered_on"])
    due = (people["hired_on"] + pd.DateOffset(months=1)).where(people["hired_on"] >= START, CAMPAIGN)
    registered = people["registered_on"].where(people["registered_on"] <= AS_OF)
    is_late, is_missed = registered > due, registered.isna() & (due <= AS_OF)
    due_text, days = due.dt.strftime("%Y-%m-%d"), (registered - due).dt.days
    violations = [("R1", member, f"late:{int(late)}", on) for member, late, on in zip(people["member_id"][is_late], days[is_late], due_text[is_late])]
    violations += [("R1", member, "missed", on) for member, on in zip(people["member_id"][is_missed], due_text[is_missed])]
    registrations = {"late": is_late.sum(), "missed": is_missed.sum(), "met": (registered <= due).sum(),
                     "pending": (registered.isna() & (due > AS_OF)).sum()}

    known = pd.Index(people["member_id"])
    claims = read(data, "claims.csv", ["member_id"])
    activities = read(data, "activities.csv", ["member_id", "date", "organiser"], ["date"])
    evaluations = read(data, "evaluations.csv", ["member_id", "year", "grade"])
    of_year = activities[activities["date"].between(START, AS_OF)]

    def least(rule, members):
        counts = members.groupby(members, sort=False).size().reindex(known, fill_value=0)
        few = counts[counts < 2]
        return [(rule, member, str(n), ">=2") for member, n in few.items()]

    violations += least("R2", claims["member_id"])
    violations += least("R3", of_year["member_id"][of_year["organiser"] == "community"])
    violations += least("R4", of_year["member_id"][of_year["organiser"] == "unit"])
    poor = evaluations["member_id"][(evaluations["year"] == "2013") & (evaluations["grade"] == "差")]
    violations += [("R8", member, "差", "not 差") for member in poor[poor.isin(known)].unique()]
    for name, table in (("claims", claims), ("activities", activities), ("evaluations", evaluations)):
        unknown = table["member_id"][known.get_indexer(table["member_id"]) < 0]
        violations += [("R9", f"{name}:{member}", str(n), "known member") for member, n in unknown.groupby(unknown).size().items()]

    shares = people.assign(registered=registered).groupby("unit_id").agg(k=("registered", "count"), n=("member_id", "size"))
    units = [(unit, int(k), int(n)) for unit, k, n in shares.itertuples()]
    violations += [("R5", unit, f"{k}/{n}", ">=95%") for unit, k, n in units if 100 * k < 95 * n]
    listed = read(data, "units.csv", ["unit_id", "paired_community_id"])
    unpaired = listed["unit_id"][listed["paired_community_id"].isna() | (listed["paired_community_id"] == "")]
    violations += [("R6", unit, "none", "paired community") for unit in unpaired]
    bulletins = read(data, "bulletins.csv", ["unit_id", "half"])
    bulletins = bulletins[bulletins["half"].isin(["2013H1", "2013H2"])]
    halves = bulletins.groupby("unit_id")["half"].nunique().reindex(listed["unit_id"], fill_value=0)
    violations += [("R7", unit, str(n), "2") for unit, n in halves[halves < 2].items()]
    outputs.write(out, violations, units, registrations)


if __name__ == "__main__":
    main(*sys.argv[1:3])
