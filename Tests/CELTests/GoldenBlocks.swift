import FoundationEssentials
import Testing

/// A file of blocks, each an expression after `> ` and what is said of it.
///
/// `CEL_RECORD=1 swift test` writes the file anew; read the difference before you keep it.
struct GoldenBlocks {
    struct Block: Sendable, CustomTestStringConvertible {
        var expression: String
        var expected: String
        var testDescription: String { expression }
    }

    let file: String
    let blocks: [Block]

    init(file: String) {
        self.file = file
        let text = (try? Fixtures.text(file)) ?? ""
        blocks = text.split(separator: "\n> ").map { part in
            let part = part.hasPrefix("> ") ? part.dropFirst(2) : part
            var lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            var source: [Substring] = [lines.removeFirst()]
            while let line = lines.first, line.hasPrefix("| ") {
                source.append(line.dropFirst(2))
                lines.removeFirst()
            }
            while lines.last?.isEmpty == true { lines.removeLast() }
            return Block(
                expression: source.joined(separator: "\n"),
                expected: lines.joined(separator: "\n"))
        }
    }

    /// Writes the file anew with what `said` returns, if that is asked for; that fails the test.
    func record(_ said: (String) -> String) throws {
        guard ProcessInfo.processInfo.environment["CEL_RECORD"] != nil else { return }
        let text = blocks.map { block in
            "> " + block.expression.replacing("\n", with: "\n| ") + "\n" + said(block.expression)
        }.joined(separator: "\n\n")
        try Data((text + "\n").utf8).write(to: URL(filePath: Fixtures.cases + "/" + file))
        Issue.record("\(file) was recorded anew")
    }
}
