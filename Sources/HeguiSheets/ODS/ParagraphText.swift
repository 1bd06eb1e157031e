/// The text of a cell of OpenDocument: its paragraphs, one a line.
struct ParagraphText {
    private(set) var content = CellText()
    /// Whether there was a paragraph, be it an empty one.
    private(set) var hasParagraph = false
    private let limit: Int
    private var isInParagraph = false
    /// Whether blanks that follow only set out the XML.
    private var isIndented = false
    /// How many elements are open that are no part of the text, such as comments and drawings.
    private var skipped = 0

    private static let foreign: Set<String> = [
        "annotation", "annotation-end", "ruby-text", "note", "frame", "custom-shape", "g", "rect",
        "line", "control", "caption", "event-listeners",
    ]

    init(limit: Int) { self.limit = limit }

    mutating func start(_ name: String, _ attributes: [MarkupAttribute]) {
        guard skipped == 0 else {
            skipped += 1
            return
        }
        guard isInParagraph else {
            if name == "p" || name == "h" {
                if hasParagraph { content.append("\n", limit: limit) }
                (isInParagraph, hasParagraph) = (true, true)
            } else {
                skipped = 1
            }
            return
        }
        switch name {
        case "s":
            let count = attributes.value("c").map { Int($0) ?? 1 } ?? 1
            content.append(
                String(repeating: " ", count: max(0, min(count, limit + 1))), limit: limit)
        case "tab": content.append("\t", limit: limit)
        case "line-break": content.append("\n", limit: limit)
        case _ where Self.foreign.contains(name): skipped = 1
        default: break
        }
    }

    mutating func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
        } else if name == "p" || name == "h" {
            isInParagraph = false
        }
    }

    mutating func text(_ piece: String) {
        guard isInParagraph, skipped == 0 else { return }
        let lines = piece.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            // Ends of lines come from programs that set out the XML, and mean a blank.
            if index > 0, !isIndented { content.append(" ", limit: limit) }
            isIndented = isIndented || index > 0
            let rest = isIndented ? line.drop(while: \.isWhitespace) : line
            guard !rest.isEmpty else { continue }
            content.append(String(rest), limit: limit)
            isIndented = false
        }
    }
}
