import HeguiPack
import HeguiTestSupport

/// A small pack with one rule: units, members, the rows of a unit's list, visits and totals.
enum TestPack {
    /// Loads the pack with further files, or others in the place of its own.
    static func load(_ others: [String: String] = [:]) throws -> Pack {
        let texts = Dictionary(uniqueKeysWithValues: sources).merging(others) { $1 }
        return try PackTexts.load(texts, folder: "test")
    }

    private static let sources: [(String, String)] = [
        (
            "pack.yaml",
            """
            id: test
            title: { zh: 测试, en: Test }
            version: 1.0.0
            language: en
            source: { title: T, number: N, issuer: O, issued_on: 2013-01-04 }
            effective: { from: 2013-01-04 }
            calendar: plain
            counting: { start: next-day, end: corresponding-day, roll: next-workday }
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
              - name: two people
                as_of: 2013-12-31
                given:
                  units: [{ unit_id: U1, name: 区甲局, kind: 机关 }]
                  members:
                    - { member_id: M1, name: 赵一, unit_id: U1, hired_on: 2013-01, leader: no }
                    - { member_id: M2, name: 钱二, unit_id: 区甲局, born: null }
                  entries: [{ member_id: M2, name: 钱二, projects: [助老, 助残] }]
                without: [visits]
                expect: met
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
            register: [name, kind]
            columns:
              unit_id: { type: text, aliases: [单位代码], otherwise: unit.name }
              name: { type: organisation, required: true, aliases: [单位名称] }
              kind: { type: enum, values: { agency: [机关], institution: [事业] }, aliases: [性质] }
              staff: { type: integer, aliases: [人数] }
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
            identity:
              - { by: [member_id], certainty: certain }
              - { by: [id_number], certainty: certain }
              - { by: [name, mobile], certainty: certain }
              - { by: [name, born, unit_id], certainty: certain }
              - { by: [name, unit_id], certainty: probable }
            columns:
              member_id: { type: text, required: true, aliases: [编号] }
              name: { type: name, required: true, personal: name, aliases: [姓名] }
              born: { type: month, aliases: [出生年月] }
              mobile: { type: phone, personal: phone, aliases: [手机] }
              id_number: { type: id-number, personal: id, aliases: [身份证号] }
              unit_id: { type: text, references: units, aliases: [单位] }
              leader: { type: boolean, aliases: [是否领导] }
              hired_on: { type: day, aliases: [入职日期] }
              half: { type: period, aliases: [期间] }
            """
        ),
        (
            "data/entries.yaml",
            """
            dataset: entries
            singular: entry
            title: { zh: 名单行, en: entries }
            label: name
            columns:
              member_id: { type: text, references: members }
              unit_id: { type: text, references: units }
              name: { type: name, required: true, personal: name }
              mobile: { type: phone, personal: phone }
              registered_on: { type: day }
              projects: { type: list }
              note: { type: text }
            """
        ),
        (
            "data/visits.yaml",
            """
            dataset: visits
            singular: visit
            title: { zh: 活动, en: visits }
            columns:
              member_id: { type: text, references: members }
              date: { type: day }
              content: { type: text }
              organiser: { type: enum, values: { unit: [单位], community: [社区] } }
            """
        ),
        (
            "data/totals.yaml",
            """
            dataset: totals
            singular: total
            title: { zh: 汇总, en: totals }
            columns:
              unit_id: { type: text, references: units }
              members: { type: integer }
              claims: { type: integer }
            """
        ),
        (
            "forms/roll.yaml",
            """
            form: roll
            title: { zh: 名单, en: Roll }
            recognise: { title: [人员名单], columns: [name, registered_on] }
            heading:
              unit: { labels: [填报单位], type: organisation }
              year: { pattern: "{}年度人员名单", type: integer }
            columns:
              name: { headers: [姓名], type: name, required: true }
              born: { headers: [出生年月], type: month }
              mobile: { headers: [手机, 联系电话], type: phone }
              id_number: { headers: [身份证号], type: id-number }
              projects: { headers: [领办项目], type: list }
              services: { headers: [服务情况], type: events, year: heading.year }
              registered_on: { headers: [报到日期], type: day, year: heading.year }
              hours: { headers: [时数], type: integer }
              kind: { headers: [类别], type: text }
              note: { headers: [附注], type: text }
            footer:
              starts: [说明]
              fields:
                members: { after: 共有人员, type: integer }
                claims: { after: 领办项目, type: integer }
            rows:
              - dataset: entries
                set:
                  member_id: { match: members, by: { id_number: id_number, name: name, mobile: mobile, born: born, unit_id: heading.unit } }
                  unit_id: heading.unit
                  name: name
                  mobile: mobile
                  registered_on: registered_on
                  projects: projects
                  note: note
              - dataset: visits
                each: services
                only_if: { column: kind, is: [在册] }
                set: { member_id: row.member_id, date: item.day, content: item.text, organiser: { text: 社区 } }
            totals:
              - { dataset: totals, set: { unit_id: heading.unit, members: footer.members, claims: footer.claims } }
            """
        ),
        (
            "data/ledgers.yaml",
            """
            dataset: ledgers
            singular: ledger
            title: { zh: 登记表合计, en: ledgers }
            columns:
              month: { type: text }
              amount: { type: number }
              payers: { type: integer }
            """
        ),
        (
            "forms/ledger.yaml",
            """
            form: ledger
            title: { zh: 收缴登记表, en: Ledger }
            recognise: { title: [收缴登记表], columns: [payer, paid] }
            columns:
              payer: { headers: [缴款人], type: name, required: true }
              paid: { headers: [缴款], type: number }
            footer:
              starts: [本月]
              fields: { amount: { after: 本月合计, type: number }, payers: { after: 缴款人数, type: integer } }
            rows: [{ dataset: visits, set: { content: payer } }]
            totals: [{ dataset: ledgers, set: { amount: footer.amount, payers: footer.payers } }]
            """
        ),
        (
            "forms/visit-log.yaml",
            """
            form: visit-log
            title: { zh: 服务记录表, en: Log }
            recognise: { title: [服务记录表], columns: [name, services] }
            heading: { year: { pattern: "{}年服务", type: integer } }
            columns:
              name: { headers: [姓名], type: name, required: true }
              mobile: { headers: [手机], type: phone }
              services:
                headers: [服务情况登记]
                type: events
                year: heading.year
                plausible: { from: 2012-01-01, until: year-end }
            rows:
              - dataset: visits
                each: services
                set:
                  member_id: { match: members, by: { name: name, mobile: mobile } }
                  date: item.day
                  content: item.text
            """
        ),
        (
            "forms/rota.yaml",
            """
            form: rota
            title: { zh: 值班表, en: Rota }
            recognise: { title: [值班表], columns: [guard] }
            heading: { month: { labels: [月份], type: text } }
            columns: { guard: { headers: [值班人], type: name, required: true } }
            rows: [{ dataset: visits, set: { content: guard } }]
            totals: [{ dataset: ledgers, set: { month: heading.month } }]
            """
        ),
        (
            "forms/nominees.yaml",
            """
            form: nominees
            title: { zh: 评优名单, en: Nominees }
            recognise: { columns: [award, subject] }
            columns:
              award: { headers: [奖项], type: text, required: true }
              subject: { headers: [对象], type: text }
            rows:
              - dataset: visits
                set:
                  member_id: { match: members, by: { member_id: subject, name: subject, unit_id: subject } }
                  content: award
            """
        ),
        (
            "forms/card.yaml",
            """
            form: card
            title: { zh: 登记卡, en: Card }
            layout: vertical
            recognise: { title: [人员登记卡], columns: [name, projects] }
            heading:
              receipt: { pattern: "于{}已报到", type: day }
            columns:
              name: { labels: [姓名], type: name, required: true }
              born: { labels: [出生年月], type: month }
              office: { labels: [办公室电话], type: phone }
              mobile: { labels: [手机号码], type: phone }
              projects: { type: ticks, from: 至少选二项, to: 个人自选 }
              own: { labels: [个人自选], type: text }
            rows:
              - dataset: entries
                set:
                  member_id: { match: members, by: { name: name, mobile: mobile, born: born } }
                  name: name
                  mobile: mobile
                  registered_on: heading.receipt
                  projects: projects
              - dataset: visits
                when_present: own
                set: { member_id: row.member_id, content: own }
            """
        ),
    ]
}
