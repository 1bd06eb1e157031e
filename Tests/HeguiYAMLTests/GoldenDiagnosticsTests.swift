import HeguiDiagnostics
import HeguiTestSupport
import HeguiYAML
import Testing

@Suite("golden diagnostics")
struct GoldenDiagnosticsTests {
    private static let folder = "fixtures/yaml"

    static let cases = ProjectFolder.names(in: folder).filter { $0.hasSuffix(".yaml") }

    private static func source(_ name: String) throws -> SourceText {
        SourceText(name: name, bytes: try ProjectFolder.bytes("\(folder)/\(name)"))
    }

    @Test("there are broken files to read")
    func hasCases() {
        #expect(Self.cases.count >= 40)
    }

    /// A file without its .txt fails once and gets one, to be read before it is accepted.
    @Test("a broken file gets the diagnostics written beside it", arguments: cases)
    func rendering(name: String) throws {
        let source = try Self.source(name)
        let diagnostics = YAML.parse(source).diagnostics
        #expect(!diagnostics.isEmpty)
        let rendered = Language.allCases.reversed().map { language in
            DiagnosticRenderer(language: language, texts: [name: source]).render(diagnostics)
        }
        let text = rendered.joined(separator: "\n")
        let golden = name.replacing(".yaml", with: ".txt")
        let expected = try Golden.text("\(Self.folder)/\(golden)", text)
        #expect(text == expected)
    }

    @Test("no message is without its other language, and every code has the letter Y")
    func messages() throws {
        for name in Self.cases {
            for diagnostic in YAML.parse(try Self.source(name)).diagnostics {
                #expect(diagnostic.code.hasPrefix("Y") && diagnostic.code.count == 5)
                #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
                #expect(diagnostic.message.zh != diagnostic.message.en)
            }
        }
    }
}
