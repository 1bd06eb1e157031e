import HeguiRules

/// A row of an award's dataset in the making of its standing.
struct Candidate {
    let row: RowReference
    var standing: Standing
    /// What it is ranked by.
    let key: Ratio?
    /// nil where that cannot be told.
    let isCandidate: Bool?
}
