#!/usr/bin/env python3
"""The review in SQLite, through Python's module, in memory: sqlite_peer.py DATA OUT"""
import csv
import os
import sqlite3
import sys
from itertools import islice

import outputs

# File, the columns that the review reads, and their places.
TABLES = {
    "members": {"member_id": 0, "unit_id": 1, "hired_on": 7, "registered_on": 9},
    "claims": {"member_id": 0},
    "activities": {"member_id": 0, "date": 2, "organiser": 3},
    "evaluations": {"member_id": 0, "year": 1, "grade": 2},
    "bulletins": {"unit_id": 0, "half": 1},
    "units": {"unit_id": 0, "paired_community_id": 4},
}

# SQLite's `+1 month` runs over the end of a short month, so the last day of the next month is the upper limit.
REGISTRATIONS = """
CREATE TABLE people AS
SELECT member_id, unit_id, due, on_day, CASE WHEN on_day IS NULL AND due > '2013-12-31' THEN 'pending' WHEN on_day IS NULL THEN 'missed'
       WHEN on_day <= due THEN 'met' ELSE 'late' END AS outcome
FROM (SELECT member_id, unit_id,
             CASE WHEN registered_on <> '' AND registered_on <= '2013-12-31' THEN registered_on END AS on_day,
             CASE WHEN hired_on < '2013-01-01' THEN '2013-01-31'
                  ELSE min(date(hired_on, '+1 month'), date(hired_on, 'start of month', '+2 months', '-1 day')) END AS due
      FROM members);
CREATE UNIQUE INDEX known ON people (member_id);
CREATE TABLE active AS
SELECT member_id, count(*) AS n,
       sum(organiser = 'community' AND date BETWEEN '2013-01-01' AND '2013-12-31') AS by_community,
       sum(organiser = 'unit' AND date BETWEEN '2013-01-01' AND '2013-12-31') AS by_unit
FROM activities GROUP BY member_id;
CREATE TABLE claimed AS SELECT member_id, count(*) AS n FROM claims GROUP BY member_id;
CREATE TABLE evaluated AS
SELECT member_id, count(*) AS n, max(year = '2013' AND grade = '差') AS poor FROM evaluations GROUP BY member_id;
CREATE TABLE halves AS
SELECT unit_id, (SELECT count(DISTINCT half) FROM bulletins b WHERE b.unit_id = u.unit_id AND half IN ('2013H1', '2013H2')) AS n FROM units u;
"""

VIOLATIONS = """
SELECT 'R1', member_id, CASE outcome WHEN 'late' THEN 'late:' || CAST(julianday(on_day) - julianday(due) AS INTEGER) ELSE outcome END, due
FROM people WHERE outcome IN ('late', 'missed')
UNION ALL SELECT 'R2', member_id, coalesce(n, 0), '>=2' FROM people LEFT JOIN claimed USING (member_id) WHERE coalesce(n, 0) < 2
UNION ALL SELECT 'R3', member_id, coalesce(by_community, 0), '>=2' FROM people LEFT JOIN active USING (member_id) WHERE coalesce(by_community, 0) < 2
UNION ALL SELECT 'R4', member_id, coalesce(by_unit, 0), '>=2' FROM people LEFT JOIN active USING (member_id) WHERE coalesce(by_unit, 0) < 2
UNION ALL SELECT 'R6', unit_id, 'none', 'paired community' FROM units WHERE paired_community_id = ''
UNION ALL SELECT 'R7', unit_id, n, '2' FROM halves WHERE n < 2
UNION ALL SELECT 'R8', member_id, '差', 'not 差' FROM people JOIN evaluated USING (member_id) WHERE poor
UNION ALL SELECT 'R9', 'claims:' || member_id, n, 'known member' FROM claimed WHERE member_id NOT IN (SELECT member_id FROM people)
UNION ALL SELECT 'R9', 'activities:' || member_id, n, 'known member' FROM active WHERE member_id NOT IN (SELECT member_id FROM people)
UNION ALL SELECT 'R9', 'evaluations:' || member_id, n, 'known member' FROM evaluated WHERE member_id NOT IN (SELECT member_id FROM people)
"""


def load(connection, data, name, columns):
    connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    places = tuple(columns.values())
    with open(os.path.join(data, name + ".csv"), encoding="utf-8", newline="") as file:
        rows = (tuple(row[place] for place in places) for row in islice(csv.reader(file), 1, None))
        connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)


def main(data, out):
    connection = sqlite3.connect(":memory:")
    for name, columns in TABLES.items():
        load(connection, data, name, columns)
        if name == "bulletins":
            connection.execute("CREATE INDEX by_unit ON bulletins (unit_id)")
    connection.executescript(REGISTRATIONS)
    units = connection.execute("SELECT unit_id, count(on_day), count(*) FROM people GROUP BY unit_id").fetchall()
    violations = [tuple(map(str, row)) for row in connection.execute(VIOLATIONS)]
    violations += [("R5", unit, f"{k}/{n}", ">=95%") for unit, k, n in units if 100 * k < 95 * n]
    outputs.write(out, violations, units, dict(connection.execute("SELECT outcome, count(*) FROM people GROUP BY outcome")))


if __name__ == "__main__":
    main(*sys.argv[1:3])
