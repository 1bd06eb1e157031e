import HeguiDiagnostics
import HeguiReview
import HeguiTables

/// Says why an outcome is another than before, from what two saved reviews know.
///
/// What cannot have caused the change is left out: files on which the outcome does not rest,
/// parameters that the rule does not read, a day that did not move. Where more than one thing is
/// left the likeliest comes first and the answer is not certain.
struct Attribution {
    struct Answer {
        var causes: [Cause]
        var isCertain: Bool
        var note: Message?
    }

    let factors: ReviewFactors
    let asOf: (old: String, new: String)
    let doubtfulRows: DoubtfulRows

    /// Returns why `after` is another than `before`.
    func answer(_ before: SavedOutcome, _ after: SavedOutcome) -> Answer {
        if let answer = waiver(before, after) { return answer }
        let isEvidenceSame = Evidence(before) == Evidence(after)
        var candidates: [Cause] = []
        if !isEvidenceSame, let cause = dataCause(before, after) { candidates.append(cause) }
        let parameters = factors.parameters(of: after.rule)
        if !parameters.isEmpty { candidates.append(.parameter) }
        if factors.isAltered(after.rule) { candidates.append(.rule) }
        if factors.isDayMoved || factors.isCalendarChanged { candidates.append(.calendar) }
        if factors.isEngineChanged { candidates.append(.engine) }
        // Nothing else is left: what it rests on looks the same but is not.
        if candidates.isEmpty { candidates.append(.data) }
        if isOverdue(before, after), isEvidenceSame, parameters.isEmpty,
            !factors.isAltered(after.rule)
        {
            candidates = [.calendar]
        }
        return Answer(
            causes: candidates, isCertain: candidates.count == 1,
            note: note(on: candidates, parameters, before))
    }

    /// A waiver or explanation that came or went.
    private func waiver(_ before: SavedOutcome, _ after: SavedOutcome) -> Answer? {
        let wasWaived = before.outcome == .waived
        let isWaived = after.outcome == .waived
        if wasWaived, after.outcome == .violated {
            let expires = before.waiver?.expires
            let hasExpired = expires.map { $0 < asOf.new } ?? false
            let note =
                hasExpired
                ? Message(
                    zh: "豁免已于 \(expires ?? "") 到期", en: "the waiver expired on \(expires ?? "")")
                : Message(zh: "不再有豁免", en: "there is no waiver any more")
            return Answer(
                causes: hasExpired ? [.waiver, .calendar] : [.waiver], isCertain: true, note: note)
        }
        if isWaived, before.outcome == .violated {
            return Answer(
                causes: [.waiver], isCertain: true,
                note: Message(zh: "新增豁免", en: "a waiver was given"))
        }
        guard before.outcome == .violated, after.outcome == .violated else { return nil }
        let note =
            after.explanation == nil
            ? Message(zh: "不再有说明", en: "there is no explanation any more")
            : Message(zh: "新增说明", en: "an explanation was given")
        return Answer(causes: [.waiver], isCertain: true, note: note)
    }

    /// Whether the outcome's own due day has passed between the two days.
    private func isOverdue(_ before: SavedOutcome, _ after: SavedOutcome) -> Bool {
        guard before.outcome == .pending, factors.isDayMoved, let due = before.due else {
            return false
        }
        return due > asOf.old && due <= asOf.new && after.outcome != .pending
    }

    /// Whether the material or the matching can have changed the outcome; nil for neither.
    private func dataCause(_ before: SavedOutcome, _ after: SavedOutcome) -> Cause? {
        guard !factors.changedFiles.isEmpty else { return nil }
        if doubtfulRows.isAffected(before, after) { return .matching }
        let files = Set((before.sources + after.sources).map(\.file))
        return files.isDisjoint(with: factors.changedFiles) && !files.isEmpty ? .matching : .data
    }

    private func note(
        on causes: [Cause], _ parameters: [ReviewFactors.ParameterChange], _ before: SavedOutcome
    ) -> Message? {
        if causes.contains(.parameter) {
            let texts = parameters.map {
                "\($0.name): \($0.before?.description ?? "–") → \($0.after?.description ?? "–")"
            }
            return Message(zh: texts.joined(separator: "；"), en: texts.joined(separator: "; "))
        }
        if causes == [.calendar], before.outcome == .pending, let due = before.due, due <= asOf.new
        {
            return Message(zh: "期限 \(due) 已过", en: "the due day \(due) has passed")
        }
        return nil
    }
}

/// What an outcome says that it rests on: figures, days and cells.
///
/// Rows may move, so that of a cell only file, sheet and column count.
struct Evidence: Hashable {
    private struct Place: Hashable {
        let file: String
        let sheet: String?
        let column: Int?
    }

    private let observed: String?
    private let done: [String?]
    private let rate: SavedOutcome.Rate?
    private let parts: [String: String?]
    private let places: [Place: Int]
    private let missingCount: Int

    init(_ outcome: SavedOutcome) {
        observed = outcome.observed
        done = [outcome.doneFrom, outcome.doneTo]
        rate = outcome.rate
        parts = Dictionary(outcome.parts.map { ($0.id, $0.observed) }) { first, _ in first }
        places = outcome.sources.reduce(into: [:]) { counts, cell in
            counts[Place(file: cell.file, sheet: cell.sheet, column: cell.column), default: 0] += 1
        }
        missingCount = outcome.missing.count
    }
}

/// The rows about which one of two reviews doubts whose they are, and the other does not.
struct DoubtfulRows {
    private struct Row: Hashable {
        let file: String
        let sheet: String?
        let row: Int?
    }

    private let rows: Set<Row>

    /// References that lead nowhere or to several rows, probable and contradicted matches,
    /// persons who stand there twice, and versions of an annex.
    private static let codes: Set<DataCode> = [
        .referenceOrphan, .referenceAmbiguous, .referenceProbable, .matchContradicted,
        .referencesOpen, .personRepeated, .versions, .versionsDiffer,
    ]

    init(_ old: SavedReview, _ new: SavedReview) {
        let before = Self.doubts(of: old)
        let after = Self.doubts(of: new)
        let settled = before.filter { after[$0.key] == nil }
        let arisen = after.filter { before[$0.key] == nil }
        rows = Set((Array(settled.values) + Array(arisen.values)).joined())
    }

    /// Whether an outcome rests on such a row before or after.
    func isAffected(_ before: SavedOutcome, _ after: SavedOutcome) -> Bool {
        (before.sources + after.sources).contains { rows.contains(Self.row(of: $0)) }
    }

    private static func doubts(of review: SavedReview) -> [String: [Row]] {
        let doubts = review.dataFindings.filter { finding in
            DataCode(rawValue: finding.code).map(codes.contains) ?? false
        }
        return Dictionary(
            doubts.map { ($0.fingerprint, ([$0.cell] + $0.related).map(row)) },
            uniquingKeysWith: +)
    }

    private static func row(of cell: SavedOutcome.Cell) -> Row {
        Row(file: cell.file, sheet: cell.sheet, row: cell.row)
    }
}
