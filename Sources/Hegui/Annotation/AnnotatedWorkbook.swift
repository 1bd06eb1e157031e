public import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiReports
import HeguiReview
import HeguiSheets
import HeguiTables

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

extension RulePack {
    /// Returns a copy of the workbook at `path` in which each cell that something is wrong with is
    /// marked and commented: what is wrong, what is expected, what to do.
    ///
    /// All else of the workbook is as it was: formulas, merged cells, hidden sheets, widths. What the
    /// copy follows from stands in its custom properties, whose names begin with `hegui.`.
    ///
    /// - Parameters:
    ///   - path: the workbook, `.xlsx` or `.xlsm`.
    ///   - others: what else is needed to judge it, such as the roster and the registers.
    ///   - asOf: the day that counts as today.
    ///   - language: the language of the comments.
    /// - Returns: the copy, not yet written, with the review that it rests on.
    /// - Throws: `ReviewFailure` where it is no workbook or cannot be read.
    public func annotate(
        _ path: String, with others: DropPaths = [], asOf: Day, in language: ReportLanguage
    ) throws(ReviewFailure) -> AnnotatedWorkbook {
        guard let bytes = Intake(pack).bytes(of: path) else {
            throw ReviewFailure(.unreadable(path))
        }
        // It may lie in a folder or an archive that is given as well.
        let places = DropPlaces(others.selection)
        let known = places.name(ofFileAt: path) ?? places.name(ofPacked: bytes)
        let drop = known == nil ? others.adding(path) : others
        let name = known ?? DropPlaces(drop.selection).name(ofFileAt: path) ?? path
        let review = review(drop: drop, asOf: asOf).withDigests().withMaterial(ofFile: name)
        try check(name, in: review)
        let notes = CellNotes(review.review, file: name, language: language.language)
        do {
            let author = Message(zh: "合规审查", en: "Hegui").text(in: language.language)
            let result = try WorkbookAnnotator.annotate(
                bytes, file: name, notes: notes.notes, author: author,
                properties: properties(of: review))
            return AnnotatedWorkbook(
                review, notes: notes, bytes: result.bytes, cellCount: result.cellCount)
        } catch {
            throw ReviewFailure([error.diagnostic], texts: [:])
        }
    }

    /// What a copy says of itself, with no more of its files' names than a report would.
    private func properties(of review: DropReview) -> [(name: String, value: String)] {
        ProvenanceList(review.review, review.provenance).entries.map { name, value in
            let masked = { review.redaction.masked($0).visible.string }
            return (masked(name), masked(value))
        }
    }

    /// A file that was not read has no cells to mark, which must not look like a clean one.
    private func check(_ name: String, in review: DropReview) throws(ReviewFailure) {
        let account = review.review.files.first { $0.file == name }
        if let reason = account?.notRead {
            throw ReviewFailure(
                Message(
                    zh: "没有读取 `\(name)`：\(reason.zh)", en: "`\(name)` was not read: \(reason.en)"))
        }
        guard account?.format == "XLSX" else {
            throw ReviewFailure(
                Message(
                    zh: "`\(name)` 不是 .xlsx 工作簿，不能标注",
                    en: "`\(name)` is no .xlsx workbook and cannot be marked"),
                help: Message(
                    zh: "请用 WPS 或 Excel 另存为 .xlsx", en: "save it as .xlsx in WPS or Excel"))
        }
    }
}
