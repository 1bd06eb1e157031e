import HeguiCalendar
import HeguiColumns
import HeguiIntake
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiEngine
@testable import HeguiReview

/// What must not matter, and what can only help.
@Suite("the same drop written differently")
struct ColumnMetamorphicTests {
    private let asOf: Day

    init() throws {
        asOf = try #require(Day(year: 2013, month: 12, day: 31))
    }

    private func review(_ pack: Pack, _ files: [String: String]) throws -> Review {
        let drop = try DropFolder(files)
        defer { drop.remove() }
        let plan = Plan(pack)
        let tables = try ColumnIntake(pack, needed: plan.neededColumns, threads: 2)
            .read([drop.path])
        var review = try plan.run(columns: tables, asOf: asOf, threads: 2)
        // All outcomes are made while the files are there.
        review.outcomes = OutcomeList(Array(review.outcomes))
        review.standings = StandingList(Array(review.standings))
        return review
    }

    /// What a review says of its subjects, without where it stands.
    private func sayings(_ review: Review, besides left: Set<String> = []) -> [String] {
        let outcomes = review.outcomes.filter { !left.contains($0.rule) }.map { outcome in
            // Rows without a key are known by their places.
            let subject = outcome.subject.type == "visit" ? "" : outcome.subject.id
            let numbers = [outcome.observed, outcome.required, outcome.lower, outcome.upper]
            let days = [outcome.due, outcome.nominalDue].map { $0.map { "\($0)" } }
            let texts = (numbers + days).map { $0 ?? "" }.joined(separator: " ")
            return "\(outcome.rule) \(subject) \(outcome.verdict) \(outcome.level) \(texts)"
        }
        let standings = review.standings.map { standing in
            "\(standing.award) \(standing.subject.id) \(standing.result) \(standing.rank ?? 0)"
        }
        return (outcomes + standings).sorted()
    }

    private func lines(_ text: String?) throws -> (header: String, rows: [String]) {
        var lines = try #require(text).split(separator: "\n").map(String.init)
        let header = lines.removeFirst()
        return (header, lines)
    }

    private func table(_ header: String, _ rows: some Sequence<String>) -> String {
        ([header] + rows).joined(separator: "\n") + "\n"
    }

    @Test("a table cut into two files gives the same review", arguments: 0..<8)
    func cut(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(seed))
        let pack = try maker.pack()
        let files = maker.files()
        var parts = files
        for name in ["members", "visits", "entries"] {
            let (header, rows) = try lines(parts.removeValue(forKey: name + ".csv"))
            let place = rows.count * (1 + seed % 5) / 6
            parts[name + "-1.csv"] = table(header, rows[..<place])
            parts[name + "-2.csv"] = table(header, rows[place...])
        }
        #expect(try sayings(review(pack, files)) == sayings(review(pack, parts)), "\(seed)")
    }

    @Test("rows in another order give the same review", arguments: 0..<8)
    func shuffled(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(seed))
        let pack = try maker.pack()
        var files = maker.files()
        // Of two rows with one key the first counts, and so the order does.
        let (header, rows) = try lines(files["members.csv"])
        files["members.csv"] = table(header, rows.dropLast())
        var others = files
        var generator = SeededNumbers(seed: UInt64(seed) &+ 1)
        for name in ["units.csv", "members.csv", "visits.csv", "entries.csv"] {
            let (header, rows) = try lines(others[name])
            // A row that names nobody may go on with the one above it.
            let groups = rows.reduce(into: [[String]]()) { groups, row in
                if row.hasPrefix(","), !groups.isEmpty {
                    groups[groups.count - 1].append(row)
                } else {
                    groups.append([row])
                }
            }
            others[name] = table(header, groups.shuffled(using: &generator).flatMap(\.self))
        }
        // Rows of one day stand in their order in a run.
        let runs = pack.rules.filter { rule in
            guard case .quantity(let form) = rule.requirement,
                case .streak(let streak) = form.quantity, case .rows = streak.elements
            else { return false }
            return true
        }
        let left = Set(runs.map(\.id))
        let before = try sayings(review(pack, files), besides: left)
        #expect(try before == sayings(review(pack, others), besides: left), "\(seed)")
    }

    @Test("a member who complies never lowers a rate", arguments: 0..<6)
    func compliant(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(seed))
        _ = try maker.pack()
        var files = maker.files()
        let pack = try ratePack()
        func rates() throws -> [String: Outcome.Rate] {
            var rates: [String: Outcome.Rate] = [:]
            for outcome in try review(pack, files).outcomes {
                rates[outcome.subject.id] = outcome.rate
            }
            return rates
        }
        let before = try rates()
        // A unit whose members are all left out has no rate.
        try #require(before.count >= 6)
        let (header, rows) = try lines(files["members.csv"])
        for unit in ["U1", "U3", "U8"] {
            let new = "M9\(unit),新,\(unit),1980-01-01,2012-01-01,2012-02-01,是,8,甲"
            files["members.csv"] = table(header, rows + [new])
            let after = try rates()
            for (id, earlier) in before {
                let rate = try #require(after[id])
                #expect(rate.lower >= earlier.lower && rate.upper >= earlier.upper, "\(id)")
                let grew = rate.denominator - earlier.denominator
                #expect(grew == (id == unit ? 1 : 0))
            }
        }
    }

    private func ratePack() throws -> Pack {
        var sources = PolicySources.files
        sources["clauses.yaml"] = """
            clauses:
              - { id: C1, quote: a, addressee: unit, modality: 应, kind: check, rules: [rule-8] }
              - { id: C2, quote: b, addressee: unit, modality: 不得, kind: gate, awards: [best] }
            """
        sources["rules/unit/rule-8.yaml"] = """
            id: rule-8
            title: 比率
            clause: C1
            subject: unit
            require:
              rate: members
              as: member
              among: "member.registered_on != null"
              where: "member.active && member.score >= 3"
              confirmed: "member.note == \\"甲\\""
              at_least: 80%
            level: mandatory
            message: { zh: 低, en: low }
            """
        return try PolicySources.load(sources)
    }
}
