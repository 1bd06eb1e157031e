import HeguiReports

extension ReportFormat {
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
}
