package import HeguiDiagnostics
package import HeguiPack

/// How much of a pack its examples and test cases try.
package struct Coverage: Sendable {
    /// How many of how many.
    package struct Part: Hashable, Sendable {
        package let covered: Int
        package let total: Int

        /// One where there is nothing to cover.
        package var share: Ratio { Ratio(Int64(covered), Int64(total)) ?? .one }
    }

    /// A rule or award with the outcomes that it can have and that examples have to show.
    package struct Owner: Sendable {
        package let id: String
        package let outcomes: [String]
        package let span: Span

        package init(id: String, outcomes: [String], span: Span) {
            self.id = id
            self.outcomes = outcomes
            self.span = span
        }
    }

    /// A rule or award and the outcomes that no example shows.
    package struct OutcomeGap: Sendable {
        package let owner: Owner
        package let untried: [String]
    }

    /// A boundary and the sides from which nothing tries it.
    package struct BoundaryGap: Sendable {
        package let site: BoundarySite
        package let untried: [BoundarySite.Mark]
    }

    package let rules: Part
    package let outcomes: Part
    package let boundaries: Part
    /// Rules and awards that no check that holds is about.
    package let untested: [Owner]
    package let outcomeGaps: [OutcomeGap]
    package let boundaryGaps: [BoundaryGap]

    /// The least of the three shares.
    package var share: Ratio { min(rules.share, outcomes.share, boundaries.share) }

    /// Counts what the checks of `results` that hold have shown.
    package init(of results: [CheckResult], owners: [Owner], sites: [BoundarySite]) {
        var shown: [String: Set<String>] = [:]
        var marks: Set<BoundaryMark> = []
        for result in results where result.holds {
            if let outcome = result.outcome {
                shown[result.check.target.id, default: []].insert(outcome)
            }
            marks.formUnion(result.marks)
        }
        untested = owners.filter { shown[$0.id] == nil }
        rules = Part(
            covered: owners.count - untested.count, total: owners.count)
        outcomeGaps = owners.compactMap { owner in
            let untried = owner.outcomes.filter { shown[owner.id]?.contains($0) != true }
            return untried.isEmpty ? nil : OutcomeGap(owner: owner, untried: untried)
        }
        let allOutcomes = owners.reduce(0) { $0 + $1.outcomes.count }
        outcomes = Part(
            covered: allOutcomes - outcomeGaps.reduce(0) { $0 + $1.untried.count },
            total: allOutcomes)
        boundaryGaps = sites.compactMap { site in
            let untried = site.asked.filter {
                !marks.contains(BoundaryMark(site: site.id, mark: $0))
            }
            return untried.isEmpty ? nil : BoundaryGap(site: site, untried: untried)
        }
        let allMarks = sites.reduce(0) { $0 + $1.asked.count }
        self.boundaries = Part(
            covered: allMarks - boundaryGaps.reduce(0) { $0 + $1.untried.count },
            total: allMarks)
    }
}

extension TestCase.Target {
    /// The id of the rule or award.
    package var id: String {
        switch self {
        case .rule(let id), .award(let id): id
        }
    }
}

/// A boundary and the side from which an example tried it.
package struct BoundaryMark: Hashable, Sendable {
    package let site: BoundarySite.ID
    package let mark: BoundarySite.Mark

    package init(site: BoundarySite.ID, mark: BoundarySite.Mark) {
        self.site = site
        self.mark = mark
    }
}
