import ArgumentParser
import Hegui

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "检查规则包，并运行其中的样例。\nChecks a rule pack and runs its examples.")

    @Argument(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
    var pack: String

    @Option(
        help: ArgumentHelp(
            "另查豁免和说明的文件，可重复。Checks waivers and explanations too.", valueName: "file"))
    var waivers: [String] = []

    @Option(
        help: ArgumentHelp(
            "核对豁免用的材料，可重复。The drop to check waivers with.", valueName: "drop"))
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
        guard !waivers.isEmpty else { return true }
        let day = try asOf.map { (text) throws(Problem) in try DayArgument.day(text) }
        guard drop.isEmpty || day != nil else {
            throw Problem(
                zh: "核对材料要有截至日期，如 --as-of 2013-12-31",
                en: "to check with a drop, give the day, such as --as-of 2013-12-31")
        }
        let rules = try RulePack.load(folder: pack)
        let check = rules.checkWaivers(of: waivers, drop: drop, asOf: day)
        StandardStream.output.write(
            check.text(
                in: language ?? rules.language, isColoured: screen.isColoured))
        return check.isSound
    }
}
