/// Points: sums with signs, blocks and limits.
package struct ScoreQuantity: Sendable {
    /// A part of a score with limits and a weight of its own.
    package struct Block: Sendable {
        package let id: String
        package let title: LocalizedText?
        package let start: Operand<Ratio>?
        package let items: [Item]
        package let floor: Operand<Ratio>?
        package let ceiling: Operand<Ratio>?
        package let weight: Operand<Ratio>
    }

    /// What adds or takes points.
    package struct Item: Sendable {
        package enum Kind: Sendable {
            /// Its window is the score's, with the item's own row day.
            case add(TallyQuantity)
            case deduct(TallyQuantity)
            /// A number of the subject.
            case points(Expression)
        }

        package let id: String
        package let title: LocalizedText?
        package let kind: Kind
    }

    /// The multiple to which the result is rounded.
    package struct Round: Hashable, Sendable {
        package let step: Ratio
        package let rounding: Rounding
    }

    /// One with the id `score` where the pack writes no blocks.
    package let blocks: [Block]
    package let floor: Operand<Ratio>?
    package let ceiling: Operand<Ratio>?
    package let round: Round?
    package let window: Window?
}
