import ArgumentParser
import FoundationEssentials
import Hegui

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "在副本上标出问题单元格并加批注，不改原件；可以是一个文件夹。\n"
            + "Writes copies of files with problem cells marked and commented; a folder's too.",
        discussion: """
            xlsx 的副本除标注外与原件相同；其他格式（xls、et、ods、docx、csv 等）的副本是单元格相同的 xlsx。
            给出文件夹时，有疑点的每个文件都写一个副本到 --out，前面加一页封面：疑点、办理要求、答复栏。
            A copy of an xlsx is the original with marks; of any other kind it is an xlsx with the same
            cells. Of a folder each file with findings gets a copy in --out, with a cover sheet in front.
            """)

    @Argument(
        help: ArgumentHelp("要标注的文件或文件夹。The file or folder to mark.", valueName: "path"),
        completion: .file())
    var path: String

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
            "副本写到哪里：一个文件，或装副本的文件夹；不指明时写在旁边，名字加“.已标注”。Where the copy or the folder of copies goes.",
            valueName: "path"),
        completion: .file())
    var out: String?

    @Flag(help: "前面加一页封面：疑点、办理要求、答复栏；文件夹的副本都有。Puts a cover sheet in front.")
    var cover = false

    @Option(help: "达到哪一级就以 1 退出。The lightest finding that gives exit status 1.")
    var failOn: FailThreshold = .verify

    @OptionGroup var language: LanguageOption

    func run() throws {
        try language.run { asked in
            let pack = try settings.pack(folder: rules).counting(waiversOf: waivers.waivers)
            let language = asked ?? pack.language
            let drop = try DropPaths(reading: drop)
            if DropPaths.isFolder(path) {
                try markFolder(pack, with: drop, in: language)
            } else {
                try markFile(pack, with: drop, in: language)
            }
        }
    }

    private func markFile(
        _ pack: RulePack, with drop: DropPaths, in language: ReportLanguage
    ) throws {
        let early = try out.map { try open($0, drop) }
        let result = try pack.annotate(
            path, with: drop, asOf: try DayArgument.day(asOf), in: language, hasCover: cover)
        let copy = out ?? result.path(besideFileAt: path)
        if result.isNeeded {
            let output = try early ?? open(copy, drop)
            try output.write(result.file(name: URL(filePath: copy).lastPathComponent))
        }
        StandardStream.output.write(result.summary(path: copy))
        try end(result.review, findings: result.findings(atOrAbove:), in: language)
    }

    private func markFolder(
        _ pack: RulePack, with drop: DropPaths, in language: ReportLanguage
    ) throws {
        let target = try folderForCopies(language)
        let result = pack.annotate(
            folder: path, with: drop, asOf: try DayArgument.day(asOf), in: language)
        let copies = result.paths.map { target + "/" + $0 }
        let all = drop.adding(path)
        try ProtectedFiles(drop: all, rules: rules).check(copies)
        var isWhole = true
        for (number, copy) in copies.enumerated() {
            let made: AnnotatedWorkbook
            do throws(ReviewFailure) {
                made = try result.workbook(number)
            } catch {
                isWhole = false
                StandardStream.error.write(error.text(in: language))
                continue
            }
            let name = URL(filePath: copy).lastPathComponent
            try OutputFile.write(made.file(name: name), at: copy)
            StandardStream.output.write(made.summary(path: copy))
        }
        StandardStream.output.write(result.others(in: language))
        StandardStream.output.write(
            language.say("共写副本 \(copies.count) 个\n", "copies written: \(copies.count)\n"))
        guard isWhole else { throw ExitStatus.unchecked }
        try end(result.review, findings: result.findings(atOrAbove:), in: language)
    }

    /// Ends with the status that fits what was found.
    private func end(
        _ review: DropReview, findings: (FindingLevel) -> Int, in language: ReportLanguage
    ) throws {
        guard review.isComplete else {
            StandardStream.error.write(review.problems(in: language))
            throw ExitStatus.unchecked
        }
        if let level = failOn.level, findings(level) > 0 { throw ExitStatus.findings }
    }

    /// Opens the file for a copy.
    ///
    /// - Throws: `Problem` where that is the original, material or a file of the pack.
    private func open(_ copy: String, _ drop: DropPaths) throws(Problem) -> OutputFile {
        guard PlaceIdentity(copy) != PlaceIdentity(path) else {
            throw Problem(
                zh: "`\(copy)` 就是原件，副本请换一个名字",
                en: "`\(copy)` is the original; give the copy another name")
        }
        try ProtectedFiles(drop: drop, rules: rules).check([copy])
        return try OutputFile(copy)
    }

    /// Returns the folder for copies.
    ///
    /// - Throws: `Problem` where that is the folder of the originals.
    private func folderForCopies(_ language: ReportLanguage) throws(Problem) -> String {
        let own = URL(filePath: path).standardizedFileURL.path
        let trimmed = own.count > 1 && own.hasSuffix("/") ? String(own.dropLast()) : own
        let target = out ?? trimmed + language.say(".已标注", ".annotated")
        guard PlaceIdentity(target) != PlaceIdentity(path) else {
            throw Problem(
                zh: "`\(target)` 就是原件的文件夹，副本请写到另一个文件夹",
                en: "`\(target)` is the folder of the originals; name another for the copies")
        }
        return target.hasSuffix("/") ? String(target.dropLast()) : target
    }
}
