package import HeguiDiagnostics

/// A place of a pack where what is found meets a figure that the pack states.
package struct BoundarySite: Sendable {
    /// Where the figure is written; the inner edges of a table differ by their point.
    package struct ID: Hashable, Sendable {
        package let span: Span
        package let point: BracketTable.Point?

        package init(_ span: Span, point: BracketTable.Point? = nil) {
            self.span = span
            self.point = point
        }
    }

    /// Where a value that was found lies beside the figure.
    package enum Mark: String, CaseIterable, Sendable {
        case below, at, above
    }

    /// What counts as just below and just above.
    package enum Scale: Hashable, Sendable {
        /// A number that differs by this much at most.
        case step(Ratio)
        /// A day, one before or after.
        case day
        /// A share of rows: one row more or fewer crosses the figure.
        case share
        /// Seats: one candidate more or fewer crosses a whole seat.
        case quota
    }

    package let id: ID
    /// The rule, award, parameter or `dataset.column` that states the figure.
    package let owner: String
    /// The figure as people find it: `at_least 2`.
    package let label: String
    package let scale: Scale
    /// The figure, where it is the same for everybody.
    package let stated: Ratio?
    /// What examples have to try; not what cannot be.
    package let asked: [Mark]

    package init(
        id: ID, owner: String, label: String, scale: Scale, stated: Ratio?, asked: [Mark]
    ) {
        self.id = id
        self.owner = owner
        self.label = label
        self.scale = scale
        self.stated = stated
        self.asked = asked
    }
}

extension BoundarySite.Scale {
    /// Returns where `observed` lies beside `stated`, nil where it is not near.
    package func mark(_ observed: Ratio, _ stated: Ratio) -> BoundarySite.Mark? {
        if observed == stated { return .at }
        guard let distance = max(observed, stated).subtracting(min(observed, stated)) else {
            return nil
        }
        let isNear: Bool =
            switch self {
            case .step(let step): distance <= step
            case .day: distance <= .one
            case .share: distance <= Ratio(1, observed.denominator) ?? .one
            case .quota: distance < .one
            }
        guard isNear else { return nil }
        return observed < stated ? .below : .above
    }
}
