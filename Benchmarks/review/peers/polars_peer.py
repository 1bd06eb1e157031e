#!/usr/bin/env python3
"""The review in Polars, lazy scans on the streaming engine: polars_peer.py DATA OUT"""
import os
import sys
from datetime import date

import polars as pl

START, AS_OF, CAMPAIGN = date(2013, 1, 1), date(2013, 12, 31), date(2013, 1, 31)
TEXT = pl.String


def scan(data, name, **columns):
    """The named columns of a file; what is not named is not parsed."""
    path = os.path.join(data, name)
    with open(path, encoding="utf-8") as file:
        header = file.readline().strip().split(",")
    schema = {column: columns.get(column, TEXT) for column in header}
    return pl.scan_csv(path, schema=schema).select(*columns)


def rows(frame, rule, subject, observed, required):
    required = required if isinstance(required, pl.Expr) else pl.lit(required)
    return frame.select(rule=pl.lit(rule), subject=subject, observed=observed, required=required)


def unknown(counts, people, name):
    strangers = counts.join(people, on="member_id", how="anti")
    return rows(strangers, "R9", pl.lit(name + ":") + pl.col("member_id"), pl.col("n").cast(TEXT), "known member")


def people_of(data):
    hired, registered, due = pl.col("hired_on"), pl.col("registered_on"), pl.col("due")
    return scan(data, "members.csv", member_id=TEXT, unit_id=TEXT, hired_on=pl.Date, registered_on=pl.Date).with_columns(
        due=pl.when(hired < START).then(pl.lit(CAMPAIGN)).otherwise(hired.dt.offset_by("1mo")),
        registered_on=pl.when(registered <= AS_OF).then(registered),
    ).with_columns(
        outcome=pl.when(registered.is_null()).then(pl.when(due > AS_OF).then(pl.lit("pending")).otherwise(pl.lit("missed")))
        .when(registered <= due).then(pl.lit("met")).otherwise(pl.lit("late")),
        late=(registered - due).dt.total_days(),
    )


def main(data, out):
    os.makedirs(out, exist_ok=True)
    member = pl.col("member_id")
    in_year = pl.col("date").is_between(START, AS_OF)
    claims = scan(data, "claims.csv", member_id=TEXT).group_by("member_id").agg(n=pl.len())
    active = scan(data, "activities.csv", member_id=TEXT, date=pl.Date, organiser=TEXT).group_by("member_id").agg(
        n=pl.len(), by_community=(in_year & (pl.col("organiser") == "community")).sum(), by_unit=(in_year & (pl.col("organiser") == "unit")).sum())
    evaluated = scan(data, "evaluations.csv", member_id=TEXT, year=pl.Int32, grade=TEXT).group_by("member_id").agg(
        n=pl.len(), poor=((pl.col("year") == 2013) & (pl.col("grade") == "差")).any())
    issued = scan(data, "bulletins.csv", unit_id=TEXT, half=TEXT).filter(pl.col("half").is_in(["2013H1", "2013H2"])).group_by("unit_id").agg(
        halves=pl.col("half").n_unique())
    units = scan(data, "units.csv", unit_id=TEXT, paired_community_id=TEXT).join(issued, on="unit_id", how="left").with_columns(
        pl.col("halves").fill_null(0))
    people, claims, active, evaluated, units = pl.collect_all([people_of(data), claims, active, evaluated, units], engine="streaming")

    counted = people.select("member_id").join(claims, on="member_id", how="left").join(
        active.drop("n"), on="member_id", how="left").join(evaluated.drop("n"), on="member_id", how="left").with_columns(
        pl.col("n", "by_community", "by_unit").fill_null(0))
    shares = people.group_by("unit_id").agg(registered=pl.col("registered_on").count().cast(pl.Int64), total=pl.len().cast(pl.Int64))
    k, n = pl.col("registered"), pl.col("total")
    eligible = 100 * k >= 95 * n
    broken = people.filter(pl.col("outcome").is_in(["late", "missed"]))
    observed = pl.when(pl.col("outcome") == "late").then(pl.lit("late:") + pl.col("late").cast(TEXT)).otherwise(pl.col("outcome"))
    violations = [rows(broken, "R1", member, observed, pl.col("due").dt.to_string("%Y-%m-%d"))]
    for rule, column in (("R2", "n"), ("R3", "by_community"), ("R4", "by_unit")):
        violations.append(rows(counted.filter(pl.col(column) < 2), rule, member, pl.col(column).cast(TEXT), ">=2"))
    violations += [
        rows(shares.filter(~eligible), "R5", pl.col("unit_id"), pl.format("{}/{}", k, n), ">=95%"),
        rows(units.filter(pl.col("paired_community_id").is_null()), "R6", pl.col("unit_id"), pl.lit("none"), "paired community"),
        rows(units.filter(pl.col("halves") < 2), "R7", pl.col("unit_id"), pl.col("halves").cast(TEXT), "2"),
        rows(counted.filter(pl.col("poor")), "R8", member, pl.lit("差"), "not 差"),
        unknown(claims, people, "claims"), unknown(active, people, "activities"), unknown(evaluated, people, "evaluations"),
    ]
    table = pl.concat(violations).sort("rule", "subject")
    table.write_csv(os.path.join(out, "violations.csv"))

    hundredths = k * 10_000 // n
    shares.sort(-k / n, "unit_id").with_row_index("rank", 1).select(
        "unit_id", "registered", "total",
        rate=pl.format("{}.{}", hundredths // 100, (hundredths % 100).cast(TEXT).str.zfill(2)),
        eligible=pl.when(eligible).then(pl.lit("yes")).otherwise(pl.lit("no")), rank="rank",
    ).write_csv(os.path.join(out, "eligibility.csv"))

    registrations = dict(people["outcome"].value_counts().iter_rows())
    counts = dict(table["rule"].value_counts().iter_rows())
    summary = [("R1", outcome, registrations.get(outcome, 0)) for outcome in ("late", "met", "missed", "pending")]
    summary += [(f"R{rule}", "violated", counts.get(f"R{rule}", 0)) for rule in range(2, 10)]
    pl.DataFrame(summary, schema=["rule", "outcome", "count"], orient="row").write_csv(os.path.join(out, "summary.csv"))


if __name__ == "__main__":
    main(*sys.argv[1:3])
