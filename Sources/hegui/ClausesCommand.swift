import ArgumentParser
import Hegui

struct ClausesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses",
        abstract: "逐条列出文件怎样检查（Markdown）。\nLists how each clause is checked, as Markdown.")

    @Argument(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
    var pack: String

    @Option(help: "消息的语言。The language of messages.")
    var lang: ReportLanguage?

    func run() throws {
        let language = UserLanguage.preferred(lang)
        do {
            let rules = try RulePack.load(folder: pack)
            let matrix = rules.clauseMatrix(in: language ?? rules.language)
            try matrix.write { try StandardStream.output.write($0) }
        } catch let failure as ReviewFailure {
            StandardStream.error.write(failure.text(in: language ?? .chinese))
            throw ExitStatus.unchecked
        }
    }
}
