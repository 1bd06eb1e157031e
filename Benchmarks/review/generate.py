#!/usr/bin/env python3
"""Writes the data of the annual review: seven CSV files and manifest.json. README.md describes them.

    generate.py --members 100000 --out DIR [--seed 2013] [--dirt N] [--dirt-kinds orphan,organiser,duplicate,date]

The same arguments give the same bytes. It needs nothing but Python; a million members take some 20 seconds.
"""
import argparse
import json
import math
import os
import random
from array import array
from bisect import bisect_right
from datetime import date
from itertools import accumulate

MEMBERS_PER_UNIT, UNITS_PER_COMMUNITY, BLOCK = 50, 20, 65536
KINDS_OF_DIRT = ("orphan", "organiser", "duplicate", "date")

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "安博晨丹恩凡广浩嘉可兰敏宁平清然书涛文晓雅泽"
KINDS = ("机关", "事业", "国企", "街道")
PROJECTS = ("理发", "助老", "助学", "助残", "水电维修", "法律援助", "政策宣讲", "夜间巡逻", "心理疏导", "课业辅导", "卫生整治", "医疗保健")
CONTENTS = ("义务植树", "夜间巡逻", "免费义诊", "图书整理", "河道清洁", "旧衣捐赠", "健康讲座", "垃圾分类宣传", "防火安全检查", "春节送春联",
            "邻里纠纷调解", "慰问困难家庭并送去米油")
QUOTED = ('"上午讲座,下午义诊"', '"打扫楼道,清理小广告"', '"学习""报告""原文"')
GRADES = ("好", "较好", "一般", "差")


def number_of(year, month, day):
    return date(year, month, day).toordinal()


FIRST, LAST = number_of(2013, 1, 1), number_of(2013, 12, 31)
BASE = number_of(1950, 1, 1)
DAYS = [date.fromordinal(n).isoformat() for n in range(BASE, number_of(2015, 1, 1))]
MONTH_ENDS = [number_of(2013, month + 1, 1) - 1 for month in range(1, 12)] + [LAST, number_of(2013, 1, 29), number_of(2013, 1, 30)]


def deadline(hired):
    """The day by which a member hired on that day has to register."""
    if hired < FIRST:
        return number_of(2013, 1, 31)
    on = date.fromordinal(hired)
    year, month = on.year + on.month // 12, on.month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    return number_of(year, month, min(on.day, last))


def stride(count):
    """A number without a common divisor with `count`: its multiples visit all members, in no order to be seen."""
    step = max(1, int(count * 0.618))
    while math.gcd(step, count) != 1:
        step += 1
    return step


class Dice:
    """Draws from Python's Mersenne Twister, of which `random()` alone is promised to stay the same."""

    def __init__(self, seed):
        self.roll = random.Random(seed).random

    def below(self, low, high):
        return low + int(self.roll() * (high - low))

    def chance(self, share):
        return self.roll() < share

    def choose(self, options):
        return options[int(self.roll() * len(options))]


def weighted(weights):
    """A thousand answers, each as often as its weight; a roll picks one of them."""
    total = sum(weights)
    edges = [round(1000 * edge / total) for edge in accumulate(weights)]
    return [bisect_right(edges, n) for n in range(1000)]


