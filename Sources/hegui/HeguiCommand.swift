import ArgumentParser
import Hegui

@main
struct HeguiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hegui",
        abstract: "按规则审查报送材料，逐人逐单位给出结论。\nChecks a data drop against a policy, person by person.",
        discussion: """
            hegui check  报送材料 --rules 规则包 --as-of 日期    只看问题 / what is wrong
            hegui review 报送材料 --rules 规则包 --as-of 日期    全部结论与排名 / everything, with standings
            hegui lint   规则包                                  检查规则包 / checks a rule pack

            退出码 / exit status: 0 没有问题 clean; 1 有问题 findings; 2 没能（全部）检查 could not check all.
            """,
        version: "hegui \(engineVersion)",
        subcommands: [CheckCommand.self, ReviewCommand.self, LintCommand.self])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let status = exitCode(for: error)
            let text = fullMessage(for: error)
            if status.isSuccess {
                if !text.isEmpty { StandardStream.output.write(text + "\n") }
                exit(withError: status)
            }
            if !text.isEmpty { StandardStream.error.write(text + "\n") }
            // Whatever keeps a check from being made is 2, also a mistake on the command line.
            exit(withError: status == .validationFailure ? ExitStatus.unchecked : status)
        }
    }
}
