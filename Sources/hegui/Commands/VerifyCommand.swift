import ArgumentParser
import Hegui

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "按保存的审查重做一遍，说明能否复现。\nMakes a saved review again and says whether it is reproduced.",
        discussion: """
            hegui verify review.json --drop 材料 --rules rules/xihu-2013

            日期、参数和范围取自审查结果。退出码 0 可以复现，1 不能，2 读不了。
            Day, parameters and selection are those on record. Exit status: 0 reproduced, 1 not, 2 unreadable.
            """)

    @Argument(
        help: ArgumentHelp(
            "hegui review --format json 写的文件。A saved review.", valueName: "report.json"))
    var report: String

    @Option(
        help: ArgumentHelp("所审查的材料，可重复。The drop that it judged.", valueName: "drop"))
    var drop: [String] = []

    @Option(
        help: ArgumentHelp("规则包的文件夹，默认 rules/<规则包>。The rule pack.", valueName: "pack"))
    var rules: String?

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            guard !drop.isEmpty else {
                throw Problem(
                    zh: "没有指明材料。例：hegui verify review.json --drop 材料",
                    en: "no drop given; such as: hegui verify review.json --drop drop")
            }
            let saved = try SavedReport.read(report)
            let pack = try RulePack.load(folder: rules ?? "rules/" + saved.packID)
            let verification = try ReportVerification.of(saved, drop: drop, rules: pack)
            try verification.file(in: asked ?? pack.language)
                .write { try StandardStream.output.write($0) }
            guard verification.isReproduced else { throw ExitStatus.findings }
        }
    }
}
