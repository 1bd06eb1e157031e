public import ArgumentParser
import FoundationEssentials
public import Hegui

extension ClauseFormat: ExpressibleByArgument {}

struct ClausesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses",
        abstract: "逐条列出文件怎样检查。\nLists how each clause is checked.")

    @Argument(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
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

    @Argument(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
    var pack: String

    @Option(help: ArgumentHelp("写到哪个文件夹。The folder to write to.", valueName: "folder"))
    var out: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            let rules = try RulePack.load(folder: pack)
            for page in rules.pages(in: asked ?? rules.language) {
                try OutputFile.write(page, at: out + "/" + page.name)
            }
        }
    }
}

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "说明每条规则怎样计算：按列，还是逐行，为什么。\nTells how each rule is worked, and why.")

    @OptionGroup var request: DropOptions

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    func run() throws {
        let asked = UserLanguage.preferred(request.language.lang)
        try FailureReport(language: asked, color: color).run {
            let asOf = try request.checkedDay()
            let pack = try request.pack()
            let plan = pack.workPlan(drop: request.drop, asOf: asOf)
            StandardStream.output.write(plan.text(in: asked ?? pack.language))
        }
    }
}
