import Foundation
import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiPack
import HeguiSheets
import HeguiTables
import HeguiTestSupport
import Testing

@testable import HeguiEngine
@testable import HeguiReview

/// The plain evaluator is right by definition; columns have to agree with it.
///
/// `HEGUI_SEEDS` sets how many packs are made, each with data of its own, and `HEGUI_FIRST_SEED` with
/// which seed they begin.
@Suite("columns and rows")
struct ColumnAgreementTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let first = environment["HEGUI_FIRST_SEED"].flatMap(Int.init) ?? 0
    private static let seeds =
        first..<first + (environment["HEGUI_SEEDS"].flatMap(Int.init) ?? 24)

    @Test("a review of columns says what a review of rows says", arguments: seeds)
    func agreement(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(seed))
        let pack = try maker.pack()
        let drop = try DropFolder(maker.files())
        defer { drop.remove() }
        let asOf = try #require(Day(year: 2013, month: 12, day: seed % 2 == 0 ? 31 : 15))
        let both = try BothWays(pack, drop: drop.path, asOf: asOf)
        let (plain, columns) = (both.plain, both.columns)
        try both.expectAgreement("\(seed)")
        checkFacts(plain, columns, seed)
        #expect(plain.rules.map(\.rule) == columns.rules.map(\.rule))
        for (left, right) in zip(plain.rules, columns.rules) {
            #expect(left.counts == right.counts, "\(seed) \(left.rule)")
            #expect(left.notRun == right.notRun, "\(seed) \(left.rule)")
            #expect(left.explained == right.explained, "\(seed) \(left.rule)")
        }
        #expect(plain.dataFindings == columns.dataFindings, "\(seed)")
        #expect(plain.outcomes.census() == columns.outcomes.census(), "\(seed)")
        let renderer = DiagnosticRenderer(language: .english)
        #expect(renderer.render(plain.diagnostics) == renderer.render(columns.diagnostics))
    }

    @Test("a drop that lacks files, rows or columns is judged alike", arguments: seeds)
    func lacking(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(seed))
        let pack = try maker.pack()
        var files = maker.files()
        let asOf = try #require(Day(year: 2013, month: 12, day: 31))
        for _ in 0..<3 {
            maker.cut(&files)
            let drop = try DropFolder(files)
            defer { drop.remove() }
            // What columns refuse is judged row by row.
            guard let both = try? BothWays(pack, drop: drop.path, asOf: asOf) else { continue }
            try both.expectAgreement("\(seed)")
        }
    }

    @Test("a register without the unit's column is judged alike")
    func blindRelation() throws {
        let pack = try PackFolder.rules.load("xihu-2013")
        let drop = try DropFolder([
            "units.csv": "unit_id,name,kind,parent_id,paired_community_id\nU1,机关第1党支部,机关,,\n",
            "activities.csv":
                "member_id,community_id,date,organiser,content\nM1,C1,2012-09-07,unit,调解\n",
        ])
        defer { drop.remove() }
        let both = try BothWays(
            pack, drop: drop.path, asOf: try #require(Day(year: 2013, month: 12, day: 31)))
        try both.expectAgreement("blind")
        let outcome = both.columns.outcomes.first { $0.rule == "active-community-not-in-annex-4" }
        #expect(outcome?.verdict == .undetermined)
    }

    @Test("hundreds of expressions say of each row what they say row by row", arguments: 0..<4)
    func expressions(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(1_000 + Self.first + seed))
        let pack = try maker.expressions(count: 250)
        let drop = try DropFolder(maker.files())
        defer { drop.remove() }
        let asOf = try #require(Day(year: 2013, month: 12, day: 31))
        let both = try BothWays(pack, drop: drop.path, asOf: asOf)
        #expect(both.plain.outcomes.count > 9_000)
        #expect(both.plain.outcomes.count == both.columns.outcomes.count)
        for (index, left) in both.plain.outcomes.enumerated() {
            let right = both.columns.outcomes.verdict(at: index)
            #expect(left.verdict == right, "\(seed) \(left.rule) \(left.subject.id)")
        }
        let lowered = both.plan.explanation(columns: both.tables, asOf: asOf).count {
            $0.obstacle == nil
        }
        #expect(lowered > 100, "\(lowered)")
    }

    @Test("waivers and explanations are applied to columns")
    func records() throws {
        var found = (waived: 0, explained: 0, codes: Set<String>())
        for seed in 0..<8 {
            let (plan, tables) = try Self.made(seed: seed, threads: 2)
            let asOf = try #require(Day(year: 2013, month: 12, day: 31))
            let review = try plan.run(columns: tables, asOf: asOf, threads: 2)
            found.waived += review.rules.reduce(0) { $0 + ($1.counts[.waived] ?? 0) }
            found.explained += review.rules.reduce(0) { $0 + $1.explained }
            found.codes.formUnion(review.diagnostics.map(\.code))
        }
        #expect(found.waived > 5 && found.explained > 1, "\(found)")
        let codes: Set = ["E0001", "E0002", "E0004", "E0005", "E0006", "E0007"]
        #expect(codes.isSubset(of: found.codes), "\(found.codes.sorted())")
    }

    private func checkFacts(_ plain: Review, _ columns: Review, _ seed: Int) {
        let all = Set(Verdict.allCases)
        var expected: [OutcomeFacts] = []
        plain.outcomes.forEachFacts(of: all) { expected.append($0) }
        var facts: [OutcomeFacts] = []
        columns.outcomes.forEachFacts(of: all) { facts.append($0) }
        #expect(expected.count == facts.count)
        for (left, right) in zip(expected, facts) where left.verdict != .notApplicable {
            #expect("\(left)" == "\(right)", "\(seed)")
        }
    }

    @Test("all forms are worked on columns, but for expressions that take one row at a time")
    func lowered() throws {
        var counts = (columns: 0, all: 0)
        var obstacles: Set<String> = []
        for seed in 0..<8 {
            let (plan, tables) = try Self.made(seed: seed, threads: 1)
            let asOf = try #require(Day(year: 2013, month: 12, day: 31))
            for rule in plan.explanation(columns: tables, asOf: asOf) {
                counts.all += 1
                guard let obstacle = rule.obstacle else {
                    counts.columns += 1
                    continue
                }
                let isKnown = ["one row at a time", "rows of several versions"].contains {
                    obstacle.en.contains($0)
                }
                if !isKnown { obstacles.insert(obstacle.en) }
            }
        }
        #expect(counts.columns * 2 > counts.all, "\(counts)")
        #expect(counts.columns < counts.all, "the packs try no rule that is left to rows")
        #expect(obstacles.isEmpty, "\(counts) \(obstacles)")
    }

    @Test("the order of threads changes nothing", arguments: [1, 2, 5])
    func threads(threads: Int) throws {
        var maker = PolicyMaker(seed: 7)
        let pack = try maker.pack()
        let drop = try DropFolder(maker.files())
        defer { drop.remove() }
        let asOf = try #require(Day(year: 2013, month: 12, day: 31))
        let plan = Plan(pack)
        func review(_ threads: Int) throws -> String {
            let tables = try ColumnIntake(pack, needed: plan.neededColumns, threads: threads)
                .read([drop.path])
            let review = try plan.run(columns: tables, asOf: asOf, threads: threads)
            return "\(Array(review.outcomes))\(Array(review.standings))\(review.dataFindings)"
        }
        #expect(try review(1) == review(threads))
    }

    /// A pack with its drop in columns.
    private static func made(seed: Int, threads: Int) throws -> (Plan, ColumnTables) {
        var maker = PolicyMaker(seed: UInt64(seed))
        let plan = Plan(try maker.pack())
        let drop = try DropFolder(maker.files())
        defer { drop.remove() }
        let listing = DropListing(of: [drop.path])
        let named = NamedWaivers(
            [NamedWaivers.Place(path: drop.path)], of: listing, pack: plan.pack)
        let tables = try ColumnIntake(
            plan.pack, needed: plan.neededColumns, threads: threads, named: named
        ).read(listing)
        return (plan, tables)
    }
}
