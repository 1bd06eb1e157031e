import HeguiReports

extension ReportFormat {
    /// Text for people at a terminal.
    public static let text = ReportFormat("text", fileName: "review.txt", isForScreens: true) {
        review, options, stream in
        TextReport(
            review.review, scope: options.scope.scope, language: options.language.language,
            isColoured: options.isColoured, provenance: review.provenance
        ).write(to: &stream)
    }
}
