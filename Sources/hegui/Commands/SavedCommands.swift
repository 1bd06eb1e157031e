public import ArgumentParser
public import Hegui

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "对比两次审查，说明每项结论为什么变了。\nCompares two saved reviews and says why verdicts changed.",
        discussion: """
            hegui diff 2013-06.json 2013-12.json
            hegui diff 2013-06.json 2013-12.json --old-drop 材料-06 --new-drop 材料-12 --rules PACK

            两个文件是 hegui review --format json 写的。给出两份材料时，原因逐步重算，并列出对以往记录的改动。
            退出码 0 没有新增问题，1 有新增问题，2 读不了。
            Exit status: 0 no new findings, 1 new findings, 2 could not read.
            """)

    @Argument(
        help: ArgumentHelp("先前的审查。The earlier review.", valueName: "old.json"),
        completion: .file(extensions: ["json"]))
    var old: String

    @Argument(
        help: ArgumentHelp("后来的审查。The later review.", valueName: "new.json"),
        completion: .file(extensions: ["json"]))
    var new: String

    @Option(
        help: ArgumentHelp("先前的材料，可重复。The earlier drop.", valueName: "drop"), completion: .file())
    var oldDrop: [String] = []

    @Option(
        help: ArgumentHelp("后来的材料，可重复。The later drop.", valueName: "drop"), completion: .file())
    var newDrop: [String] = []

    @Option(
        help: ArgumentHelp(
            "先前材料之外的豁免文件，可重复。Files of waivers beside the earlier drop.", valueName: "file"),
        completion: .file())
    var oldWaivers: [String] = []

    @Option(
        help: ArgumentHelp(
            "后来材料之外的豁免文件，可重复。Files of waivers beside the later drop.", valueName: "file"),
        completion: .file())
    var newWaivers: [String] = []

    @Option(
        help: ArgumentHelp("后来的规则包，与材料一起用。The later rule pack.", valueName: "pack"),
        completion: .directory)
    var rules: String?

    @Option(help: "输出格式：text、markdown 或 json。Output format.")
    var format: ComparisonFormat = .text

    @Option(
        help: ArgumentHelp("写到文件，而不是屏幕。A file to write to.", valueName: "file"), completion: .file()
    )
    var out: String?

    @Option(help: "达到哪一级的新增问题就以 1 退出。The lightest new finding that gives 1.")
    var failOn: FailThreshold = .verify

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            let drops = try drops()
            for drop in [drops?.old, drops?.new] {
                var inputs = ProtectedFiles(drop: drop, rules: rules)
                inputs.files = [old, new].map { ($0, "要对比的审查结果", "one of the reviews") }
                try inputs.check(out.map { [$0] } ?? [])
            }
            let output = try out.map { (path) throws(Problem) in try OutputFile(path) }
            let comparison = try ReviewComparison.of(
                try SavedReport.read(old), try SavedReport.read(new), drops: drops)
            try OutputFile.write(
                comparison.file(in: format, asked ?? .chinese), to: output)
            if let level = failOn.level, comparison.newFindings(atOrAbove: level) > 0 {
                throw ExitStatus.findings
            }
        }
    }

    private func drops() throws -> ReviewComparison.Drops? {
        if oldDrop.isEmpty, newDrop.isEmpty { return nil }
        guard !oldDrop.isEmpty, !newDrop.isEmpty, let rules else {
            throw Problem(
                zh: "对比材料要同时给出 --old-drop、--new-drop 和 --rules",
                en: "to compare drops give --old-drop, --new-drop and --rules together")
        }
        return ReviewComparison.Drops(
            pack: try RulePack.load(folder: rules, withExamples: false),
            old: try DropPaths(reading: oldDrop), new: try DropPaths(reading: newDrop),
            oldWaivers: oldWaivers, newWaivers: newWaivers)
    }
}

extension ComparisonFormat: ExpressibleByArgument {}

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
            "hegui review --format json 写的文件。A saved review.", valueName: "report.json"),
        completion: .file(extensions: ["json"]))
    var report: String

    @Option(
        help: ArgumentHelp("所审查的材料，可重复。The drop that it judged.", valueName: "drop"),
        completion: .file())
    var drop: [String] = []

    @OptionGroup var waivers: WaiverOptions

    @Option(
        help: ArgumentHelp("规则包的文件夹，默认 rules/<规则包>。The rule pack.", valueName: "pack"),
        completion: .directory)
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
            let folder = rules ?? "rules/" + saved.packID
            let pack = try RulePack.load(folder: folder, withExamples: false)
                .counting(waiversOf: waivers.waivers)
            let verification = try ReportVerification.of(saved, drop: drop, rules: pack)
            try verification.file(in: asked ?? pack.language)
                .write { try StandardStream.output.write($0) }
            guard verification.isReproduced else { throw ExitStatus.findings }
        }
    }
}
