package import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiTables

/// Writes a review as a workbook: what an organisation department circulates, sorts and files.
///
/// What is held and written is bounded: the workbook says what it left out and where the rest is.
package struct XLSXReport: Sendable {
    /// How many rows a sheet has at most.
    package static let defaultLimit = 50_000

    let review: Review
    /// What was read, where annexes are to be filled in again.
    let tables: Tables?
    let say: Speaker
    let provenance: Provenance
    let limit: Int
    let index: ReviewIndex
    let grouping: OutcomeGrouping
    let facts: FactLines
    let digest: ReviewDigest

    package init(
        _ review: Review, tables: Tables?, language: Language,
        provenance: Provenance = Provenance(), limit: Int = XLSXReport.defaultLimit
    ) {
        self.review = review
        self.tables = tables
        say = Speaker(language)
        self.provenance = provenance
        self.limit = limit
        index = ReviewIndex(review.pack)
        facts = FactLines(say: say)
        grouping = OutcomeGrouping(review, index: index)
        digest = ReviewDigest(
            review, index: index, grouping: grouping, limit: limit, otherLimit: limit)
    }

    /// Writes the whole workbook.
    ///
    /// - Throws: what the library or the file system says where it cannot be written.
    package func write(to stream: inout ReportStream) throws {
        let font = say.language == .chinese ? "微软雅黑" : "Calibri"
        let workbook = try WorkbookWriter(
            title: say(review.pack.title), madeOn: review.asOf, font: font,
            redaction: stream.redaction)
        let clauses = ClauseRows(review.pack, sheet: say("条款对照", "Clauses"))
        // Sheets stand in the order in which they are added, and each is written at once.
        let annexes = (tables == nil ? [] : review.pack.annexes).compactMap { annex in
            tables.flatMap {
                RefilledAnnex(
                    annex, pack: review.pack, tables: $0, say: say, only: provenance.only)
            }
        }
        try writeSummary(annexes.map { say($0.annex.title) }, to: workbook)
        try writeMaterial(to: workbook)
        try writeRankings(to: workbook)
        try writeStandings(clauses, to: workbook)
        try writeFindings(clauses, to: workbook)
        try writeOthers(clauses, to: workbook)
        try writeData(to: workbook)
        try writeNotices(to: workbook)
        for annex in annexes { try write(annex, to: workbook) }
        try writeClauses(clauses, to: workbook)
        try writeFiles(to: workbook)
        try workbook.finish(to: &stream)
    }

    /// Adds a sheet that is one table below a frozen heading.
    func addTable(
        _ name: DataText, columns: [(title: DataText, width: Double)], to workbook: WorkbookWriter,
        _ body: (SheetWriter) -> Void
    ) throws {
        let sheet = try workbook.addSheet(name)
        sheet.setWidths(columns.map(\.width))
        sheet.setPaper(isLandscape: true, footer: pageFooter(sheet.name))
        sheet.add(columns.map { .text($0.title, .heading) }, height: 24)
        sheet.freeze()
        body(sheet)
        sheet.setFilter(heading: 0, columns: columns.count)
        try sheet.finish()
    }

    /// `问题清单 · 第 1 页，共 3 页`; the sign that begins codes is doubled.
    func pageFooter(_ name: MaskedText) -> MaskedText {
        let plain = name.escaped { $0 == "&" ? "&&" : nil }
        return say.language == .chinese
            ? "&C&9\(plain) · 第 &P 页，共 &N 页" : "&C&9\(plain) · page &P of &N"
    }

    /// Says in a row of its own how many rows a sheet leaves out, and where they are.
    func addLeftOut(_ count: Int, to sheet: SheetWriter, columns: Int) {
        guard count > 0 else { return }
        let text = say(
            "另有 \(count) 项未列出，全部见 CSV 或 JSON 格式（--format csv、--format json）",
            "\(count) more are not listed; all are in the CSV and JSON formats "
                + "(--format csv, --format json)")
        sheet.addMerged(.text(text, .body.with(fill: 0xFD_F1DC)), columns: columns)
    }

    /// The word of a level, on its colour.
    func cell(_ level: Level) -> SheetCell {
        let fill: UInt32 =
            switch level {
            case .mandatory: 0xFD_E2E0
            case .verify: 0xFD_F1DC
            case .hint: 0xE5_F2FA
            }
        return .text(say(level), .centred.with(fill: fill))
    }
}
