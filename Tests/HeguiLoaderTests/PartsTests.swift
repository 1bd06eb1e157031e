import Foundation
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiYAML
import Testing

/// A part that a form forgets to list would be missing from findings, proofs and boundaries.
@Suite("the parts of requirements")
struct PartsTests {
    private static let fixtures = PackFixture.folder.deletingLastPathComponent()

    /// Folders of packs: those that ship, and one for each form.
    private static let packs: [String] = {
        let root = fixtures.deletingLastPathComponent()
        let folders = [root.appending(path: "rules"), fixtures.appending(path: "forms")]
        return folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.sorted().map { folder.appending(path: $0).path }.filter {
                FileManager.default.fileExists(atPath: $0 + "/pack.yaml")
            }
        }
    }()

    private func load(_ folder: String) throws -> PackLoader.Result {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
        let files = try paths.filter { $0.hasSuffix(".yaml") }.map { path in
            let bytes = Array(try Data(contentsOf: root.appending(path: path)))
            return PackSources.File(path: path, source: SourceText(name: path, bytes: bytes))
        }
        let shipped = Self.fixtures.deletingLastPathComponent()
            .appending(path: "rules/calendars/cn-mainland.yaml")
        let plain = Self.fixtures.appending(path: "broken-packs/plain.yaml")
        let calendars = try [("cn-mainland", shipped), ("plain", plain)].map { name, file in
            (name, SourceText(name: name, bytes: Array(try Data(contentsOf: file))))
        }
        return PackLoader.load(
            PackSources(
                folder: root.lastPathComponent, files: files,
                calendars: Dictionary(uniqueKeysWithValues: calendars)))
    }

    @Test("whatever the loader compiled is among the parts of the pack", arguments: packs)
    func complete(folder: String) throws {
        let result = try load(folder)
        let pack = try #require(result.pack, "\(folder): \(result.diagnostics)")
        try #require(!result.compiled.isEmpty)
        let listed = Set(pack.expressions.map(\.source.span))
        let forgotten = result.compiled.filter { !listed.contains($0) }
        #expect(forgotten.isEmpty, "\(folder)")
    }

    @Test("every form is among the packs that are looked at")
    func forms() throws {
        #expect(Self.packs.count >= 24 + 5)
    }

    @Test("of a requirement, each part with an expression has a role", arguments: packs)
    func roles(folder: String) throws {
        let pack = try #require(try load(folder).pack)
        for rule in pack.rules {
            let roles = rule.roles
            for expression in rule.requirement.expressions {
                #expect(roles[expression.source.span] != nil, "\(rule.id): \(expression.text)")
            }
        }
    }
}
