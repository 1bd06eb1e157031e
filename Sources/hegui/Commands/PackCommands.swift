public import ArgumentParser
import FoundationEssentials
public import Hegui

extension ClauseFormat: ExpressibleByArgument {}

struct ClausesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses",
        abstract: "逐条列出文件怎样检查。\nLists how each clause is checked.")

    @Argument(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var pack: String

    @Option(help: "输出格式。Output format.")
    var format: ClauseFormat = .markdown

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            let rules = try RulePack.load(folder: pack)
            let matrix = rules.clauseMatrix(as: format, in: asked ?? rules.language)
            try matrix.write { try StandardStream.output.write($0) }
        }
    }
}

struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "为每条规则和评优项目写一页 Markdown，另有索引。\nWrites a page of Markdown for each rule and award."
    )

    @Argument(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var pack: String

    @Option(
        help: ArgumentHelp("写到哪个文件夹。The folder to write to.", valueName: "folder"),
        completion: .directory)
    var out: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            let rules = try RulePack.load(folder: pack)
            let pages = rules.pages(in: asked ?? rules.language)
            try ProtectedFiles(rules: pack).check(pages.map { out + "/" + $0.name })
            for page in pages {
                try OutputFile.write(page, at: out + "/" + page.name)
            }
        }
    }
}

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "说明每条规则怎样计算：按列，还是逐行，为什么。\nTells how each rule is worked, and why.",
        discussion: """
            hegui plan PACK DROP --as-of DAY
            hegui plan DROP --rules PACK --as-of DAY
            """)

    @OptionGroup var request: DropOptions

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    func run() throws {
        // A pack among the arguments is named, so that the file need not.
        let request = try request.takingPackFromArguments().configured()
        let asked = UserLanguage.preferred(request.language.lang)
        try FailureReport(language: asked, color: color).run {
            let asOf = try request.checkedDay(for: "plan")
            let drop = try request.paths()
            let pack = try request.pack(for: drop)
            let plan = pack.workPlan(drop: drop, asOf: asOf)
            StandardStream.output.write(plan.text(in: asked ?? pack.language))
        }
    }
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

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        try screen.run { language in
            let check = try PackCheck.run(folder: pack)
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

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var pack: String

    @Option(help: "输出格式。Output format.")
    var format: Format = .text

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
