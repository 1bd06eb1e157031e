import ArgumentParser
import Hegui

@main
struct HeguiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hegui",
        abstract: "按规则审查报送材料，逐人逐单位给出结论。\nChecks a data drop against a policy, person by person.",
        discussion: """
            hegui check  DROP --rules PACK --as-of DAY   只看问题
            hegui review DROP --rules PACK --as-of DAY   全部结论与排名
            hegui remind DROP --rules PACK --as-of DAY   快到期的事项
            hegui missing DROP --rules PACK --as-of DAY  谁还未交什么
            hegui annotate FILE --rules PACK --as-of DAY   在副本上标出问题单元格
            hegui bulletin DROP --rules PACK --as-of DAY 半年通报
            hegui diff   OLD.json NEW.json               两次审查对比
            hegui lint   PACK                            检查规则包
            hegui test   PACK                            运行样例和用例，报告覆盖
            hegui explain RULE --rules PACK              说明一条规则或一个结论
            hegui config                                 生效的选项，各来自哪里（hegui.yaml）

            退出码 0 没有问题，1 有问题，2 没能（全部）检查。
            Exit status: 0 clean, 1 findings, 2 could not check all.
            """,
        version: "hegui \(engineVersion)",
        subcommands: [
            CheckCommand.self, ReviewCommand.self, MissingCommand.self, AnnotateCommand.self,
            RemindCommand.self,
            WaiveCommand.self, BulletinCommand.self, DiffCommand.self, VerifyCommand.self,
            LintCommand.self, TestCommand.self, ExplainCommand.self, ClausesCommand.self,
            PlanCommand.self, DocsCommand.self, ConfigCommand.self, ProbeCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot(CommandWords.all)
            try command.run()
        } catch {
            let status = exitCode(for: error)
            let text = fullMessage(for: error)
            if status.isSuccess {
                if !text.isEmpty { StandardStream.output.write(text + "\n") }
                exit(withError: status)
            }
            if status == .validationFailure {
                let known = configuration.subcommands.filter { $0.configuration.shouldDisplay }
                let names = known.compactMap { $0.configuration.commandName } + ["help"]
                let problem = UsageProblem(message(for: error), subcommands: names)
                StandardStream.error.write(problem.text)
            }
            if !text.isEmpty { StandardStream.error.write(text + "\n") }
            // Whatever keeps a check from being made is 2, also a mistake on the command line.
            exit(withError: status == .validationFailure ? ExitStatus.unchecked : status)
        }
    }
}
