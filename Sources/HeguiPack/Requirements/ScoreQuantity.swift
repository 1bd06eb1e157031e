package import HeguiDiagnostics

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

        package init(
            id: String, title: LocalizedText?, start: Operand<Ratio>?, items: [Item],
            floor: Operand<Ratio>?, ceiling: Operand<Ratio>?, weight: Operand<Ratio>
        ) {
            self.id = id
            self.title = title
            self.start = start
            self.items = items
            self.floor = floor
            self.ceiling = ceiling
            self.weight = weight
        }
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

        package init(id: String, title: LocalizedText?, kind: Kind) {
            self.id = id
            self.title = title
            self.kind = kind
        }
    }

    /// The multiple to which the result is rounded.
    package struct Round: Hashable, Sendable {
        package let step: Ratio
        package let rounding: Rounding
        /// Where it is written.
        package let span: Span?

        package init(step: Ratio, rounding: Rounding, at span: Span?) {
            self.step = step
            self.rounding = rounding
            self.span = span
        }
    }

    /// One with the id `score` where the pack writes no blocks.
    package let blocks: [Block]
    package let floor: Operand<Ratio>?
    package let ceiling: Operand<Ratio>?
    package let round: Round?
    package let window: Window?

    package init(
        blocks: [Block], floor: Operand<Ratio>?, ceiling: Operand<Ratio>?, round: Round?,
        window: Window?
    ) {
        self.blocks = blocks
        self.floor = floor
        self.ceiling = ceiling
        self.round = round
        self.window = window
    }
}
