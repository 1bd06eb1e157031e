import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// What a form of requirement says of a subject, before levels, waivers and words.
struct Judgement {
    var verdict: Verdict
    var observed: String?
    var required: String?
    /// What is asked in words, where the number alone does not say on which side it stands.
    var asked: Message?
    var gap: Ratio?
    var due: Day?
    var nominalDue: Day?
    var dueIsCertain = true
    var done: DayRange?
    var daysLate: Int64?
    var daysLeft: Int64?
    var rate: Outcome.Rate?
    /// The rows that keep the rate from being one number.
    var undecided = UndecidedShare()
    /// The bounds between which the observed value lies where some rows cannot be told.
    var lower: String?
    var upper: String?
    var parts: [OutcomePart] = []
    /// The cells that tell what was found.
    var sources: [CellAddress] = []
    /// Further cells, such as those of rows with the same values.
    var besides: [CellAddress] = []
    var causes: [UnknownCause] = []
    /// What is lacking, in words.
    var unmet: Message?
    /// Why nothing can be told, where it is not just a missing cell.
    var reason: Message?
    /// What people should know besides, such as that the due day was moved.
    var notes: [Message] = []

    init(_ verdict: Verdict) {
        self.verdict = verdict
    }

    /// Returns the judgement for want of `causes`.
    static func undetermined(_ causes: [UnknownCause]) -> Judgement {
        var judgement = Judgement(.undetermined)
        judgement.causes = causes
        return judgement
    }

    /// Sets what was found and asked for in numbers.
    mutating func state(observed: Int64, required: Int64) {
        self.observed = String(observed)
        self.required = String(required)
        gap = Ratio(max(0, required.subtractingReportingOverflow(observed).partialValue))
    }
}

extension Judgement {
    /// Returns the judgement of what is not fulfilled on the as-of day: pending before the day on
    /// which it is due, violated from that day on or where none is stated.
    static func unfulfilled(
        until due: PlannedOperand<Day>?, _ frame: Frame
    ) throws(EvaluationError) -> Judgement {
        guard let due else { return Judgement(.violated) }
        switch try due.read(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(let day):
            frame.probe?.compare(due.span, frame.asOf, with: day)
            var judgement = Judgement(.unfulfilled(asOf: frame.asOf, until: day))
            judgement.due = day
            judgement.nominalDue = day
            if judgement.verdict == .pending {
                judgement.daysLeft = Int64(frame.asOf.days(until: day))
            }
            return judgement
        }
    }

    /// The judgement of a rule that only advises.
    var softened: Judgement {
        var result = self
        result.verdict = verdict.softened
        for index in result.parts.indices {
            result.parts[index].verdict = result.parts[index].verdict?.softened
        }
        return result
    }
}

/// A form of requirement whose expressions are programs.
///
/// A form is a folder of `Forms`: its plan, how it judges rows, and how it works on columns.
protocol PlannedRequirement: Sendable {
    /// Whether a row's verdict depends on the other rows that are judged.
    var comparesSubjects: Bool { get }

    /// Returns the form as work on columns of `table`.
    ///
    /// - Throws: why it takes one row at a time.
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm

    /// Returns what judges the subjects; does what has to be done once for all of them.
    func prepared(_ subjects: Subjects) throws(EvaluationError) -> any Judge
}

/// Judges one subject after another.
protocol Judge: Sendable {
    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement

    /// Returns the judgement for whoever asks for the verdict alone: the cells on which it rests may
    /// lack.
    func briefly(_ frame: Frame) throws(EvaluationError) -> Judgement
}

extension Judge {
    func briefly(_ frame: Frame) throws(EvaluationError) -> Judgement { try judge(frame) }
}

/// The rows that a rule judges.
struct Subjects {
    let count: Int
    /// The frame in which a row is judged.
    let frame: (Int) throws(EvaluationError) -> Frame
}

extension PlannedRequirement {
    var comparesSubjects: Bool { false }
}

extension PlannedRequirement where Self: Judge {
    func prepared(_ subjects: Subjects) throws(EvaluationError) -> any Judge { self }
}
