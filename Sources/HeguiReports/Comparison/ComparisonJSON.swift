import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Writes a comparison for programs; `docs/schema/diff.schema.json` describes the result.
package struct ComparisonJSON: Sendable {
    /// The number that goes up when a program written for the last one would fail.
    package static let formatVersion = 1

    private let comparison: Comparison
    private let engineVersion: String

    package init(_ comparison: Comparison, engineVersion: String) {
        self.comparison = comparison
        self.engineVersion = engineVersion
    }

    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 2)
        writer.object { writer in
            writer.member("format", "hegui-diff")
            writer.member("format_version", Self.formatVersion)
            writer.member("engine_version", engineVersion)
            writer.key("old")
            write(comparison.old, to: &writer)
            writer.key("new")
            write(comparison.new, to: &writer)
            writeFactors(to: &writer)
            writeSummary(to: &writer)
            writer.key("changes")
            writer.array(comparison.changes) { write($1, to: &$0) }
            writer.key("standings")
            writer.array(comparison.standings) { write($1, to: &$0) }
            writer.key("new_data_findings")
            writer.array(comparison.newDataFindings) { write($1, to: &$0) }
            writer.key("gone_data_findings")
            writer.array(comparison.goneDataFindings) { write($1, to: &$0) }
            writer.key("past_changes")
            if comparison.hasComparedDrops {
                writer.array(comparison.pastChanges) { write($1, to: &$0) }
            } else {
                writer.null()
            }
        }
        stream = writer.finish()
    }

    private func write(_ review: SavedReview, to writer: inout JSONWriter) {
        let provenance = review.provenance
        writer.object { writer in
            writer.member("file", review.name)
            writer.member("as_of", provenance.asOf)
            writer.member("pack", provenance.pack.id)
            writer.member("version", provenance.pack.version)
            writer.member("sha256", provenance.pack.sha256)
            writer.member("engine_version", provenance.engineVersion)
        }
    }

    private func writeFactors(to writer: inout JSONWriter) {
        let factors = comparison.factors
        writer.key("differences")
        writer.object { writer in
            writer.member("files_added", names: factors.addedFiles)
            writer.member("files_removed", names: factors.removedFiles)
            writer.member("files_altered", names: factors.alteredFiles)
            writer.member("pack", factors.isPackChanged)
            writer.key("parameters")
            writer.array(factors.parameters) { writer, parameter in
                writer.object { writer in
                    writer.member("name", parameter.name)
                    writer.member("old", parameter.before?.description)
                    writer.member("new", parameter.after?.description)
                }
            }
            writer.member("day", factors.isDayMoved)
            writer.member("calendar", factors.isCalendarChanged)
            writer.member("engine", factors.isEngineChanged)
        }
    }

    private func writeSummary(to writer: inout JSONWriter) {
        let changes = comparison.changes
        writer.key("summary")
        writer.object { writer in
            writer.member("new_findings", changes.count(where: \.isNewFinding))
            writer.member("gone_findings", changes.count(where: \.isResolved))
            writer.member("changes", changes.count)
            for cause in Cause.allCases {
                writer.member(MaskedText(word: cause), changes.count { $0.causes.first == cause })
            }
            writer.member("uncertain", changes.count { !$0.isCertain })
        }
    }

    private func write(_ change: VerdictChange, to writer: inout JSONWriter) {
        writer.object { writer in
            let (before, after) = comparison.outcomes(of: change)
            let outcome = after ?? before
            writer.member("rule", outcome?.rule)
            writer.member("clause", outcome?.clause)
            writer.member("level", outcome?.level.rawValue)
            writer.key("subject")
            write(outcome?.subject, to: &writer)
            writer.key("old")
            write(before, to: &writer)
            writer.key("new")
            write(after, to: &writer)
            writer.member("is_new_finding", change.isNewFinding)
            writer.member("is_gone", change.isResolved)
            writer.member("causes", names: change.causes.map(\.rawValue))
            writer.member("is_certain", change.isCertain)
            writer.member("note", change.note)
        }
    }

    private func write(_ subject: SavedOutcome.Subject?, to writer: inout JSONWriter) {
        guard let subject else { return writer.null() }
        writer.object { writer in
            writer.member("type", subject.type)
            writer.member("id", subject.id)
            writer.member("name", subject.name)
            writer.member("group_id", subject.groupId)
            writer.member("group_name", subject.groupName)
        }
    }

    private func write(_ outcome: SavedOutcome?, to writer: inout JSONWriter) {
        guard let outcome else { return writer.null() }
        writer.object { writer in
            writer.member("fingerprint", outcome.fingerprint)
            writer.member("outcome", outcome.outcome.rawValue)
            writer.member("is_explained", outcome.explanation != nil)
            writer.member("observed", outcome.observed)
            writer.member("required", outcome.required)
            writer.member("due", outcome.due)
            writer.member("message", Message(zh: outcome.message.zh, en: outcome.message.en))
        }
    }

    private func write(_ change: Comparison.StandingChange, to writer: inout JSONWriter) {
        writer.object { writer in
            let standing = change.after ?? change.before
            writer.member("award", standing?.award)
            writer.member("clause", standing?.clause)
            writer.key("subject")
            write(standing?.subject, to: &writer)
            writer.member("old", change.before?.outcome)
            writer.member("new", change.after?.outcome)
            writer.member("causes", names: change.causes.map(\.rawValue))
        }
    }

    private func write(_ finding: SavedReview.Finding, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("fingerprint", finding.fingerprint)
            writer.member("code", finding.code)
            writer.member("level", finding.level.rawValue)
            writer.member("message", Message(zh: finding.message.zh, en: finding.message.en))
            writer.key("cell")
            writer.object { writer in
                writer.member("file", finding.cell.file)
                writer.member("sheet", finding.cell.sheet)
                writer.member("row", finding.cell.row)
                writer.member("column", finding.cell.column)
            }
        }
    }

    private func write(_ change: PastChange, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", PastChange.code)
            writer.member("kind", change.kind.name)
            writer.member("dataset", change.dataset)
            writer.member("from", change.days.first)
            writer.member("to", change.days.last)
            writer.member("subject", change.subject)
            writer.member("message", change.message)
            writer.key("cell")
            writer.cell(change.cell)
        }
    }
}

extension PastChange.Kind {
    fileprivate var name: String {
        switch self {
        case .added: "added"
        case .removed: "removed"
        case .moved: "moved"
        case .altered: "altered"
        }
    }
}
