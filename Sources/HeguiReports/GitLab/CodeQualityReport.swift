package import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiSheets
import HeguiTables

/// Writes what is open as a code quality report, which GitLab shows in merge requests.
///
/// It is a list of objects, each with a description, a name, a fingerprint, a severity and a line of a
/// file. What could not be checked and what is not listed are entries too, since nothing else has room.
package struct CodeQualityReport: Sendable {
    private let review: Review
    private let say: Speaker
    private let index: ReviewIndex
    private let names: SubjectWords
    private let fingerprints: FingerprintMaker
    private let limit: Int

    /// Severities of GitLab, of which hegui never uses `info` but for advice and notes of its own.
    private enum Severity: String, CaseIterable {
        case info, minor, major, critical, blocker

        init(_ level: Level) {
            self =
                switch level {
                case .mandatory: .critical
                case .verify: .major
                case .hint: .minor
                }
        }
    }

    /// What an entry says and where.
    private struct Entry {
        var description: DataText
        /// `hegui/` and a rule or a code.
        var name: String
        /// What tells it from all others, of which GitLab takes the first only.
        var fingerprint: String
        var severity: Severity
        var path: String
        var line = 1
    }

    package init(_ review: Review, language: Language, limit: Int? = nil) {
        self.review = review
        say = Speaker(language)
        index = ReviewIndex(review.pack)
        names = SubjectWords(say: say)
        fingerprints = FingerprintMaker(review)
        self.limit = limit ?? .max
    }

    /// Writes the whole report; `places` tells where cells of text files stand.
    package func write(to stream: inout ReportStream, places: DropPlaces) {
        var locator = SARIFLocator(places, review)
        let (findings, allowance) = OpenFinding.weightiest(limit, of: review)
        let notes = notes(allowance, locator)
        var writer = JSONWriter(to: stream, openDepth: 1)
        var seen: [String: Int] = [:]
        writer.list { writer in
            for note in notes { writer.element { write(note, to: &$0) } }
            for finding in findings {
                var entry = entry(finding.finding, &locator)
                let count = seen[entry.fingerprint, default: 0] + 1
                seen[entry.fingerprint] = count
                if count > 1 { entry.fingerprint += "-\(count)" }
                writer.element { write(entry, to: &$0) }
            }
        }
        stream = writer.finish()
    }

    /// What is said of the review as a whole.
    private func notes(_ allowance: ResultAllowance, _ locator: SARIFLocator) -> [Entry] {
        let file = locator.files.first?.file ?? review.files.first?.file
        let path = file.map(locator.plainPath) ?? review.pack.id
        var notes: [Entry] = []
        if let warning = CompletenessWords(review, say).warning {
            notes.append(
                Entry(
                    description: warning, name: "incomplete",
                    fingerprint: "hegui-incomplete-\(review.pack.id)", severity: .blocker,
                    path: path))
        }
        if let words = LeftOutWords(allowance, say).text {
            notes.append(
                Entry(
                    description: words, name: "left-out",
                    fingerprint: "hegui-left-out-\(review.pack.id)", severity: .info, path: path))
        }
        for diagnostic in review.diagnostics {
            let severity: Severity =
                switch diagnostic.severity {
                case .error: .blocker
                case .warning: .minor
                case .note: .info
                }
            notes.append(
                Entry(
                    description: say(diagnostic.message), name: diagnostic.code,
                    fingerprint: Self.fingerprint(of: diagnostic), severity: severity,
                    path: diagnostic.location.map { locator.plainPath($0.file) } ?? path,
                    line: diagnostic.location?.line ?? 1))
        }
        return notes
    }

    private static func fingerprint(of diagnostic: Diagnostic) -> String {
        let masked = Redaction.full.masked(diagnostic)
        let place = masked.location.map { $0.description(in: .english) } ?? ""
        return Fingerprint(["diagnostic", masked.code, masked.message.zh, place]).description
    }

    private func entry(_ finding: OpenFinding, _ locator: inout SARIFLocator) -> Entry {
        switch finding {
        case .outcome(let outcome):
            let message = say(outcome.message)
            let title = "\(outcome.clause) \(index.ruleTitle(outcome.rule, say))" as DataText
            let words = message.isEmpty ? names.name(of: outcome.subject) : message
            return placed(
                Entry(
                    description: title + say("：", ": ") + words, name: outcome.rule,
                    fingerprint: fingerprints.fingerprint(of: outcome).description,
                    severity: outcome.verdict == .advised ? .info : Severity(outcome.level),
                    path: locator.file(about: outcome.subject).map(locator.plainPath)
                        ?? locator.span(ofRule: outcome.rule)?.file ?? review.pack.id),
                at: outcome.sources.first(where: locator.knows), &locator)
        case .data(let finding):
            let help = finding.help.map { say("。", ". ") + say($0) } ?? ""
            return placed(
                Entry(
                    description: say(finding.message) + help, name: finding.code,
                    fingerprint: fingerprints.fingerprint(of: finding).description,
                    severity: Severity(finding.level), path: finding.cell.file),
                at: finding.cell, &locator)
        case .material(let item):
            return placed(
                Entry(
                    description: say(item.message), name: SARIFReport.id(of: item.state),
                    fingerprint: fingerprints.fingerprint(of: item).description,
                    severity: Severity(item.level),
                    path: locator.file(about: item.owner).map(locator.plainPath) ?? review.pack.id),
                at: item.sources.first(where: locator.knows), &locator)
        }
    }

    /// Returns an entry at a cell; one of a workbook or an archive, which have no lines, is named in the
    /// description.
    private func placed(
        _ entry: Entry, at cell: CellAddress?, _ locator: inout SARIFLocator
    ) -> Entry {
        guard let cell else { return entry }
        var entry = entry
        entry.path = locator.plainPath(cell.file)
        let packed = locator.packedPath(cell.file)
        if let place = say.bracketedPlace(of: cell, packed: packed) {
            entry.description = entry.description + place
        } else {
            entry.line = locator.place(of: cell)?.line ?? cell.row
        }
        return entry
    }

    private func write(_ entry: Entry, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("check_name", "hegui/" + entry.name)
            writer.member("description", entry.description)
            writer.member("fingerprint", entry.fingerprint)
            writer.member("severity", masked: MaskedText(word: entry.severity))
            writer.key("location")
            writer.object { writer in
                writer.member("path", entry.path)
                writer.key("lines")
                writer.object { $0.member("begin", entry.line) }
            }
        }
    }
}
