import FoundationEssentials
import HeguiDiagnostics
import HeguiLoader
import HeguiTestSupport

/// A pack under fixtures/broken-packs: the files of `base`, some of them replaced.
struct PackFixture {
    static let folder = ProjectFolder.root.appending(
        path: "fixtures/broken-packs", directoryHint: .isDirectory)

    /// Sound packs with something to lint, also upon the files of `base`.
    static let lintFolder = folder.deletingLastPathComponent()
        .appending(path: "lint-packs", directoryHint: .isDirectory)

    static let names = names(in: folder)
    static let lintNames = names(in: lintFolder)

    let name: String
    var root = PackFixture.folder

    /// The file of what is said of the pack, below the project's folder.
    var golden: String { "fixtures/\(root.lastPathComponent)/\(name)/expected.txt" }

    private static func names(in folder: URL) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0 != "base" && !$0.contains(".") }.sorted()
    }

    /// The pack's files; `removed.txt` of a case names files of `base` that it leaves out, and
    /// `calendar.yaml` takes the place of the calendar.
    func sources() throws -> PackSources {
        var calendar = try Self.plainCalendar()
        var files: [String: SourceText] = [:]
        for (path, text) in try Self.files(of: "base", in: Self.folder) { files[path] = text }
        for (path, text) in try Self.files(of: name, in: root) {
            if path == "removed.txt" {
                for line in String(decoding: text.bytes, as: UTF8.self).split(separator: "\n") {
                    files[String(line)] = nil
                }
            } else if path == "calendar.yaml" {
                calendar = SourceText(name: "plain.yaml", bytes: text.bytes)
            } else if path != "expected.txt" {
                files[path] = text
            }
        }
        return PackSources(
            folder: "base",
            files: files.map { PackSources.File(path: $0.key, source: $0.value) },
            calendars: ["plain": calendar])
    }

    private static func plainCalendar() throws -> SourceText {
        let bytes = Array(try Data(contentsOf: folder.appending(path: "plain.yaml")))
        return SourceText(name: "plain.yaml", bytes: bytes)
    }

    /// The files of a sound pack beside the broken ones.
    static func sources(ofFolder name: String) throws -> PackSources {
        let root = folder.deletingLastPathComponent()
            .appending(path: name, directoryHint: .isDirectory)
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { $0.hasSuffix(".yaml") }
            .map { path in
                let bytes = Array(try Data(contentsOf: root.appending(path: path)))
                return PackSources.File(
                    path: path, source: SourceText(name: "\(name)/\(path)", bytes: bytes))
            }
        return PackSources(
            folder: name, files: files, calendars: ["plain": try plainCalendar()])
    }

    private static func files(of name: String, in folder: URL) throws -> [(String, SourceText)] {
        let root = folder.appending(path: name, directoryHint: .isDirectory)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try paths.sorted().compactMap { path in
            let file = root.appending(path: path)
            guard !file.hasDirectoryPath, path.contains(".") else { return nil }
            let bytes = Array(try Data(contentsOf: file))
            return (path, SourceText(name: "base/" + path, bytes: bytes))
        }
    }
}
