import HeguiEngine

/// Whether a candidate may be given an award; the raw values are those of the reports.
public enum StandingResult: String, CaseIterable, Sendable {
    case eligible
    /// Eligible, with something to be shown beside the name.
    case eligibleWithFlags = "eligible-with-flags"
    /// A recorded waiver opens what would block it.
    case eligibleByWaiver = "eligible-by-waiver"
    /// There is no room for it.
    case beyondQuota = "beyond-quota"
    case blocked, undetermined
    case notApplicable = "not-applicable"

    init(_ result: Standing.Result) {
        switch result {
        case .eligible: self = .eligible
        case .eligibleWithFlags: self = .eligibleWithFlags
        case .eligibleByWaiver: self = .eligibleByWaiver
        case .beyondQuota: self = .beyondQuota
        case .blocked: self = .blocked
        case .undetermined: self = .undetermined
        case .notApplicable: self = .notApplicable
        }
    }

    /// Whether the award may be given.
    public var isOpen: Bool {
        switch self {
        case .eligible, .eligibleWithFlags, .eligibleByWaiver: true
        case .beyondQuota, .blocked, .undetermined, .notApplicable: false
        }
    }
}
