import HeguiReports

/// Formats that people read.
extension ReportFormat {
    /// Text for people at a terminal.
    public static let text = ReportFormat(
        "text", fileName: "review.txt", isForScreens: true, statesDigests: false
    ) {
        review, options, stream in
        TextReport(
            review.review, scope: options.scope.scope, language: options.language.language,
            isColoured: options.isColoured, isBrief: options.isBrief,
            provenance: review.provenance
        ).write(to: &stream)
    }

    /// One web page for people, which needs nothing but itself.
    ///
    /// All findings are in it; the sheets of units hold at most 3000 and say how many they leave out.
    public static let html = ReportFormat("html", fileName: "review.html") {
        review, options, stream in
        HTMLReport(
            review.review, language: options.language.language, provenance: review.provenance,
            mendBy: options.mendBy
        ).write(to: &stream)
    }

    /// A workbook for people: ranking, awards, findings with filters, the pack's forms filled in
    /// again, every clause.
    ///
    /// A sheet has at most 50 000 rows and says how many it leaves out.
    public static let xlsx = ReportFormat("xlsx", fileName: "review.xlsx") {
        review, options, stream in
        try XLSXReport(
            review.review, tables: review.tables, language: options.language.language,
            provenance: review.provenance
        ).write(to: &stream)
    }

    /// Tables for spreadsheet programs: every outcome, the standing of every candidate, what became
    /// of the annexes that are due, provenance.
    public static let csv = ReportFormat(
        "csv", fileNames: ["outcomes.csv", "standings.csv", "material.csv", "provenance.csv"],
        isTable: true, statesDigests: false
    ) { fileName, review, options, stream in
        let report = CSVReport(review.review, language: options.language.language)
        switch fileName {
        case "standings.csv": report.writeStandings(to: &stream)
        case "material.csv": report.writeMaterial(to: &stream)
        case "provenance.csv": report.writeProvenance(review.provenance, to: &stream)
        default: report.writeOutcomes(of: review.provenance.listed, to: &stream)
        }
    }
}
