#!/usr/bin/env python3
"""Writes an invented district's year 2013 to FOLDER: its workbooks, its registers and what is true.

    generate.py FOLDER [PEOPLE] [SEED]

Needs only the standard library; the same arguments give the same bytes. About 25 people a unit and
45 a community. Half of the people are written in awkward ways: days and months of many styles,
names pulled apart, lists and activities in one cell, numbers as numbers. FOLDER/drop is what is
handed in, FOLDER/truth.json what seven of the requirements come to.
"""

import datetime
import json
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent.parent / "fixtures"
sys.dont_write_bytecode = True
sys.path[:0] = [str(FIXTURES / "xihu-2013"), str(FIXTURES)]

from annexes import HEADER2, HEADER3
from people import ACTIVITIES, GIVEN, PROJECTS, SURNAMES, Chance
from workbook import Number, Sheet, Workbook
from writing import (
    write_csv,
    written_day,
    written_events,
    written_mobile,
    written_month,
    written_name,
    written_projects,
)

DAY = datetime.date
CAMPAIGN_END = DAY(2013, 1, 31)
FIELDS = (
    "司法 档案 水利 林业 审计 统计 民政 教育 卫生 文化 环保 城管 规划 国土 商务 物价 粮食 气象 地震 房产 "
    "交通 农业 科技 体育 旅游 财政 税务 人社 安监 信访"
).split()
KINDS = [("局", "机关"), ("服务中心", "事业"), ("研究所", "事业"), ("执法大队", "事业"), ("集团公司", "国企"),
         ("监测站", "事业"), ("学校", "事业")]
PLACES = "青石 晚枫 柳浦 望湖 云栈 松原 竹溪 荷塘 桂林 梅坞 雪山 月亮 星河 春晓 秋水 南屏 北苑 东塔 西泠 中田".split()


class Member:
    """One person: what the roster says and what the registers will show."""

    def __init__(self, number, unit, kind, communities, chance):
        self.id, self.unit, self.kind = f"P{number:06}", unit, kind
        given = chance.pick(GIVEN) if chance.below(3) else chance.pick(GIVEN)[0] + chance.pick(GIVEN)[-1]
        self.name = chance.pick(SURNAMES) + given
        self.mobile = f"199{number:08}"
        self.sex = chance.pick("男女")
        self.born = (1956 + chance.below(33), 1 + chance.below(12))
        self.joined = DAY(min(2011, self.born[0] + 20 + chance.below(15)), 1 + chance.below(12), 1 + chance.below(28))
        self.community = chance.pick(communities)
        self.awkward = chance.below(2) == 0
        self.new_hire = chance.below(40) == 0
        if self.new_hire:
            self.hired = DAY(2013, 2 + chance.below(6), 1 + chance.below(20))
            self.due = self.hired.replace(month=self.hired.month + 1)
            # Days near the limit would need the calendar of working days.
            late = 20 if chance.below(8) == 0 else -12
            self.registered = self.due + datetime.timedelta(late + chance.below(5))
        else:
            self.hired = DAY(min(2011, self.born[0] + 20 + chance.below(15)), 1 + chance.below(12), 1 + chance.below(28))
            self.due = CAMPAIGN_END
            day = 33 + chance.below(20) if chance.below(25) == 0 else 4 + chance.below(27)
            self.registered = DAY(2013, 1, 1) + datetime.timedelta(day)
        if chance.below(30) == 0:
            self.registered = None
        self.claims = [] if not self.registered else chance.sample(PROJECTS, 1 if chance.below(20) == 0 else 2 + chance.below(2))
        self.events = self.held(chance, 5) if self.registered else []
        # Listed by the unit and unknown to the community.
        self.only_in_unit = self.registered is not None and chance.below(120) == 0
        self.grade = chance.pick(["好", "好", "较好", "较好", "一般"])
        self.paired = []

    def held(self, chance, most):
        first = max(self.registered, DAY(2013, 2, 28))
        span = (DAY(2013, 12, 20) - first).days
        days = sorted({first + datetime.timedelta(1 + chance.below(span)) for _ in range(1 + chance.below(most))})
        return [(day, chance.pick(ACTIVITIES)) for day in days]

    def is_late(self):
        return self.registered is None or self.registered > self.due

    def listed(self):
        return self.registered is not None and not self.only_in_unit


