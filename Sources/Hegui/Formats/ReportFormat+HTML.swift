import HeguiReports

extension ReportFormat {
    /// One web page for people, which needs nothing but itself.
    ///
    /// It tells at most 3000 findings, and says how many it leaves out and where they are.
    public static let html = ReportFormat("html", fileName: "review.html") {
        review, options, stream in
        HTMLReport(
            review.review, language: options.language.language, provenance: review.provenance
        ).write(to: &stream)
    }
}
