public import HeguiCalendar
import HeguiDiagnostics
import HeguiReports
import HeguiReview
import HeguiSheets
import HeguiTables

/// Marked copies of the files of a folder, each with a cover for whoever handed it in.
public struct AnnotatedFolder: Sendable {
    /// What the pack says of the whole drop.
    public let review: DropReview
    /// Where the copies go, relative to the folder for them; one for each file with findings.
    public let paths: [String]
    private let files: [(original: CopyMaker.Original, notes: CellNotes)]
    private let others: [FileAccount]
    private let untold: Int
    private let maker: CopyMaker

    init(
        _ maker: CopyMaker, files: [(CopyMaker.Original, CellNotes)], others: [FileAccount],
        untold: Int
    ) {
        let files = files.map { (original: $0, notes: $1) }
        review = maker.review
        self.maker = maker
        self.untold = untold
        // What is without findings takes its name too, so that a later copy of it would not shift others.
        let names = CopyNames.relative(
            files.map { ($0.original.name, $0.original.isWorkbook) })
        let marked = files.indices.filter { !files[$0].notes.isEmpty }
        self.files = marked.map { files[$0] }
        paths = marked.map { names[$0] }
        self.others = others + files.filter(\.notes.isEmpty).map(\.original.account)
    }

    /// Returns the copy at one of `paths`, by its number. Copies are made one at a time, so that a
    /// large folder is never held as a whole.
    ///
    /// - Throws: `ReviewFailure` where the file has changed meanwhile and cannot be read any more.
    public func workbook(_ number: Int) throws(ReviewFailure) -> AnnotatedWorkbook {
        let (original, notes) = files[number]
        return try maker.copy(
            of: original, notes, properties: maker.properties(ofFile: original.account.file))
    }

    /// Returns how many findings of `level` or a weightier one are in the copies.
    public func findings(atOrAbove level: FindingLevel) -> Int {
        files.reduce(0) { $0 + $1.notes.findings(atOrAbove: level.level) }
    }

    /// Returns what there is no copy of, for people: files without findings, and files that were not
    /// read, with the reason; and how many violations no copy tells of.
    public func others(in language: ReportLanguage) -> String {
        CopySummary(language.language, review.redaction).others(others, untold: untold).string
    }
}

extension RulePack {
    /// Returns marked copies of all files of a folder in which something is found, judged together.
    ///
    /// Each copy has a cover in front, with all that is said of the file and of nothing else.
    ///
    /// - Parameters:
    ///   - folder: the folder, with all below it.
    ///   - others: what else is needed to judge it, such as registers that lie elsewhere.
    ///   - asOf: the day that counts as today.
    ///   - language: the language of covers and comments.
    /// - Returns: the copies, not yet made, with the review that they rest on.
    public func annotate(
        folder: String, with others: DropPaths = [], asOf: Day, in language: ReportLanguage
    ) -> AnnotatedFolder {
        let drop = others.adding(folder)
        let review = review(drop: drop, asOf: asOf).withDigests().withMaterial()
        let names = DropIdentities(DropListing(of: drop.selection))
        let accounts = Dictionary(
            review.review.files.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        var originals: [CopyMaker.Original] = []
        // Statements have no cells, and what was not read has none to mark.
        var withoutCells: [FileAccount] = []
        for found in DropListing(of: DropPaths([folder]).selection).found {
            guard let account = accounts[names.name(of: found.source) ?? found.name] else {
                continue
            }
            if account.notRead == nil, !account.sheets.isEmpty {
                originals.append(
                    CopyMaker.Original(account, at: found.source, name: found.name))
            } else {
                withoutCells.append(account)
            }
        }
        let (notes, untold) = CellNotes.all(
            review.review, files: originals.map(\.account.file), language: language.language,
            isForOwners: true)
        let maker = CopyMaker(review: review, language: language, hasCover: true)
        return AnnotatedFolder(
            maker, files: Array(zip(originals, notes)), others: withoutCells, untold: untold)
    }
}
