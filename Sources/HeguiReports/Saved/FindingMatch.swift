/// Which findings of two reviews are the same: those that match uniquely, one to one.
///
/// A fingerprint that several findings of a review have tells none of them from the others. Then
/// those count as the same that also say the same, as often in both reviews.
struct FindingMatch: Sendable {
    /// What a finding is known by, and the hash of what it says.
    struct Finding: Sendable {
        let fingerprint: String
        let content: Int

        init(_ fingerprint: String, saying content: String) {
            self.fingerprint = fingerprint
            self.content = content.hashValue
        }
    }

    /// By fingerprint: how often each content is there.
    private typealias Counts = [String: [Int: Int]]

    /// The fingerprints that match by themselves, and with contents those that match only so.
    private var known: [String: Set<Int>?] = [:]

    /// - Complexity: linear in the findings.
    init(_ old: some Sequence<Finding>, _ new: some Sequence<Finding>) {
        let (old, new) = (Self.counts(old), Self.counts(new))
        for (fingerprint, contents) in new {
            guard let before = old[fingerprint] else { continue }
            if contents.values.reduce(0, +) == 1, before.values.reduce(0, +) == 1 {
                known[fingerprint] = .some(nil)
                continue
            }
            known[fingerprint] = Set(contents.filter { before[$0] == $1 }.keys)
        }
    }

    /// Returns whether the other review has the finding.
    func contains(_ finding: Finding) -> Bool {
        guard let contents = known[finding.fingerprint] else { return false }
        return contents?.contains(finding.content) ?? true
    }

    private static func counts(_ findings: some Sequence<Finding>) -> Counts {
        var counts: Counts = [:]
        for finding in findings {
            counts[finding.fingerprint, default: [:]][finding.content, default: 0] += 1
        }
        return counts
    }
}
