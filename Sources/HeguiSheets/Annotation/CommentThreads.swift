/// The conversations about cells that newer programs show in place of comments: what is written at
/// such a cell has to be an answer in its conversation, or nobody sees it.
final class CommentThreads: PlacedHandler {
    /// How a conversation begins.
    private struct Opening {
        let id: String
        let time: String
    }

    var place = 0..<0
    private var root = 0..<0
    private var end: Int?
    private var depth = 0
    private var openings: [CellReference: Opening] = [:]

    /// The kind of the part that names who takes part.
    static let persons = "person"
    static let kind = "threadedComment"
    private static let ourselves = "{68656775-6900-4000-8000-000000000000}"

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        depth += 1
        if depth == 1 { root = place }
        guard depth == 2, name == "threadedComment", attributes.value("parentId") == nil,
            let cell = attributes.value("ref").flatMap({ CellReference($0) }),
            let id = attributes.value("id"), openings[cell] == nil
        else { return }
        openings[cell] = Opening(id: id, time: attributes.value("dT") ?? "")
    }

    func end(_ name: String) {
        depth -= 1
        if depth == 0, !place.isEmpty { end = place.lowerBound }
    }

    /// Returns the part with an answer at each of these cells that has a conversation; nil where
    /// none of them has one.
    ///
    /// An answer has the time of what it answers, so that the same input gives the same bytes.
    func answering(_ comments: [(CellReference, String)], in bytes: [UInt8]) -> [UInt8]? {
        guard let end else { return nil }
        let prefix = MarkupTag(bytes[root]).prefix
        var number = 0
        let answers = comments.compactMap { cell, text -> String? in
            guard let opening = openings[cell] else { return nil }
            number += 1
            let digits = String(number, radix: 16)
            let id = String(Self.ourselves.dropLast(digits.count + 1)) + digits + "}"
            let time = opening.time.isEmpty ? "" : " dT=\"\(opening.time.markupEscaped)\""
            return "<\(prefix)threadedComment ref=\"\(cell.text)\"\(time)"
                + " personId=\"\(Self.ourselves)\" id=\"\(id)\""
                + " parentId=\"\(opening.id.markupEscaped)\"><\(prefix)text>"
                + "\(text.markupEscaped)</\(prefix)text></\(prefix)threadedComment>"
        }
        guard !answers.isEmpty else { return nil }
        var splice = Splice()
        splice.insert(answers.joined(), at: end)
        return splice.applied(to: bytes)
    }

    /// Finds the end of the list of persons.
    final class Persons: PlacedHandler {
        var place = 0..<0
        private var root = 0..<0
        private var end: Int?
        private var depth = 0
        private var isKnown = false

        func start(_ name: String, _ attributes: [MarkupAttribute]) {
            depth += 1
            if depth == 1 { root = place }
            isKnown = isKnown || attributes.value("id") == CommentThreads.ourselves
        }

        func end(_ name: String) {
            depth -= 1
            if depth == 0, !place.isEmpty { end = place.lowerBound }
        }

        /// Returns the part with us in it, nil where it is no list.
        func adding(_ name: String, to bytes: [UInt8]) -> [UInt8]? {
            guard let end else { return nil }
            guard !isKnown else { return bytes }
            let prefix = MarkupTag(bytes[root]).prefix
            let shown = name.markupEscaped
            var splice = Splice()
            splice.insert(
                "<\(prefix)person displayName=\"\(shown)\" id=\"\(CommentThreads.ourselves)\""
                    + " userId=\"\(shown)\" providerId=\"None\"/>", at: end)
            return splice.applied(to: bytes)
        }
    }
}
