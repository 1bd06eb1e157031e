import HeguiReview

/// One line of a report for test tools: a subject and a rule, or all subjects that meet it.
struct CheckCase {
    enum Result: Hashable {
        case passed
        /// It counts for the exit status.
        case failed
        /// It is not decided, or does not count; the reason goes with it.
        case skipped(DataText)
        /// It could not be checked.
        case errored
    }

    var name: DataText
    var result: Result
    /// The level or code that goes with what did not pass.
    var type: DataText = ""
    /// One line.
    var message: DataText = ""
    /// Further lines: what was found, where, what to do.
    var details: [DataText] = []
    var fingerprint: Fingerprint?
}

/// How many cases of a suite came to what.
struct CheckCounts: Equatable {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    mutating func add(_ result: CheckCase.Result, count: Int = 1) {
        tests += count
        switch result {
        case .passed: break
        case .failed: failures += count
        case .skipped: skipped += count
        case .errored: errors += count
        }
    }

    static func += (left: inout CheckCounts, right: CheckCounts) {
        left.tests += right.tests
        left.failures += right.failures
        left.errors += right.errors
        left.skipped += right.skipped
    }
}

/// The cases of one rule, or those about data or files.
struct CheckSuite {
    /// A rule's id, `data` or `files`.
    let id: String
    let clause: String
    let title: DataText
    var counts = CheckCounts()
}
