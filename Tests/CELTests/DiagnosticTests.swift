import CEL
import FoundationEssentials
import Testing

/// Blocks of `diagnostics.txt` begin with the expression after `> `, and show what is said of it.
/// `CEL_RECORD=1 swift test` writes the file anew; read the difference before you keep it.
@Suite("diagnostics") struct DiagnosticTests {
    struct Block: Sendable, CustomTestStringConvertible {
        var expression: String
        var expected: String
        var testDescription: String { expression }
    }

    static func blocks() -> [Block] {
        let text = (try? Fixtures.text("diagnostics.txt")) ?? ""
        return text.split(separator: "\n> ").map { part in
            let part = part.hasPrefix("> ") ? part.dropFirst(2) : part
            var lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            var source: [Substring] = [lines.removeFirst()]
            while let line = lines.first, line.hasPrefix("| ") {
                source.append(line.dropFirst(2))
                lines.removeFirst()
            }
            let expected = lines.joined(separator: "\n")
            return Block(
                expression: source.joined(separator: "\n"),
                expected: String(expected.trimmingPrefix("\n")).trimmed)
        }
    }

    private static func said(of text: String) -> String {
        var environment = Host.environment
        for library in Library.extensions { environment.add(library) }
        environment.nullOperands = .error
        do {
            let checked = try environment.compile(text)
            let program = environment.plan(checked, variables: ["member", "activity"])
            let value = program.evaluate([Host.member(), Host.member(isEmpty: true)])
            if case .error(let error) = value { return error.rendered(in: text) }
            return "no error: " + value.quoted
        } catch {
            return error.rendered(in: text)
        }
    }

    @Test("mistakes are shown where they are", arguments: blocks())
    func golden(_ block: Block) {
        #expect(Self.said(of: block.expression) == block.expected)
    }

    @Test("there are golden diagnostics") func presence() throws {
        #expect(Self.blocks().count > 40)
        guard ProcessInfo.processInfo.environment["CEL_RECORD"] != nil else { return }
        let text = Self.blocks().map { block in
            "> "
                + block.expression.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\n| ") + "\n" + Self.said(of: block.expression)
        }.joined(separator: "\n\n")
        try Data((text + "\n").utf8).write(to: URL(filePath: Fixtures.cases + "/diagnostics.txt"))
        Issue.record("diagnostics.txt was recorded anew")
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
