package import HeguiDigests
package import HeguiEngine

/// What a review follows from besides what it holds itself: its pack with the parameters that were
/// set and the columns revealed, the digests of its files, and its day.
package struct Provenance: Sendable {
    package var engineVersion: String
    /// Of the pack's files; nil where there are none.
    package var packDigest: Digest?
    /// Of the calendar's file; nil for a pack without one.
    package var calendarDigest: Digest?
    /// By rule: the digest of all files that its outcomes follow from, other rules aside.
    package var ruleDigests: [String: Digest] = [:]
    /// What the report was limited to, as the user wrote it.
    package var only: [String] = []
    /// The outcomes that formats for programs only count and do not list.
    package var leftOut: Set<Verdict> = []

    /// The outcomes that formats for programs list.
    package var listed: Set<Verdict> { Set(Verdict.allCases).subtracting(leftOut) }

    package init(
        engineVersion: String = "", packDigest: Digest? = nil, calendarDigest: Digest? = nil,
        ruleDigests: [String: Digest] = [:]
    ) {
        self.engineVersion = engineVersion
        self.packDigest = packDigest
        self.calendarDigest = calendarDigest
        self.ruleDigests = ruleDigests
    }
}
