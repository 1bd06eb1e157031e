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
