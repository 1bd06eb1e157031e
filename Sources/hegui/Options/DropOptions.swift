import ArgumentParser
import Hegui
import HeguiCalendar

/// The material, the pack and the day, as every command takes them that judges a drop.
struct DropOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "报送材料：文件夹、文件（csv、xlsx、yaml）或加引号的通配符，- 是标准输入。Folders, files or quoted patterns of the drop; - is standard input.",
            valueName: "drop"),
        completion: .file())
    var drop: [String] = []

    @Option(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var rules: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("截至哪一天，如 2013-12-31。The day that counts as today.", valueName: "day"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "只看某条规则、条款、单位或人，可重复。Only this rule, clause, unit or person.", valueName: "name"),
        completion: RuleCompletion.kind)
    var only: [String] = []

    @Option(
        help: ArgumentHelp(
            "同一张表有两个版本时以哪个文件为准，可重复。Which file counts of two versions of an annex.",
            valueName: "file"), completion: .file())
    var prefer: [String] = []

    @Option(
        help: ArgumentHelp(
            "不读名称符合的文件，可重复，如 '*.bak'、草稿/。Leaves files aside whose names match.",
            valueName: "glob"))
    var exclude: [String] = []

    @OptionGroup var waivers: WaiverOptions

    @OptionGroup var changes: PackOptions

    @OptionGroup var language: LanguageOption

    @OptionGroup var configuration: ConfigurationOptions

    /// Returns the day that counts as today; an example names the `command`.
    ///
    /// - Throws: `Problem` where the material, the pack or the day is not given: none of them can
    ///   be guessed.
    func checkedDay(for command: String = "check") throws(Problem) -> Day {
        guard !drop.isEmpty else {
            throw Problem(
                zh: "没有指明报送材料。例：hegui \(command) 材料 --rules rules/xihu-2013 "
                    + "--as-of 2013-12-31",
                en: "no drop given; such as: hegui \(command) drop --rules rules/xihu-2013 "
                    + "--as-of 2013-12-31")
        }
        _ = try packFolder()
        guard let asOf else {
            throw Problem(
                zh: "没有指明截至日期：期限和次数都按这一天计算，程序不看今天是几号。例：--as-of 2013-12-31",
                en:
                    "no day given: deadlines and counts depend on it, and the clock is never asked; "
                    + "such as: --as-of 2013-12-31")
        }
        return try DayArgument.day(asOf)
    }

    /// Returns the pack with what was set and revealed for this run.
    func pack(for drop: DropPaths) throws -> RulePack {
        let pack = try changes.pack(folder: try packFolder()).preferring(prefer, in: drop)
            .counting(waiversOf: waivers.waivers)
        guard let file = configuration.config else { return pack }
        return pack.stating(try RunConfiguration.read(file))
    }

    /// Returns the files and folders of the drop; standard input and pipes are read.
    ///
    /// - Throws: `ReviewFailure` where nothing matches a pattern or a pipe cannot be read.
    func paths() throws(ReviewFailure) -> DropPaths {
        try DropPaths(reading: drop, excluding: exclude)
    }

    /// Returns the files that no report may take the place of.
    func protected(_ drop: DropPaths) -> ProtectedFiles {
        ProtectedFiles(drop: drop, rules: rules)
    }

    /// Returns the options with the first argument as the pack, where it is one and none is named.
    func takingPackFromArguments() -> DropOptions {
        guard rules == nil, let first = drop.first, OutputFile.exists(at: first + "/pack.yaml")
        else { return self }
        var options = self
        options.rules = first
        options.drop.removeFirst()
        return options
    }

    private func packFolder() throws(Problem) -> String {
        guard let rules else {
            throw Problem(
                zh: "没有指明规则包。例：--rules rules/xihu-2013",
                en: "no rule pack given; such as: --rules rules/xihu-2013")
        }
        return rules
    }
}

/// The files whose waivers count, for every command that judges.
struct WaiverOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "经批准的豁免文件，可重复；材料里的其他豁免只作申请列出。A file of waivers that count; others in the drop are requests.",
            valueName: "file"), completion: .file())
    var waivers: [String] = []
}

/// Reads a day of the command line.
enum DayArgument {
    /// - Throws: `Problem` for anything but a day such as `2013-12-31`.
    static func day(_ text: String) throws(Problem) -> Day {
        guard let day = Day(text) else {
            throw Problem(
                zh: "`\(text)` 不是日期，请写成 2013-12-31 这样",
                en: "`\(text)` is no day; write it like 2013-12-31")
        }
        return day
    }
}

/// What is changed in a pack for one run: parameters, and columns that are shown unmasked.
struct PackOptions: ParsableArguments {
    @OptionGroup var settings: SettingOptions

    @Option(
        help: ArgumentHelp(
            "不遮盖某一列的号码或住址，可重复；报告会写明。Shows a personal column unmasked, and says so.",
            valueName: "column"))
    var reveal: [String] = []

    /// Returns the pack with what was set and revealed for this run.
    func pack(folder: String, withExamples: Bool = false) throws -> RulePack {
        var pack = try settings.pack(folder: folder, withExamples: withExamples)
        for column in reveal { pack = try pack.revealing(column) }
        return pack
    }
}

/// Parameters that are set for one run.
struct SettingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("改一个参数，可重复。Sets a parameter for this run.", valueName: "name=value"))
    var set: [ParameterSetting] = []

    /// Returns the pack with its parameters set.
    func pack(folder: String, withExamples: Bool = false) throws -> RulePack {
        var pack = try RulePack.load(folder: folder, withExamples: withExamples)
        for setting in set { pack = try pack.setting(setting.name, to: setting.value) }
        return pack
    }
}

/// A `name=value` of the command line.
struct ParameterSetting: ExpressibleByArgument {
    let name: String
    let value: String

    /// The setting as it is written.
    var text: String { "\(name)=\(value)" }

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
            return nil
        }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }
}
