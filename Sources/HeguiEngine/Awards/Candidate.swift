import HeguiPack

/// A row of an award's dataset in the making of its standing.
final class Candidate {
    let row: RowReference
    var standing: Standing
    /// What it is ranked by.
    let key: Ratio?
    /// nil where that cannot be told.
    let isCandidate: Bool?

    init(row: RowReference, standing: Standing, key: Ratio?, isCandidate: Bool?) {
        self.row = row
        self.standing = standing
        self.key = key
        self.isCandidate = isCandidate
    }
}
