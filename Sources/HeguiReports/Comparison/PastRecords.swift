import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiRules

/// Finds waivers and explanations that bear a day of the past and that only one of two drops has.
struct PastRecords {
    /// What is compared of a record; two of the same content are one.
    private struct Record: Hashable {
        let rule: String
        let subject: String
        let day: Day
        /// nil for an explanation.
        let expires: Day?
    }

    private let limit: Day

    init(until limit: Day) {
        self.limit = limit
    }

    func changes(from old: Tables, to new: Tables) -> [PastChange] {
        let waivers = LocalizedText(zh: "豁免", en: "waivers")
        let explanations = LocalizedText(zh: "说明", en: "explanations")
        return changes(
            old.waivers.map(Self.record), new.waivers.map(Self.record), "waivers", waivers)
            + changes(
                old.explanations.map(Self.record), new.explanations.map(Self.record),
                "explanations", explanations)
    }

    private func changes(
        _ old: [(Record, Location)], _ new: [(Record, Location)], _ name: String,
        _ title: LocalizedText
    ) -> [PastChange] {
        let (before, after) = (Set(old.map(\.0)), Set(new.map(\.0)))
        let added = new.filter { !before.contains($0.0) }
        let removed = old.filter { !after.contains($0.0) }
        let changes = added.map { (PastChange.Kind.added, $0) } + removed.map { (.removed, $0) }
        return changes.filter { $0.1.0.day <= limit }.map { kind, entry in
            let (record, location) = entry
            return PastChange(
                kind: kind, dataset: name, datasetTitle: title, days: DayRange(record.day),
                subject: "\(record.rule) \(Redaction.full.mask(record.subject))", column: nil,
                location: location)
        }
    }

    private static func record(_ waiver: Waiver) -> (Record, Location) {
        let record = Record(
            rule: waiver.rule, subject: waiver.subject, day: waiver.day, expires: waiver.expires)
        return (record, waiver.location)
    }

    private static func record(_ explanation: Explanation) -> (Record, Location) {
        let record = Record(
            rule: explanation.rule, subject: explanation.subject, day: explanation.day,
            expires: nil)
        return (record, explanation.location)
    }
}
