import Hegui
import HeguiCalendar

/// Where a run's reports go: each format to the screen, to a file or into a folder.
struct OutputTarget {
    private struct Output {
        let format: ReportFormat
        let place: OutputPlace

        /// The paths of its files by their names in a folder; none where they go to no file.
        var paths: [(name: String, path: String)] {
            format.fileNames.enumerated().compactMap { index, name in
                place.path(of: name, isFirst: index == 0).map { (name, $0) }
            }
        }
    }

    private let outputs: [Output]
    private let colour: ColourChoice
    private let failLevel: FindingLevel?
    private let isQuiet: Bool
    private let listsMet: Bool
    private let leavesOutWaived: Bool
    private let isBrief: Bool
    private let mendBy: Day?
    private let maxResults: Int
    private let helpLinks: HelpLinks?

    /// Whether people at the screen are told by a report what went wrong with the files.
    var tellsProblems: Bool {
        outputs.contains { $0.format.isForScreens && $0.place == .screen }
    }

    /// - Throws: `Problem` where the formats cannot go where they are asked to, or would take the
    ///   place of what the command reads.
    init(_ options: ReviewOptions, drop: DropPaths) throws(Problem) {
        let wanted = options.format.isEmpty ? [FormatRequest(.text)] : options.format
        let open = wanted.filter { $0.path == nil }
        let common = try Self.place(of: open.map(\.format), options)
        outputs = wanted.map { request in
            let own = request.path.map { $0 == "-" ? .screen : OutputPlace(path: $0) }
            return Output(format: request.format, place: own ?? common)
        }
        colour = options.color
        failLevel = options.failLevel
        isQuiet = options.quiet
        listsMet = options.withMet
        leavesOutWaived = options.withoutWaived
        isBrief = options.summary
        mendBy = try options.mendBy.map(DayArgument.day)
        maxResults = try options.checkedMaxResults()
        helpLinks = try options.checkedHelpLinks()
        try checkPlaces()
        var files = ProtectedFiles(drop: drop, rules: options.request.rules)
        if let baseline = options.baseline { files.files = [(baseline, "基线", "the baseline")] }
        try files.check(outputs.flatMap(\.paths).map(\.path))
    }

    /// Returns where formats go that name no file of their own.
    private static func place(
        of formats: [ReportFormat], _ options: ReviewOptions
    ) throws(Problem) -> OutputPlace {
        guard let out = options.out else {
            guard formats.count <= 1 else {
                throw Problem(
                    zh: "有几种格式而没有指明文件：用 --out 指明文件夹，或逐个写明，如 --format json:review.json",
                    en: "several formats without a file: name a folder with --out, "
                        + "or a file for each, such as --format json:review.json")
            }
            return options.quiet ? .nowhere : .screen
        }
        guard let first = formats.first else {
            throw Problem(
                zh: "每种格式都写明了文件，--out `\(out)` 没有用处",
                en: "each format names its file, so nothing would go to --out `\(out)`")
        }
        let place = OutputPlace(path: out)
        let isSeveral = formats.count > 1 || first.fileNames.count > 1 && !first.owns(out)
        guard isSeveral, case .file = place else { return place }
        guard !OutputFile.exists(at: out) else {
            throw Problem(
                zh: "`\(out)` 是文件，而输出有几个文件，要写进文件夹",
                en: "`\(out)` is a file, and the output is several files for a folder")
        }
        return .folder(out)
    }

    /// - Throws: `Problem` where one report would be written over another.
    private func checkPlaces() throws(Problem) {
        guard outputs.count(where: { $0.place == .screen }) <= 1 else {
            throw Problem(zh: "有两种格式都写到标准输出", en: "two formats go to standard output")
        }
        var taken: Set<PlaceIdentity> = []
        if outputs.contains(where: { $0.place == .screen }), let screen = PlaceIdentity.screen {
            taken.insert(screen)
        }
        for (_, path) in outputs.flatMap(\.paths)
        where !taken.insert(PlaceIdentity(path)).inserted {
            throw Problem(zh: "有两种格式都写到 `\(path)`", en: "two formats go to `\(path)`")
        }
    }

    /// Opens all files that are to be written, by their paths.
    ///
    /// - Throws: `Problem` for the first that cannot be.
    func open() throws(Problem) -> [String: OutputFile] {
        var files: [String: OutputFile] = [:]
        // What is added to is opened when it is written.
        for (_, path) in outputs.flatMap(\.paths) where !StepSummary.isAt(path) {
            files[path] = try OutputFile(path)
        }
        return files
    }

