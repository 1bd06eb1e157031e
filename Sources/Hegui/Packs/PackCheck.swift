import HeguiDiagnostics
import HeguiEngine
import HeguiLint
import HeguiLoader
import HeguiPack
import HeguiReports
import HeguiReview

/// What is wrong with a pack: mistakes in its files, what is hardly meant, and examples that do
/// not hold.
public struct PackCheck: Sendable {
    /// The language in which the pack's messages are first written; Chinese where it cannot be read.
    public let language: ReportLanguage
    private let pack: Pack?
    private let diagnostics: [Diagnostic]
    private let texts: [String: SourceText]

    /// Whether the pack can be used, all of its examples hold, and the linter warns of nothing;
    /// notes are allowed.
    public var isSound: Bool {
        pack != nil && !diagnostics.contains { $0.severity != .note }
    }

    /// Whether the pack can be used at all.
    public var isUsable: Bool { pack != nil }

    /// Checks the pack of `folder`; examples run only if the pack can be used.
    ///
    /// - Throws: `ReviewFailure` where the folder cannot be read.
    public static func run(folder: String) throws(ReviewFailure) -> PackCheck {
        let sources = try PackFolder(folder).sources()
        let result = PackLoader.load(sources)
        var findings: [Diagnostic] = []
        if let pack = result.pack {
            let run = TestRun(pack, threads: RulePack.threads)
            findings = run.results.compactMap(\.diagnostic) + Linter.lint(pack)
            if let untried = untried(run.coverage) { findings.append(untried) }
        }
        let silenced = SilencedDiagnostics(
            result.diagnostics + findings, in: sources.files.map(\.source))
        // Nothing has been linted of a pack that cannot be used, so that no comment is idle.
        let diagnostics =
            result.pack == nil ? result.diagnostics : silenced.diagnostics
        return PackCheck(
            language: ReportLanguage(result.pack?.language ?? .chinese), pack: result.pack,
            diagnostics: diagnostics, texts: sources.texts)
    }

    /// Returns the check with nothing but what has one of `codes`; what keeps the pack from being
    /// used is always told.
    ///
    /// - Throws: `ReviewFailure` for a code that there is not.
    public func showing(only codes: [String]) throws(ReviewFailure) -> PackCheck {
        let known = PackCode.codes + LimitCode.codes + EngineCode.codes
        for code in codes where !known.contains(code) {
            throw ReviewFailure(
                Message(zh: "没有代码 `\(code)`", en: "there is no code `\(code)`"),
                help: .suggestion(for: code, among: known))
        }
        guard pack != nil else { return self }
        return PackCheck(
            language: language, pack: pack,
            diagnostics: diagnostics.filter { codes.contains($0.code) }, texts: texts)
    }

    /// Returns what is wrong, for programs.
    public func report(as format: CheckFormat, in language: ReportLanguage) -> ReportFile {
        format.report(of: diagnostics, isSound: isSound, in: language)
    }

    /// Returns the mistakes and a line that sums up, for a terminal.
    public func text(in language: ReportLanguage, isColoured: Bool = false) -> String {
        let renderer = DiagnosticRenderer(
            language: language.language, texts: texts, usesColour: isColoured)
        let mistakes = renderer.render(Diagnostic.first(of: diagnostics))
        guard let pack, isSound else { return mistakes }
        let examples = pack.tests.reduce(0) { $0 + $1.checks.count }
        let summary = Message(
            zh: "\(pack.id) \(pack.version)：\(pack.clauses.count) 条条款，\(pack.rules.count) 条规则，"
                + "\(pack.awards.count) 个评优项目，\(examples) 个样例全部成立",
            en: "\(pack.id) \(pack.version): \(pack.clauses.count) clauses, "
                + "\(pack.rules.count) rules, \(pack.awards.count) awards; "
                + "all \(examples) examples hold")
        let lines = Self.absences(pack) + [summary]
        return mistakes + lines.map { $0.text(in: language.language) + "\n" }.joined()
    }

    /// Tells who hands in the annexes from whose lack rules conclude; R0713 tells of the others.
    private static func absences(_ pack: Pack) -> [Message] {
        AbsenceSurvey(pack).entries.compactMap { entry in
            guard let duty = entry.annex.expected, let owners = pack.dataset(duty.owners)?.title
            else { return nil }
            let (annex, count) = (entry.annex.title, entry.rules.count)
            return Message(
                zh: "“\(annex.text(in: .chinese))”由“\(owners.text(in: .chinese))”报送，"
                    + "\(count) 条规则由其中没有记录得出结论",
                en: "\(annex.text(in: .english)) is expected from \(owners.text(in: .english)); "
                    + "\(count) rules conclude from rows that it lacks")
        }
    }

