import HeguiDiagnostics

/// Checks that clauses, rules, awards and parameters speak of each other and agree.
struct PackChecker {
    let context: LoadContext
    let clauses: [Clause]
    /// The ids of all clauses, also of those that could not be read.
    let clauseIDs: [String]
    let rules: [Rule]
    let awards: [Award]
    let parameters: [Parameter]
    /// The paths of all files: what has a file of its own but could not be read is not missing.
    let written: Set<String>

    func check() {
        // Test cases and reports name rules and awards alike.
        checkUnique(rules.map { ($0.id, $0.span) } + awards.map { ($0.id, $0.span) })
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

    private func checkUnique(_ names: [(String, Span)]) {
        var seen: [String: Span] = [:]
        for (name, span) in names {
            if let first = seen[name] {
                context.reportDuplicate("`\(name)`", at: span, first: first)
            } else {
                seen[name] = span
            }
        }
    }

    private func checkClauses(_ ids: [String], at span: Span) {
        for id in Set(ids).subtracting(clauseIDs).sorted() {
            context.reportUnknown(
                "R0211", Message(zh: "没有条款 `\(id)`", en: "no clause `\(id)`"), id,
                among: clauseIDs, at: span)
        }
    }

    private func checkAnswered(_ clause: Clause) {
        let needsRule = [.check, .parameterCheck, .crossRegister, .gate].contains(clause.kind)
        let hasRule = !clause.rules.isEmpty || !clause.awards.isEmpty
        let words = [clause.evidence, clause.definition, clause.notCheckable]
        let hasAnswer = hasRule || words.contains { $0.map { !$0.isBlank } ?? false }
        guard needsRule ? !hasRule : !hasAnswer else { return }
        context.report(
            "R0301",
            Message(
                zh: "条款 `\(clause.id)` 没有说明怎样检查",
                en: "clause `\(clause.id)` does not say how it is checked"),
            at: clause.span,
            help: needsRule
                ? Message(zh: "列出 `rules` 或 `awards`", en: "name its `rules` or `awards`")
                : Message(
                    zh: "写明 `rules`、`evidence`、`definition` 或 `not_checkable`",
                    en: "give `rules`, `evidence`, `definition` or `not_checkable`"))
    }

    private func checkRules(of clause: Clause) {
        for id in clause.rules {
            guard let rule = rules.first(where: { $0.id == id }) else {
                reportMissing("R0212", "规则", "rule", id, rules.map(\.id), clause.span)
                continue
            }
            if rule.clause != clause.id, !rule.also.contains(clause.id) {
                reportOneSided("规则 `\(id)`", "rule `\(id)`", clause, rule.span)
            }
        }
    }

    private func checkAwards(of clause: Clause) {
        for id in clause.awards {
            guard let award = awards.first(where: { $0.id == id }) else {
                reportMissing("R0212", "评优项目", "award", id, awards.map(\.id), clause.span)
                continue
            }
            if award.clause != clause.id, !award.also.contains(clause.id) {
                reportOneSided("评优项目 `\(id)`", "award `\(id)`", clause, award.span)
            }
        }
    }

    private func checkReplaced(by rule: Rule) {
        guard let id = rule.replaces, !rules.contains(where: { $0.id == id && id != rule.id })
        else { return }
        reportMissing("R0212", "规则", "rule", id, rules.map(\.id), rule.span)
    }

    /// Awards come after others that exist, and do not wait for each other.
    private func checkWaiting() {
        var done: Set<String> = []
        func visit(_ id: String, path: [String]) {
            guard !done.contains(id), let award = awards.first(where: { $0.id == id }) else {
                return
            }
            if let start = path.firstIndex(of: id) {
                reportCycle(path[start...] + [id], at: award.span)
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

    private func reportCycle(_ cycle: [String], at span: Span) {
        let names = cycle.map { "`\($0)`" }.joined(separator: " → ")
        context.report(
            "R0604",
            Message(zh: "评优项目互相等待：\(names)", en: "awards wait for each other: \(names)"),
            at: span, help: Message(zh: "去掉其中一处 `after`", en: "take one `after` out"))
    }

    /// The other way round: a rule that names a clause is listed there.
    private func checkListed() {
        for rule in rules {
            for clause in clauses where ([rule.clause] + rule.also).contains(clause.id) {
                if !clause.rules.contains(rule.id) {
                    reportOneSided("条款 `\(clause.id)`", "clause `\(clause.id)`", rule, clause.span)
                }
            }
        }
    }

    private func reportMissing(
        _ code: String, _ zh: String, _ en: String, _ id: String, _ known: [String], _ span: Span
    ) {
        if written.contains(where: { $0.hasSuffix("/" + id + ".yaml") }) { return }
        context.reportUnknown(
            code, Message(zh: "没有\(zh) `\(id)`", en: "no \(en) `\(id)`"), id, among: known,
            at: span)
    }

    private func reportOneSided(_ zh: String, _ en: String, _ clause: Clause, _ span: Span) {
        context.report(
            "R0302",
            Message(
                zh: "\(zh)没有写条款 `\(clause.id)`", en: "\(en) does not name clause `\(clause.id)`"),
            at: span,
            secondary: [
                Diagnostic.Label(
                    location: .text(clause.span),
                    text: Message(zh: "条款列出了它", en: "the clause lists it"))
            ], help: Message(zh: "写进 `clause` 或 `also`", en: "name it in `clause` or `also`"))
    }

    private func reportOneSided(_ zh: String, _ en: String, _ rule: Rule, _ span: Span) {
        context.report(
            "R0302",
            Message(
                zh: "\(zh)没有列出规则 `\(rule.id)`", en: "\(en) does not list rule `\(rule.id)`"),
            at: span,
            secondary: [
                Diagnostic.Label(
                    location: .text(rule.span),
                    text: Message(zh: "规则写明了这个条款", en: "the rule names the clause"))
            ], help: Message(zh: "写进条款的 `rules`", en: "add it to the clause's `rules`"))
    }
}
