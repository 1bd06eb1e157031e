import FoundationEssentials
import HeguiReview

@testable import HeguiReports

/// The sample review as it is saved.
enum SavedSample {
    static func text(
        _ review: Review, provenance: Provenance = SampleReview.provenance
    ) throws -> String {
        try reportText { JSONReport(review, provenance: provenance).write(to: &$0) }
    }

    static func saved(
        _ review: Review, provenance: Provenance = SampleReview.provenance,
        name: String = "review.json"
    ) throws -> SavedReview {
        let text = try text(review, provenance: provenance)
        return try SavedReview(Data(text.utf8), name: name)
    }
}
