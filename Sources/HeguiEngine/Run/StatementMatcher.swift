import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// Says which outcome a waiver or an explanation speaks of, or why it speaks of none.
///
/// Reviews, `hegui lint --waivers` and `hegui waive` all ask here. People's names stay out of the
/// diagnostics, which point at the statement instead.
struct StatementMatcher {
    /// What a waiver and an explanation have in common.
    struct Statement {
        let rule: String
        let subject: String
        let location: Location
        let name: Message

        init(_ waiver: Waiver) {
            rule = waiver.rule
            subject = waiver.subject
            location = waiver.location
            name = Message(zh: "豁免", en: "the waiver")
        }

        init(_ explanation: Explanation) {
            rule = explanation.rule
            subject = explanation.subject
            location = explanation.location
            name = Message(zh: "说明", en: "the explanation")
        }
    }

    enum Match {
        case row(Int)
        case none(Diagnostic)
    }

    private let pack: Pack
    /// The rules' names, made for the first that is unknown: a file may name thousands that the pack
    /// does not have.
    private var names: NameIndex?

    init(_ pack: Pack) {
        self.pack = pack
    }

    private func rule(_ id: String) -> Rule? { pack.rules.first { $0.id == id } }

    /// Returns what is wrong with the statement's rule; nil where the pack has it.
    mutating func unknownRule(of statement: Statement) -> Diagnostic? {
        guard rule(statement.rule) == nil else { return nil }
        var names = names ?? NameIndex(pack.rules.map(\.id))
        let near = names.suggestion(for: statement.rule).name
        self.names = names
        return .statementRuleUnknown(
            statement.rule, of: statement.name, near: near, at: statement.location)
    }

    /// Returns the row that the statement's subject is, of the `rows` that are called so.
    static func match(_ statement: Statement, among rows: [Int]) -> Match {
        if let row = rows.first, rows.count == 1 { return .row(row) }
        return .none(
            rows.isEmpty
                ? .statementSubjectUnknown(statement.name, at: statement.location)
                : .statementSubjectAmbiguous(
                    statement.name, count: rows.count, at: statement.location))
    }

    /// Returns why the waiver does not count on `day`, or at all by what the pack allows; nil where
    /// it does. Whom it concerns is known by the name that it gives only.
    func obstacle(to waiver: Waiver, on day: Day?) -> Diagnostic? {
        if let day, day < waiver.day { return .waiverTooEarly(waiver) }
        if let day, waiver.expires < day { return .waiverExpired(waiver) }
        guard let rule = rule(waiver.rule) else { return nil }
        let approver = Signature(waiver.approver)
        if let allowed = pack.approvers(of: rule), !approver.names(anyOf: allowed) {
            return allowed.isEmpty
                ? .waiverForbidden(waiver) : .approverRefused(waiver, allowed: allowed)
        }
        return approver.names(waiver.subject) ? .approverConcerned(waiver) : nil
    }

    /// Returns why the waiver does not count for those whom it concerns; nil where it does.
    static func obstacle(to waiver: Waiver, concerning parties: OutcomeParties) -> Diagnostic? {
        Signature(waiver.approver).names(anyOf: parties.own) ? .approverConcerned(waiver) : nil
    }

    /// Returns why the explanation does not count on `day`; nil where it does.
    func obstacle(to explanation: Explanation, on day: Day?) -> Diagnostic? {
        if let day, day < explanation.day { return .explanationTooEarly(explanation) }
        return pack.statements.isStock(explanation.text) ? .explanationStock(explanation) : nil
    }
}
