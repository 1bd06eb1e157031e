import HeguiDiagnostics
import HeguiYAML

/// Finds texts that somebody meant to quote, but with marks that YAML does not know (R0111): they
/// would stand in every message, and a colon or `#` between them would not be protected.
struct QuoteChecker {
    let context: LoadContext

    private static let marks: Set<Character> = [
        "“", "”", "„", "‘", "’", "「", "」", "『", "』", "＂", "＇", "«", "»",
    ]

    func check(_ node: Node) {
        switch node.content {
        case .scalar(let scalar): check(scalar)
        case .sequence(let items): for item in items { check(item) }
        case .mapping(let entries):
            for entry in entries {
                check(entry.key)
                check(entry.value)
            }
        }
    }

    /// A text that only begins with a quoted word is meant as it stands.
    private func check(_ scalar: Scalar) {
        guard scalar.style == .plain, let first = scalar.text.first, let last = scalar.text.last,
            Self.marks.contains(first), Self.marks.contains(last),
            scalar.text.count(where: Self.marks.contains) == 2, scalar.text.count > 1
        else { return }
        context.report(.quotesForeign(scalar, from: first, to: last))
    }
}
