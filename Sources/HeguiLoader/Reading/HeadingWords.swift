import HeguiDiagnostics
import HeguiYAML

/// The words by which a sheet heads the columns of one table; a word of two columns is a mistake
/// (R0108), because the sheet's column would go to whichever is declared first.
struct HeadingWords {
    private let context: LoadContext
    private var seen: [String: (column: String, span: Span)] = [:]

    init(context: LoadContext) {
        self.context = context
    }

    mutating func note(_ words: [Scalar], of column: String) {
        for word in words {
            // Blanks and line breaks inside headings do not count.
            let key = String(word.text.filter { !$0.isWhitespace }).lowercased()
            guard let first = seen[key] else {
                seen[key] = (column, word.span)
                continue
            }
            guard first.column != column else { continue }
            context.report(.headingTwice(word, of: (first.column, column), first: first.span))
        }
    }
}

extension Node {
    /// The texts of a scalar, a list, or a text in several languages.
    var words: [Scalar] {
        switch content {
        case .scalar(let scalar): scalar.text.isEmpty ? [] : [scalar]
        case .sequence(let items): items.flatMap(\.words)
        case .mapping(let entries): entries.flatMap(\.value.words)
        }
    }
}
