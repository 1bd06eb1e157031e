import FoundationEssentials
import HeguiDiagnostics
import HeguiLoader

/// Reads the files of a pack and the calendars beside it.
struct PackFolder {
    /// The pack's folder as the user wrote it, without a `/` at its end.
    private let path: String

    init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// Returns the files of the pack without those whose name begins with a dot.
    ///
    /// Calendars are the files of the folder `calendars` beside the pack's.
    ///
    /// - Throws: `ReviewFailure` where the folder or one of its files cannot be read.
    func sources() throws(ReviewFailure) -> PackSources {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
            throw ReviewFailure(
                Message(zh: "没有规则包文件夹 `\(path)`", en: "there is no pack folder `\(path)`"),
                help: Message(
                    zh: "写明规则包的文件夹，如 rules/xihu-2013",
                    en: "name the folder of a pack, such as rules/xihu-2013"))
        }
        let folder = URL(filePath: path).standardizedFileURL
        let files = try Self.files(in: path).map { file in
            PackSources.File(path: file.path, source: file.source)
        }
        return PackSources(
            folder: folder.lastPathComponent, files: files, calendars: try calendars())
    }

    private func calendars() throws(ReviewFailure) -> [String: SourceText] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isNamed = parts.last != "." && parts.last != ".."
        let beside = isNamed ? parts.dropLast() : parts + [".."]
        let folder = (beside + ["calendars"]).joined(separator: "/")
        guard FileManager.default.fileExists(atPath: folder) else { return [:] }
        var calendars: [String: SourceText] = [:]
        for file in try Self.files(in: folder) where file.path.hasSuffix(".yaml") {
            calendars[String(file.path.dropLast(".yaml".count))] = file.source
        }
        return calendars
    }

    private static func files(
        in folder: String
    ) throws(ReviewFailure) -> [(path: String, source: SourceText)] {
        do {
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            return try paths.compactMap { path in
                let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
                var isFolder = false
                let name = folder + "/" + path
                guard !isHidden,
                    FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder
                else { return nil }
                guard let data = try? Data(contentsOf: URL(filePath: name)) else {
                    throw ReviewFailure(
                        .unreadable(name),
                        help: Message(zh: "请检查读取权限", en: "check the permission to read"))
                }
                return (path, SourceText(name: name, bytes: Array(data)))
            }
        } catch let failure as ReviewFailure {
            throw failure
        } catch {
            throw ReviewFailure(
                Message(
                    zh: "文件夹 `\(folder)` 里的文件读不出", en: "cannot read the files of `\(folder)`"),
                help: Message(zh: "请检查读取权限", en: "check the permission to read"))
        }
    }
}
