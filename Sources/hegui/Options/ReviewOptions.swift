public import ArgumentParser
public import Hegui

/// What `check` and `review` are given.
struct ReviewOptions: ParsableArguments {
    @OptionGroup var request: DropOptions

    @Option(
        help: ArgumentHelp(
            "输出格式，可重复；冒号后写明文件，- 是屏幕。Output format and its file; may be repeated.",
            valueName: "format[:file]"), completion: .list(ReportFormat.all.map(\.name)))
    var format: [FormatRequest] = []

    @Option(
        help: ArgumentHelp(
            "没有写明文件的格式写到哪里。A file or folder for formats that name none.", valueName: "path"),
        completion: .file())
    var out: String?

    @Option(help: "达到哪一级就以 1 退出。The lightest finding that gives exit status 1.")
    var failOn: FailThreshold?

    /// The lightest level that gives exit status 1; nil: none does.
    var failLevel: FindingLevel? { (failOn ?? .verify).level }

    @Option(
        help: ArgumentHelp(
            "只因这份已存审查里没有的问题而失败。Fails only on findings that this saved review lacks.",
            valueName: "file"), completion: .file(extensions: ["json"]))
    var baseline: String?

    @Option(
        name: .customLong("allow-unjudged"),
        help: ArgumentHelp(
            "最多可有多少规则因缺材料而未判断，如 12 或 30%；超过即以 2 退出。How many rules may judge nothing for want of material.",
            valueName: "number"))
    var allowUnjudged: String?

    @Option(
        help: ArgumentHelp(
            "必须提供的数据集，用逗号分开，可重复；缺了即以 2 退出。Datasets that have to be there.",
            valueName: "dataset"))
    var require: [String] = []

    /// The datasets that have to be there, each by itself.
    var requiredDatasets: [String] {
        require.flatMap { $0.split(whereSeparator: { ",，、".contains($0) }).map(String.init) }
    }

    @Flag(
        help:
            "csv、json、jsonl 不列已符合和不适用的，只计数。Leaves out of csv, json and jsonl what is met or does not apply; it is counted."
    )
    var withoutMet = false

    @Flag(
        help:
            "json、jsonl 结果再多也逐项列出已符合的；不加时超过 20 万项只计数。Lists in json and jsonl what is met however much it is."
    )
    var withMet = false

    @Flag(
        help:
            "sarif 不列已豁免和已说明的：GitHub 会把它们当作待处理。Leaves out of sarif what is waived or explained."
    )
    var withoutWaived = false

    @Option(
        help: ArgumentHelp(
            "sarif、junit、github、gitlab 最多列多少项，重的在先，默认 5000。The most results in these formats, the weightiest.",
            valueName: "number"))
    var maxResults: Int?

    @Option(
        help: ArgumentHelp(
            "sarif 中每条规则和代码的说明网址，{id} 处填编号。Where sarif's help of a rule or code is, with its id for {id}.",
            valueName: "url"))
    var helpLinks: String?

    @Option(help: "按列还是逐行计算，结论相同。How rules are worked; the result is the same.")
    var engine: ReviewEngine = .automatic

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    @Flag(
        help:
            "每个文件先由另一进程试读，使程序崩溃的文件不读，其余照常。Tries each file in a process of its own first, and leaves out those that end it."
    )
    var isolate = false

    @Flag(
        help:
            "text 只写要点：谁未交、谁低于要求、核实谁、谁可评、涉及多少人。Makes text tell only what is asked first."
    )
    var summary = false

    @Option(
        help: ArgumentHelp(
            "html 各单位的表写明整改和答复的期限。The day by which units are asked to mend and reply, for their sheets.",
            valueName: "day"))
    var mendBy: String?

    @Flag(
        help:
            "屏幕上什么都不输出；要结果就写明去处，如 json:- 或 json:review.json。Prints nothing; name where results go, such as json:-."
    )
    var quiet = false

    @Flag(help: "总是报告进度。Reports progress even where nobody watches.")
    var progress = false
}

extension ReviewEngine: ExpressibleByArgument {}

/// A format that was asked for and, after a colon, the file that it goes to: `sarif:out.sarif`.
struct FormatRequest: ExpressibleByArgument {
    let format: ReportFormat
    /// `-` is standard output; nil: where `--out` says.
    let path: String?

    /// The request as it is written.
    var text: String { format.name + (path.map { ":" + $0 } ?? "") }

    init(_ format: ReportFormat) {
        self.format = format
        path = nil
    }

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let format = ReportFormat.all.first(where: { $0.name == parts[0] }) else {
            return nil
        }
        self.format = format
        path = parts.count > 1 ? String(parts[1]) : nil
        if path?.isEmpty == true { return nil }
    }

    static var allValueStrings: [String] { ReportFormat.all.map(\.name) }
}

/// The lightest finding that makes the command fail.
enum FailThreshold: String, CaseIterable, ExpressibleByArgument {
    case mandatory, verify, hint, never

    /// nil where no finding makes it fail.
    var level: FindingLevel? {
        switch self {
        case .mandatory: .mandatory
        case .verify: .verify
        case .hint: .hint
        case .never: nil
        }
    }
}
