import CEL
import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview

/// A quantity that was worked out for each subject.
struct MeasuredKernel: RequirementKernel {
    /// What is asked of the quantity.
    struct Demand: Sendable {
        /// By subject; nil where the plain evaluator is to tell.
        let limits: @Sendable (Int) -> Limits?
        /// Whether it can fall while its time is not over.
        let canFall: Bool
        /// The bounds as facts, where these are a number and bounds that are the same for all.
        let required: String?
    }

    /// The stretches of time of a subject; nil where the plain evaluator is to tell.
    typealias Stretches = @Sendable (_ subject: Int, _ worker: Int) -> [Stretch]?

    private let codes: Codes
    /// By subject, where facts are asked for.
    private let observed: [Ratio?]
    private let required: String?

    /// How many subjects are worked out at a time.
    private static let piece = 4_096

    /// - Complexity: linear in the rows of all subjects.
    init(
        _ measure: any StretchMeasure, subjects: Int, _ demand: Demand, threads: Int,
        stretches: Stretches
    ) {
        let codes = Codes(repeating: VerdictCode.unsettled, count: subjects)
        let pieces = (subjects + Self.piece - 1) / Self.piece
        let found = Parallel.map(pieces, threads: threads) { worker, piece in
            let range = piece * Self.piece..<min(subjects, (piece + 1) * Self.piece)
            return range.map { subject -> Ratio? in
                let result = stretches(subject, worker).flatMap {
                    Self.result(measure, of: subject, in: $0, demand)
                }
                codes[subject] =
                    result.map { VerdictCode.of($0.verdict ?? .notApplicable) }
                    ?? VerdictCode.unsettled
                return result?.observed
            }
        }
        self.codes = codes
        observed = demand.required == nil ? [] : Array(found.joined())
        required = demand.required
    }

    /// What all stretches say together, as `PlannedQuantityRequirement` has it; nil where the plain
    /// evaluator is to tell.
    private static func result(
        _ measure: any StretchMeasure, of subject: Int, in stretches: [Stretch], _ demand: Demand
    ) -> (verdict: Verdict?, observed: Ratio?)? {
        guard let bounds = demand.limits(subject) else { return nil }
        var verdicts: [(verdict: Verdict, observed: Ratio)] = []
        for (number, stretch) in stretches.enumerated() {
            guard stretch.demands.count == 1, let asked = stretch.demands.first,
                stretch.certain == stretch.possible
            else { return nil }
            let limits: Limits
            do throws(EvaluationError) {
                guard let own = try asked.limits(of: bounds) else { continue }
                limits = own
            } catch {
                return nil
            }
            switch measure.measured(subject, MeasuredStretch(number, stretch)) {
            case .unsettled: return nil
            case .empty: continue
            case .number(let interval):
                let result = stretch.result(interval, within: limits, canFall: demand.canFall)
                guard result.side != nil else { return nil }
                verdicts.append((result.verdict, interval.observed))
            }
        }
        let heaviest = Verdict.heaviest(of: verdicts, \.verdict)
        return (heaviest?.verdict, heaviest?.first.observed)
    }

    func judge(_ rows: RowBlock, into codes: Codes) {
        for row in rows.firstRow..<rows.firstRow + rows.count { codes[row] = self.codes[row] }
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let first = rows.firstRow
        return { index, facts in
            guard let required, let number = observed[first + index] else { return false }
            facts.observed = number.text
            facts.required = required
            return true
        }
    }
}

/// A quantity of subjects, worked out from columns.
protocol StretchMeasure: Sendable {
    /// Returns what the quantity comes to for a subject within the stretch of that number.
    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured
}

/// Works out the columns of a measure; nil where columns do not tell them.
typealias Measuring = @Sendable (ColumnStore) -> (any StretchMeasure)?

/// What a quantity comes to.
enum Measured {
    /// The plain evaluator is to tell.
    case unsettled
    /// There is nothing to measure.
    case empty
    case number(Interval)
}

/// A stretch of time with its place among those that a form counts.
struct MeasuredStretch: Sendable {
    let number: Int
    /// The first and the last day on which a row counts; none where they cross.
    let first: Int32
    let last: Int32

    init(_ number: Int, _ stretch: Stretch) {
        self.number = number
        guard let certain = stretch.certain else {
            (first, last) = (1, 0)
            return
        }
        first = certain.first.number
        last = min(certain.last, stretch.horizon).number
    }

    func contains(_ day: Int32) -> Bool { day >= first && day <= last }
}
