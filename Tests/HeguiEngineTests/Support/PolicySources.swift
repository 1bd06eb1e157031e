import HeguiPack
import HeguiTestSupport

/// The files that all made packs share.
enum PolicySources {
    static func load(_ sources: [String: String]) throws -> Pack {
        try PackTexts.load(sources, folder: "made")
    }

    static let files: [String: String] = [
        "pack.yaml": """
        id: made
        title: { zh: 试, en: Made }
        version: 1.0.0
        language: zh
        source: { title: T, number: N, issuer: O, issued_on: 2013-01-04 }
        effective: { from: 2013-01-04 }
        calendar: plain
        counting: { start: next-day, end: corresponding-day, roll: next-workday }
        parameters:
          - { name: limit, type: integer, clause: C1, title: 限, value: 3, reading: 三 }
          - name: dated
            type: integer
            clause: C1
            title: 次数
            values: [{ from: 2011-01-01, value: 1 }, { from: 2013-04-01, value: 2 }]
            reading: 二〇一三年四月起二
        """,
        "data/units.yaml": """
        dataset: units
        singular: unit
        title: { zh: 单位, en: units }
        key: [unit_id]
        label: name
        register: [unit_id, name]
        columns:
          unit_id: { type: text }
          name: { type: text }
          kind: { type: enum, values: { agency: [机关], institution: [事业], village: [村] } }
          parent_id: { type: text, references: units, as: parent, inverse: parts }
        """,
        "data/members.yaml": """
        dataset: members
        singular: member
        title: { zh: 党员, en: members }
        key: [member_id]
        label: name
        group: unit
        register: [member_id, name]
        columns:
          member_id: { type: text, required: true }
          name: { type: text, personal: name }
          unit_id: { type: text, references: units, roll_up: { all_members: parent_id } }
          born: { type: day }
          hired_on: { type: day }
          registered_on: { type: day }
          active: { type: boolean }
          score: { type: integer }
          note: { type: text }
          senior: { type: boolean, derived: "member.score > 4 && member.active" }
        """,
        "data/visits.yaml": """
        dataset: visits
        singular: visit
        title: { zh: 走访, en: visits }
        register: [member_id, date]
        columns:
          member_id: { type: text, references: members }
          date: { type: day }
          kind: { type: enum, values: { home: [入户], hall: [集中] } }
          hours: { type: integer }
          place: { type: text }
        """,
        "data/entries.yaml": """
        dataset: entries
        singular: entry
        title: { zh: 登记, en: entries }
        register: [member_id, seen_on]
        columns:
          member_id: { type: text, references: members }
          seen_on: { type: day }
          kind: { type: enum, values: { home: [入户], hall: [集中], other: [其他] } }
          points: { type: number }
          mark: { type: text }
        """,
        "awards/best.yaml": """
        id: best
        title: { zh: 最好, en: Best }
        clause: C2
        subject: unit
        candidates: "size(unit.members) > 0"
        gates: [{ rule: rule-8, modality: generally-not, clause: C2 }]
        ranking: { rate: rule-8, direction: descending, ties: shared }
        """,
    ]
}
