import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// The outcomes of one run row by row, as waivers and explanations see them.
struct RunOutcomes: RecordedOutcomes {
    let run: Run
    /// By rule: where its outcomes begin.
    let starts: [String: Int]
    var outcomes: [Outcome]

    var plan: Plan { run.plan }
    var asOf: Day { run.asOf }

    private func index(_ place: RecordRegister.Place) -> Int {
        (starts[plan.rules[place.rule].rule.id] ?? 0) + place.row
    }

    func rows(called subject: String, by rule: PlannedRule) -> [Int] {
        run.records.names(ofTable: rule.table).rows(called: subject)
    }

    func verdict(_ place: RecordRegister.Place) -> Verdict { outcomes[index(place)].verdict }
    func level(_ place: RecordRegister.Place) -> Level { outcomes[index(place)].level }

    mutating func apply(_ waiver: Waiver, at place: RecordRegister.Place) {
        outcomes[index(place)].apply(waiver)
    }

    mutating func apply(_ explanation: Explanation, at place: RecordRegister.Place) {
        outcomes[index(place)].explanation = explanation
    }
}

extension Outcome {
    /// Makes a violation a waived one.
    mutating func apply(_ waiver: Waiver) {
        verdict = .waived
        self.waiver = waiver
        message = message.adding(
            Message(
                zh: "\(waiver.approver)于\(waiver.day)批准豁免，有效期至\(waiver.expires)：\(waiver.reason)",
                en: "waived by \(waiver.approver) on \(waiver.day) until \(waiver.expires): "
                    + waiver.reason))
    }
}
