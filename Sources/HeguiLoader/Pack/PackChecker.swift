import HeguiDiagnostics
import HeguiPack

/// Checks that clauses, rules, awards and parameters name each other and agree.
struct PackChecker {
    let context: LoadContext
    let clauses: [Clause]
    /// The ids of all clauses, even of a clause that could not be read.
    let clauseIDs: [String]
    let rules: [Rule]
    let awards: [Award]
    let parameters: [Parameter]
    /// The paths of all files: what has a file of its own but could not be read is not missing.
    let written: Set<String>

    func check() {
        // Test cases and reports name rules and awards alike.
        context.areUnique(rules.map { ($0.id, $0.span) } + awards.map { ($0.id, $0.span) })
        for rule in rules { checkClauses([rule.clause] + rule.also, at: rule.span) }
        for award in awards {
            checkClauses([award.clause] + award.also + award.gates.map(\.clause), at: award.span)
        }
        for rule in rules { checkReplaced(by: rule) }
        checkWaiting()
        for parameter in parameters { checkClauses([parameter.clause], at: parameter.span) }
        for clause in clauses {
            checkAnswered(clause)
            checkRules(of: clause)
            checkAwards(of: clause)
        }
        checkListed()
    }

    private func checkClauses(_ ids: [String], at span: Span) {
        for id in Set(ids).subtracting(clauseIDs).sorted() {
            context.report(.clauseUnknown(id, among: clauseIDs, at: span))
        }
    }

    private func checkAnswered(_ clause: Clause) {
        let needsRule = [.check, .parameterCheck, .crossRegister, .gate].contains(clause.kind)
        let hasRule = !clause.rules.isEmpty || !clause.awards.isEmpty
        let words = [clause.evidence, clause.definition, clause.notCheckable]
        let hasAnswer = hasRule || words.contains { $0.map { !$0.isBlank } ?? false }
        guard needsRule ? !hasRule : !hasAnswer else { return }
        context.report(.clauseUnanswered(clause, needsRule: needsRule))
    }

    private func checkRules(of clause: Clause) {
        for id in clause.rules {
            guard let rule = rules.first(where: { $0.id == id }) else {
                reportMissingRule(id, at: clause.span)
                continue
            }
            if rule.clause != clause.id, !rule.also.contains(clause.id) {
                context.report(.clauseUnnamed(clause, by: rule))
            }
        }
    }

    private func checkAwards(of clause: Clause) {
        for id in clause.awards {
            guard let award = awards.first(where: { $0.id == id }) else {
                if hasFile(id) { continue }
                context.report(.awardUnknown(id, among: awards.map(\.id), at: clause.span))
                continue
            }
            if award.clause != clause.id, !award.also.contains(clause.id) {
                context.report(.clauseUnnamed(clause, by: award))
            }
        }
    }

    private func checkReplaced(by rule: Rule) {
        guard let id = rule.replaces, !rules.contains(where: { $0.id == id && id != rule.id })
        else { return }
        reportMissingRule(id, at: rule.span)
    }

    /// Awards come after others that exist, and do not wait for each other.
    private func checkWaiting() {
        var done: Set<String> = []
        func visit(_ id: String, path: [String]) {
            guard !done.contains(id), let award = awards.first(where: { $0.id == id }) else {
                return
            }
            if let start = path.firstIndex(of: id) {
                context.report(.awardsCyclic(path[start...] + [id], at: award.span))
                done.insert(id)
                return
            }
            for next in award.after { visit(next, path: path + [id]) }
            done.insert(id)
        }
        for award in awards {
            visit(award.id, path: [])
        }
    }

    /// The other way round: a rule that names a clause is listed there.
    private func checkListed() {
        for rule in rules {
            for clause in clauses where ([rule.clause] + rule.also).contains(clause.id) {
                if !clause.rules.contains(rule.id) {
                    context.report(.ruleUnlisted(rule, in: clause))
                }
            }
        }
    }

    private func reportMissingRule(_ id: String, at span: Span) {
        if hasFile(id) { return }
        context.report(.ruleUnknown(id, among: rules.map(\.id), at: span))
    }

    private func hasFile(_ id: String) -> Bool {
        written.contains { $0.hasSuffix("/" + id + ".yaml") }
    }
}
