import ArgumentParser
import Hegui
import HeguiCalendar

struct WaiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "登记一条豁免，文件其余内容原样不动。\nRecords a waiver; all else in the file stays as it is.",
        discussion: """
            hegui waive --rules PACK --rule registered-late --subject P0026 --reason 长期病假 \\
                --approver 区委组织部 --day 2013-12-20 --expires 2014-06-30

            同时登记的几条依次写入，都不会丢失。审查时用 --waivers 指明这个文件，豁免才生效。
            Waivers count in reviews that name the file with --waivers.

            加上 DROP 和 --as-of，写入前先核对对象。
            With DROP and --as-of the subject is checked before anything is written.
            """)

    @Argument(
        help: ArgumentHelp(
            "报送材料，用来核对对象。The drop to check the subject with.", valueName: "drop"),
        completion: .file())
    var drop: [String] = []

    @Option(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var rules: String

    @Option(
        help: ArgumentHelp("哪条规则。The rule's id.", valueName: "id"), completion: RuleCompletion.kind)
    var rule: String

    @Option(help: ArgumentHelp("豁免谁：编号，或不重名的名称。The subject's key or name.", valueName: "name"))
    var subject: String

    @Option(help: ArgumentHelp("理由。Why.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("批准人。Who approved it.", valueName: "name"))
    var approver: String

    @Option(help: ArgumentHelp("批准文号。The number of the document.", valueName: "number"))
    var document: String?

    @Option(help: ArgumentHelp("批准日期，自此有效。The first day.", valueName: "day"))
    var day: String

    @Option(help: ArgumentHelp("有效期至，含当天。The last day.", valueName: "day"))
    var expires: String

    @Option(
        help: ArgumentHelp("豁免文件，没有就新建。The file of waivers.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var file = "waivers.yaml"

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("截至哪一天，与材料一起用。The day that counts as today.", valueName: "day"))
    var asOf: String?

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            let entry = WaiverEntry(
                rule: rule, subject: subject, reason: reason, approver: approver,
                document: document, day: try DayArgument.day(day),
                expires: try DayArgument.day(expires))
            let material = try material()
            let pack = try RulePack.load(folder: rules, withExamples: false)
            let language = asked ?? pack.language
            let addition = try FolderLock.hold(folderOf: file) {
                let output = try OutputFile(file)
                let addition = try pack.adding(entry, toFile: file, checkedWith: material)
                try output.replace(by: addition.file) { addition.isCurrent }
                return addition
            }
            StandardStream.error.write(addition.notices(in: language))
            StandardStream.output.write(
                language.say(
                    "已在 \(file) 登记豁免：\(rule)，\(day) 至 \(expires)",
                    "recorded in \(file): a waiver of \(rule) from \(day) to \(expires)") + "\n")
        }
    }

    private func material() throws -> WaiverAddition.Material? {
        guard !drop.isEmpty else { return nil }
        guard let asOf else {
            throw Problem(
                zh: "核对材料要有截至日期，如 --as-of 2013-12-31",
                en: "to check with a drop, give the day, such as --as-of 2013-12-31")
        }
        return WaiverAddition.Material(
            drop: try DropPaths(reading: drop), asOf: try DayArgument.day(asOf))
    }
}
