#!/usr/bin/env python3
"""What a good analyst would write for seven of the requirements: analyst.py DROP OUT.json

Reads the annexes by their headings with calamine, links people by name and phone, and computes the
rest in DuckDB. OUT.json has the form of the truth of `generate.py`.
"""

import csv
import datetime
import json
import pathlib
import re
import sys

import duckdb
import pyarrow
from python_calamine import CalamineWorkbook

WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")
DIGITS = re.compile(r"\d+")
EVENT = re.compile(r"(?:(\d{4})[年.-])?(\d{1,2})[月.-](\d{1,2})日?\s*([^；\n]+)")


def day(value):
    """A cell as a day; None where it holds none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    parts = DIGITS.findall(str(value).translate(WIDE))
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    return datetime.date(*map(int, parts)) if len(parts) == 3 else None


def name(value):
    return re.sub(r"\s", "", str(value))


def phone(value):
    if isinstance(value, float):
        value = int(value)
    return "".join(DIGITS.findall(str(value)))


def projects(value):
    text = re.sub(r"\d+\.", "", str(value))
    return [one for one in re.split(r"[、，；\s]+", text) if one]


def events(value):
    return {
        (datetime.date(int(year or 2013), int(month), int(number)), content.strip())
        for year, month, number, content in EVENT.findall(str(value))
    }


def tables(folder, label):
    """Each workbook's owner and its rows below the headings, by heading."""
    for path in sorted(folder.glob("*.xlsx")):
        book = CalamineWorkbook.from_path(str(path))
        owner, headings = None, None
        for row in book.get_sheet_by_index(0).to_python():
            if headings is None:
                for cell in row:
                    if str(cell).startswith(label):
                        owner = str(cell)[len(label):].strip()
                compact = [name(cell) for cell in row]
                if "姓名" in compact:
                    headings = compact
            elif row[1]:
                yield owner, dict(zip(headings, row))


def registers(drop):
    members, claims = [], []
    for unit, row in tables(drop / "附件3", "填报单位："):
        key = (name(row["姓名"]), phone(row["手机"]))
        members.append((*key, unit, day(row["报到日期"]), len(set(projects(row["领办项目"])))))
    for community, row in tables(drop / "附件2", "社区名称："):
        held = events(next(value for heading, value in row.items() if heading.startswith("服务情况")))
        claims.append((name(row["姓名"]), phone(row["联系电话"]), community, len(held)))
    return members, claims


def rows(path, encoding, delimiter=","):
    with open(path, encoding=encoding, newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter)


def put(base, table, columns, rows):
    cells = zip(*rows)
    base.register(table, pyarrow.table({column: list(values) for column, values in zip(columns.split(), cells)}))


def main():
    drop = pathlib.Path(sys.argv[1])
    base = duckdb.connect()
    base.execute("set threads = 2")
    put(base, "roster", "id name phone unit hired", [
        (row["人员编号"], name(row["姓名"]), row["手机号码"], row["工作单位"], day(row["入职日期"]))
        for row in rows(drop / "花名册.csv", "gb18030")])
    put(base, "units", "name kind", [
        (row["单位名称"], row["单位性质"]) for row in rows(drop / "单位名录.csv", "utf-8")])
    members, entries = registers(drop)
    put(base, "annex3", "name phone unit registered claims", members)
    put(base, "annex2", "name phone community events", entries)
    put(base, "sign_in", "name phone day content", [
        (name(row["姓名"]), phone(row["手机号码"]), day(row["日期"]), row["活动内容"])
        for row in rows(drop / "结对活动签到.csv", "utf-8", "\t")])
    base.execute("""
        create table people as
        select r.id, r.unit, u.kind, r.hired >= date '2013-01-01' as is_new,
               case when r.hired >= date '2013-01-01' then r.hired + interval 1 month else date '2013-01-31' end as due,
               a.registered, coalesce(a.claims, 0) as claims, c.events, s.paired
        from roster r join units u on u.name = r.unit
        left join annex3 a on a.name = r.name and a.phone = r.phone
        left join (select name, phone, sum(events) as events from annex2 group by all) c
          on c.name = r.name and c.phone = r.phone
        left join (select name, phone, count(distinct (day, content)) as paired from sign_in group by all) s
          on s.name = r.name and s.phone = r.phone""")
    late = "(registered is null or registered > due)"
    wanted = {
        "registered-late": f"select id from people where not is_new and {late}",
        "new-hire-registered-late": f"select id from people where is_new and {late}",
        "too-few-claims": "select id from people where claims < 2",
        "too-few-community-activities": "select id from people where coalesce(events, 0) < 2",
        "too-few-paired-activities":
            "select id from people where kind in ('机关', '事业') and coalesce(paired, 0) < 2",
        "units-below-95":
            "select unit from people group by unit having 100 * count(registered) < 95 * count(*)",
        "listed-by-unit-only": "select id from people where registered is not null and events is null",
    }
    found = {title: sorted(row[0] for row in base.execute(query).fetchall()) for title, query in wanted.items()}
    pathlib.Path(sys.argv[2]).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


main()
