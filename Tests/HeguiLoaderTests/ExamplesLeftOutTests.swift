import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiTestSupport
import Testing

@Suite("packs without their examples")
struct ExamplesLeftOutTests {
    @Test("all mistakes are told but those of examples and cases", arguments: PackFixture.names)
    func mistakes(name: String) throws {
        let sources = try PackFixture(name: name).sources()
        let whole = PackLoader.load(sources).diagnostics
        let judging = PackLoader.load(sources, withExamples: false).diagnostics
        let expected = whole.filter { !isOfExample($0, sources) }
        #expect(judging.map(\.code) == expected.map(\.code))
        #expect(judging.map(\.location) == expected.map(\.location))
    }

    @Test("a sound pack is the same without them", arguments: PackFolder.rules.names)
    func sound(name: String) throws {
        let sources = try PackFolder.rules.sources(of: name)
        let whole = PackLoader.load(sources)
        let judging = PackLoader.load(sources, withExamples: false)
        #expect(judging.compiled == whole.compiled)
        #expect(judging.pack?.rules.map(\.id) == whole.pack?.rules.map(\.id))
        #expect(judging.pack?.awards.map(\.id) == whole.pack?.awards.map(\.id))
        #expect(whole.pack?.tests.isEmpty == false)
        #expect(judging.pack?.tests.isEmpty == true)
    }

    /// Whether it is about a file of cases, or stands behind `examples:`, which is a file's last key.
    private func isOfExample(_ diagnostic: Diagnostic, _ sources: PackSources) -> Bool {
        guard case .text(let span) = diagnostic.location,
            let file = sources.files.first(where: { $0.source.name == span.file })
        else { return false }
        if file.path.hasPrefix("tests/") { return true }
        let lines = (1..<max(1, span.start.line)).compactMap(file.source.lineText)
        return lines.contains { $0.hasPrefix("examples:") }
    }
}
