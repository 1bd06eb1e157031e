import FoundationEssentials
import HeguiDiagnostics
import HeguiLoader
import HeguiPack

/// A folder of packs, such as `rules` or `fixtures/engine`.
struct PackFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let rules = PackFolder(path: "rules")
    static let fixtures = PackFolder(path: "fixtures/engine")

    let folder: URL

    init(path: String) {
        folder = Self.root.appending(path: path, directoryHint: .isDirectory)
    }

    /// The packs' names, in order.
    var names: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { name in
            let file = folder.appending(path: "\(name)/pack.yaml")
            return FileManager.default.fileExists(atPath: file.path)
        }.sorted()
    }

    /// Returns the pack, or throws with the rendered diagnostics.
    func load(_ name: String) throws -> Pack {
        let root = folder.appending(path: name, directoryHint: .isDirectory)
        let files = try Self.yamlFiles(below: root).map { path in
            PackSources.File(path: path, source: try Self.text(root, path))
        }
        let calendars = Self.root.appending(path: "rules/calendars", directoryHint: .isDirectory)
        let pairs = try Self.yamlFiles(below: calendars).map { path in
            (String(path.dropLast(5)), try Self.text(calendars, path))
        }
        let result = PackLoader.load(
            PackSources(
                folder: name, files: files, calendars: Dictionary(pairs) { first, _ in first }))
        guard let pack = result.pack else { throw BrokenPack(result.diagnostics, files) }
        return pack
    }

    private static func yamlFiles(below root: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
    }

    private static func text(_ root: URL, _ path: String) throws -> SourceText {
        let data = try Data(contentsOf: root.appending(path: path))
        return SourceText(name: path, bytes: Array(data))
    }
}

/// A pack that a test needs and that has mistakes.
struct BrokenPack: Error, CustomStringConvertible {
    let description: String

    init(_ diagnostics: [Diagnostic], _ files: [PackSources.File]) {
        let texts = Dictionary(files.map { ($0.source.name, $0.source) }) { first, _ in first }
        description = DiagnosticRenderer(language: .english, texts: texts).render(diagnostics)
    }
}
