import HeguiDiagnostics
import HeguiEngine
import HeguiPack

extension ComparisonTable {
    func entry(_ change: VerdictChange) -> Entry {
        let (before, after) = comparison.outcomes(of: change)
        let outcome = after ?? before
        let message = outcome.map { language == .chinese ? $0.message.zh : $0.message.en } ?? ""
        let notes = [message, change.note?.text(in: language) ?? ""].filter { !$0.isEmpty }
        return Entry(
            level: outcome?.level, clause: outcome?.clause ?? "",
            subject: name(of: outcome?.subject),
            change: "\(word(change.before)) → \(word(change.after))",
            causes: text(change.causes, isCertain: change.isCertain), notes: notes)
    }

    func entry(_ change: Comparison.StandingChange) -> Entry {
        let standing = change.after ?? change.before
        return Entry(
            level: nil, clause: standing?.clause ?? "", subject: name(of: standing?.subject),
            change: "\(result(change.before)) → \(result(change.after))",
            causes: text(change.causes, isCertain: change.causes.count < 2),
            notes: [standing?.award].compactMap(\.self))
    }

    func entry(_ finding: SavedReview.Finding) -> Entry {
        let message = language == .chinese ? finding.message.zh : finding.message.en
        let cell = finding.cell
        let address = CellAddress(
            file: cell.file, sheet: cell.sheet, row: cell.row ?? 1, column: cell.column)
        return Entry(
            level: finding.level, clause: finding.code,
            subject: Location.cell(address).description(in: language), change: "", causes: "",
            notes: [message])
    }

    func entry(_ change: PastChange) -> Entry {
        Entry(
            level: .verify, clause: PastChange.code,
            subject: Location.cell(change.cell).description(in: language), change: "", causes: "",
            notes: [change.message.text(in: language)])
    }

    private func word(_ outcome: SavedVerdict?) -> String {
        guard let outcome else { return say("（无）", "(none)") }
        let word = outcome.outcome.word(in: language)
        return outcome.isExplained ? word + say("（已说明）", " (explained)") : word
    }

    private func result(_ standing: SavedReview.Standing?) -> String {
        guard let standing else { return say("（无）", "(none)") }
        return Standing.Result(rawValue: standing.outcome)?.word(in: language) ?? standing.outcome
    }

    private func name(of subject: SavedOutcome.Subject?) -> String {
        guard let subject else { return "" }
        let own =
            subject.id.isEmpty || subject.id == subject.name
            ? subject.name
            : say("\(subject.name)（\(subject.id)）", "\(subject.name) (\(subject.id))")
        return [subject.groupName ?? subject.groupId, own].compactMap(\.self)
            .joined(separator: " ")
    }

    private func text(_ causes: [Cause], isCertain: Bool) -> String {
        let words = causes.map { $0.word(in: language) }
        guard !isCertain, words.count > 1 else {
            return words.joined(separator: say("、", ", "))
                + (isCertain ? "" : say("（待核实）", " (to verify)"))
        }
        return words.joined(separator: say("或", " or "))
    }
}
