internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets

/// The fields of one waiver or explanation before they are checked.
struct StatementDraft {
    private let fields: [String: RawCell]
    /// Where the whole statement stands, and each of its fields.
    private let location: Location
    private let places: [String: Location]

    init(_ fields: [String: RawCell], location: Location, places: [String: Location]) {
        self.fields = fields
        self.location = location
        self.places = places
    }

    init(_ fields: [String: RawCell], at sheet: Sheet, row: Int) {
        self.fields = fields
        location = .cell(sheet.address(row: row))
        places = fields.mapValues { .cell(sheet.address(row: row, column: $0.column)) }
    }

    /// Adds the statement where all of its fields are there and its days can be read; otherwise
    /// reports what it lacks (I0301, I0302, I0305). Returns whether it was added.
    func add(as meaning: SheetPattern.Meaning, to drafts: inout DraftTables) -> Bool {
        let count = drafts.diagnostics.count
        let rule = text("rule", &drafts)
        let subject = text("subject", &drafts)
        let day = day("day", &drafts)
        switch meaning {
        case .waivers:
            let reason = text("reason", &drafts)
            let approver = text("approver", &drafts)
            let expires = self.day("expires", &drafts)
            guard drafts.diagnostics.count == count, let day, let expires else { return false }
            guard day <= expires else {
                let place = places["expires"] ?? location
                drafts.diagnostics.append(.waiverEndsBeforeItBegins(at: place))
                return false
            }
            drafts.add(
                Waiver(
                    rule: rule, subject: subject, reason: reason, approver: approver,
                    document: optional("document"), day: day,
                    expires: expires, location: location
                )
            )
        default:
            let text = self.text("text", &drafts)
            let author = self.text("author", &drafts)
            guard drafts.diagnostics.count == count, let day else { return false }
            drafts.explanations.append(
                Explanation(
                    rule: rule, subject: subject, text: text, author: author, day: day,
                    location: location
                )
            )
        }
        return true
    }

    private func text(_ name: String, _ drafts: inout DraftTables) -> String {
        guard case .written(let text) = CellWriting(fields[name]) else {
            drafts.diagnostics.append(.statementFieldMissing(name, at: places[name] ?? location))
            return ""
        }
        // Rules and subjects are looked up; what people wrote stays as they wrote it.
        let isKey = name == "rule" || name == "subject"
        return isKey ? text : fields[name]?.text.trimmed ?? text
    }

    private func optional(_ name: String) -> String? {
        guard case .written(let text) = CellWriting(fields[name]) else { return nil }
        return fields[name]?.text.trimmed ?? text
    }

    private func day(_ name: String, _ drafts: inout DraftTables) -> Day? {
        let place = places[name] ?? location
        switch DayReader().read(fields[name]) {
        case .value(let range, _) where range.isOneDay: return range.first
        case .absent:
            drafts.diagnostics.append(.statementFieldMissing(name, at: place))
        default:
            drafts.diagnostics.append(.statementDayUnreadable(name, at: place))
        }
        return nil
    }
}
