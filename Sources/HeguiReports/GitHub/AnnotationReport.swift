package import HeguiDiagnostics
package import HeguiEngine
package import HeguiIntake
import HeguiPack

/// Writes what is open as workflow commands, which GitHub shows as annotations at the lines of the
/// dropped files.
///
/// A line is `::error file=…,line=…,col=…,title=…::message`: error for mandatory, warning for what
/// is to be verified, notice for hints. What is explained, waived, pending or undetermined has none.
package struct AnnotationReport: Sendable {
    private let review: Review
    private let provenance: Provenance
    private let language: Language
    private let index: ReviewIndex
    private let names: SubjectWords
    /// The files that were read.
    private let files: Set<String>

    package init(_ review: Review, provenance: Provenance, language: Language) {
        self.review = review
        self.provenance = provenance
        self.language = language
        index = ReviewIndex(review.pack)
        names = SubjectWords(index: index, language: language)
        files = Set(review.files.filter { $0.notRead == nil }.map(\.file))
    }

    /// Writes the whole report; `places` tells where cells of text files stand.
    package func write(to stream: inout ReportStream, places: DropPlaces) {
        var places = places
        for outcome in review.outcomes.those(of: [.violated, .advised])
        where outcome.verdict == .advised || outcome.isOpen {
            write(outcome, to: &stream, &places)
        }
        for finding in review.dataFindings { write(finding, to: &stream, &places) }
        if !review.hasData {
            write("error", title: "hegui", UncheckedWords.noData.text(in: language), to: &stream)
        }
        for diagnostic in review.diagnostics { write(diagnostic, to: &stream, places) }
        for failure in RuleFailure.all(in: review) {
            let title = "\(failure.rule.clause) \(failure.rule.rule)"
            write("error", title: title, failure.words.text(in: language), to: &stream)
        }
        writeOrigin(to: &stream)
    }

    /// Writes what the report follows from as lines of the log that are folded away.
    private func writeOrigin(to stream: inout ReportStream) {
        let origin = OriginLines(review: review, provenance: provenance, language: language)
        let title = Message(zh: "出处", en: "Provenance").text(in: language)
        stream.write("::group::\(title)\n")
        for line in origin.lines + origin.settings {
            stream.write(Self.data(index.redaction.mask("\(line.title) \(line.text)")) + "\n")
        }
        stream.write("::endgroup::\n")
    }

    private func write(
        _ outcome: Outcome, to stream: inout ReportStream, _ places: inout DropPlaces
    ) {
        let title = index.rule(outcome.rule)?.title.text(in: language) ?? outcome.rule
        let command = outcome.verdict == .advised ? "notice" : Self.command(outcome.level)
        let message = outcome.message.text(in: language)
        write(
            command, outcome.sources.first { files.contains($0.file) },
            title: "\(outcome.clause) \(title)",
            message.isEmpty ? names.name(of: outcome.subject) : message, to: &stream, &places)
    }

    private func write(
        _ finding: DataFinding, to stream: inout ReportStream, _ places: inout DropPlaces
    ) {
        let help = finding.help.map { "\n" + $0.text(in: language) } ?? ""
        write(
            Self.command(finding.level), finding.cell,
            title: "\(finding.code) \(DataCodeTitle.of(finding.code).text(in: language))",
            finding.message.text(in: language) + help, to: &stream, &places)
    }

    private func write(
        _ diagnostic: Diagnostic, to stream: inout ReportStream, _ places: DropPlaces
    ) {
        let command =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let help = diagnostic.help.map { "\n" + $0.text(in: language) } ?? ""
        write(
            command, file: diagnostic.location.map { places.path(ofFile: $0.file) },
            line: diagnostic.location?.line, title: diagnostic.code,
            diagnostic.message.text(in: language) + help, to: &stream)
    }

    /// A cell of a workbook, which has no lines, is named in the message.
    private func write(
        _ command: String, _ cell: CellAddress?, title: String, _ message: String,
        to stream: inout ReportStream, _ places: inout DropPlaces
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
        let chinese = "（\(sheet) ▸ \(cell.reference(in: language))）"
        let english = " (\(sheet) ▸ \(cell.reference(in: language)))"
        write(
            command, file: path, title: title,
            message + Message(zh: chinese, en: english).text(in: language), to: &stream)
    }

    private func write(
        _ command: String, file: String? = nil, line: Int? = nil, column: Int? = nil,
        title: String, _ message: String, to stream: inout ReportStream
    ) {
        let redaction = index.redaction
        var properties: [String] = []
        if let file { properties.append("file=" + Self.property(redaction.mask(file))) }
        if let line { properties.append("line=\(line)") }
        if let column { properties.append("col=\(column)") }
        properties.append("title=" + Self.property(redaction.mask(title)))
        stream.write("::\(command) \(properties.joined(separator: ","))::")
        stream.write(Self.data(redaction.mask(message)) + "\n")
    }

    private static func command(_ level: Level) -> String {
        switch level {
        case .mandatory: "error"
        case .verify: "warning"
        case .hint: "notice"
        }
    }

    /// Returns `text` as the data of a command: percent signs and line breaks escaped.
    static func data(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case _ where scalar.value < 0x20: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Returns `text` as the value of a property, in which colon and comma have meanings too.
    static func property(_ text: String) -> String {
        var escaped = ""
        for scalar in data(text).unicodeScalars {
            switch scalar {
            case ":": escaped += "%3A"
            case ",": escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