class Folder:
    """Writes the files block by block, spoils the rows that are to be dirty, and keeps the account of it."""

    def __init__(self, path, dirt, kinds, seed):
        self.path, self.dirt, self.kinds, self.files, self.dirty = path, dirt, kinds, {}, []
        self.dice = Dice(f"dirt {seed}")
        os.makedirs(path, exist_ok=True)

    def spoilt(self, rows, ways):
        """{row: (kind, change)} for a file of so many rows."""
        chosen = {}
        for kind, change in ways:
            for k in range(self.dirt if kind in self.kinds and rows else 0):
                row = self.dice.below(0, rows)
                if row not in chosen:
                    chosen[row] = (kind, lambda line, change=change, k=k: change(line, k + 1))
        return chosen

    def write(self, name, header, rows, lines, ways=()):
        """`lines` yields lists of lines; `ways` are kinds of dirt with what becomes of a line."""
        spoilt, row, extra = self.spoilt(rows, ways), 0, 0
        with open(os.path.join(self.path, name), "w", encoding="utf-8", newline="") as file:
            file.write(header + "\n")
            for block in lines:
                for at in sorted(at for at in spoilt if row <= at < row + len(block)):
                    kind, change = spoilt[at]
                    block[at - row] = change(block[at - row])
                    extra += kind == "duplicate"
                    self.dirty.append({"file": name, "line": at + 2 + extra, "data_row": at + 1, "kind": kind})
                row += len(block)
                file.writelines(block)
            size = file.tell()
        self.files[name] = {"rows": row + extra, "bytes": size}

    def finish(self, **arguments):
        totals = {key: sum(file[key] for file in self.files.values()) for key in ("rows", "bytes")}
        manifest = {**arguments, "dirt": self.dirt, "dirt_kinds": list(self.kinds) if self.dirt else [], "files": self.files, **totals,
                    "dirty_rows": sorted(self.dirty, key=lambda row: (row["file"], row["data_row"], row["line"]))}
        with open(os.path.join(self.path, "manifest.json"), "w", encoding="utf-8") as file:
            json.dump(manifest, file, indent=1, ensure_ascii=False)
            file.write("\n")
        return manifest


def cell(column, text):
    """A way to spoil a line: that cell becomes `text`, in which {0} is a number."""
    def change(line, k):
        cells = line.rstrip("\n").split(",")
        cells[column] = text.format(k)
        return ",".join(cells) + "\n"
    return change


def blocks(lines):
    block = []
    for line in lines:
        block.append(line)
        if len(block) == BLOCK:
            yield block
            block = []
    if block:
        yield block


