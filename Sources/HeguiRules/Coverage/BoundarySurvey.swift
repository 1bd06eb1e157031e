package import HeguiDiagnostics

/// All boundaries of a pack, and where in its expressions values meet them.
package struct BoundarySurvey: Sendable {
    /// In order of file and place.
    package let sites: [BoundarySite]
    /// Of the expressions that hold some, by where they stand.
    package let comparisons: [Span: [BoundaryComparison]]

    /// - Complexity: linear in the pack's expressions.
    package init(of pack: Pack) {
        var collector = BoundaryCollector(pack)
        for parameter in pack.parameters { collector.collect(parameter) }
        for dataset in pack.datasets {
            for column in dataset.columns { collector.collect(column, of: dataset) }
        }
        for rule in pack.rules { collector.collect(rule) }
        for award in pack.awards { collector.collect(award) }
        (sites, comparisons) = collector.finish()
    }
}

/// A part of an expression that compares what is found with a stated figure.
package struct BoundaryComparison: Sendable {
    package enum Kind: Sendable {
        /// `observed` and `stated` are the nodes of the operands.
        case operands(observed: Int, stated: Int)
        /// A table is asked for the value of `observed`.
        case table(parameter: String, observed: Int)
    }

    /// The node of the comparison or call.
    package let node: Int
    package let kind: Kind
    package let id: BoundarySite.ID
}
