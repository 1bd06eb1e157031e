/// Where the authors and comments of a part stand in its bytes.
final class CommentList: PlacedHandler {
    var place = 0..<0
    private(set) var root = 0..<0
    private(set) var authorCount = 0
    /// Before the end tag; nil for `<authors/>`, whose tag is `authorsTag`.
    private(set) var authorsEnd: Int?
    private(set) var authorsTag = 0..<0
    private(set) var listEnd: Int?
    private(set) var listTag = 0..<0
    /// By cell: before the end of the comment's text.
    private(set) var textEnds: [CellReference: Int] = [:]
    private var depth = 0
    private var cell: CellReference?

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        depth += 1
        switch (depth, name) {
        case (1, _): root = place
        case (2, "authors"): authorsTag = place
        case (3, "author"): authorCount += 1
        case (2, "commentList"): listTag = place
        case (3, "comment"): cell = attributes.value("ref").flatMap { CellReference($0) }
        default: return
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        depth -= 1
        switch (depth, name) {
        case (1, "authors"): authorsEnd = place.isEmpty ? nil : place.lowerBound
        case (1, "commentList"): listEnd = place.isEmpty ? nil : place.lowerBound
        case (3, "text"):
            if let cell, !place.isEmpty { textEnds[cell] = place.lowerBound }
        default: return
        }
    }
}
