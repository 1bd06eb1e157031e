import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack
import HeguiYAML

/// Turns a pack's files into a `Pack`, or says all that is wrong with them.
package struct PackLoader {
    /// A pack, where there is no error, and everything that was found.
    package struct Result: Sendable {
        package let pack: Pack?
        package let diagnostics: [Diagnostic]
        /// Where the expressions stand that were compiled, so that a test can tell that the pack
        /// has them all.
        package let compiled: [Span]
    }

    private let context = LoadContext()
    private let sources: PackSources
    private let withExamples: Bool
    private var roots: [(path: String, root: Node)] = []
    private var unexpected: [PackSources.File] = []

    private init(_ sources: PackSources, withExamples: Bool) {
        self.sources = sources
        self.withExamples = withExamples
    }

    /// Returns the pack; all mistakes of all files are reported together (codes R… and Y…).
    ///
    /// Without examples, those of rules and awards and the cases of tests/ are passed over, with
    /// whatever is wrong with them: who only judges needs none of them.
    package static func load(_ sources: PackSources, withExamples: Bool = true) -> Result {
        var loader = PackLoader(sources, withExamples: withExamples)
        let pack = loader.load()
        let usable = loader.context.hasErrors ? nil : pack
        return Result(
            pack: usable, diagnostics: loader.context.diagnostics,
            compiled: loader.context.compiled)
    }

    private mutating func load() -> Pack? {
        guard hasHeader else { return nil }
        for file in sources.files { parse(file) }
        reportUnexpected()
        guard hasReadNames else { return nil }
        // Before the header, because tables of parameters name enum columns.
        let drafts = each(under: "data/") { root, path in
            DatasetLoader(context: context).load(root, file: path)
        }
        let enums = EnumColumns(drafts)
        guard let header = header(enums), areNamed(drafts) else { return nil }
        let calendar = calendar(header)
        let builder = LayoutBuilder(context: context, drafts: drafts)
        let layouts = builder.build()
        let environment = ExpressionEnvironment(
            layouts: layouts, parameters: header.parameters, calendar: calendar,
            counting: header.counting, given: { _ in true })
        let compiler = ExpressionCompiler(
            environment: environment, layouts: layouts, parameters: header.parameters,
            context: context)
        let datasets = DatasetFinisher(context: context, compiler: compiler, layouts: builder)
            .finish()
        return pack(
            header, calendar: calendar,
            reading: Basis(compiler: compiler, datasets: datasets, enums: enums))
    }

    /// What the loaders of rules and awards read with.
    private struct Basis {
        let compiler: ExpressionCompiler
        let datasets: [Dataset]
        let enums: EnumColumns
    }

    private func pack(
        _ header: PackHeader, calendar: WorkingCalendar, reading basis: Basis
    ) -> Pack {
        let (compiler, datasets, enums) = (basis.compiler, basis.datasets, basis.enums)
        let clauses =
            each(under: "clauses.yaml") { root, _ in
                ClauseLoader(context: context).load(root)
            }.first ?? ClauseLoader.Result()
        let annexes = each(under: "forms/") { root, path in
            AnnexLoader(context: context, compiler: compiler, datasets: datasets)
                .load(root, file: path)
        }
        let ruleLoader = RuleLoader(
            context: context, compiler: compiler, datasets: datasets,
            parameters: header.parameters, counting: header.counting, enums: enums)
        let rules = each(under: "rules/") { root, path in ruleLoader.load(root, file: path) }
        let awardLoader = AwardLoader(
            context: context, compiler: compiler, datasets: datasets,
            parameters: header.parameters, rules: rules, enums: enums,
            written: Set(sources.files.map(\.path)))
        let awards = each(under: "awards/") { root, path in awardLoader.load(root, file: path) }
        let situations = SituationLoader(
            context: context, datasets: datasets, parameters: header.parameters, enums: enums)
        let caseLoader = CaseLoader(
            situations: situations, rules: rules, awards: awards,
            written: Set(sources.files.map(\.path)))
        let cases = each(under: "tests/") { root, _ in caseLoader.load(root) }.flatMap(\.self)
        PackChecker(
            context: context, clauses: clauses.clauses, clauseIDs: clauses.ids, rules: rules,
            awards: awards,
            parameters: header.parameters, written: Set(sources.files.map(\.path))
        ).check()
        return Pack(
            id: header.id, title: header.title, version: header.version,
            language: header.language, document: header.document, effective: header.effective,
            calendar: calendar, calendarName: header.calendarName, counting: header.counting,
            parameters: header.parameters, statements: header.statements,
            clauses: clauses.clauses, datasets: datasets,
            annexes: annexes,
            rules: rules, awards: awards, cases: cases, overrides: [], layouts: compiler.layouts)
    }

    private mutating func parse(_ file: PackSources.File) {
        guard Self.isExpected(file.path) else {
            unexpected.append(file)
            return
        }
        guard withExamples || !file.path.hasPrefix("tests/") else { return }
        context.remember(file.source)
        let document = YAML.parse(file.source, leavingOut: withExamples ? [] : ["examples"])
        for diagnostic in document.diagnostics { context.report(diagnostic) }
        guard let root = document.root else { return }
        QuoteChecker(context: context).check(root)
        roots.append((file.path, root))
    }

    /// Whether this is a pack at all; of a folder of packs nothing else is worth saying.
    private var hasHeader: Bool {
        if sources.files.contains(where: { $0.path == "pack.yaml" }) { return true }
        let below = sources.files.map(\.path).filter { $0.hasSuffix("/pack.yaml") }
            .map { String($0.dropLast("/pack.yaml".count)) }
        context.report(.headerMissing(in: sources.folder, packs: below))
        return false
    }

    /// Whether the files are YAML that declare what others name; where one is not, every use of what
    /// it declares would be one more mistake and hide the only one.
    private var hasReadNames: Bool {
        let broken = Set(
            context.diagnostics.compactMap { diagnostic -> String? in
                guard diagnostic.severity == .error, case .text(let span)? = diagnostic.location
                else { return nil }
                return span.file
            })
        return !sources.files.contains { file in
            let declares =
                file.path.hasPrefix("data/") || ["pack.yaml", "clauses.yaml"].contains(file.path)
            return declares && broken.contains(file.source.name)
        }
    }

    /// Whether all datasets could be read and each has names of its own.
    private func areNamed(_ drafts: [DatasetDraft]) -> Bool {
        let isWhole = drafts.count == roots.count { $0.path.hasPrefix("data/") }
        let names = context.areUnique(drafts.map { ($0.name, $0.span) })
        let singulars = context.areUnique(drafts.map { ($0.singular, $0.singularSpan) })
        return isWhole && names && singulars
    }

    /// Reports the files that have no place in a pack: neither among its own nor where it keeps its
    /// waivers.
    private func reportUnexpected() {
        let header = roots.first { $0.path == "pack.yaml" }?.root
        let place = header.flatMap(StatementPolicyLoader.waiversPlace)
        for file in unexpected {
            if let place, file.path == place || file.path.hasPrefix(place + "/") { continue }
            context.report(.fileUnexpected(file.path, file.source.name))
        }
    }

    private static func isExpected(_ path: String) -> Bool {
        if path == "pack.yaml" || path == "clauses.yaml" { return true }
        guard path.hasSuffix(".yaml") else { return false }
        return ["data/", "forms/", "rules/", "awards/", "tests/"].contains { path.hasPrefix($0) }
    }

    private func each<Value>(under prefix: String, _ read: (Node, String) -> Value?) -> [Value] {
        roots.filter { $0.path.hasPrefix(prefix) }.compactMap { read($0.root, $0.path) }
    }

    private func header(_ enums: EnumColumns) -> PackHeader? {
        each(under: "pack.yaml") { root, _ in
            PackHeaderLoader(
                context: context, folder: sources.folder, enums: enums,
                files: sources.files.map(\.path)
            ).load(root)
        }.first
    }

    private func calendar(_ header: PackHeader) -> WorkingCalendar {
        guard let source = sources.calendars[header.calendarName] else {
            if let span = header.calendarSpan {
                let known = sources.calendars.keys.sorted()
                context.report(.calendarUnknown(header.calendarName, among: known, at: span))
            }
            return .weekendsOnly
        }
        let document = YAML.parse(source)
        for diagnostic in document.diagnostics { context.report(diagnostic) }
        guard let root = document.root else { return .weekendsOnly }
        return CalendarLoader(context: context).load(root, name: header.calendarName)
    }
}

/// A pack's files as read from its folder.
package struct PackSources: Sendable {
    /// A file and its path below the pack's folder, with `/` between parts.
    package struct File: Sendable {
        package var path: String
        package var source: SourceText

        package init(path: String, source: SourceText) {
            self.path = path
            self.source = source
        }
    }

    /// The name of the pack's folder.
    package var folder: String
    /// In order of path.
    package var files: [File]
    /// The calendars that packs share, by name without `.yaml`.
    package var calendars: [String: SourceText]

    package init(folder: String, files: [File], calendars: [String: SourceText]) {
        self.folder = folder
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.calendars = calendars
    }
}
