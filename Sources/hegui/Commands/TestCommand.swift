import ArgumentParser
import Hegui

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "运行规则包的样例和用例，并报告覆盖了多少。\nRuns a pack's examples and cases, with coverage.",
        discussion: """
            退出码 0 全部成立，1 有不成立的或覆盖不足，2 规则包有错或写不了文件。
            Exit status: 0 all hold, 1 some fail or too little is covered, 2 the pack is broken.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
    var pack: String

    @Option(help: "输出格式。Output format.")
    var format: Format = .text

    @Option(help: ArgumentHelp("另写一份 JUnit XML。Also writes JUnit's XML.", valueName: "file"))
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
        let result = try PackTest.run(folder: pack)
        guard let isCovered = result.reaches(percent: wanted) else {
            throw Problem(
                zh: "`--min-coverage` 应为 0 到 100 的数，而不是 `\(wanted)`",
                en: "`--min-coverage` takes a number from 0 to 100, not `\(wanted)`")
        }
        let language = asked ?? result.language
        let report =
            switch format {
            case .text: result.text(in: language, isColoured: screen.isColoured)
            case .json: result.json()
            }
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
