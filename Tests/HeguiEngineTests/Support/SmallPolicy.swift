import HeguiCalendar
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
import Testing

/// A pack of a few rules over the datasets of `PolicySources`, and what it says of a drop, row by
/// row and on columns.
struct SmallPolicy {
    private let pack: Pack

    /// Takes rules by id, each its subject and the lines of `require`, and datasets that stand beside
    /// those of `PolicySources`.
    init(
        _ rules: [String: (subject: String, require: String)],
        datasets: [String: String] = [:]
    ) throws {
        var sources = PolicySources.files
        sources["awards/best.yaml"] = nil
        for (path, text) in datasets { sources[path] = text }
        for (id, rule) in rules {
            let lines = rule.require.split(separator: "\n").map { "  \($0)\n" }.joined()
            sources["rules/\(rule.subject)/\(id).yaml"] =
                "id: \(id)\ntitle: 规则\nclause: C1\nsubject: \(rule.subject)\nrequire:\n\(lines)"
                + "level: verify\nmessage: { zh: 不符, en: broken }\n"
        }
        let ids = rules.keys.sorted().joined(separator: ", ")
        sources["clauses.yaml"] = """
            clauses:
              - { id: C1, quote: a, addressee: member, modality: 应, kind: check, rules: [\(ids)] }
            """
        pack = try PolicySources.load(sources)
    }

    /// Returns the outcomes by rule and subject, after seeing that columns give the same.
    func outcomes(
        of files: [String: String], on day: String
    ) throws -> [String: [String: Outcome]] {
        let drop = try DropFolder(files)
        defer { drop.remove() }
        let both = try BothWays(pack, drop: drop.path, asOf: try #require(Day(day)))
        try #require(both.plain.outcomes.count == both.columns.outcomes.count)
        var outcomes: [String: [String: Outcome]] = [:]
        for (index, outcome) in both.plain.outcomes.enumerated() {
            for review in [both.columns, both.packed] {
                let other = review.outcomes[index]
                let same = "\(outcome)" == "\(other)"
                #expect(same, "\(outcome.rule) \(outcome.subject.id): \(outcome) \(other)")
            }
            outcomes[outcome.rule, default: [:]][outcome.subject.id] = outcome
        }
        return outcomes
    }
}
