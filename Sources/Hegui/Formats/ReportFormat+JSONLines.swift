import HeguiReports

extension ReportFormat {
    /// JSON Lines for programs that read piece by piece, each described by
    /// `docs/schema/review-line.schema.json`.
    public static let jsonLines = ReportFormat("jsonl", fileName: "review.jsonl") {
        review, _, stream in
        JSONLinesReport(review.review, provenance: review.provenance).write(to: &stream)
    }
}
