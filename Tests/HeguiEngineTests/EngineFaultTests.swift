import Foundation
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiIntake
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
import Testing

@testable import HeguiEngine

/// The plain evaluator is right by definition, and a fault of the program is never the clerk's.
@Suite("columns that contradict the plain evaluator")
struct EngineFaultTests {
    private let drop: DropFolder
    private let run: ColumnRun
    private let rules: [ColumnRule]

    init() throws {
        var maker = PolicyMaker(seed: 3)
        let pack = try maker.pack()
        drop = try DropFolder(maker.files())
        let day = try #require(Day(year: 2013, month: 12, day: 31))
        let plan = Plan(pack)
        let tables = try ColumnIntake(pack, needed: plan.neededColumns, threads: 1)
            .read([drop.path])
        let serving = plan.serving(tables.given)
        let store = ColumnStore(tables, schema: serving.schema, threads: 1)
        run = ColumnRun(store: store, plan: serving, asOf: day, packed: nil)
        rules = run.rules()
    }

    /// A row that is met, with its byte turned into a violation.
    private func forged() throws -> (rule: ColumnRule, row: Int) {
        for rule in rules {
            for row in 0..<rule.codes.count where rule.verdict(row) == .met {
                rule.codes[row] = VerdictCode.of(.violated)
                return (rule, row)
            }
        }
        throw NothingMet()
    }

    private struct NothingMet: Error {}

    @Test("the plain verdict counts, and the outcome says that the program is at fault")
    func plain() throws {
        defer { drop.remove() }
        let (rule, row) = try forged()
        let outcome = rule.outcome(row)
        #expect(outcome.verdict == .met)
        #expect(outcome.message.zh.contains("E0011"))
        #expect(outcome.message.en.contains("E0011"))
        #expect(!outcome.message.zh.contains("材料"))
        #expect(rule.verdict(row) == .met, "what is counted later is the plain verdict")
        let faults = run.faults.diagnostics
        #expect(faults.map(\.code) == ["E0011"])
        #expect(faults.first?.message.zh.contains(rule.planned.rule.id) == true)
    }

    @Test("files are said to have changed only where their size or time did")
    func changed() throws {
        defer { drop.remove() }
        let (rule, row) = try forged()
        for name in try FileManager.default.subpathsOfDirectory(atPath: drop.path) {
            let file = URL(filePath: drop.path).appending(path: name)
            guard let handle = try? FileHandle(forWritingTo: file) else { continue }
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("\n".utf8))
            try handle.close()
        }
        let outcome = rule.outcome(row)
        #expect(outcome.verdict == .failed)
        #expect(outcome.message.zh == "材料在审查过程中有改动")
        #expect(run.faults.diagnostics.isEmpty)
    }

    @Test("a review without a contradiction has no faults")
    func none() throws {
        defer { drop.remove() }
        for rule in rules {
            for row in 0..<rule.codes.count { _ = rule.outcome(row) }
        }
        #expect(run.faults.diagnostics.isEmpty)
    }
}
