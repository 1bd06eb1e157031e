import FoundationEssentials
import HeguiDiagnostics
import HeguiLoader
import Testing

@Suite("the packs under rules")
struct ShippedPackTests {
    private static let folder = PackFixture.folder.deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "rules", directoryHint: .isDirectory)

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { name in
            let file = folder.appending(path: "\(name)/pack.yaml")
            return FileManager.default.fileExists(atPath: file.path)
        }.sorted()
    }()

    @Test("there is at least one pack")
    func hasPacks() {
        #expect(!Self.names.isEmpty)
    }

    @Test("a pack has no mistakes", arguments: names)
    func load(name: String) throws {
        let sources = try Self.sources(of: name)
        let result = PackLoader.load(sources)
        let pairs = sources.files.map { ($0.source.name, $0.source) }
        let texts = Dictionary(pairs) { first, _ in first }
        let rendered = DiagnosticRenderer(language: .english, texts: texts)
            .render(result.diagnostics)
        let mistakes = result.diagnostics.count
        #expect(mistakes == 0, "\(rendered)")
        #expect(result.pack != nil)
    }

    private static func sources(of name: String) throws -> PackSources {
        let root = folder.appending(path: name, directoryHint: .isDirectory)
        let files = try yamlFiles(below: root).map { path in
            PackSources.File(
                path: path, source: try text(root.appending(path: path), name: "\(name)/\(path)"))
        }
        let calendars = folder.appending(path: "calendars", directoryHint: .isDirectory)
        let pairs = try yamlFiles(below: calendars).map { path in
            (String(path.dropLast(5)), try text(calendars.appending(path: path), name: path))
        }
        return PackSources(
            folder: name, files: files, calendars: Dictionary(pairs) { first, _ in first })
    }

    private static func yamlFiles(below root: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
    }

    private static func text(_ file: URL, name: String) throws -> SourceText {
        SourceText(name: name, bytes: Array(try Data(contentsOf: file)))
    }
}
