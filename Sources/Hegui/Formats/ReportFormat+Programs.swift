import HeguiReports

/// Formats that programs read.
extension ReportFormat {
    /// JSON for programs, described by `docs/schema/review.schema.json`.
    public static let json = ReportFormat(
        "json", fileName: "review.json", listsEveryOutcome: true
    ) { review, _, stream in
        JSONReport(review.review, provenance: review.provenance).write(to: &stream)
    }

    /// JSON Lines for programs that read piece by piece, each described by
    /// `docs/schema/review-line.schema.json`.
    public static let jsonLines = ReportFormat(
        "jsonl", fileName: "review.jsonl", listsEveryOutcome: true
    ) { review, _, stream in
        JSONLinesReport(review.review, provenance: review.provenance).write(to: &stream)
    }

    /// SARIF 2.1.0 for tools that show findings in the dropped files.
    public static let sarif = ReportFormat("sarif", fileName: "review.sarif") {
        review, options, stream in
        SARIFReport(
            review.review, provenance: review.provenance, language: options.language.language,
            scope: options.scope.scope, baseline: options.baseline?.baseline,
            limit: options.maxResults, leavesOutSettled: options.leavesOutWaived,
            helpLink: options.helpLinks.map { $0.address(of:) }
        ).write(to: &stream, places: review.places)
    }

    /// JUnit XML for tools that show the results of tests.
    public static let junit = ReportFormat("junit", fileName: "review.xml") {
        review, options, stream in
        JUnitReport(review.suites(options, limit: options.maxResults)).write(to: &stream)
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
            review.review, provenance: review.provenance, language: options.language.language,
            limit: options.maxResults
        ).write(to: &stream, places: review.places)
    }

    /// A code quality report, which GitLab shows in merge requests.
    ///
    /// It has no place for what it follows from, so a table beside it says that.
    public static let gitlab = ReportFormat(
        "gitlab", fileNames: ["gl-code-quality-report.json", "gitlab-provenance.csv"], isTable: true
    ) { fileName, review, options, stream in
        guard fileName != "gitlab-provenance.csv" else {
            return CSVReport(review.review, language: options.language.language)
                .writeProvenance(review.provenance, to: &stream)
        }
        CodeQualityReport(
            review.review, language: options.language.language, limit: options.maxResults
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
    fileprivate func suites(_ options: ReportOptions, limit: Int? = nil) -> CheckSuites {
        CheckSuites(
            review, provenance: provenance, language: options.language.language,
            failLevel: options.failLevel?.level, baseline: options.baseline?.baseline,
            limit: limit)
    }
}
