import HeguiEngine

/// What a rule says of a subject; the raw values are those of the reports.
public enum OutcomeVerdict: String, CaseIterable, Sendable {
    /// The requirement is fulfilled.
    case met
    /// It is broken, and nothing can mend it any more.
    case violated
    /// It is broken, and the rule only advises.
    case advised
    /// It may still be met: its deadline or period is not over.
    case pending
    /// A needed value is missing or unreadable.
    case undetermined
    /// The rule does not apply to this subject.
    case notApplicable = "not-applicable"
    /// It is broken, and a recorded waiver covers it.
    case waived
    /// The rule itself could not run.
    case failed

    init(_ verdict: Verdict) {
        switch verdict {
        case .met: self = .met
        case .violated: self = .violated
        case .advised: self = .advised
        case .pending: self = .pending
        case .undetermined: self = .undetermined
        case .notApplicable: self = .notApplicable
        case .waived: self = .waived
        case .failed: self = .failed
        }
    }

    var verdict: Verdict {
        switch self {
        case .met: .met
        case .violated: .violated
        case .advised: .advised
        case .pending: .pending
        case .undetermined: .undetermined
        case .notApplicable: .notApplicable
        case .waived: .waived
        case .failed: .failed
        }
    }
}
