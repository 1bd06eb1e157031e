import HeguiDiagnostics
import HeguiLoader
import HeguiTestSupport
import Testing

@Suite("the packs under rules")
struct ShippedPackTests {
    static let names = PackFolder.rules.names

    @Test("there are packs")
    func hasPacks() {
        #expect(Self.names.count >= 5)
    }

    @Test("a pack has no mistakes", arguments: names)
    func load(name: String) throws {
        let sources = try PackFolder.rules.sources(of: name)
        let result = PackLoader.load(sources)
        let pairs = sources.files.map { ($0.source.name, $0.source) }
        let texts = Dictionary(pairs) { first, _ in first }
        let rendered = DiagnosticRenderer(language: .english, texts: texts)
            .render(result.diagnostics)
        let mistakes = result.diagnostics.count
        #expect(mistakes == 0, "\(rendered)")
        #expect(result.pack != nil)
    }
}
