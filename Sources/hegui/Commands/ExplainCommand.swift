import ArgumentParser
import Hegui
import HeguiCalendar

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "说明一条规则；给出材料和对象时，说明这一个结论的由来。\nExplains a rule, or one verdict of it.",
        discussion: """
            hegui explain RULE --rules PACK
            hegui explain RULE --rules PACK --drop DROP --as-of DAY --subject ID
            """)

    @Argument(
        help: ArgumentHelp("规则或评优项目。A rule or award.", valueName: "rule"),
        completion: RuleCompletion.kind)
    var name: String?

    @Option(
        help: ArgumentHelp("同上。The same as the argument.", valueName: "rule"),
        completion: RuleCompletion.kind)
    var rule: String?

    @Option(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var rules: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("报送材料。Folders or files of the drop.", valueName: "drop"),
        completion: .file())
    var drop: [String] = []

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("截至哪一天，如 2013-12-31。The day that counts as today.", valueName: "day"))
    var asOf: String?

    @Option(help: ArgumentHelp("对象的编号或名称。The subject's id or name.", valueName: "name"))
    var subject: String?

    @OptionGroup var waivers: WaiverOptions

    @OptionGroup var changes: PackOptions

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        try screen.run(explain)
    }

    private func explain(_ asked: ReportLanguage?) throws {
        guard let id = name ?? rule else {
            throw Problem(zh: "没有指明规则", en: "no rule given")
        }
        guard let rules else {
            throw Problem(
                zh: "没有指明规则包，如 --rules rules/xihu-2013",
                en: "no pack given, such as --rules rules/xihu-2013")
        }
        let isPage = drop.isEmpty && subject == nil
        let pack = try changes.pack(folder: rules, withExamples: isPage)
            .counting(waiversOf: waivers.waivers)
        let language = asked ?? pack.language
        guard !isPage else {
            return try pack.page(of: id, in: language).write { try StandardStream.output.write($0) }
        }
        let proof = try pack.proof(
            of: id, for: try checkedSubject(), drop: try DropPaths(reading: drop),
            asOf: try checkedDay(), in: language,
            isColoured: screen.isColoured)
        try proof.write { try StandardStream.output.write($0) }
    }

    private func checkedSubject() throws(Problem) -> String {
        guard let subject else {
            throw Problem(
                zh: "没有指明对象，如 --subject M00001", en: "no subject given, such as --subject M00001")
        }
        guard !drop.isEmpty else {
            throw Problem(zh: "没有指明报送材料（--drop）", en: "no drop given (--drop)")
        }
        return subject
    }

    private func checkedDay() throws(Problem) -> Day {
        guard let asOf else {
            throw Problem(
                zh: "没有指明截至日期，如 --as-of 2013-12-31",
                en: "no day given, such as --as-of 2013-12-31")
        }
        return try DayArgument.day(asOf)
    }
}