def names(count, stems, endings):
    """Names made of a stem and an ending, numbered where these do not suffice."""
    made = []
    for number in range(count):
        stem, rest = stems[number % len(stems)], number // len(stems)
        ending, turn = endings[rest % len(endings)], rest // len(endings)
        made.append((f"区{stem}" + (f"第{'二三四五六七八九'[turn - 1]}" if turn else ""), ending))
    return made


def district(people, seed):
    chance = Chance(seed)
    units = [(stem + ending[0], ending[1]) for stem, ending in names(max(4, people // 25), FIELDS, KINDS)]
    communities = [
        stem[1:] + ending for stem, ending in
        names(max(3, people // 45), PLACES, ["社区", "里社区", "苑社区", "桥社区", "湾社区", "坊社区"])
    ]
    pairs = {unit: communities[index % len(communities)] for index, (unit, _) in enumerate(units)}
    occasions = {}
    for unit, _ in units:
        days = sorted(chance.sample(range(60, 340), 5))
        occasions[unit] = [(DAY(2013, 1, 1) + datetime.timedelta(day), chance.pick(ACTIVITIES)) for day in days]
    members, used = [], set()
    for number in range(people):
        unit, kind = units[number % len(units)]
        member = Member(number + 1, unit, kind, communities, chance)
        # Nobody could tell two of one name in one unit by the annexes' month of birth alone.
        while (unit, member.name) in used:
            member.name += chance.pick(GIVEN)[0]
        used.add((unit, member.name))
        if member.registered:
            attended = chance.sample(occasions[unit], 1 if chance.below(15) == 0 else 2 + chance.below(3))
            member.paired = [event for event in sorted(attended) if event[0] > member.registered]
        members.append(member)
    return units, communities, pairs, occasions, members


def annex3(unit, people, chance):
    sheet = Sheet("Sheet1")
    sheet.put(1, 1, "西湖区在职党员赴社区报到直接联系服务群众情况汇总表")
    sheet.put(2, 1, "（在职党员所在单位汇总用）")
    sheet.put(3, 1, f"填报单位：{unit}")
    sheet.put(3, 9, "联系电话：0571-00000000")
    for area in ((1, 1, 1, 12), (2, 1, 2, 12), (3, 1, 3, 8), (3, 9, 3, 12)):
        sheet.merge(*area)
    sheet.put_row(4, HEADER3)
    for index, one in enumerate(people):
        days = ["iso", "chinese", "dots", "slashes", "packed", "padded", "wide", "serial"] if one.awkward else ["serial"]
        months = ["dots", "chinese", "iso", "numerals"] if one.awkward else ["dots"]
        sheet.put_row(5 + index, [
            index + 1,
            written_name(one.name, chance) if one.awkward else one.name,
            one.sex,
            written_month(*one.born, chance.pick(months)),
            written_day(one.joined, chance.pick(days)),
            chance.pick(["大专", "本科", "研究生"]),
            chance.pick(["书法", "法律", "篮球", "", "无"]),
            written_projects(one.claims, chance) if one.awkward else "、".join(one.claims),
            one.community if one.registered else "",
            "",
            written_mobile(one.mobile, chance) if one.awkward else one.mobile,
            written_day(one.registered, chance.pick(days)) if one.registered else chance.pick(["", "无", "—"]),
        ])
    registered = sum(one.registered is not None for one in people)
    row = 5 + len(people)
    sheet.put(row, 1, (
        f"说明：本单位共有在职党员  {len(people)}  人（其中居住地在社区的党员 {len(people)}  人），"
        f"到社区报到 {registered}   人，领办活动项目 {sum(len(one.claims) for one in people)}  个。"
    ))
    sheet.merge(row, 1, row, 12)
    return sheet


def annex2(community, people, chance):
    sheet = Sheet("Sheet1")
    sheet.put(1, 1, " 2013 年在职党员参与社区服务活动情况登记表")
    sheet.put(2, 1, "(社区用)")
    sheet.put(3, 1, f"社区名称：{community}")
    for row in (1, 2, 3):
        sheet.merge(row, 1, row, 10)
    sheet.put_row(4, HEADER2)
    for index, one in enumerate(people):
        events = (
            written_events(one.events, chance) if one.awkward
            else "；".join(f"{day:%Y-%m-%d} {content}" for day, content in one.events)
        )
        sheet.put_row(5 + index, [
            index + 1,
            written_name(one.name, chance) if one.awkward else one.name,
            one.sex,
            written_month(*one.born, "dots"),
            one.unit,
            f"{community}{1 + chance.below(30)}幢{101 + chance.below(800)}室",
            written_mobile(one.mobile, chance) if one.awkward else one.mobile,
            "、".join(one.claims),
            events,
            one.grade,
        ])
    return sheet


def annex4(unit, community, occasions):
    sheet = Sheet("Sheet1")
    sheet.put(1, 1, "西湖区单位党组织与社区结对联系服务群众情况汇总表")
    sheet.put(2, 1, f"填报单位：{unit}")
    sheet.merge(1, 1, 1, 4)
    sheet.merge(2, 1, 2, 4)
    sheet.put_row(3, ["单位党组织名称", "结对社区", "参加何种服务活动", "备注"])
    events = "；".join(f"{day.month}月{day.day}日{content}" for day, content in occasions)
    sheet.put_row(4, [f"中共{unit}支部委员会", community, events, ""])
    return sheet


def write_registers(drop, units, communities, pairs, members, chance):
    roster = [["人员编号", "姓名", "性别", "出生年月", "入党时间", "工作单位", "入职日期", "手机号码", "居住社区", "人员状态", "党员类别", "职务"]]
    sign_in = [["日期", "单位", "社区", "活动内容", "姓名", "手机号码"]]
    for one in members:
        roster.append([
            one.id, one.name, one.sex, f"{one.born[0]}-{one.born[1]:02}", one.joined, one.unit,
            written_day(one.hired, chance.pick(["iso", "slashes", "dots"]) if one.awkward else "iso"),
            one.mobile, one.community, "在职", "正式党员", "科员",
        ])
        for day, content in one.paired:
            style = chance.pick(["iso", "chinese", "dots", "packed"]) if one.awkward else "iso"
            sign_in.append([written_day(day, style), one.unit, pairs[one.unit], content, one.name, one.mobile])
    write_csv(drop / "花名册.csv", roster, "gb18030")
    write_csv(drop / "结对活动签到.csv", sign_in, "utf-8", "\t")
    write_csv(
        drop / "单位名录.csv",
        [["单位名称", "单位性质", "上级党组织", "书记"]]
        + [[name, kind, "区直机关党工委", "凌予安"] for name, kind in units], "utf-8")
    write_csv(
        drop / "社区名录.csv",
        [["社区名称", "联络员", "联系电话"]] + [[name, "祝听澜", "0571-00000000"] for name in communities], "utf-8-sig")


def truth(units, members):
    by_unit = {}
    for one in members:
        by_unit.setdefault(one.unit, []).append(one)
    below = [
        unit for unit, people in by_unit.items()
        if 100 * sum(one.registered is not None for one in people) < 95 * len(people)
    ]
    return {
        "registered-late": sorted(one.id for one in members if not one.new_hire and one.is_late()),
        "new-hire-registered-late": sorted(one.id for one in members if one.new_hire and one.is_late()),
        "too-few-claims": sorted(one.id for one in members if len(one.claims) < 2),
        "too-few-community-activities": sorted(
            one.id for one in members if not one.listed() or len(one.events) < 2),
        # Only offices and institutions have the duty to pair.
        "too-few-paired-activities": sorted(
            one.id for one in members if one.kind in ("机关", "事业") and len(one.paired) < 2),
        "units-below-95": sorted(below),
        "listed-by-unit-only": sorted(one.id for one in members if one.only_in_unit),
    }


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    people = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    units, communities, pairs, occasions, members = district(people, int(sys.argv[3]) if len(sys.argv) > 3 else 2013)
    drop = folder / "drop"
    shutil.rmtree(drop, ignore_errors=True)
    for number in (2, 3, 4):
        (drop / f"附件{number}").mkdir(parents=True)
    chance = Chance(7)
    of_unit, of_community = {}, {}
    for one in members:
        of_unit.setdefault(one.unit, []).append(one)
        if one.listed():
            of_community.setdefault(one.community, []).append(one)
    for unit, _ in units:
        Workbook([annex3(unit, of_unit.get(unit, []), chance)]).write(drop / "附件3" / f"附件3-{unit}.xlsx")
        Workbook([annex4(unit, pairs[unit], occasions[unit])]).write(drop / "附件4" / f"{unit}结对.xlsx")
    for community in communities:
        Workbook([annex2(community, of_community.get(community, []), chance)]).write(drop / "附件2" / f"{community}.xlsx")
    write_registers(drop, units, communities, pairs, members, chance)
    (folder / "truth.json").write_text(json.dumps(truth(units, members), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


main()
