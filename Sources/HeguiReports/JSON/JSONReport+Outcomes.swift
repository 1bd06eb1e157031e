import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

extension JSONReport {
    func write(_ outcome: Outcome, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("fingerprint", fingerprints.fingerprint(of: outcome))
            writer.member("rule", outcome.rule)
            writer.member("clause", outcome.clause)
            write(outcome.subject, to: &writer)
            writer.member("outcome", outcome.verdict.rawValue)
            writer.member("level", outcome.level.rawValue)
            writeFigures(of: outcome, to: &writer)
            writer.key("parts")
            writer.array(outcome.parts) { writer, part in write(part, to: &writer) }
            write(outcome.undecided, to: &writer)
            writer.member("sources", cells: outcome.sources)
            writer.key("missing")
            writer.array(outcome.missing) { writer, missing in write(missing, to: &writer) }
            writer.member("message", outcome.message)
            writer.member("remedy", outcome.remedy)
            write(outcome.waiver, to: &writer)
            write(outcome.explanation, to: &writer)
        }
    }

    func write(_ standing: Standing, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("award", standing.award)
            writer.member("clause", standing.clause)
            write(standing.subject, to: &writer)
            writer.member("outcome", standing.result.rawValue)
            writer.member("rank", standing.rank)
            write(standing.rate, to: &writer)
            writer.member("seats", standing.seats)
            writer.member("quota_base", standing.quotaBase)
            writer.key("reasons")
            writer.array(standing.reasons) { writer, reason in
                writer.object { writer in
                    writer.member("clause", reason.clause)
                    writer.member("rule", reason.rule)
                    writer.member("modality", reason.modality.rawValue)
                    writer.member("outcome", reason.verdict.rawValue)
                    writer.member("message", reason.message)
                }
            }
            if let isNominated = standing.isNominated { writer.member("nominated", isNominated) }
            writer.member("nearest_change", standing.nearestChange)
        }
    }

    func write(_ award: Award, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("award", award.id)
            writer.member("clause", award.clause)
            writer.member("title", award.title)
        }
    }

    func write(_ nomination: UnmatchedNomination, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("award", nomination.award)
            writer.member("text", nomination.text)
            writer.key("cell")
            writer.cell(nomination.cell)
        }
    }

    private func write(_ undecided: UndecidedRows, to writer: inout JSONWriter) {
        guard undecided.count > 0 else { return }
        writer.member("undecided_count", undecided.count)
        writer.key("undecided")
        writer.array(undecided.rows) { writer, row in
            writer.object { writer in
                writer.member("name", row.name)
                writer.key("cell")
                writer.cell(row.place)
                writer.member("reason", row.reason)
            }
        }
    }

    private func writeFigures(of outcome: Outcome, to writer: inout JSONWriter) {
        writer.member("observed", outcome.observed)
        writer.member("required", outcome.required)
        writer.member("gap", outcome.gap)
        writer.member("due", outcome.due)
        writer.member("nominal_due", outcome.nominalDue)
        writer.member("due_is_certain", outcome.dueIsCertain)
        writer.member("done_from", outcome.done?.first)
        writer.member("done_to", outcome.done?.last)
        writer.member("days_late", outcome.daysLate)
        write(outcome.rate, to: &writer)
    }

    private func write(_ part: OutcomePart, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", part.id)
            writer.member("title", part.title)
            writer.member("outcome", part.verdict?.rawValue)
            writer.member("observed", part.observed)
            writer.member("required", part.required)
            writer.member("gap", part.gap)
            writer.member("due", part.due)
            writer.member("raw", part.raw)
            writer.member("note", part.note)
        }
    }

    private func write(_ subject: Outcome.Subject, to writer: inout JSONWriter) {
        writer.key("subject")
        writer.object { writer in
            writer.member("type", subject.type)
            writer.member("id", subject.id)
            writer.member("name", subject.name)
            writer.member("group_id", subject.groupID)
            writer.member("group_name", subject.groupName)
            if let identity = fingerprints.rowIdentity(of: subject) {
                writer.member("identity", identity)
            }
        }
    }

    /// Ratios are exact fractions in lowest terms, such as `19/20`.
    private func write(_ rate: Outcome.Rate?, to writer: inout JSONWriter) {
        writer.key("rate")
        guard let rate else { return writer.null() }
        writer.object { writer in
            writer.member("numerator", rate.numerator)
            writer.member("denominator", rate.denominator)
            writer.member("lower", "\(rate.lower)" as DataText)
            writer.member("upper", "\(rate.upper)" as DataText)
        }
    }

    private func write(_ missing: Outcome.Missing, to writer: inout JSONWriter) {
        writer.object { writer in
            switch missing {
            case .cell(let cell, let column, _):
                writer.member("column", column)
                writer.key("cell")
                writer.cell(cell)
            case .column(let dataset, let column):
                writer.member("dataset", dataset)
                writer.member("column", column)
            case .dataset(let dataset):
                writer.member("dataset", dataset)
            case .material(let rows):
                writer.member("dataset", rows.dataset)
                write(rows.reason, to: &writer)
            case .table(let name, let reading):
                writer.member("table", name)
                writer.member("reading", reading)
            }
        }
    }

    private func write(_ reason: OpenRows.Reason, to writer: inout JSONWriter) {
        func write(_ name: String, annex: String?, owner: String?, _ cell: CellAddress?) {
            writer.member("reason", name)
            writer.member("annex", annex)
            writer.member("owner", owner.map { DataText($0) })
            writer.key("cell")
            if let cell { writer.cell(cell) } else { writer.null() }
        }
        switch reason {
        case .notReceived(let annex, _, let owner):
            write("not-received", annex: annex, owner: owner, nil)
        case .unread(let annex, let cell): write("unread", annex: annex, owner: nil, cell)
        case .perhaps(let row): write("perhaps", annex: nil, owner: nil, row)
        case .registerMissing: write("register-missing", annex: nil, owner: nil, nil)
        case .versions(let row): write("versions", annex: nil, owner: nil, row)
        case .piece(let cell): write("piece", annex: nil, owner: nil, cell)
        }
    }

    private func write(_ waiver: Waiver?, to writer: inout JSONWriter) {
        writer.key("waiver")
        guard let waiver else { return writer.null() }
        writer.object { writer in
            writer.member("reason", waiver.reason)
            writer.member("approver", waiver.approver)
            writer.member("document", waiver.document)
            writer.member("day", waiver.day)
            writer.member("expires", waiver.expires)
            writer.key("location")
            writer.location(waiver.location)
        }
    }

    private func write(_ explanation: Explanation?, to writer: inout JSONWriter) {
        writer.key("explanation")
        guard let explanation else { return writer.null() }
        writer.object { writer in
            writer.member("text", explanation.text)
            writer.member("author", explanation.author)
            writer.member("day", explanation.day)
            writer.key("location")
            writer.location(explanation.location)
        }
    }
}
