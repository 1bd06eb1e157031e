/// How much a diagnostic matters: only an `error` stops the work.
package enum Severity: String, Comparable, Hashable, Sendable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
