import HeguiReports

extension ReportFormat {
    /// Tables for spreadsheet programs: every outcome, and the standing of every candidate.
    public static let csv = ReportFormat("csv", fileNames: ["outcomes.csv", "standings.csv"]) {
        fileName, review, options, stream in
        let report = CSVReport(review.review, language: options.language.language)
        if fileName == "standings.csv" {
            report.writeStandings(to: &stream)
        } else {
            report.writeOutcomes(to: &stream)
        }
    }
}
