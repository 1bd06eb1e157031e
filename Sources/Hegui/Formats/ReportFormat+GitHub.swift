import HeguiReports

extension ReportFormat {
    /// Workflow commands that GitHub shows as annotations.
    public static let github = ReportFormat("github", fileName: "annotations.txt") {
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
