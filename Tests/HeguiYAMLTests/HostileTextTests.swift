import HeguiDiagnostics
import HeguiTestSupport
import HeguiYAML
import Testing

@Suite("hostile texts")
struct HostileTextTests {
    private static let sample = """
        id: &id late
        title: { zh: 报到迟, en: "late\\u0021" }
        list:
          - 'it''s'
          - *id
          - |2-
              a
             b
          - >+
            folded
            text

        ? key
        : [a, {b: c}, d: e]

        """

    private static let bits: [[UInt8]] =
        [
            "\t", "\n", "\r", " ", "  ", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "|", ">",
            "#",
            "&a", "*a", "!", "!!x", "%", "@", "---\n", "...\n", "\\", "?", ",", "<<: *id", "党",
            "\u{85}", "\u{2028}", "\u{FEFF}", "\0",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE5, 0x85], [0xF0, 0x9F]]

    private func mutated(seed: UInt64) -> [UInt8] {
        var random = SeededNumbers(seed: seed)
        var bytes = Array(Self.sample.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 0...3, using: &random))
            let bit = Self.bits.randomElement(using: &random) ?? []
            bytes.replaceSubrange(place..<end, with: Bool.random(using: &random) ? bit : [])
        }
        return bytes
    }

    @Test("any bytes give nodes that stand in each other, or a diagnostic that can be shown")
    func neverCrashes() {
        var sound = 0
        for seed in 0..<3000 {
            let source = SourceText(name: "a.yaml", bytes: mutated(seed: UInt64(seed)))
            let document = YAML.parse(source)
            if document.diagnostics.isEmpty {
                sound += 1
                #expect(document.root != nil, "seed \(seed)")
            }
            let rendered = DiagnosticRenderer(language: .chinese, texts: ["a.yaml": source])
                .render(document.diagnostics)
            #expect(rendered.isEmpty == document.diagnostics.isEmpty)
            for diagnostic in document.diagnostics {
                if case .text(let span) = diagnostic.location { check(span, in: source, seed) }
            }
            if let root = document.root { check(root, in: source, seed) }
        }
        #expect(sound > 300 && sound < 2700)
    }

    private func check(_ span: Span, in source: SourceText, _ seed: Int) {
        #expect(span.start <= span.end && span.end.offset <= source.bytes.count, "seed \(seed)")
        #expect(source.position(atOffset: span.start.offset).line == span.start.line)
    }

    /// Scalars must also know where each part of their text came from: a part that is the same in
    /// the file proves that the second reading agreed with libyaml's.
    private func check(_ node: Node, in source: SourceText, _ seed: Int) {
        check(node.span, in: source, seed)
        switch node.content {
        case .scalar(let scalar):
            let text = Array(scalar.text.utf8)
            for index in text.indices where text[index] & 0x80 == 0 && text[index] > 0x40 {
                let place = scalar.span(of: index..<index + 1)
                let written = source.text(of: place)
                let isSame = written.utf8.first == text[index] && written.utf8.count == 1
                #expect(isSame || written.hasPrefix("\\"), "seed \(seed): \(scalar.text)")
            }
        case .sequence(let nodes):
            for child in nodes { check(child, in: source, seed) }
        case .mapping(let entries):
            for entry in entries {
                check(entry.key.span, in: source, seed)
                check(entry.value, in: source, seed)
            }
        }
    }
}
