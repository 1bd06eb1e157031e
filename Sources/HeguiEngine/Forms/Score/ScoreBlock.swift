import HeguiPack

/// A block of a score: what it begins with, its items one after another, and its limits.
struct ScoreBlock<Item: Sendable>: Sendable {
    let start: Ratio
    let items: [Item]
    let floor: Ratio?
    let ceiling: Ratio?
    let weight: Ratio
}
