package import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiSheets
import HeguiTables

/// Writes what is open as workflow commands, which GitHub shows as annotations at the lines of the
/// dropped files.
///
/// A line is `::error file=…,line=…,col=…,title=…::message`: error for mandatory, warning for what
/// is to be verified, notice for hints. What is explained, waived, pending or undetermined has none.
/// The weightiest stand first, since GitHub shows only the first ones.
package struct AnnotationReport: Sendable {
    private let review: Review
    private let provenance: Provenance
    private let say: Speaker
    private let index: ReviewIndex
    private let names: SubjectWords
    /// The files that were read.
    private let files: Set<String>
    /// How many findings are written at most.
    private let limit: Int

    /// So many errors, warnings and notices of a step GitHub shows; what comes later only the log has.
    private static let shown = 10

    package init(
        _ review: Review, provenance: Provenance, language: Language, limit: Int? = nil
    ) {
        self.limit = limit ?? .max
        self.review = review
        self.provenance = provenance
        say = Speaker(language)
        index = ReviewIndex(review.pack)
        names = SubjectWords(say: say)
        files = Set(review.files.filter { $0.notRead == nil }.map(\.file))
    }

    /// Writes the whole report; `places` tells where cells of text files stand.
    package func write(to stream: inout ReportStream, places: DropPlaces) {
        var places = places
        let (findings, allowance) = OpenFinding.weightiest(limit, of: review)
        if let warning = CompletenessWords(review, say).warning {
            write("error", title: "hegui", warning, to: &stream)
        }
        for failure in RuleFailure.all(in: review) {
            let title: DataText = "\(failure.rule.clause) \(failure.rule.rule)"
            write("error", title: title, say(failure.words), to: &stream)
        }
        let steps: [(ResultWeight, Severity)] = [
            (.mandatory, .error), (.verify, .warning), (.hint, .note),
        ]
        for (weight, severity) in steps {
            if severity == .note { writeHidden(allowance, to: &stream) }
            // What is wrong with files may hide findings; a warning about them is less than a finding.
            let diagnostics = review.diagnostics.filter { $0.severity == severity }
            if severity != .warning {
                for diagnostic in diagnostics { write(diagnostic, to: &stream, places: places) }
            }
            for finding in findings where finding.weight == weight {
                write(finding.finding, to: &stream, places: &places)
            }
            if severity == .warning {
                for diagnostic in diagnostics { write(diagnostic, to: &stream, places: places) }
            }
        }
        writeOrigin(to: &stream)
    }

    private func write(
        _ finding: OpenFinding, to stream: inout ReportStream, places: inout DropPlaces
    ) {
        switch finding {
        case .outcome(let outcome): write(outcome, to: &stream, places: &places)
        case .data(let finding): write(finding, to: &stream, places: &places)
        case .material(let item):
            write(
                Self.command(item.level), at: item.sources.first { files.contains($0.file) },
                title: say(item.annexTitle), say(item.message), to: &stream, places: &places)
        }
    }

    /// Writes how many annotations GitHub does not show and how many are not written at all.
    ///
    /// It stands before all other notices, since of notices too only the first are shown.
    private func writeHidden(_ allowance: ResultAllowance, to stream: inout ReportStream) {
        let counts: [(ResultWeight, DataText)] = [
            (.mandatory, say("错误", "errors")), (.verify, say("警告", "warnings")),
            (.hint, say("提示", "notices")),
        ]
        let hidden = counts.compactMap { weight, name -> DataText? in
            let count = allowance.totals[weight] ?? 0
            guard count > Self.shown else { return nil }
            return say("\(name) \(count) 条", "\(name): \(count)")
        }
        guard !hidden.isEmpty else { return }
        let list = hidden.joined(separator: say("、", ", "))
        let text = say(
            "GitHub 每步每类只显示前 \(Self.shown) 条批注，这里共有\(list)；其余见日志",
            "GitHub shows the first \(Self.shown) annotations of a kind a step, and there are "
                + "\(list); the others are in the log")
        let words = [text, LeftOutWords(allowance, say).text].compactMap(\.self)
        write("notice", title: "hegui", words.joined(separator: "\n"), to: &stream)
    }

    /// Writes what the report follows from as lines of the log that are folded away.
    private func writeOrigin(to stream: inout ReportStream) {
        let origin = OriginLines(review, provenance: provenance, say: say)
        let title = say("出处", "Provenance")
        stream.write("::group::\(stream.redaction.masked(title))\n")
        for line in origin.lines + origin.settings {
            let text = stream.redaction.masked("\(line.title) \(line.text)")
            stream.write("\(text.inCommand)\n")
        }
        stream.write("::endgroup::\n")
    }

    private func write(
        _ outcome: Outcome, to stream: inout ReportStream, places: inout DropPlaces
    ) {
        let title = index.ruleTitle(outcome.rule, say)
        let command: MaskedText =
            outcome.verdict == .advised ? "notice" : Self.command(outcome.level)
        let message = say(outcome.message)
        write(
            command, at: outcome.sources.first { files.contains($0.file) },
            title: "\(outcome.clause) \(title)",
            message.isEmpty ? names.name(of: outcome.subject) : message, to: &stream,
            places: &places)
    }

    private func write(
        _ finding: DataFinding, to stream: inout ReportStream, places: inout DropPlaces
    ) {
        let help = finding.help.map { "\n" + say($0) } ?? ""
        write(
            Self.command(finding.level), at: finding.cell,
            title: "\(finding.code) \(say(DataCodeTitle.of(finding.code)))",
            say(finding.message) + help, to: &stream, places: &places)
    }

    private func write(
        _ diagnostic: Diagnostic, to stream: inout ReportStream, places: DropPlaces
    ) {
        let help = diagnostic.help.map { "\n" + say($0) } ?? ""
        write(
            WorkflowCommand(diagnostic.severity).name,
            file: diagnostic.location.map { stream.redaction.path(ofFile: $0.file, places) },
            line: diagnostic.location?.line, title: DataText(diagnostic.code),
            say(diagnostic.message) + help, to: &stream)
    }

    /// A cell of a workbook or an archive, which have no lines, is named in the message.
    private func write(
        _ command: MaskedText, at cell: CellAddress?, title: DataText, _ message: DataText,
        to stream: inout ReportStream, places: inout DropPlaces
    ) {
        guard let cell else { return write(command, title: title, message, to: &stream) }
        let path = stream.redaction.path(ofFile: cell.file, places)
        let packed = places.packedPath(ofFile: cell.file)
        guard let own = say.bracketedPlace(of: cell, packed: packed) else {
            let place = places.place(of: cell)
            return write(
                command, file: path, line: place?.line ?? cell.row,
                column: cell.column == nil ? nil : place?.column, title: title, message, to: &stream
            )
        }
        write(command, file: path, title: title, message + own, to: &stream)
    }

    private func write(
        _ command: MaskedText, file: MaskedPath? = nil, line: Int? = nil, column: Int? = nil,
        title: DataText, _ message: DataText, to stream: inout ReportStream
    ) {
        var command = WorkflowCommand(command)
        if let file { command.properties.append("file=\(file.inCommandProperty)") }
        if let line { command.properties.append("line=\(line)") }
        if let column { command.properties.append("col=\(column)") }
        command.write(title: title, message, to: &stream)
    }

    private static func command(_ level: Level) -> MaskedText {
        switch level {
        case .mandatory: "error"
        case .verify: "warning"
        case .hint: "notice"
        }
    }
}
