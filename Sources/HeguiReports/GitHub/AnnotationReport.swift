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
package struct AnnotationReport: Sendable {
    private let review: Review
    private let provenance: Provenance
    private let say: Speaker
    private let index: ReviewIndex
    private let names: SubjectWords
    /// The files that were read.
    private let files: Set<String>

    package init(_ review: Review, provenance: Provenance, language: Language) {
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
        for outcome in review.outcomes.those(of: [.violated, .advised])
        where outcome.verdict == .advised || outcome.isOpen {
            write(outcome, to: &stream, places: &places)
        }
        for finding in review.dataFindings { write(finding, to: &stream, places: &places) }
        for item in review.material where item.isOpen {
            write(
                Self.command(item.level), at: item.sources.first { files.contains($0.file) },
                title: say(item.annexTitle), say(item.message), to: &stream, places: &places)
        }
        if let warning = CompletenessWords(review, say).warning {
            write("error", title: "hegui", warning, to: &stream)
        }
        for diagnostic in review.diagnostics { write(diagnostic, to: &stream, places: places) }
        for failure in RuleFailure.all(in: review) {
            let title: DataText = "\(failure.rule.clause) \(failure.rule.rule)"
            write("error", title: title, say(failure.words), to: &stream)
        }
        writeOrigin(to: &stream)
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
        let command: MaskedText =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let help = diagnostic.help.map { "\n" + say($0) } ?? ""
        write(
            command, file: diagnostic.location.map { places.path(ofFile: $0.file) },
            line: diagnostic.location?.line, title: DataText(diagnostic.code),
            say(diagnostic.message) + help, to: &stream)
    }

    /// A cell of a workbook, which has no lines, is named in the message.
    private func write(
        _ command: MaskedText, at cell: CellAddress?, title: DataText, _ message: DataText,
        to stream: inout ReportStream, places: inout DropPlaces
    ) {
        guard let cell else { return write(command, title: title, message, to: &stream) }
        let path = places.path(ofFile: cell.file)
        guard let sheet = cell.sheet else {
            let place = places.place(of: cell)
            return write(
                command, file: path, line: place?.line ?? cell.row,
                column: cell.column == nil ? nil : place?.column, title: title, message, to: &stream
            )
        }
        let place: DataText = "\(sheet) ▸ \(say.reference(of: cell))"
        write(
            command, file: path, title: title, message + say("（\(place)）", " (\(place))"),
            to: &stream)
    }

    private func write(
        _ command: MaskedText, file: String? = nil, line: Int? = nil, column: Int? = nil,
        title: DataText, _ message: DataText, to stream: inout ReportStream
    ) {
        let redaction = stream.redaction
        var properties: [MaskedText] = []
        if let file {
            properties.append("file=\(redaction.masked(DataText(file)).inCommandProperty)")
        }
        if let line { properties.append("line=\(line)") }
        if let column { properties.append("col=\(column)") }
        properties.append("title=\(redaction.masked(title).inCommandProperty)")
        stream.write("::\(command) \(properties.joined(separator: ","))::")
        stream.write("\(redaction.masked(message).inCommand)\n")
    }

    private static func command(_ level: Level) -> MaskedText {
        switch level {
        case .mandatory: "error"
        case .verify: "warning"
        case .hint: "notice"
        }
    }
}
