import HeguiDiagnostics
import HeguiEngine
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
import Testing

@Suite("messages of outcomes")
struct MessageTests {
    /// Without messages.txt the test fails once and writes it, to be read before it is accepted.
    @Test("every example's outcome is worded as written in messages.txt")
    func wording() throws {
        let pack = try PackFolder.engine.load("forms")
        var text = ""
        for rule in pack.rules {
            for example in rule.examples {
                let tables = SampleTables(pack, example.situation).tables()
                var plan = Plan(pack, rules: [rule.id])
                plan.set(example)
                let review = plan.run(tables: tables, asOf: example.asOf)
                text += "\(rule.id): \(example.name)\n"
                for outcome in review.outcomes.prefix(1) { text += Self.describe(outcome) }
            }
        }
        for award in pack.awards {
            for example in award.examples {
                let tables = SampleTables(pack, example.situation).tables()
                var plan = Plan(pack)
                plan.set(example)
                text += "\(award.id): \(example.name)\n"
                for standing in plan.run(tables: tables, asOf: example.asOf).standings {
                    text += Self.describe(standing)
                }
            }
        }
        let expected = try Golden.text("\(PackFolder.engine.path)/forms/messages.txt", text)
        #expect(text == expected)
    }

    private static func describe(_ outcome: Outcome) -> String {
        let sources = outcome.sources.map { Location.cell($0).description(in: .english) }
        let missing = outcome.missing.map { missing in
            switch missing {
            case .cell(let cell, let column, _):
                "\(column) at \(Location.cell(cell).description(in: .english))"
            case .column(let dataset, let column): "column \(dataset).\(column)"
            case .dataset(let name): "dataset \(name)"
            case .material(let rows): "rows of \(rows.dataset)"
            case .table(let name, _): "table \(name)"
            }
        }
        var lines = [outcome.verdict.rawValue, outcome.message.zh, outcome.message.en]
        lines.append("from " + sources.joined(separator: ", "))
        if !missing.isEmpty { lines.append("missing " + missing.joined(separator: ", ")) }
        return lines.map { "  \($0)\n" }.joined()
    }

    private static func describe(_ standing: Standing) -> String {
        let reasons = standing.reasons.map { "\($0.clause) \($0.rule) \($0.verdict.rawValue)" }
        let rank = standing.rank.map { "rank \($0)" } ?? "unranked"
        var lines = ["\(standing.subject.name) \(standing.result.rawValue) \(rank)"]
        if !reasons.isEmpty { lines.append("because " + reasons.joined(separator: ", ")) }
        if let change = standing.nearestChange { lines += [change.zh, change.en] }
        return lines.map { "  \($0)\n" }.joined()
    }
}
