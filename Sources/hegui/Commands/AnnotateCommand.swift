import ArgumentParser
import FoundationEssentials
import Hegui

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "在工作簿的副本上标出问题单元格并加批注，不改原件。\n"
            + "Writes a copy of a workbook with problem cells marked and commented.")

    @Argument(
        help: ArgumentHelp("要标注的工作簿（xlsx）。The workbook to mark.", valueName: "file"),
        completion: .file(extensions: ["xlsx"]))
    var file: String

    @Option(
        help: ArgumentHelp("规则包的文件夹。The folder of the rule pack.", valueName: "pack"),
        completion: .directory)
    var rules: String

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("截至哪一天，如 2013-12-31。The day that counts as today.", valueName: "day"))
    var asOf: String

    @Option(
        help: ArgumentHelp(
            "判断时还要用的材料，可重复，如花名册。What else is needed to judge it, such as the roster.",
            valueName: "path"), completion: .file())
    var drop: [String] = []

    @OptionGroup var waivers: WaiverOptions

    @OptionGroup var settings: SettingOptions

    @Option(
        help: ArgumentHelp(
            "副本写到哪里；不指明时写在原件旁边，文件名加“.已标注”。Where the copy goes.", valueName: "file"),
        completion: .file())
    var out: String?

    @Option(help: "达到哪一级就以 1 退出。The lightest finding that gives exit status 1.")
    var failOn: FailThreshold = .verify

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            let pack = try settings.pack(folder: rules).counting(waiversOf: waivers.waivers)
            let language = asked ?? pack.language
            let copy = try checkedCopy(language)
            let drop = try DropPaths(reading: drop)
            try ProtectedFiles(drop: drop, rules: rules).check([copy])
            let output = try OutputFile(copy)
            let result = try pack.annotate(
                file, with: drop, asOf: try DayArgument.day(asOf), in: language)
            if result.cellCount > 0 {
                let name = URL(filePath: copy).lastPathComponent
                try output.write(result.file(name: name))
            }
            StandardStream.output.write(result.summary(path: copy))
            guard result.review.isComplete else {
                StandardStream.error.write(result.review.problems(in: language))
                throw ExitStatus.unchecked
            }
            if let level = failOn.level, result.findings(atOrAbove: level) > 0 {
                throw ExitStatus.findings
            }
        }
    }

    /// Returns where the copy goes.
    ///
    /// - Throws: `Problem` where that is the original.
    private func checkedCopy(_ language: ReportLanguage) throws(Problem) -> String {
        let copy = out ?? Self.beside(file, mark: language.say(".已标注", ".annotated"))
        guard PlaceIdentity(copy) != PlaceIdentity(file) else {
            throw Problem(
                zh: "`\(copy)` 就是原件，副本请换一个名字",
                en: "`\(copy)` is the original; give the copy another name")
        }
        return copy
    }

    /// `名单.已标注.xlsx` for `名单.xlsx`.
    private static func beside(_ path: String, mark: String) -> String {
        let url = URL(filePath: path)
        let ending = url.pathExtension
        guard !ending.isEmpty else { return path + mark }
        return String(path.dropLast(ending.count + 1)) + mark + "." + ending
    }
}
