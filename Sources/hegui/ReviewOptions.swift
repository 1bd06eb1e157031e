import ArgumentParser
import Hegui

/// What `check` and `review` are given.
struct ReviewOptions: ParsableArguments {
    @OptionGroup var request: DropOptions

    @Option(help: "输出格式，可重复；csv 要有 --out。Output format, may be repeated.")
    var format: [OutputFormat] = []

    @Option(
        help: ArgumentHelp(
            "写到文件或文件夹，而不是屏幕。A file or folder to write to.", valueName: "path"))
    var out: String?

    @Option(help: "达到哪一级就以 1 退出。The lightest finding that gives exit status 1.")
    var failOn: FailThreshold = .verify

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    @Flag(help: "不向屏幕输出结果和进度。Prints neither results nor progress.")
    var quiet = false

    @Flag(help: "总是报告进度。Reports progress even where nobody watches.")
    var progress = false
}
