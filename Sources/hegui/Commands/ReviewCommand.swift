import ArgumentParser
import Hegui

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "给出全部结论：问题、未到期、无法判定、评优排名、材料清单。\nTells everything, with standings.")

    @OptionGroup var options: ReviewOptions

    func run() throws {
        try ReviewRun(options.configured(), scope: .everything).run()
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "列出问题：谁违反了哪一条。\nLists what is wrong: who breaks which clause.")

    @OptionGroup var options: ReviewOptions

    func run() throws {
        try ReviewRun(options.configured(), scope: .findings).run()
    }
}

/// One run of `check` or `review`: ask for what is missing, review, write, and say how it went.
struct ReviewRun {
    private let options: ReviewOptions
    private let scope: ReportScope
    private let asked: ReportLanguage?

    init(_ options: ReviewOptions, scope: ReportScope) {
        self.options = options
        self.scope = scope
        asked = UserLanguage.preferred(options.request.language.lang)
    }

    /// - Throws: the exit status, after everything has been said.
    func run() throws {
        try FailureReport(language: asked, color: options.color).run(review)
    }

    private func review() throws {
        let request = options.request
        let asOf = try request.checkedDay()
        let drop = try request.paths()
        let target = try OutputTarget(options, drop: drop)
        let baseline = try options.baseline.map(FindingBaseline.read)
        let progress = ProgressLine(options, language: asked ?? .chinese)
        defer { progress.clear() }
        progress.show(.readingPack)
        let plain = try request.pack(for: drop)
        let pack = options.isolate ? plain.probing(with: request.probe()) : plain
        try baseline?.check(isOf: pack)
        let files = try target.open()
        let language = asked ?? pack.language
        let whole = try pack.review(
            drop: drop, asOf: asOf, engine: options.engine, progress: progress.show
        ).demanding(
            datasets: options.requiredDatasets, allowingUnjudged: options.allowUnjudged)
        let limited = try whole.limited(to: request.only)
        let review = options.withoutMet ? limited.leavingOutMet() : limited
        progress.clear()
        let problems = target.write(
            review, to: files, scope: scope, language: language, baseline: baseline)
        for problem in problems { StandardStream.error.write(problem.text(in: language)) }
        if !target.tellsProblems, !options.quiet {
            let isColoured = options.color.isColoured(on: .error)
            StandardStream.error.write(review.problems(in: language, isColoured: isColoured))
        }
        // A fault of the program is said even where nothing else is.
        StandardStream.error.write(
            review.faults(in: language, isColoured: options.color.isColoured(on: .error)))
        let findings =
            baseline.map { baseline in
                let result = baseline.result(
                    of: review, within: whole, atOrAbove: options.failLevel)
                if !options.quiet { StandardStream.error.write(result.text(in: language)) }
                return result.newCount
            } ?? options.failLevel.map { review.openFindings(atOrAbove: $0) } ?? 0
        guard review.isComplete, problems.isEmpty else { throw ExitStatus.unchecked }
        if options.failLevel != nil, findings > 0 { throw ExitStatus.findings }
    }
}
