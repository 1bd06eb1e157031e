import HeguiDiagnostics
import HeguiIntake
import HeguiReports

/// A copy of a workbook of a drop with its problem cells marked and commented.
public struct AnnotatedWorkbook: Sendable {
    /// What the pack says of the whole drop.
    public let review: DropReview
    /// How many cells are marked.
    public let cellCount: Int
    private let bytes: [UInt8]
    private let notes: CellNotes

    init(_ review: DropReview, notes: CellNotes, bytes: [UInt8], cellCount: Int) {
        self.review = review
        self.notes = notes
        self.bytes = bytes
        self.cellCount = cellCount
    }

    /// Returns the copy, to be written beside the original.
    public func file(name: String) -> ReportFile {
        let bytes = bytes
        return ReportFile(name: name, redaction: review.redaction) { $0.write(packed: bytes) }
    }

    /// Returns what was marked, and what could not be, for people; `path` is where the copy is.
    public func summary(path: String) -> String {
        notes.summary(cellCount: cellCount, path: path).string
    }

    /// Returns how many findings of `level` or a weightier one are marked.
    public func findings(atOrAbove level: FindingLevel) -> Int {
        notes.counts.reduce(0) { $1.key >= level.level ? $0 + $1.value : $0 }
    }
}
