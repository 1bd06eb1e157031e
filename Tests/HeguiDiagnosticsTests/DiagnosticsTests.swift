import HeguiDiagnostics
import Testing

@Suite("collected diagnostics")
struct DiagnosticsTests {
    private func diagnostic(_ severity: Severity, at file: String) -> Diagnostic {
        Diagnostic(
            code: "R0001", severity: severity, message: Message(zh: "甲", en: "a"), at: .file(file)
        )
    }

    @Test("only errors stop the work")
    func errors() {
        var collected = Diagnostics()
        #expect(collected.isEmpty && !collected.hasErrors)
        collected.append(diagnostic(.warning, at: "b"))
        #expect(!collected.isEmpty && !collected.hasErrors)
        collected.append(contentsOf: Diagnostics([diagnostic(.error, at: "a")]))
        #expect(collected.hasErrors)
        #expect(collected.count(of: .error) == 1 && collected.count(of: .note) == 0)
        #expect(collected.sorted().map(\.location) == [.file("a"), .file("b")])
        #expect(collected.items.map(\.location) == [.file("b"), .file("a")])
    }
}
