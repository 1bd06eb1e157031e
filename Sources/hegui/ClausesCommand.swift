public import ArgumentParser
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

    @Option(help: "消息的语言。The language of messages.")
    var lang: ReportLanguage?

    func run() throws {
        let language = UserLanguage.preferred(lang)
        try FailureReport(language: language).run {
            let rules = try RulePack.load(folder: pack)
            let matrix = rules.clauseMatrix(as: format, in: language ?? rules.language)
            try matrix.write { try StandardStream.output.write($0) }
        }
    }
}
