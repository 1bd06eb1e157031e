import HeguiPack

/// Where the seats end among candidates in order of rank.
struct Cut {
    /// Of all that may have a seat.
    let ranks: [Int]
    let ties: Award.Quota.Ties

    /// Returns whether the candidate of `rank` has a seat while `ahead` others stand before all;
    /// nil where people decide.
    func isIn(_ rank: Int, ahead: Int, seats: Int64) -> Bool? {
        let better = Int64(ahead + ranks.count { $0 < rank })
        let equals = Int64(ranks.count { $0 == rank })
        if better + equals <= seats { return true }
        if better >= seats { return false }
        switch ties {
        case .include: return true
        case .exclude: return false
        case .decide: return nil
        }
    }
}
