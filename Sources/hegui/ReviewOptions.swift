import ArgumentParser
import Hegui

/// What `check` and `review` are given.
struct ReviewOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "报送材料：文件夹或文件（csv、xlsx、yaml）。Folders or files of the drop.", valueName: "drop"))
    var drop: [String] = []

    @Option(help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"))
    var rules: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("截至哪一天，如 2013-12-31。The day that counts as today.", valueName: "day"))
    var asOf: String?

    @Option(help: "输出格式，可重复；csv 要有 --out。Output format, may be repeated.")
    var format: [OutputFormat] = []

    @Option(
        help: ArgumentHelp(
            "写到文件或文件夹，而不是屏幕。A file or folder to write to.", valueName: "path"))
    var out: String?

    @Option(
        help: ArgumentHelp(
            "只看某条规则、条款、单位或人，可重复。Only this rule, clause, unit or person.", valueName: "name"))
    var only: [String] = []

    @Option(
        help: ArgumentHelp("改一个参数，可重复。Sets a parameter for this run.", valueName: "name=value"))
    var set: [ParameterSetting] = []

    @Option(help: "达到哪一级就以 1 退出。The lightest finding that gives exit status 1.")
    var failOn: FailThreshold = .verify

    @Option(help: "消息的语言。The language of messages.")
    var lang: ReportLanguage?

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    @Flag(help: "不向屏幕输出结果和进度。Prints neither results nor progress.")
    var quiet = false

    @Flag(help: "总是报告进度。Reports progress even where nobody watches.")
    var progress = false
}
