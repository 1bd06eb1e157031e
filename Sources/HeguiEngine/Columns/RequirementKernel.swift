import HeguiColumns
import HeguiPack
import HeguiReview

/// A form of requirement as work on columns.
protocol RequirementKernel: Sendable {
    /// Sets the code of each row of the block; `VerdictCode.unsettled` leaves a row to the plain
    /// evaluator.
    func judge(_ rows: RowBlock, into codes: Codes)

    /// Returns what adds, to the facts of a row of the block that is not unsettled, what was found of
    /// it; false where only the plain evaluator can.
    func reader(_ rows: RowBlock) -> (_ index: Int, _ facts: inout OutcomeFacts) -> Bool

    /// Returns the rate of a row, or nil where the form has none or columns do not tell it.
    func rate(_ row: Int) -> Outcome.Rate?

    /// Returns the rows without which some rows cannot be judged; nil: all, where rows are
    /// compared with each other at all.
    func companions(of rows: [Int]) -> Set<Int>?
}

extension RequirementKernel {
    func rate(_ row: Int) -> Outcome.Rate? { nil }
    func companions(of rows: [Int]) -> Set<Int>? { nil }
}

/// A form that says the same of every row, as one that is not in force does.
struct ConstantKernel: RequirementKernel {
    let verdict: Verdict

    func judge(_ rows: RowBlock, into codes: Codes) {
        let truth = TruthBlock(count: rows.count)
        truth.fill(TruthBlock.yes)
        codes.overwrite(truth, at: rows.firstRow, yes: VerdictCode.of(verdict))
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool { { _, _ in true } }
}

/// Verdicts as codes of one byte.
enum VerdictCode {
    /// The plain evaluator is to tell.
    static let unsettled: UInt8 = 255
    /// As new memory has it, so that a block of rows that all are met is never written.
    static let met: UInt8 = 0

    static func of(_ verdict: Verdict) -> UInt8 {
        UInt8(Verdict.allCases.firstIndex(of: verdict) ?? 0)
    }

    static func set(_ verdicts: Set<Verdict>) -> CodeSet { CodeSet(verdicts.map(of)) }

    static func verdict(_ code: UInt8) -> Verdict {
        Int(code) < Verdict.allCases.count ? Verdict.allCases[Int(code)] : .failed
    }
}

/// Numbers as texts, most of which are small.
enum SmallNumber {
    private static let texts = (0..<100).map { String($0) }

    static func text(_ number: Int32) -> String {
        number >= 0 && number < 100 ? texts[Int(number)] : String(number)
    }
}
