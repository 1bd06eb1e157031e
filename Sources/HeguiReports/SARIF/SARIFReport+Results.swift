import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiSheets
import HeguiTables

extension SARIFReport {
    /// Further locations are only counted: a rate may rest on hundreds.
    private static let relatedLimit = 10

    private var verdicts: Set<Verdict> {
        var verdicts: Set<Verdict> = [.violated, .advised]
        if !leavesOutSettled { verdicts.insert(.waived) }
        if scope == .everything { verdicts.formUnion([.undetermined, .pending]) }
        return verdicts
    }

    /// How many results of each weight are written.
    var allowance: ResultAllowance {
        var weights = Set(ResultWeight.allCases)
        if leavesOutSettled { weights.remove(.settled) }
        return ResultAllowance(limit, of: review, verdicts: verdicts, weights: weights)
    }

    func writeResults(
        to writer: inout JSONWriter, _ locator: inout SARIFLocator, _ allowance: ResultAllowance
    ) {
        var allowance = allowance
        for outcome in review.outcomes.those(of: verdicts)
        where allowance.takes(ResultWeight(outcome.kind)) {
            writer.element { write(outcome, to: &$0, locator: &locator) }
        }
        for finding in review.dataFindings where allowance.takes(ResultWeight(finding.level)) {
            writer.element { write(finding, to: &$0, locator: &locator) }
        }
        for item in review.material
        where item.isOpen && allowance.takes(ResultWeight(item.level)) {
            writer.element { write(item, to: &$0, locator: &locator) }
        }
    }

    private func write(
        _ item: MaterialItem, to writer: inout JSONWriter, locator: inout SARIFLocator
    ) {
        writer.object { writer in
            writeRule(Self.id(of: item.state), to: &writer)
            writer.member("level", Self.level(item.level))
            writer.sarifMessage("message", seeing(item.sources, after: say(item.message)))
            let cell = item.sources.first(where: locator.knows)
            writePlace(of: item.owner, at: cell, to: &writer, &locator)
            writeFingerprint(fingerprints.fingerprint(of: item), at: cell, to: &writer, locator)
            writer.member("suppressions", names: [])
            writer.key("properties")
            writer.object { writer in
                writer.member("level", item.level.rawValue)
                writer.member("annex", item.annex)
                if let clause = item.clause { writer.member("clause", clause) }
                writer.member("subjectType", item.owner.type)
                writer.member("subjectId", item.owner.id)
                if let due = item.due { writer.member("due", due) }
            }
        }
    }

    private func write(
        _ outcome: Outcome, to writer: inout JSONWriter, locator: inout SARIFLocator
    ) {
        writer.object { writer in
            writeRule(outcome.rule, to: &writer)
            let kind = Self.kind(of: outcome.verdict)
            if let kind { writer.member("kind", kind) }
            let level = outcome.verdict == .advised ? "note" : Self.level(outcome.level)
            writer.member("level", kind == nil ? level : "none")
            writer.sarifMessage("message", message(of: outcome))
            let cell = outcome.sources.first(where: locator.knows)
            writePlace(
                of: outcome.subject, at: cell, rule: outcome.rule, to: &writer, &locator)
            let others = outcome.sources.filter(locator.knows).dropFirst()
            writeRelated(others, to: &writer, &locator)
            writeFingerprint(fingerprints.fingerprint(of: outcome), at: cell, to: &writer, locator)
            if outcome.isOpen { writeState(known?.contains(outcome), to: &writer) }
            writeSuppressions(of: outcome, to: &writer)
            writeProperties(of: outcome, to: &writer)
        }
    }

    /// nil for what fails, which needs no word.
    private static func kind(of verdict: Verdict) -> String? {
        switch verdict {
        case .undetermined: "open"
        case .pending: "informational"
        case .violated, .advised, .waived, .met, .notApplicable, .failed: nil
        }
    }

