import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiPack
import HeguiReview
import HeguiTestSupport
import Testing

@Suite("messages of forms")
struct FormMessageTests {
    /// Without messages.txt the test fails once and writes it, to be read before it is accepted.
    @Test(
        "every form words its outcomes as written in messages.txt",
        arguments: FormTests.folder.names)
    func wording(name: String) throws {
        let pack = try FormTests.folder.load(name)
        var text = ""
        for rule in pack.rules {
            for example in rule.examples {
                var plan = Plan(pack, rules: [rule.id])
                plan.set(example)
                let review = plan.run(
                    tables: ExampleTables.make(example.situation, pack), asOf: example.asOf)
                text += "\(rule.id): \(example.name)\n"
                for outcome in review.outcomes.prefix(1) { text += Self.describe(outcome) }
            }
        }
        for award in pack.awards {
            for example in award.examples {
                var plan = Plan(pack)
                plan.set(example)
                let review = plan.run(
                    tables: ExampleTables.make(example.situation, pack), asOf: example.asOf)
                text += "\(award.id): \(example.name)\n"
                for standing in review.standings where standing.award == award.id {
                    text += Self.describe(standing)
                }
            }
        }
        let expected = try Golden.text("\(FormTests.folder.path)/\(name)/messages.txt", text)
        #expect(text == expected)
    }

    private static func describe(_ outcome: Outcome) -> String {
        var lines = [outcome.verdict.rawValue, outcome.message.zh, outcome.message.en]
        for part in outcome.parts {
            var words = [part.id, part.verdict?.rawValue ?? "—"]
            if let observed = part.observed { words.append("observed \(observed)") }
            if let required = part.required { words.append("required \(required)") }
            if let raw = part.raw { words.append("raw \(raw)") }
            if let note = part.note { words.append("(\(note.en))") }
            lines.append("- " + words.joined(separator: " "))
        }
        return lines.map { "  \($0)\n" }.joined()
    }

    private static func describe(_ standing: Standing) -> String {
        let rank = standing.rank.map { "rank \($0)" } ?? "unranked"
        var line = "\(standing.subject.name) \(standing.result.rawValue) \(rank)"
        if let seats = standing.seats { line += " seats \(seats)" }
        if let change = standing.nearestChange { line += " — \(change.zh) — \(change.en)" }
        return "  \(line)\n"
    }
}
