import HeguiEngine
import HeguiIntake

extension DropReview {
    /// Returns the review with the digests of all files that were read.
    ///
    /// A large drop is reviewed without them, since they take as long as the rest.
    ///
    /// - Complexity: linear in the bytes of the files where one lacks its digest.
    func withDigests() -> DropReview {
        guard review.files.contains(where: { $0.digest == nil && $0.notRead == nil }) else {
            return self
        }
        let digests = FileDigests.of(drop)
        var review = review
        for index in review.files.indices where review.files[index].digest == nil {
            review.files[index].digest = digests[review.files[index].file]
        }
        return DropReview(review, tables: tables, provenance: provenance, drop: drop)
    }
}
