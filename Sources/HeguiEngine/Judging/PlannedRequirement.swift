import CEL

/// A form of requirement whose expressions are programs.
protocol PlannedRequirement: Sendable {
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

extension PlannedRequirement where Self: Judge {
    func prepared(_ subjects: Subjects) throws(EvaluationError) -> any Judge { self }
}
