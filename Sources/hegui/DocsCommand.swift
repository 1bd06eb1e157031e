import ArgumentParser
import FoundationEssentials
import Hegui

struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "为每条规则和评优项目写一页 Markdown，另有索引。\nWrites a page of Markdown for each rule and award."
    )

    @Argument(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
    var pack: String

    @Option(help: ArgumentHelp("写到哪个文件夹。The folder to write to.", valueName: "folder"))
    var out: String

    @Option(help: "消息的语言。The language of messages.")
    var lang: ReportLanguage?

    func run() throws {
        let asked = UserLanguage.preferred(lang)
        try FailureReport(language: asked).run {
            let rules = try RulePack.load(folder: pack)
            for page in rules.pages(in: asked ?? rules.language) {
                try OutputFile.write(page, at: out + "/" + page.name)
            }
        }
    }
}
