import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension ComparisonTable {
    func entry(_ change: VerdictChange) -> Entry {
        let (before, after) = comparison.outcomes(of: change)
        let outcome = after ?? before
        let message = say(outcome?.message) ?? ""
        let notes = [message, say(change.note) ?? ""].filter { !$0.isEmpty }
        return Entry(
            level: outcome?.level, clause: DataText(outcome?.clause ?? ""),
            subject: name(of: outcome?.subject),
            change: "\(word(change.before)) → \(word(change.after))",
            causes: text(change.causes, isCertain: change.isCertain), notes: notes)
    }

    func entry(_ change: Comparison.StandingChange) -> Entry {
        let standing = change.after ?? change.before
        return Entry(
            level: nil, clause: DataText(standing?.clause ?? ""),
            subject: name(of: standing?.subject),
            change: "\(result(change.before)) → \(result(change.after))",
            causes: text(change.causes, isCertain: change.causes.count < 2),
            notes: standing.map { [title(of: $0)] } ?? [])
    }

    func entry(_ finding: SavedReview.Finding) -> Entry {
        let cell = finding.cell
        let address = CellAddress(
            file: cell.file, sheet: cell.sheet, row: cell.row ?? 1, column: cell.column)
        return Entry(
            level: finding.level, clause: DataText(finding.code),
            subject: say(Location.cell(address)), change: "", causes: "",
            notes: [say(finding.message)])
    }

    func entry(_ change: PastChange) -> Entry {
        Entry(
            level: .verify, clause: DataText(PastChange.code),
            subject: say(Location.cell(change.cell)), change: "", causes: "",
            notes: [say(change.message)])
    }

    /// The award's title; its id in a review that was saved without.
    private func title(of standing: SavedReview.Standing) -> DataText {
        let awards = comparison.new.awards + comparison.old.awards
        let title = awards.first { $0.award == standing.award }?.title
        let (zh, en) = (title?.zh, title?.en)
        return say(DataText(zh ?? en ?? standing.award), DataText(en ?? zh ?? standing.award))
    }

    private func word(_ outcome: SavedVerdict?) -> DataText {
        guard let outcome else { return say("（无）", "(none)") }
        let word = say(outcome.outcome)
        return outcome.isExplained ? word + say("（已说明）", " (explained)") : word
    }

    private func result(_ standing: SavedReview.Standing?) -> DataText {
        guard let standing else { return say("（无）", "(none)") }
        return say(Standing.Result(rawValue: standing.outcome)) ?? DataText(standing.outcome)
    }

    private func name(of subject: SavedOutcome.Subject?) -> DataText {
        guard let subject else { return "" }
        let own =
            subject.id.isEmpty || subject.id == subject.name
            ? DataText(subject.name)
            : say("\(subject.name)（\(subject.id)）", "\(subject.name) (\(subject.id))")
        return [(subject.groupName ?? subject.groupId).map { DataText($0) }, own].compactMap(\.self)
            .joined(separator: " ")
    }

    private func text(_ causes: [Cause], isCertain: Bool) -> DataText {
        let words = causes.map { say($0) }
        guard !isCertain, words.count > 1 else {
            return words.joined(separator: say("、", ", "))
                + (isCertain ? "" : say("（待核实）", " (to verify)"))
        }
        return words.joined(separator: say("或", " or "))
    }
}
