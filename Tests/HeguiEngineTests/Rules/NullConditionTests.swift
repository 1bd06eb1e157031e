import HeguiReview
import Testing

/// A cell that is there, is empty or cannot be read, of a column of each type.
@Suite("Empty and unreadable cells in conditions")
struct NullConditionTests {
    /// The column's type, a cell of it, and one that cannot be read.
    private static let columns: [(name: String, type: String, plain: String, odd: String)] = [
        ("whole", "integer", "3", "x"), ("number", "number", "2.5", "x"),
        ("flag", "boolean", "是", "?"), ("day", "day", "2013-05-06", "2013-02-30"),
        ("month", "month", "2013-05", "2013-13"), ("period", "period", "2013H1", "某时"),
        ("kind", "enum, values: { home: [入户], hall: [集中] }", "入户", "别的"),
        ("phone", "phone, personal: phone", "19900000001", "打听中"),
        ("paper", "id-number, personal: id", "330106198001011235", "12"),
    ]

    /// With the truth for a cell that is there and for an empty one; what cannot be read is open
    /// wherever it decides.
    private static let conditions: [(text: String, plain: Bool, empty: Bool)] = [
        ("X == null", false, true), ("X != null", true, false),
        ("(X == null) == true", false, true),
        ("(X != null) == false", false, true), ("!(X == null)", true, false),
        ("!(X != null)", false, true), ("X == null || false", false, true),
        ("X == null && true", false, true), ("X != null || false", true, false),
        ("X == null ? true : false", false, true), ("X != null ? false : true", false, true),
        ("(X == null) != (thing.name == null)", false, true),
        ("(X == null ? 1 : 2) == 1", false, true), ("X in [null]", false, true),
        ("(X == null || false) && (X == null || false)", false, true),
        ("[X == null].exists(e, e)", false, true), ("null == X", false, true),
    ]

    private func policy() throws -> SmallPolicy {
        let list = Self.columns.map { "  \($0.name): { type: \($0.type) }\n" }.joined()
        let dataset = """
            dataset: things
            singular: thing
            title: { zh: 物, en: things }
            key: [thing_id]
            label: name
            register: [thing_id, name]
            columns:
              thing_id: { type: text, required: true }
              name: { type: text }

            """
        var rules: [String: (subject: String, require: String)] = [:]
        for column in Self.columns {
            for (number, condition) in Self.conditions.enumerated() {
                let text = condition.text.replacing("X", with: "thing.\(column.name)")
                rules["\(column.name)-\(number)"] = ("thing", "expression: '\(text)'")
            }
        }
        return try SmallPolicy(rules, datasets: ["data/things.yaml": dataset + list])
    }

    @Test("an unreadable cell is never taken for an empty one, in whatever condition")
    func unreadable() throws {
        let header = Self.columns.map(\.name).joined(separator: ",")
        func row(_ id: String, _ cells: [String]) -> String {
            "\(id),物," + cells.joined(separator: ",") + "\n"
        }
        let things =
            "thing_id,name,\(header)\n" + row("plain", Self.columns.map(\.plain))
            + row("empty", Self.columns.map { _ in "" }) + row("odd", Self.columns.map(\.odd))
        let outcomes = try policy().outcomes(of: ["things.csv": things], on: "2013-12-31")
        #expect(outcomes.count == Self.columns.count * Self.conditions.count)
        for column in Self.columns {
            for (number, condition) in Self.conditions.enumerated() {
                let found = try #require(outcomes["\(column.name)-\(number)"])
                let verdict = { (holds: Bool) -> Verdict in holds ? .met : .violated }
                let text = condition.text.replacing("X", with: column.name)
                #expect(found["plain"]?.verdict == verdict(condition.plain), "\(text)")
                #expect(found["empty"]?.verdict == verdict(condition.empty), "\(text)")
                #expect(found["odd"]?.verdict == .undetermined, "\(text)")
            }
        }
    }

    @Test("a column that the file has not is as empty as an empty cell")
    func notGiven() throws {
        let outcomes = try policy().outcomes(
            of: ["things.csv": "thing_id,name\nM1,物\n"], on: "2013-12-31")
        for column in Self.columns {
            for (number, condition) in Self.conditions.enumerated() {
                let found = outcomes["\(column.name)-\(number)"]?["M1"]?.verdict
                let text = condition.text.replacing("X", with: column.name)
                #expect(found == (condition.empty ? .met : .violated), "\(text)")
            }
        }
    }
}
