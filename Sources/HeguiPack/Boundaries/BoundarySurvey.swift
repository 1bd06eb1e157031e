package import HeguiDiagnostics

/// All boundaries of a pack, and where in its expressions values meet them.
package struct BoundarySurvey: Sendable {
    /// In order of file and place.
    package let sites: [BoundarySite]
    /// Of the expressions that hold some, by where they stand.
    package let comparisons: [Span: [BoundaryComparison]]

    package init(sites: [BoundarySite], comparisons: [Span: [BoundaryComparison]]) {
        self.sites = sites
        self.comparisons = comparisons
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

    package init(node: Int, kind: Kind, id: BoundarySite.ID) {
        self.node = node
        self.kind = kind
        self.id = id
    }
}
