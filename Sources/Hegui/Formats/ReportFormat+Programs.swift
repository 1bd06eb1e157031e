import HeguiReports

/// Formats that programs read.
extension ReportFormat {
    /// JSON for programs, described by `docs/schema/review.schema.json`.
    public static let json = ReportFormat("json", fileName: "review.json") { review, _, stream in
        JSONReport(review.review, provenance: review.provenance).write(to: &stream)
    }

    /// JSON Lines for programs that read piece by piece, each described by
    /// `docs/schema/review-line.schema.json`.
    public static let jsonLines = ReportFormat("jsonl", fileName: "review.jsonl") {
        review, _, stream in
        JSONLinesReport(review.review, provenance: review.provenance).write(to: &stream)
    }

    /// SARIF 2.1.0 for tools that show findings in the dropped files.
    public static let sarif = ReportFormat("sarif", fileName: "review.sarif") {
        review, options, stream in
        SARIFReport(
            review.review, provenance: review.provenance, language: options.language.language,
            scope: options.scope.scope, baseline: options.baseline?.baseline
        ).write(to: &stream, places: review.places)
    }

    /// JUnit XML for tools that show the results of tests.
    public static let junit = ReportFormat("junit", fileName: "review.xml") {
        review, options, stream in
        JUnitReport(review.suites(options)).write(to: &stream)
    }

    /// TAP 14 for tools that read the results of tests line by line.
    public static let tap = ReportFormat("tap", fileName: "review.tap") {
        review, options, stream in
        TAPReport(review.suites(options)).write(to: &stream)
    }

    /// Workflow commands that GitHub shows as annotations.
    public static let github = ReportFormat(
        "github", fileName: "annotations.txt", statesDigests: false
    ) {
        review, options, stream in
        AnnotationReport(
            review.review, provenance: review.provenance, language: options.language.language
        ).write(to: &stream, places: review.places)
    }

    /// A summary in Markdown, as GitHub shows it beside a job.
    public static let markdown = ReportFormat("markdown", fileName: "summary.md") {
        review, options, stream in
        MarkdownReport(
            review.review, provenance: review.provenance, language: options.language.language
        ).write(to: &stream)
    }
}

extension DropReview {
    /// The review in suites of cases, as tools for tests know them.
    fileprivate func suites(_ options: ReportOptions) -> CheckSuites {
        CheckSuites(
            review, provenance: provenance, language: options.language.language,
            failLevel: options.failLevel?.level, baseline: options.baseline?.baseline)
    }
}