    /// Writes the review in each of the formats, whether or not others can be written.
    ///
    /// - Returns: what kept files from being written.
    func write(
        _ review: DropReview, to opened: [String: OutputFile], scope: ReportScope,
        language: ReportLanguage, baseline: FindingBaseline? = nil
    ) -> [Problem] {
        var problems: [Problem] = []
        for output in outputs {
            var options = ReportOptions(scope: scope, language: language)
            options.failLevel = failLevel
            options.baseline = baseline
            options.isColoured =
                colour == .always
                || output.place == .screen && colour.isColoured(on: .output)
            if listsMet { options.metLimit = .max }
            options.leavesOutWaived = leavesOutWaived
            options.isBrief = isBrief
            options.mendBy = mendBy
            options.maxResults = maxResults
            options.helpLinks = helpLinks
            let files = review.files(in: output.format, options)
            sayLeftOut(
                review.countOfLeftOut(in: output.format, options), of: output.format, in: language)
            if output.place == .screen, output.format.isTable, !isQuiet {
                StandardStream.error.write(review.origin(in: language))
            }
            for (index, file) in files.enumerated() {
                do throws(Problem) {
                    try write(file, isFirst: index == 0, of: output, to: opened)
                } catch {
                    problems.append(error)
                }
            }
        }
        return problems
    }

    /// Standard output takes the first file of a format only.
    private func write(
        _ file: ReportFile, isFirst: Bool, of output: Output, to opened: [String: OutputFile]
    ) throws(Problem) {
        if let path = output.place.path(of: file.name, isFirst: isFirst) {
            if StepSummary.isAt(path) { return try StepSummary.append(file, at: path) }
            try opened[path]?.write(file)
        } else if output.place == .screen, isFirst {
            try OutputFile.write(file, to: nil)
        }
    }

    /// Says that a report only counts what is met, which the report itself says as well.
    private func sayLeftOut(_ count: Int, of format: ReportFormat, in language: ReportLanguage) {
        guard count > 0, !isQuiet else { return }
        let name = format.name
        StandardStream.error.write(
            language.say(
                "\(name)：结果太多，\(count) 项已符合或不适用的只计数未列出；加 --with-met 全部列出",
                "\(name): there are very many outcomes, so \(count) that are met or do not apply are "
                    + "only counted; --with-met lists all") + "\n")
    }
}

extension ReviewOptions {
    /// - Throws: `Problem` where no result could be listed, and where two options contradict each other.
    fileprivate func checkedMaxResults() throws(Problem) -> Int {
        guard !withMet || !withoutMet else {
            throw Problem(
                zh: "--with-met 和 --without-met 只能用一个",
                en: "--with-met and --without-met exclude each other")
        }
        guard let maxResults else { return ReportOptions.resultLimit }
        guard maxResults >= 1 else {
            throw Problem(zh: "--max-results 至少是 1", en: "--max-results is at least 1")
        }
        return maxResults
    }

    /// - Throws: `Problem` where it is no address, or the same one for all.
    fileprivate func checkedHelpLinks() throws(Problem) -> HelpLinks? {
        guard let helpLinks else { return nil }
        guard let links = HelpLinks(helpLinks) else {
            throw Problem(
                zh: "--help-links 应是含 {id} 的网址，如 https://example.org/rules/{id}.html，"
                    + "而不是“\(helpLinks)”",
                en: "--help-links is an address with {id} in it, such as "
                    + "https://example.org/rules/{id}.html, and not `\(helpLinks)`")
        }
        return links
    }
}

extension ReportFormat {
    /// Whether `path` ends as the format's first file does.
    fileprivate func owns(_ path: String) -> Bool {
        guard let ending = fileNames.first?.split(separator: ".").last else { return false }
        return path.hasSuffix("." + ending)
    }
}

/// Says on standard error what is being done; on a terminal the last word is wiped off again.
struct ProgressLine {
    private let isShown: Bool
    private let isTerminal: Bool
    private let language: ReportLanguage

    init(_ options: ReviewOptions, language: ReportLanguage) {
        isTerminal = StandardStream.error.isTerminal
        isShown = !options.quiet && (options.progress || isTerminal)
        self.language = language
    }

    func show(_ step: ReviewStep) {
        guard isShown else { return }
        let text =
            switch step {
            case .readingPack: language.say("读取规则包……", "reading the pack …")
            case .readingDrop: language.say("读取材料……", "reading the drop …")
            case .readingAgain(let zh, let en):
                language.say(
                    "改为逐行读取材料（\(zh)）……", "reading the drop again, row by row: \(en) …")
            case .judging: language.say("审查……", "judging …")
            }
        // Why files are read twice stays on the screen.
        let isKept = if case .readingAgain = step { true } else { !isTerminal }
        StandardStream.error.write((isTerminal ? "\r\u{1B}[K" : "") + text + (isKept ? "\n" : ""))
    }

    /// Leaves a terminal's line empty.
    func clear() {
        if isShown, isTerminal { StandardStream.error.write("\r\u{1B}[K") }
    }
}
