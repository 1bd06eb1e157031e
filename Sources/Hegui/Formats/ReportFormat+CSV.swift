import HeguiReports

extension ReportFormat {
    /// Tables for spreadsheet programs: every outcome, the standing of every candidate, provenance.
    public static let csv = ReportFormat(
        "csv", fileNames: ["outcomes.csv", "standings.csv", "provenance.csv"]
    ) { fileName, review, options, stream in
        let report = CSVReport(review.review, language: options.language.language)
        switch fileName {
        case "standings.csv": report.writeStandings(to: &stream)
        case "provenance.csv": report.writeProvenance(review.provenance, to: &stream)
        default: report.writeOutcomes(of: review.provenance.listed, to: &stream)
        }
    }
}
