import ArgumentParser
import Hegui
import HeguiCalendar

/// One run of `check` or `review`: ask for what is missing, review, write, and say how it went.
struct ReviewRun {
    private let options: ReviewOptions
    private let scope: ReportScope
    private let asked: ReportLanguage?

    init(_ options: ReviewOptions, scope: ReportScope) {
        self.options = options
        self.scope = scope
        asked = UserLanguage.preferred(options.lang)
    }

    /// - Throws: the exit status, after everything has been said.
    func run() throws {
        do {
            try review()
        } catch let problem as Problem {
            StandardStream.error.write(problem.text(in: asked))
            throw ExitStatus.unchecked
        } catch let failure as ReviewFailure {
            let isColoured = options.color.isColoured(on: .error)
            StandardStream.error.write(
                failure.text(in: asked ?? .chinese, isColoured: isColoured))
            throw ExitStatus.unchecked
        }
    }

    private func review() throws {
        let request = try request()
        let target = try OutputTarget(options)
        let progress = ProgressLine(options, language: asked ?? .chinese)
        defer { progress.clear() }
        progress.show(.readingPack)
        var pack = try RulePack.load(folder: request.rules)
        for setting in options.set { pack = try pack.setting(setting.name, to: setting.value) }
        let language = asked ?? pack.language
        let whole = pack.review(drop: options.drop, asOf: request.asOf, progress: progress.show)
        let review = try whole.limited(to: options.only)
        progress.clear()
        try target.write(review, scope: scope, language: language)
        if !target.isText, !options.quiet {
            let isColoured = options.color.isColoured(on: .error)
            StandardStream.error.write(review.problems(in: language, isColoured: isColoured))
        }
        guard review.isComplete else { throw ExitStatus.unchecked }
        if let level = options.failOn.level, review.openFindings(atOrAbove: level) > 0 {
            throw ExitStatus.findings
        }
    }

    /// Returns what cannot be guessed.
    private func request() throws(Problem) -> (rules: String, asOf: Day) {
        guard !options.drop.isEmpty else {
            throw Problem(
                zh: "没有指明报送材料。例：hegui check 材料 --rules rules/xihu-2013 --as-of 2013-12-31",
                en: "no drop given; such as: hegui check drop --rules rules/xihu-2013 "
                    + "--as-of 2013-12-31")
        }
        guard let rules = options.rules else {
            throw Problem(
                zh: "没有指明规则包。例：--rules rules/xihu-2013",
                en: "no rule pack given; such as: --rules rules/xihu-2013")
        }
        guard let text = options.asOf else {
            throw Problem(
                zh: "没有指明截至日期：期限和次数都按这一天计算，程序不看今天是几号。例：--as-of 2013-12-31",
                en:
                    "no day given: deadlines and counts depend on it, and the clock is never asked; "
                    + "such as: --as-of 2013-12-31")
        }
        guard let asOf = Day(text) else {
            throw Problem(
                zh: "`\(text)` 不是日期，请写成 2013-12-31 这样",
                en: "`\(text)` is no day; write it like 2013-12-31")
        }
        return (rules, asOf)
    }
}
