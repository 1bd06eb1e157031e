import CEL

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
protocol Judge {
    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement
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
