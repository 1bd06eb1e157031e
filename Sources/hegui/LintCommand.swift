import ArgumentParser
import Hegui

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "检查规则包，并运行其中的样例。\nChecks a rule pack and runs its examples.")

    @Argument(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
    var pack: String

    @Option(help: "消息的语言。The language of messages.")
    var lang: ReportLanguage?

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    func run() throws {
        let language = UserLanguage.preferred(lang)
        let isColoured = color.isColoured(on: .output)
        do {
            let check = try PackCheck.run(folder: pack)
            StandardStream.output.write(
                check.text(in: language ?? check.language, isColoured: isColoured))
            guard check.isSound else { throw ExitStatus.findings }
        } catch let failure as ReviewFailure {
            let isColoured = color.isColoured(on: .error)
            StandardStream.error.write(
                failure.text(in: language ?? .chinese, isColoured: isColoured))
            throw ExitStatus.unchecked
        }
    }
}
