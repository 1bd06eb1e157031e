import HeguiReports

extension ReportFormat {
    /// JUnit XML for tools that show the results of tests.
    public static let junit = ReportFormat("junit", fileName: "review.xml") {
        review, options, stream in
        JUnitReport(
            review.review, provenance: review.provenance, language: options.language.language,
            failLevel: options.failLevel?.level, baseline: options.baseline?.baseline
        ).write(to: &stream)
    }
}
