import FoundationEssentials
import Hegui

/// Where the report goes: the screen, one file, or a folder of files.
struct OutputTarget {
    private enum Place {
        case screen
        case file(String)
        case folder(String)
        case nowhere
    }

    private let formats: [OutputFormat]
    private let place: Place
    private let colour: ColourChoice

    /// Whether the report tells people what went wrong with the files.
    var isText: Bool { formats.contains(.text) && !isNowhere }

    private var isNowhere: Bool { if case .nowhere = place { true } else { false } }

    init(_ options: ReviewOptions) throws(Problem) {
        let wanted = options.format.isEmpty ? [.text] : options.format
        formats = OutputFormat.allCases.filter(wanted.contains)
        colour = options.color
        let isSeveral = formats.count > 1 || formats == [.csv]
        guard let out = options.out else {
            guard !isSeveral else {
                throw Problem(
                    zh: "这样的输出有几个文件，请用 --out 指明文件夹，如 --out out",
                    en: "such output is several files: name a folder with --out, such as --out out")
            }
            place = options.quiet ? .nowhere : .screen
            return
        }
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: out, isDirectory: &isFolder)
        if isSeveral, exists, !isFolder {
            throw Problem(
                zh: "`\(out)` 是文件，而输出有几个文件，要写进文件夹",
                en: "`\(out)` is a file, and the output is several files for a folder")
        }
        place = isSeveral || isFolder || out.hasSuffix("/") ? .folder(out) : .file(out)
    }

    /// Writes the review in each of the formats.
    func write(_ review: DropReview, scope: ReportScope, language: ReportLanguage) throws {
        for format in formats {
            for file in files(of: review, in: format, scope: scope, language: language) {
                try write(file)
            }
        }
    }

    private func files(
        of review: DropReview, in format: OutputFormat, scope: ReportScope,
        language: ReportLanguage
    ) -> [ReportFile] {
        switch format {
        case .json: return [review.json()]
        case .csv: return review.csv(in: language)
        case .text:
            let isScreen = if case .screen = place { true } else { false }
            let isColoured = colour == .always || isScreen && colour.isColoured(on: .output)
            return [review.text(scope, in: language, isColoured: isColoured)]
        }
    }

    private func write(_ file: ReportFile) throws {
        switch place {
        case .nowhere: return
        case .screen: try file.write { try StandardStream.output.write($0) }
        case .file(let path): try save(file, at: URL(filePath: path))
        case .folder(let path):
            let folder = URL(filePath: path, directoryHint: .isDirectory)
            try save(file, at: folder.appending(path: file.name))
        }
    }

    /// Writes a file so that it is there whole or not at all.
    private func save(_ file: ReportFile, at url: URL) throws {
        var content = Data()
        do {
            try file.write { content.append(contentsOf: $0) }
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try content.write(to: url, options: .atomic)
        } catch {
            throw Problem(
                zh: "写不了文件 `\(url.path)`", en: "cannot write the file `\(url.path)`")
        }
    }
}
