import FoundationEssentials
import HeguiDiagnostics
package import HeguiLoader
package import HeguiPack

/// A folder of packs, such as `rules` or `fixtures/engine`.
package struct PackFolder: Sendable {
    /// The packs that come with the program.
    package static let rules = PackFolder(path: "rules")

    /// Packs for tests of the engine.
    package static let engine = PackFolder(path: "fixtures/engine")

    /// The folder, below the project's.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The packs' names, in order.
    package var names: [String] {
        ProjectFolder.names(in: path).filter { ProjectFolder.has("\(path)/\($0)/pack.yaml") }
    }

    /// Returns the pack of that name, or throws `BrokenPack` with its mistakes.
    package func load(_ name: String) throws -> Pack {
        let sources = try sources(of: name)
        let result = PackLoader.load(sources)
        guard let pack = result.pack else { throw BrokenPack(result.diagnostics, sources.files) }
        return pack
    }

    /// Returns the files of the pack of that name, with the calendars that come with the program.
    package func sources(of name: String) throws -> PackSources {
        let files = try Self.yamlFiles(below: "\(path)/\(name)").map { file in
            PackSources.File(
                path: file, source: try Self.text("\(path)/\(name)/\(file)", name: file))
        }
        let calendars = try Self.yamlFiles(below: "rules/calendars").map { file in
            (String(file.dropLast(5)), try Self.text("rules/calendars/\(file)", name: file))
        }
        return PackSources(
            folder: name, files: files, calendars: Dictionary(calendars) { first, _ in first })
    }

    private static func yamlFiles(below path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: ProjectFolder.url(path).path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
    }

    private static func text(_ path: String, name: String) throws -> SourceText {
        SourceText(name: name, bytes: try ProjectFolder.bytes(path))
    }
}
