package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack

/// One of the parts that an outcome is put together from: a sub-period, a step, an alternative,
/// an item of a score, the run of a streak.
package struct OutcomePart: Hashable, Sendable {
    /// Such as `2013-Q2`, a day, or the id that the pack gives it.
    package var id: String
    package var title: Message?
    /// nil for what has no verdict of its own, as an item of a score.
    package var verdict: Verdict?
    package var observed: String?
    package var required: String?
    package var gap: Ratio?
    package var due: Day?
    /// What the rows give before caps and limits, as text.
    package var raw: String?
    /// What people should know besides.
    package var note: Message?

    package init(id: String, title: Message? = nil, verdict: Verdict? = nil) {
        self.id = id
        self.title = title
        self.verdict = verdict
    }
}
