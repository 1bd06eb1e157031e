import HeguiPack
import HeguiTestSupport

/// A small pack of datasets that are found by their keys alone, or of people and with keys of
/// several columns.
enum RegisterPack {
    /// What is put beside a line of a file, where people are found by more than a key.
    private static let persons = [
        "data/members.yaml": (
            "label: name\n",
            """
            identity:
              - { by: [name, mobile], certainty: certain }
              - { by: [name, born, unit_id], certainty: certain }
              - { by: [name, unit_id], certainty: probable }

            """
        ),
        "data/visits.yaml": (
            "title: { zh: 活动, en: visits }\n", "key: [member_id, date, content]\n"
        ),
    ]

    static func load(persons: Bool = false) throws -> Pack {
        var texts = Dictionary(uniqueKeysWithValues: sources)
        for (path, (line, more)) in Self.persons where persons {
            texts[path] = texts[path]?.replacing(line, with: line + more)
        }
        return try PackTexts.load(texts, folder: "registers")
    }

    private static let sources: [(String, String)] = [
        (
            "pack.yaml",
            """
            id: registers
            title: { zh: 名册, en: Registers }
            version: 1.0.0
            language: en
            source: { title: T, number: N, issuer: O, issued_on: 2013-01-04 }
            effective: { from: 2013-01-04 }
            calendar: plain
            counting: { start: next-day, end: corresponding-day, roll: none }
            parameters: []
            """
        ),
        (
            "clauses.yaml",
            """
            clauses:
              - { id: C1, quote: a name, addressee: member, modality: shall, kind: check, rules: [nameless] }
            """
        ),
        (
            "rules/member/nameless.yaml",
            """
            id: nameless
            title: { zh: 无名, en: Nameless }
            clause: C1
            subject: member
            require: "member.name != null"
            level: hint
            message: { zh: 无名, en: nameless }
            examples:
              - { name: one, as_of: 2013-12-31, given: { members: [{ member_id: M1, name: 赵一 }] }, expect: met }
            """
        ),
        (
            "data/units.yaml",
            """
            dataset: units
            singular: unit
            title: { zh: 单位, en: units }
            key: [unit_id]
            label: name
            register: [unit_id, name]
            columns:
              unit_id: { type: text, aliases: [单位代码], required: true }
              name: { type: organisation, required: true, aliases: [单位名称] }
              kind: { type: enum, values: { agency: [机关], institution: [事业] }, aliases: [性质] }
              parent_id: { type: text, references: units, as: parent, inverse: parts, aliases: [上级] }
            """
        ),
        (
            "data/members.yaml",
            """
            dataset: members
            singular: member
            title: { zh: 人员, en: members }
            key: [member_id]
            label: name
            register: [member_id, name]
            columns:
              member_id: { type: text, required: true, aliases: [编号] }
              name: { type: name, required: true, personal: name, aliases: [姓名] }
              born: { type: month, aliases: [出生年月] }
              mobile: { type: phone, personal: phone, aliases: [手机] }
              unit_id: { type: text, references: units, aliases: [单位] }
              hired_on: { type: day, aliases: [入职日期] }
              active: { type: boolean, required: true, aliases: [在岗] }
              note: { type: text, aliases: [附注] }
              score: { type: integer, aliases: [积分] }
              pay: { type: number, aliases: [工资] }
              half: { type: period, aliases: [期间] }
            """
        ),
        (
            "data/visits.yaml",
            """
            dataset: visits
            singular: visit
            title: { zh: 活动, en: visits }
            register: [member_id, date]
            columns:
              member_id: { type: text, references: members, aliases: [编号] }
              place_id: { type: text, references: places, aliases: [地点] }
              date: { type: day, aliases: [日期] }
              content: { type: text, aliases: [内容] }
              organiser: { type: enum, values: { unit: [单位], community: [社区] }, aliases: [组织方] }
            """
        ),
        (
            "data/places.yaml",
            """
            dataset: places
            singular: place
            title: { zh: 地点, en: places }
            key: [place_id]
            register: [place_id, area]
            columns:
              place_id: { type: text }
              area: { type: integer }
            """
        ),
    ]
}
