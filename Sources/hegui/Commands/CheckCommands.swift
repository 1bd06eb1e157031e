import ArgumentParser
import FoundationEssentials
import Hegui

/// How `lint` and `test` say what they found.
enum CheckOutput: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, github

    /// nil for what a person reads.
    var machine: CheckFormat? { CheckFormat(rawValue: rawValue) }
}

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "检查规则包，并运行其中的样例。\nChecks a rule pack and runs its examples.")

    @Argument(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var pack: String

    @Option(
        help: ArgumentHelp(
            "另查豁免和说明的文件，可重复。Checks waivers and explanations too.", valueName: "file"),
        completion: .file())
    var waivers: [String] = []

    @Option(
        help: ArgumentHelp(
            "核对豁免用的材料，可重复。The drop to check waivers with.", valueName: "drop"), completion: .file())
    var drop: [String] = []

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("豁免应在哪一天有效。The day on which waivers should count.", valueName: "day"))
    var asOf: String?

    @Option(help: "输出格式。Output format.")
    var format: CheckOutput = .text

    @Option(
        help: ArgumentHelp(
            "只报告这个代码，可重复。Reports only this code, may be repeated.", valueName: "code"))
    var only: [String] = []

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        try screen.run { language in
            var check = try PackCheck.run(folder: pack)
            if !only.isEmpty { check = try check.showing(only: only) }
            if let format = format.machine {
                guard waivers.isEmpty, drop.isEmpty else {
                    throw Problem(
                        zh: "核对豁免时只能输出文字", en: "waivers are checked with the format text only")
                }
                try check.report(as: format, in: language ?? check.language)
                    .write { try StandardStream.output.write($0) }
                guard check.isSound else { throw ExitStatus.findings }
                return
            }
            StandardStream.output.write(
                check.text(in: language ?? check.language, isColoured: screen.isColoured))
            let areWaiversSound = try check.isUsable ? checkWaivers(in: language) : true
            guard check.isSound, areWaiversSound else { throw ExitStatus.findings }
        }
    }

    /// Tells what is wrong with the waivers; returns whether nothing is.
    private func checkWaivers(in language: ReportLanguage?) throws -> Bool {
        let rules = try RulePack.load(folder: pack, withExamples: false)
        guard !waivers.isEmpty || rules.keepsWaivers else { return true }
        let day = try asOf.map { (text) throws(Problem) in try DayArgument.day(text) }
        guard drop.isEmpty || day != nil else {
            throw Problem(
                zh: "核对材料要有截至日期，如 --as-of 2013-12-31",
                en: "to check with a drop, give the day, such as --as-of 2013-12-31")
        }
        let check = rules.checkWaivers(
            of: waivers, drop: try DropPaths(reading: drop), asOf: day)
        StandardStream.output.write(
            check.text(
                in: language ?? rules.language, isColoured: screen.isColoured))
        return check.isSound
    }
}

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "运行规则包的样例和用例，并报告覆盖了多少。\nRuns a pack's examples and cases, with coverage.",
        discussion: """
            退出码 0 全部成立，1 有不成立的或覆盖不足，2 规则包有错或写不了文件。
            Exit status: 0 all hold, 1 some fail or too little is covered, 2 the pack is broken.
            """)

    @Argument(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var pack: String

    @Option(help: "输出格式。Output format.")
    var format: CheckOutput = .text

    @Option(
        help: ArgumentHelp(
            "只运行这条规则或这个评优项目的样例，可重复。Runs only the examples of this rule or award.",
            valueName: "id"))
    var only: [String] = []

    @Option(
        help: ArgumentHelp("另写一份 JUnit XML。Also writes JUnit's XML.", valueName: "file"),
        completion: .file())
    var junit: String?

    @Option(
        help: ArgumentHelp(
            "覆盖率低于它（百分数）就以 1 退出。The least coverage, in per cent.", valueName: "percent"))
    var minCoverage: String?

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        try screen.run(test)
    }

    private func test(_ asked: ReportLanguage?) throws {
        let wanted = minCoverage ?? "0"
        try ProtectedFiles(rules: pack).check(junit.map { [$0] } ?? [])
        let result = try PackTest.run(folder: pack, only: only)
        guard let isCovered = result.reaches(percent: wanted) else {
            throw Problem(
                zh: "`--min-coverage` 应为 0 到 100 的数，而不是 `\(wanted)`",
                en: "`--min-coverage` takes a number from 0 to 100, not `\(wanted)`")
        }
        let language = asked ?? result.language
        let report =
            format.machine.map { result.report(as: $0, in: language) }
            ?? result.text(in: language, isColoured: screen.isColoured)
        try report.write { try StandardStream.output.write($0) }
        if let junit { try OutputFile.write(result.junit(), at: junit) }
        if !isCovered {
            StandardStream.error.write(
                language.say(
                    "覆盖低于要求的 \(wanted)%\n", "coverage is below the \(wanted)% asked for\n"))
        }
        guard result.holds, isCovered else { throw ExitStatus.findings }
    }
}
