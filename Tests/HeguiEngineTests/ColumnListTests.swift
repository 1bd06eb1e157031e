import Foundation
import HeguiCalendar
import HeguiIntake
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiEngine
@testable import HeguiReview

/// Whatever is asked of a list of outcomes, columns give what stored outcomes give.
@Suite("lists of outcomes that columns make")
struct ColumnListTests {
    /// The same drop reviewed both ways.
    private struct Pair {
        let rows: OutcomeList
        let columns: OutcomeList

        init(seed: Int, threads: Int) throws {
            var maker = PolicyMaker(seed: UInt64(seed))
            let pack = try maker.pack()
            let drop = try DropFolder(maker.files())
            defer { drop.remove() }
            let asOf = try #require(Day(year: 2013, month: 12, day: 31))
            let plan = Plan(pack)
            rows = plan.run(tables: Intake(pack).read([drop.path]), asOf: asOf).outcomes
            let tables = try ColumnIntake(pack, needed: plan.neededColumns, threads: threads)
                .read([drop.path])
            columns = try plan.run(columns: tables, asOf: asOf, threads: threads).outcomes
        }
    }

    private func expectSame(
        _ left: some Sequence<Outcome>, _ right: some Sequence<Outcome>, _ what: String
    ) {
        let (left, right) = (left.map { "\($0)" }, right.map { "\($0)" })
        #expect(left == right, "\(what)")
    }

    @Test("going over them gives all in order", arguments: 0..<9)
    func iteration(seed: Int) throws {
        let pair = try Pair(seed: seed, threads: [1, 2, 5][seed % 3])
        expectSame(pair.rows, pair.columns, "all")
        for verdict in Verdict.allCases {
            expectSame(
                pair.rows.those(of: [verdict]), pair.columns.those(of: [verdict]), "\(verdict)")
        }
        let several: Set<Verdict> = [.violated, .undetermined, .pending]
        expectSame(pair.rows.those(of: several), pair.columns.those(of: several), "several")
        expectSame(pair.rows.rated, pair.columns.rated, "rated")
    }

    @Test("the weightiest are the same", arguments: 0..<6)
    func weightiest(seed: Int) throws {
        let pair = try Pair(seed: seed, threads: 2)
        for verdict in Verdict.allCases {
            for limit in [0, 1, 7, 10_000] {
                for isOpen in [false, true] {
                    let left = pair.rows.weightiest(limit, of: verdict, isOpen: isOpen)
                    let right = pair.columns.weightiest(limit, of: verdict, isOpen: isOpen)
                    expectSame(left.outcomes, right.outcomes, "\(verdict) \(limit) \(isOpen)")
                    #expect(left.total == right.total)
                }
            }
        }
    }

    @Test("a selection by rules and names is the same", arguments: 0..<8)
    func selection(seed: Int) throws {
        let pair = try Pair(seed: seed, threads: 2)
        let rules = Set(pair.rows.map(\.rule))
        var words: Set<String> = ["nobody"]
        for (place, outcome) in pair.rows.enumerated() where place % 37 == 0 {
            let names = outcome.subject.names
            words.insert(names[place % names.count])
        }
        let named = pair.rows.subjects(named: words)
        #expect(!named.isEmpty && named == pair.columns.subjects(named: words))
        for word in words.sorted().prefix(8) {
            for rule in [nil] + rules.sorted().prefix(3).map({ Set([$0]) }) {
                let left = pair.rows.limited(toRules: rule, subjects: [word])
                let right = pair.columns.limited(toRules: rule, subjects: [word])
                expectSame(left, right, "\(word) \(rule ?? [])")
                #expect(left.census() == right.census())
                #expect(left.censusByRule() == right.censusByRule())
            }
        }
        for rule in rules {
            expectSame(
                pair.rows.limited(toRules: [rule], subjects: nil),
                pair.columns.limited(toRules: [rule], subjects: nil), rule)
            expectSame(
                pair.rows.those(ofRules: [rule]), pair.columns.those(ofRules: [rule]), rule)
        }
    }
}
