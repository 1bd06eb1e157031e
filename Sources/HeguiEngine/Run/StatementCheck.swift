package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack
import HeguiReview
package import HeguiTables

/// Checks waivers and explanations where there is no review, or before there is one.
package enum StatementCheck {
    /// What a waiver would do in a review.
    package enum Effect: Sendable {
        /// It covers the violation of the subject of that key and name.
        case covers(id: String, name: String)
        case nothing(Diagnostic)
    }

    /// Returns what can be said of statements without data: a rule that the pack does not have or that
    /// nothing waives, an approver who may not, a day on which they do not count, an explanation that
    /// says nothing, a waiver given twice.
    ///
    /// - Parameters:
    ///   - waivers: those to check, each against those before it.
    ///   - explanations: those to check.
    ///   - pack: the pack whose rules they name.
    ///   - asOf: the day on which they should count; nil leaves that out.
    /// - Returns: warnings, in the order of the statements.
    package static func diagnostics(
        waivers: [Waiver], explanations: [Explanation], pack: Pack, asOf: Day?
    ) -> [Diagnostic] {
        var matcher = StatementMatcher(pack)
        var diagnostics: [Diagnostic] = []
        var earlier = EarlierWaivers()
        for waiver in waivers {
            let first = earlier.repeated(by: waiver)
            earlier.add(waiver)
            if let unknown = matcher.unknownRule(of: StatementMatcher.Statement(waiver)) {
                diagnostics.append(unknown)
            } else if let obstacle = matcher.obstacle(to: waiver, on: asOf) {
                diagnostics.append(obstacle)
            } else if let first {
                diagnostics.append(.waiverRepeated(waiver, first: first))
            }
        }
        for explanation in explanations {
            if let unknown = matcher.unknownRule(of: StatementMatcher.Statement(explanation)) {
                diagnostics.append(unknown)
            } else if let obstacle = matcher.obstacle(to: explanation, on: asOf) {
                diagnostics.append(obstacle)
            }
        }
        return diagnostics
    }

    /// Returns what `waiver` would do in a review of `tables` on `asOf`, without their own waivers.
    ///
    /// - Complexity: that of a review by one rule.
    package static func effect(
        of waiver: Waiver, tables: Tables, pack: Pack, asOf: Day
    ) -> Effect? {
        var tables = tables
        tables.waivers = [waiver]
        tables.explanations = []
        tables.diagnostics = []
        let review = Plan(pack, rules: [waiver.rule]).run(tables: tables, asOf: asOf)
        if let covered = review.outcomes.those(of: [.waived]).first(where: { _ in true }) {
            return .covers(id: covered.subject.id, name: covered.subject.name)
        }
        return review.diagnostics.first { $0.location == waiver.location }.map(Effect.nothing)
    }
}

/// Waivers by what they are about, to find those that are given twice.
private struct EarlierWaivers {
    private struct Key: Hashable {
        let rule: String
        let subject: String

        init(_ waiver: Waiver) {
            rule = waiver.rule
            subject = waiver.subject
        }
    }

    /// With so many of one rule and subject a waiver is compared: nobody gives as many.
    private static let limit = 200

    private var waivers: [Key: [Waiver]] = [:]

    mutating func add(_ waiver: Waiver) {
        let key = Key(waiver)
        guard waivers[key]?.count ?? 0 < Self.limit else { return }
        waivers[key, default: []].append(waiver)
    }

    /// Returns the first that is about the same and counts on a day on which `waiver` does.
    func repeated(by waiver: Waiver) -> Waiver? {
        waivers[Key(waiver)]?.first { waiver.overlaps($0) }
    }
}
