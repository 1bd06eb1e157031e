/// Where the fills and cell formats of a style sheet stand in its bytes.
final class StyleSheet: PlacedHandler {
    var place = 0..<0
    private(set) var root = 0..<0
    private(set) var fills: List?
    private(set) var formats: List?
    /// By name: where each of the sheet's lists ends.
    private(set) var ends: [String: Int] = [:]
    private var depth = 0

    /// A list of elements, each with its bytes.
    struct List {
        var tag: Range<Int>
        /// Before the list's end tag; nil for `<a/>`.
        var end: Int?
        var items: [Range<Int>] = []
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        depth += 1
        switch (depth, name) {
        case (1, _): root = place
        case (2, "fills"): fills = List(tag: place)
        case (2, "cellXfs"): formats = List(tag: place)
        case (3, "fill") where formats == nil: fills?.items.append(place)
        case (3, "xf") where formats?.end == nil: formats?.items.append(place)
        default: return
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        depth -= 1
        switch (depth, name) {
        case (1, _):
            ends[name] = place.upperBound
            let end = place.isEmpty ? nil : place.lowerBound
            if name == "fills" { fills?.end = end }
            if name == "cellXfs" { formats?.end = end }
        case (2, "xf"):
            guard let last = formats?.items.indices.last, formats?.end == nil,
                let start = formats?.items[last].lowerBound
            else { return }
            formats?.items[last] = start..<place.upperBound
        default: return
        }
    }
}
