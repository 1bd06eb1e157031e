import HeguiReports

extension ReportFormat {
    /// SARIF 2.1.0 for tools that show findings in the dropped files.
    public static let sarif = ReportFormat("sarif", fileName: "review.sarif") {
        review, options, stream in
        SARIFReport(
            review.review, provenance: review.provenance, language: options.language.language,
            scope: options.scope.scope, baseline: options.baseline?.baseline
        ).write(to: &stream, places: review.places)
    }
}