    private func message(of outcome: Outcome) -> DataText {
        var message = say(outcome.message)
        if message.isEmpty {
            message = MissingList(index: index, say: say).text(outcome.missing)
        }
        if message.isEmpty { message = names.name(of: outcome.subject) }
        return seeing(outcome.sources, after: message)
    }

    private func seeing(_ cells: [CellAddress], after message: DataText) -> DataText {
        let sources = SourceList.text(cells, say)
        return sources.isEmpty ? message : message + say("（见 \(sources)）", " (see \(sources))")
    }

    private func writeRule(_ id: String, to writer: inout JSONWriter) {
        writer.member("ruleId", id)
        if let number = ruleNumbers[id] { writer.member("ruleIndex", number) }
    }

    /// GitHub knows a result again by a hash of its line alone, which whoever uploads a report makes only
    /// where there is a line. Elsewhere, as in a workbook, the fingerprint takes its place.
    private func writeFingerprint(
        _ fingerprint: Fingerprint, at cell: CellAddress?, to writer: inout JSONWriter,
        _ locator: SARIFLocator
    ) {
        let hasLine = cell.map { $0.sheet == nil && locator.packedPath($0.file) == nil } ?? false
        writer.key("partialFingerprints")
        writer.object { writer in
            writer.member("hegui/v1", fingerprint)
            if !hasLine {
                writer.member("primaryLocationLineHash", "\(fingerprint):1" as DataText)
            }
        }
    }

    /// Writes the place of a result, which has to be in a file: whoever uploads reports refuses one with a
    /// result that is in none. Without a cell it is a file about the subject, or else the rule's own.
    private func writePlace(
        of subject: Outcome.Subject, at cell: CellAddress?, rule: String? = nil,
        to writer: inout JSONWriter, _ locator: inout SARIFLocator
    ) {
        writer.key("locations")
        writer.list { writer in
            writer.element { writer in
                writer.object { writer in
                    if let cell {
                        writeLocation(cell, to: &writer, &locator)
                    } else if let file = locator.file(about: subject)
                        ?? rule.flatMap({ locator.span(ofRule: $0)?.file })
                    {
                        writer.key("physicalLocation")
                        writer.object { writeArtifact(file, to: &$0, locator) }
                    }
                    writeSubject(subject, to: &writer)
                }
            }
        }
    }

    /// Writes whether an open finding is known from an earlier review, where one is given.
    private func writeState(_ isKnown: Bool?, to writer: inout JSONWriter) {
        guard let isKnown else { return }
        writer.member("baselineState", isKnown ? "unchanged" : "new")
    }

    private func writeSubject(_ subject: Outcome.Subject, to writer: inout JSONWriter) {
        writer.key("logicalLocations")
        writer.list { writer in
            writer.element { writer in
                writer.object { writer in
                    writer.member("name", names.name(of: subject))
                    writer.member("fullyQualifiedName", names.fullName(of: subject))
                    writer.member("kind", subject.type)
                }
            }
        }
    }

    private func writeRelated(
        _ cells: ArraySlice<CellAddress>, to writer: inout JSONWriter,
        _ locator: inout SARIFLocator
    ) {
        guard !cells.isEmpty else { return }
        writer.key("relatedLocations")
        writer.list { writer in
            for cell in cells.prefix(Self.relatedLimit) {
                writer.element { writer in
                    writer.object { writer in writeLocation(cell, to: &writer, &locator) }
                }
            }
        }
    }

    /// Writes a cell: line and column in a text, file and cell in a workbook or an archive.
    func writeLocation(
        _ cell: CellAddress, to writer: inout JSONWriter, _ locator: inout SARIFLocator
    ) {
        writer.key("physicalLocation")
        writer.object { writer in
            writeArtifact(cell.file, to: &writer, locator)
            guard cell.sheet == nil, locator.packedPath(cell.file) == nil else { return }
            let place = locator.place(of: cell)
            writer.key("region")
            writer.object { writer in
                writer.member("startLine", place?.line ?? cell.row)
                if let place, cell.column != nil { writer.member("startColumn", place.column) }
            }
        }
        writer.key("properties")
        writer.object { writer in
            if let path = locator.packedPath(cell.file) { writer.member("file", path) }
            if let sheet = cell.sheet { writer.member("sheet", sheet) }
            writer.member("cell", cell.reference(in: .english))
        }
    }

