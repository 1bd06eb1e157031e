public import HeguiCalendar
import HeguiDiagnostics
import HeguiReports
import HeguiReview
import HeguiSheets
import HeguiTables

/// A copy of a file of a drop with its problem cells marked and commented.
public struct AnnotatedWorkbook: Sendable {
    /// What the pack says of the whole drop.
    public let review: DropReview
    /// How many cells are marked.
    public let cellCount: Int
    private let bytes: [UInt8]
    private let notes: CellNotes
    private let otherKind: String?
    private let hasCover: Bool

    init(
        _ review: DropReview, notes: CellNotes, bytes: [UInt8], cellCount: Int,
        otherKind: String?, hasCover: Bool
    ) {
        self.review = review
        self.notes = notes
        self.bytes = bytes
        self.cellCount = cellCount
        self.otherKind = otherKind
        self.hasCover = hasCover
    }

    /// Whether there is anything in the copy that is not in the original.
    public var isNeeded: Bool { cellCount > 0 || hasCover && !notes.isEmpty }

    /// Returns the copy, to be written beside the original.
    public func file(name: String) -> ReportFile {
        let bytes = bytes
        return ReportFile(name: name, redaction: review.redaction) { $0.write(packed: bytes) }
    }

    /// Returns what was marked, and what could not be, for people; `path` is where the copy is.
    public func summary(path: String) -> String {
        let path = DisplayName.text(FilePath(path).bytes)
        let words = CopySummary(notes.language, review.redaction)
        let kind = otherKind.map { words.otherKind($0).string }
        return notes.summary(cellCount: cellCount, path: path, hasCover: hasCover).string
            + (isNeeded ? kind ?? "" : "")
    }

    /// Returns where the copy of the file at `path` goes if nobody says otherwise: beside it.
    public func path(besideFileAt path: String) -> String {
        let mark = Message(zh: ".已标注", en: ".annotated").text(in: notes.language)
        let bytes = FilePath(path).lastComponent
        let folder = PathText.text(of: Array(FilePath(path).bytes.dropLast(bytes.count)))
        let isText = String(validating: bytes, as: UTF8.self) != nil
        let name = isText ? String(decoding: bytes, as: UTF8.self) : DisplayName.text(bytes)
        return folder + CopyNames.beside(name, mark: mark, isWorkbook: otherKind == nil)
    }

    /// Returns how many findings of `level` or a weightier one are in the copy.
    public func findings(atOrAbove level: FindingLevel) -> Int {
        hasCover
            ? notes.findings(atOrAbove: level.level)
            : notes.counts.reduce(0) { $1.key >= level.level ? $0 + $1.value : $0 }
    }
}

extension RulePack {
    /// Returns a copy of the file at `path` in which each cell that something is wrong with is marked
    /// and commented: what is wrong, what is expected, what to do.
    ///
    /// All else of a workbook is as it was: formulas, merged cells, hidden sheets, widths. Of any other
    /// kind of file the copy is a workbook with the same cells at the same places. What the copy follows
    /// from stands in its custom properties, whose names begin with `hegui.`.
    ///
    /// - Parameters:
    ///   - path: a file with cells.
    ///   - others: what else is needed to judge it, such as the roster and the registers.
    ///   - asOf: the day that counts as today.
    ///   - language: the language of the comments.
    ///   - hasCover: whether a sheet is put in front that lists what is said of the file, with what to
    ///     do and room for the reply.
    /// - Returns: the copy, not yet written, with the review that it rests on.
    /// - Throws: `ReviewFailure` where it has no cells or cannot be read.
    public func annotate(
        _ path: String, with others: DropPaths = [], asOf: Day, in language: ReportLanguage,
        hasCover: Bool = false
    ) throws(ReviewFailure) -> AnnotatedWorkbook {
        let source = FileSource.disk(FilePath(path))
        let bytes: [UInt8]?
        do {
            bytes = try source.bytes(limit: IntakeLimits().fileBytes, name: path)
        } catch {
            throw ReviewFailure(.unreadable(path))
        }
        // It may lie in a folder or an archive that is given as well.
        let places = DropPlaces(others.selection)
        let known = places.name(ofFileAt: path) ?? bytes.flatMap { places.name(ofPacked: $0) }
        let drop = known == nil ? others.adding(path) : others
        let name = known ?? DropPlaces(drop.selection).name(ofFileAt: path) ?? path
        let review = review(drop: drop, asOf: asOf).withDigests().withMaterial(ofFile: name)
        let account = try read(name, in: review)
        let maker = CopyMaker(review: review, language: language, hasCover: hasCover)
        let original = CopyMaker.Original(
            account, at: source, name: DisplayName.text(FilePath(path).lastComponent))
        return try maker.copy(
            of: original, CellNotes(review.review, file: name, language: language.language),
            properties: maker.properties())
    }

    /// A file that was not read has no cells to mark, which must not look like a clean one.
    private func read(_ name: String, in review: DropReview) throws(ReviewFailure) -> FileAccount {
        let account = review.review.files.first { $0.file == name }
        if let account, account.notRead == nil { return account }
        let reason = account?.notRead ?? Message(zh: "未读取", en: "not read")
        throw ReviewFailure(
            Message(zh: "没有读取 `\(name)`：\(reason.zh)", en: "`\(name)` was not read: \(reason.en)"))
    }
}