class Workload:
    def __init__(self, members, seed, folder):
        self.n, self.dice, self.folder = members, Dice(seed), folder
        self.units = max(1, round(members / MEMBERS_PER_UNIT))
        self.communities = max(1, round(self.units / UNITS_PER_COMMUNITY))
        self.member = f"M%0{max(7, len(str(members)))}d"
        self.unit = f"U%0{max(5, len(str(self.units)))}d"
        self.community = f"C%0{max(4, len(str(self.communities)))}d"
        self.orphan = self.member.replace("M%0", "M9{0:0").replace("d", "d}")

    def generate(self):
        self.write_communities()
        self.write_units()
        self.write_members()
        self.write_claims()
        self.write_activities()
        self.write_evaluations()
        self.write_bulletins()

    def name(self):
        dice = self.dice
        return dice.choose(SURNAMES) + dice.choose(GIVEN) + (dice.choose(GIVEN) if dice.chance(0.8) else "")

    def write_communities(self):
        lines = [f"{self.community % k},第{k}社区,{self.name() if self.dice.chance(0.95) else ''}\n" for k in range(1, self.communities + 1)]
        self.folder.write("communities.csv", "community_id,name,contact", self.communities, [lines])

    def write_units(self):
        dice, kind, lines = self.dice, weighted([35, 40, 15, 10]), []
        self.home = array("I", (dice.below(1, self.communities + 1) for _ in range(self.units)))
        for k in range(1, self.units + 1):
            what = KINDS[kind[dice.below(0, 1000)]]
            parent = self.unit % dice.below(1, k) if k > 1 and dice.chance(0.9) else ""
            paired = self.community % self.home[k - 1] if dice.chance(0.92) else ""
            lines.append(f"{self.unit % k},{what}第{k}党支部,{what},{parent},{paired}\n")
        self.folder.write("units.csv", "unit_id,name,kind,parent_id,paired_community_id", self.units, [lines])

    def sizes(self):
        """How many members each unit has, 20 to 80 and at least one, `n` together."""
        edges = list(accumulate(0.4 + 1.2 * self.dice.roll() for _ in range(self.units)))
        last, sizes = 0, []
        for k, edge in enumerate(edges):
            end = min(max(round(edge / edges[-1] * self.n), last + 1), self.n - (self.units - 1 - k))
            sizes.append(end - last)
            last = end
        return sizes

    def write_members(self):
        self.place = array("I")                     # by member: where the activities of the community take place
        self.duty = array("I")                      # and those of the unit
        header = "member_id,unit_id,name,gender,born,joined_party_on,mobile,hired_on,community_id,registered_on"
        ways = [("duplicate", lambda line, _: line + line), ("date", cell(7, "2013-02-30"))]
        self.folder.write("members.csv", header, self.n, blocks(self.members()), ways)

    def members(self):
        dice, roll, k = self.dice, self.dice.roll, 0
        for number, size in enumerate(self.sizes(), 1):
            home = self.home[number - 1]
            # The unregistered are concentrated: one unit in ten has many of them.
            unregistered = 0.25 + 0.75 * roll() if roll() < 0.105 else 0.026 * roll()
            for _ in range(size):
                k += 1
                born = dice.below(number_of(1954, 1, 1), number_of(1990, 1, 1))
                joined = min(born + dice.below(19 * 365, 40 * 365), FIRST - 1)
                hired, registered = self.dates(born, unregistered)
                near = min(max(home + dice.below(-3, 4), 1), self.communities) if roll() < 0.7 else dice.below(1, self.communities + 1)
                lives = self.community % near if roll() < 0.97 else ""
                self.place.append(near if lives else home)
                self.duty.append(home)
                yield (f"{self.member % k},{self.unit % number},{self.name()},{'男' if roll() < 0.58 else '女'},{DAYS[born - BASE][:7]},"
                       f"{DAYS[joined - BASE]},199000{dice.below(0, 100_000):05d},{DAYS[hired - BASE]},{lives},"
                       f"{DAYS[registered - BASE] if registered else ''}\n")

    def dates(self, born, unregistered):
        """When a member was hired, and when registered, or None; many on the deadline or the day after."""
        dice, roll = self.dice, self.dice.roll
        if roll() < 0.03:
            hired = dice.choose(MONTH_ENDS) if roll() < 0.08 else dice.below(FIRST, LAST + 1)
            first = hired
        else:
            hired = min(born + dice.below(20 * 365, 38 * 365), FIRST - 1 - dice.below(0, 300))
            first = number_of(2012, 12, 24)
        due = deadline(hired)
        if roll() < unregistered:
            return hired, None
        if roll() < 0.04:
            registered = due + 1 + (0 if roll() < 0.1 else int(roll() ** 2 * 120))
        else:
            registered = due if roll() < 0.05 else dice.below(first, due + 1)
        return hired, registered if registered <= LAST else None

    def by_day(self, counts, days):
        """By day from 2012-09-01: the members of that day, each as often as `counts` weighs, on days that `days` draws."""
        roll, n, step, at = self.dice.roll, self.n, stride(self.n), self.n // 3
        calendar = [array("I") for _ in range(number_of(2012, 9, 1), number_of(2014, 1, 21) + 1)]
        table = weighted(counts)
        for _ in range(n):
            at = (at + step) % n
            for _ in range(table[int(roll() * 1000)]):
                calendar[days()].append(at)
        return calendar

    def write_claims(self):
        dice, start = self.dice, number_of(2012, 9, 1)
        january, december = number_of(2013, 1, 4) - start, number_of(2012, 12, 10) - start
        span, before = LAST + 1 - start - january, FIRST - start - december

        def days():
            return january + int(dice.roll() * span) if dice.roll() < 0.93 else december + int(dice.roll() * before)

        calendar, roll, member = self.by_day([3, 7, 62, 22, 6], days), dice.roll, self.member

        def lines():
            for day, members in enumerate(calendar):
                end = "," + DAYS[start + day - BASE] + "\n"
                for k in members:
                    yield (member % (k + 1)) + "," + PROJECTS[int(roll() * len(PROJECTS))] + end

        self.folder.write("claims.csv", "member_id,project,claimed_on", sum(map(len, calendar)), blocks(lines()), [("orphan", cell(0, self.orphan))])

    def write_activities(self):
        dice, roll, start = self.dice, self.dice.roll, number_of(2012, 9, 1)
        first, away = FIRST - start, LAST + 1 - start

        def this_year():
            return first + int(roll() * 365)

        def other_year():
            return int(roll() * first) if roll() < 0.8 else away + int(roll() * 20)

        calendars = [self.by_day([3, 6, 44, 28, 13, 6], this_year), self.by_day([4, 6, 50, 25, 10, 5], this_year),
                     self.by_day([67, 22, 10, 1], other_year)]
        rows = sum(len(day) for calendar in calendars for day in calendar)
        header = "member_id,community_id,date,organiser,content"
        ways = [("orphan", cell(0, self.orphan)), ("date", cell(2, "2013-13-01")), ("organiser", cell(3, "street"))]
        self.folder.write("activities.csv", header, rows, blocks(self.activities(calendars, start)), ways)

    def activities(self, calendars, start):
        roll = self.dice.roll
        member, community = self.member, [self.community % k for k in range(self.communities + 1)]
        # One content in a hundred has a comma or a quotation mark in it.
        contents = [content + "\n" for content in CONTENTS * 33 + (QUOTED + (QUOTED[0],))]
        for day, parts in enumerate(zip(*calendars)):
            by_unit = "," + DAYS[start + day - BASE] + ",unit,"
            by_community = "," + DAYS[start + day - BASE] + ",community,"
            for members, share in zip(parts, (1.0, 0.0, 0.5)):
                for k in members:
                    if share == 1.0 or share and roll() < share:
                        where = community[self.place[k]] + by_community
                    else:
                        where = community[self.duty[k]] + by_unit
                    yield (member % (k + 1)) + "," + where + contents[int(roll() * len(contents))]

    def write_evaluations(self):
        roll, grade = self.dice.roll, weighted([550, 300, 135, 15])
        before = array("I", (k for k in range(1, self.n + 1) if roll() < 0.10))
        now = array("I", (k for k in range(1, self.n + 1) if roll() < 0.97))

        def lines():
            for year, members in ((2012, before), (2013, now)):
                for k in members:
                    yield f"{self.member % k},{year},{GRADES[grade[int(roll() * 1000)]]}\n"

        self.folder.write("evaluations.csv", "member_id,year,grade", len(before) + len(now), blocks(lines()), [("orphan", cell(0, self.orphan))])

    def write_bulletins(self):
        dice, roll = self.dice, self.dice.roll
        pattern = weighted([90, 6, 2, 2])           # both halves, the first alone, the second alone, none
        lines = {"2013H1": [], "2013H2": []}
        spans = {"2013H1": (number_of(2013, 6, 20), number_of(2013, 7, 20)), "2013H2": (number_of(2013, 12, 10), LAST + 1)}
        for k in range(1, self.units + 1):
            halves = (("2013H1", "2013H2"), ("2013H1",), ("2013H2",), ())[pattern[dice.below(0, 1000)]]
            for half in halves:
                for _ in range(2 if half == "2013H1" and roll() < 0.02 else 1):
                    lines[half].append(f"{self.unit % k},{half},{DAYS[dice.below(*spans[half]) - BASE]}\n")
        rows = lines["2013H1"] + lines["2013H2"]
        self.folder.write("bulletins.csv", "unit_id,half,issued_on", len(rows), [rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--members", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=2013)
    parser.add_argument("--dirt", type=int, default=0, metavar="N", help="dirty rows of each kind in each file that can have it")
    parser.add_argument("--dirt-kinds", default=",".join(KINDS_OF_DIRT), help="out of " + ",".join(KINDS_OF_DIRT))
    options = parser.parse_args()
    kinds = [kind for kind in options.dirt_kinds.split(",") if kind]
    if options.members < 1 or set(kinds) - set(KINDS_OF_DIRT):
        parser.error("no members, or an unknown kind of dirt")
    folder = Folder(options.out, options.dirt, kinds, options.seed)
    Workload(options.members, options.seed, folder).generate()
    manifest = folder.finish(members=options.members, seed=options.seed)
    for name, file in manifest["files"].items():
        print(f"{name:18}{file['rows']:>12,} rows {file['bytes']:>14,} bytes")


if __name__ == "__main__":
    main()
