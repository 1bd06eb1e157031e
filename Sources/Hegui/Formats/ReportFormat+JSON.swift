import HeguiReports

extension ReportFormat {
    /// JSON for programs, described by `docs/schema/review.schema.json`.
    public static let json = ReportFormat("json", fileName: "review.json") { review, _, stream in
        JSONReport(review.review, provenance: review.provenance).write(to: &stream)
    }
}
