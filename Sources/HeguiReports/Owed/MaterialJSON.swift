import HeguiPack
package import HeguiReview

/// Writes who has not handed in what, for programs.
package struct MaterialJSON: Sendable {
    private let report: JSONReport
    private let review: Review
    private let provenance: Provenance

    package init(_ review: Review, provenance: Provenance) {
        self.review = review
        self.provenance = provenance
        report = JSONReport(review, provenance: provenance)
    }

    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 2)
        writer.object { writer in
            writer.member("format", "hegui-missing")
            writer.member("format_version", JSONReport.formatVersion)
            writer.key("provenance")
            writer.provenance(provenance, of: review)
            writer.key("forms")
            writer.array(MaterialForm.all(in: review)) { writer, form in
                writer.object { writer in
                    writer.member("annex", form.annex)
                    writer.member("title", form.title)
                    writer.member("due_from", form.expected)
                    writer.member("received", form.received)
                    writer.member("not_received", form.missing)
                    writer.member("not_due_yet", form.pending)
                    writer.member("unread", form.unread)
                    writer.member("two_versions", form.twoVersions)
                }
            }
            writer.key("material")
            writer.array(review.material.filter(\.isTold)) { report.write($1, to: &$0) }
        }
        stream = writer.finish()
    }
}