    /// Says once which thresholds no example tries; `hegui test` lists them one by one.
    private static func untried(_ coverage: Coverage) -> Diagnostic? {
        let gaps = coverage.boundaryGaps
        guard let first = gaps.first else { return nil }
        let part = coverage.boundaries
        let left = part.total - part.covered
        return Diagnostic(
            PackCode.thresholdUntried, .note, at: .text(first.site.id.span),
            zh: "界限的 \(part.total) 个检验点有 \(left) 个没有样例检验",
            en: "\(left) of \(part.total) sides of thresholds are not tested",
            label: untried(first),
            secondary: gaps.dropFirst().prefix(4).map {
                Diagnostic.Label(location: .text($0.site.id.span), text: untried($0))
            },
            help: Message(
                zh: "`hegui test` 逐一列出还要检验哪些值", en: "`hegui test` lists which values to try"))
    }

    private static func untried(_ gap: Coverage.BoundaryGap) -> Message {
        let wording = BoundaryWording(gap.site)
        let marks = gap.untried.map(wording.text)
        return Message(
            zh: "没有用 \(marks.map(\.zh).joined(separator: "、")) 检验",
            en: "not tested \(marks.map(\.en).joined(separator: ", "))")
    }
}

extension CheckResult {
    /// What is said of it where something is not as expected.
    fileprivate var diagnostic: Diagnostic? {
        let wrong = fields.filter { !$0.isAsExpected }
        if wrong.isEmpty { return nil }
        return .exampleFailed(
            check.example.name, fields: wrong.map { ($0.name, $0.actual, $0.span) },
            reasons: reasons)
    }
}

/// The examples and test cases of a pack, run, and how much of the pack they try.
public struct PackTest: Sendable {
    private let run: TestRun
    /// The language in which the pack's messages are first written.
    public let language: ReportLanguage

    /// Whether every example and every case comes out as it expects.
    public var holds: Bool { run.failures.isEmpty }

    /// Runs the examples and cases of the pack in `folder`; with `only`, those of these rules and
    /// awards, whose coverage is then told.
    ///
    /// - Throws: `ReviewFailure` where the pack cannot be read or has mistakes, or has no such rule.
    public static func run(
        folder: String, only: [String] = []
    ) throws(ReviewFailure) -> PackTest {
        let rules = try RulePack.load(folder: folder)
        let known = rules.pack.rules.map(\.id) + rules.pack.awards.map(\.id)
        for id in only where !known.contains(id) {
            throw ReviewFailure(
                Message(zh: "没有规则或评优项目 `\(id)`", en: "no rule or award `\(id)`"),
                help: .suggestion(for: id, among: known))
        }
        let run = TestRun(
            rules.pack, only: only.isEmpty ? nil : Set(only), threads: RulePack.threads)
        return PackTest(run: run, language: rules.language)
    }

    /// Whether the least of the shares of rules, outcomes and boundaries that are tried reaches
    /// `percent`, such as `90` or `97.5`; nil where that is no number.
    public func reaches(percent: String) -> Bool? {
        guard let wanted = Ratio(percent: percent) else { return nil }
        return run.coverage.share >= wanted
    }

    /// Returns the failures as a diff and the coverage, for a terminal.
    public func text(in language: ReportLanguage, isColoured: Bool = false) -> ReportFile {
        let report = TestReport(run, language: language.language, isColoured: isColoured)
        return ReportFile(name: "test.txt", redaction: .full) { report.write(to: &$0) }
    }

    /// Returns the failures at the lines that expect otherwise, for programs.
    public func report(as format: CheckFormat, in language: ReportLanguage) -> ReportFile {
        if format == .json { return json() }
        return format.report(
            of: run.results.compactMap(\.diagnostic), isSound: holds, in: language)
    }

    /// Returns the failures and the coverage as JSON.
    public func json() -> ReportFile {
        let report = TestJSON(run)
        return ReportFile(name: "test.json", redaction: .full) { report.write(to: &$0) }
    }

    /// Returns each check as a test case of JUnit's XML.
    public func junit() -> ReportFile {
        let report = TestJUnit(run)
        return ReportFile(name: "test.xml", redaction: .full) { report.write(to: &$0) }
    }
}
