import FoundationEssentials
import HeguiDiagnostics
import HeguiYAML
import Testing

@Suite("golden diagnostics")
struct GoldenDiagnosticsTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures/yaml", directoryHint: .isDirectory)

    static let cases: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    @Test("there are broken files to read")
    func hasCases() {
        #expect(Self.cases.count >= 40)
    }

    /// A file without its .txt fails once and gets one, to be read before it is accepted.
    @Test("a broken file gets the diagnostics written beside it", arguments: cases)
    func rendering(name: String) throws {
        let file = Self.folder.appending(path: name)
        let source = SourceText(name: name, bytes: Array(try Data(contentsOf: file)))
        let diagnostics = YAML.parse(source).diagnostics
        #expect(!diagnostics.isEmpty)
        let rendered = Language.allCases.reversed().map { language in
            DiagnosticRenderer(language: language, texts: [name: source]).render(diagnostics)
        }
        let text = rendered.joined(separator: "\n")
        let golden = file.deletingPathExtension().appendingPathExtension("txt")
        guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
            try Data(text.utf8).write(to: golden)
            Issue.record("\(golden.lastPathComponent) is new")
            return
        }
        #expect(text == expected)
    }

    @Test("no message is without its other language, and every code has the letter Y")
    func messages() throws {
        for name in Self.cases {
            let file = Self.folder.appending(path: name)
            let source = SourceText(name: name, bytes: Array(try Data(contentsOf: file)))
            for diagnostic in YAML.parse(source).diagnostics {
                #expect(diagnostic.code.hasPrefix("Y") && diagnostic.code.count == 5)
                #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
                #expect(diagnostic.message.zh != diagnostic.message.en)
            }
        }
    }
}