    func writeArtifact(_ file: String, to writer: inout JSONWriter, _ locator: SARIFLocator) {
        writer.key("artifactLocation")
        writer.object { writer in
            writeURI(file, to: &writer, locator)
            if let number = locator.number(ofFile: file) { writer.member("index", number) }
        }
    }

    /// Writes where a file is in the archive that holds it, and as `writeURI` where none does.
    func writeOwnURI(_ file: String, to writer: inout JSONWriter, _ locator: SARIFLocator) {
        guard let path = locator.packedPath(file) else {
            return writeURI(file, to: &writer, locator)
        }
        writer.member("uri", masked: "/" + writer.redaction.masked(DataText(path)).asURI)
    }

    /// Writes where a file is on disk, of one in an archive where that is; its path is masked before
    /// it is encoded.
    func writeURI(_ file: String, to writer: inout JSONWriter, _ locator: SARIFLocator) {
        let path = writer.redaction.path(ofFile: file, locator.places)
        writer.member("uri", masked: path.text.uri(isEscaped: path.isEscaped))
    }

    private func writeSuppressions(of outcome: Outcome, to writer: inout JSONWriter) {
        var justification: DataText?
        if let waiver = outcome.waiver, outcome.verdict == .waived {
            justification = FactLines(say: say).waiver(waiver)
        } else if let explanation = outcome.explanation, outcome.verdict == .violated {
            justification = FactLines(say: say).explanation(explanation)
        }
        // A run in which anything may be suppressed says so of every result that fails.
        writer.key("suppressions")
        writer.list { writer in
            guard let justification else { return }
            writer.element { writer in
                writer.object { writer in
                    writer.member("kind", "external")
                    writer.member("status", "accepted")
                    writer.member("justification", justification)
                }
            }
        }
    }

    private func writeProperties(of outcome: Outcome, to writer: inout JSONWriter) {
        writer.key("properties")
        writer.object { writer in
            writer.member("outcome", outcome.verdict.rawValue)
            writer.member("level", outcome.level.rawValue)
            writer.member("clause", outcome.clause)
            writer.member("subjectType", outcome.subject.type)
            writer.member("subjectId", outcome.subject.id)
            if let group = outcome.subject.groupID { writer.member("groupId", group) }
            if let observed = outcome.observed { writer.member("observed", observed) }
            if let required = outcome.required { writer.member("required", required) }
            if let gap = outcome.gap { writer.member("gap", gap) }
            if let due = outcome.due { writer.member("due", due) }
            writer.member("sources", outcome.sources.count)
        }
    }

    private func write(
        _ finding: DataFinding, to writer: inout JSONWriter, locator: inout SARIFLocator
    ) {
        writer.object { writer in
            writeRule(finding.code, to: &writer)
            writer.member("level", Self.level(finding.level))
            let help = finding.help.map { say("。", ". ") + say($0) } ?? ""
            writer.sarifMessage(
                "message", seeing([finding.cell], after: say(finding.message) + help))
            writer.key("locations")
            writer.list { writer in
                writer.element { writer in
                    writer.object { writeLocation(finding.cell, to: &$0, &locator) }
                }
            }
            writeRelated(finding.related[...], to: &writer, &locator)
            writeFingerprint(
                fingerprints.fingerprint(of: finding), at: finding.cell, to: &writer, locator)
            writeState(known?.contains(finding), to: &writer)
            writer.member("suppressions", names: [])
            writer.key("properties")
            writer.object { writer in
                writer.member("level", finding.level.rawValue)
                if let dataset = finding.dataset { writer.member("dataset", dataset) }
            }
        }
    }
}
