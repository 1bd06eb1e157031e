import HeguiCalendar
import HeguiDiagnostics

@testable import HeguiPack

/// A small policy of three rules and one award, made by hand: reports look only at its names.
enum SamplePack {
    static let span = Span(
        file: "pack.yaml", start: Position(offset: 0, line: 1, column: 1),
        end: Position(offset: 0, line: 1, column: 1))

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? .minimum
    }

    static func text(_ zh: String, _ en: String) -> LocalizedText {
        LocalizedText(zh: zh, en: en)
    }

    static var pack: Pack { pack(people: people()) }

    private static func pack(people: Dataset) -> Pack {
        Pack(
            id: "library-cards", title: text("读者证办理", "Library cards"), version: "1.2.0",
            language: .chinese,
            document: Pack.Document(
                title: "关于办理读者证的通知", number: "图〔2020〕1号", issuer: "示范图书馆",
                issuedOn: day(2020, 1, 2)),
            effective: Effective(from: day(2020, 1, 2)), calendar: .weekendsOnly,
            calendarName: "cn-mainland",
            counting: CountingRule(start: .nextDay, end: .correspondingDay, roll: .nextWorkday),
            parameters: [loans, floor],
            clauses: [
                clause("A1", "一个月内办证", rules: ["card-late"]),
                clause("A2", "每年借书不少于2本", rules: ["too-few-loans"]),
                clause("A3", "办证率不低于95%", rules: ["card-rate-low"], awards: ["best-team"]),
            ],
            datasets: [people, teams], annexes: [], rules: rules, awards: [award],
            cases: [], overrides: ["loans_a_year"], layouts: [])
    }

    /// The pack with a phone and an identity number, and one of its people's columns revealed.
    static func revealing(_ column: String?) -> Pack {
        var pack = pack(
            people: people([
                Self.column("phone", text("手机", "phone"), personal: .phone),
                Self.column("paper", text("身份证号", "identity number"), personal: .id),
            ]))
        pack.revealed = column.map { [ColumnName(dataset: "people", column: $0)] } ?? []
        return pack
    }

    private static var loans: Parameter {
        var loans = Parameter(
            name: "loans_a_year", kind: .integer, clause: "A2",
            title: text("每年借书本数", "loans a year"),
            values: [Parameter.Dated(from: nil, value: .integer(4))],
            reading: text("每年2本", "two a year"),
            alternatives: [
                Parameter.Alternative(
                    name: nil, value: .integer(4), reading: text("上下半年各2本", "two each half-year"))
            ],
            choices: [], tableType: nil,
            range: nil, span: span)
        loans.packValues = [Parameter.Dated(from: nil, value: .integer(2))]
        return loans
    }

    private static var floor: Parameter {
        Parameter(
            name: "card_rate", kind: .ratio, clause: "A3", title: text("办证率", "card rate"),
            values: [
                Parameter.Dated(from: nil, value: ratio(9, 10)),
                Parameter.Dated(from: day(2020, 6, 1), value: ratio(19, 20)),
            ], reading: text("六月起为95%", "95% from June"), alternatives: [], choices: [],
            tableType: nil,
            range: nil, span: span)
    }

    private static func ratio(_ numerator: Int64, _ denominator: Int64) -> ParameterValue {
        Ratio(numerator, denominator).map(ParameterValue.ratio) ?? .text("")
    }

    private static func clause(
        _ id: String, _ quote: String, rules: [String], awards: [String] = []
    ) -> Clause {
        Clause(
            id: id, section: nil, quote: quote, isDerived: false, addressee: .member,
            modality: "不少于", kind: .check, reading: nil, alternatives: [], rules: rules,
            awards: awards, evidence: nil, definition: nil, notCheckable: nil, span: span)
    }

    private static func column(
        _ name: String, _ title: LocalizedText, personal: Column.Personal? = nil,
        reference: Column.Reference? = nil
    ) -> Column {
        Column(
            name: name, type: .text, title: title, isRequired: false, level: .verify, aliases: [],
            personal: personal, values: [], synonyms: [], reference: reference, derived: nil,
            otherwise: nil, measure: nil, decimals: nil, span: span)
    }

    private static func people(_ more: [Column] = []) -> Dataset {
        let team = Column.Reference(dataset: "teams", name: "team", inverse: "people", rollUp: [])
        return Dataset(
            name: "people", singular: "person", title: text("员工", "people"),
            key: ["person_id"], label: "name", group: "team", register: [], identity: [],
            columns: [
                column("person_id", text("编号", "number")),
                column("name", text("姓名", "name"), personal: .name),
                column("team_id", text("班组", "team"), reference: team),
                column("carded_on", text("办证日期", "day of card")),
            ] + more, computationOrder: [], span: span)
    }

    private static var teams: Dataset {
        Dataset(
            name: "teams", singular: "team", title: text("班组", "teams"), key: ["team_id"],
            label: "team_id", group: nil, register: [], identity: [],
            columns: [column("team_id", text("班组", "team"))], computationOrder: [], span: span)
    }

    private static var rules: [Rule] {
        [
            rule(
                "card-late", text("办证逾期", "card late"), clause: "A1", dataset: "people",
                level: .mandatory),
            rule(
                "too-few-loans", text("借书不足", "too few loans"), clause: "A2", dataset: "people",
                level: .verify),
            rule(
                "card-rate-low", text("办证率不足", "card rate low"), clause: "A3", dataset: "teams",
                level: .hint),
            rule(
                "no-return", text("未还书", "books not returned"), clause: "A4", dataset: "people",
                level: .hint),
        ]
    }

    private static func rule(
        _ id: String, _ title: LocalizedText, clause: String, dataset: String, level: Level
    ) -> Rule {
        Rule(
            id: id, title: title, clause: clause, also: [], reading: nil, dataset: dataset,
            condition: nil, effective: Effective(), versionBy: nil,
            requirement: .unique(UniqueRequirement(keys: [], condition: nil)),
            requirementText: "unique: []", modality: .binding,
            replaces: nil, level: level, levelCases: [], message: MessageTemplate(zh: nil, en: nil),
            remedy: nil, examples: [],
            span: span)
    }

    private static var award: Award {
        Award(
            id: "best-team", title: text("优秀班组", "Best team"), clause: "A3", also: [],
            dataset: "teams", candidates: nil,
            gates: [Award.Gate(rule: "card-rate-low", modality: .generallyNot, clause: "A3")],
            ranking: nil, quota: nil, after: [], examples: [], definitionText: "", span: span)
    }
}
