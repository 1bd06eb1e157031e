import HeguiReports

extension ReportFormat {
    /// TAP 14 for tools that read the results of tests line by line.
    public static let tap = ReportFormat("tap", fileName: "review.tap") {
        review, options, stream in
        TAPReport(
            review.review, provenance: review.provenance, language: options.language.language,
            failLevel: options.failLevel?.level, baseline: options.baseline?.baseline
        ).write(to: &stream)
    }
}
