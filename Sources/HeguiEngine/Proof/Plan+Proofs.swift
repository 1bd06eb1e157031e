package import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiTables

extension Plan {
    /// Returns why `rule` says what it says of each subject of that id or name.
    ///
    /// - Complexity: that of a review of the one rule, for each alternative of its parameters.
    package func proofs(
        of rule: String, for subject: String, tables: Tables, asOf: Day
    ) -> [Proof] {
        let run = ready(for: tables, asOf: asOf)
        let review = run.review()
        guard let planned = run.plan.rules.first(where: { $0.rule.id == rule }) else { return [] }
        let found = review.outcomes.filter {
            $0.rule == rule && ($0.subject.id == subject || $0.subject.name == subject)
        }
        return found.map { outcome in
            let readings = ReadingChanges(
                plan: self, rule: planned.rule, tables: tables, asOf: asOf)
            return ProofRun(
                run: run, planned: planned, outcome: outcome,
                readings: readings.changes(of: outcome)
            ).proof()
        }
    }
}

/// Tries the other readings of a rule's parameters.
private struct ReadingChanges {
    let plan: Plan
    let rule: Rule
    let tables: Tables
    let asOf: Day

    /// Returns the alternatives under which the verdict is another.
    func changes(of outcome: Outcome) -> [Proof.OtherReading] {
        let names = Set(plan.pack.parameters(of: rule).map(\.name))
        var changes: [Proof.OtherReading] = []
        for (index, parameter) in plan.pack.parameters.enumerated()
        where names.contains(parameter.name) {
            for alternative in parameter.alternatives {
                var other = plan
                other.pack.parameters[index].values = [
                    Parameter.Dated(from: nil, value: alternative.value)
                ]
                let review = other.run(tables: tables, asOf: asOf)
                let same = review.outcomes.first {
                    $0.rule == rule.id && $0.subject.row == outcome.subject.row
                }
                guard let same, same.verdict != outcome.verdict else { continue }
                changes.append(
                    Proof.OtherReading(
                        parameter: parameter, alternative: alternative, verdict: same.verdict))
            }
        }
        return changes
    }
}
