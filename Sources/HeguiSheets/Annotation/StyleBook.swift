/// The cell formats of a workbook, to which marked ones are added.
struct StyleBook {
    private struct Key: Hashable {
        let base: Int
        let tone: CellNote.Tone
    }

    private let bytes: [UInt8]
    private let sheet: StyleSheet
    private var indices: [Key: Int] = [:]
    private var added: [Key] = []

    /// A style sheet for a workbook that has none.
    static let minimal = Array(
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
        <fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/>\
        </fill><fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
        <cellXfs count="1"><xf/></cellXfs></styleSheet>
        """.utf8)

    init(_ bytes: [UInt8], _ sheet: StyleSheet) {
        self.bytes = bytes
        self.sheet = sheet
    }

    /// Returns the format that looks as `base` does but for the colour of `tone`.
    mutating func index(_ base: Int, _ tone: CellNote.Tone) -> Int {
        let known = sheet.formats?.items.count ?? 1
        let key = Key(base: base < known ? base : 0, tone: tone)
        if let index = indices[key] { return index }
        let index = max(known, 1) + added.count
        indices[key] = index
        added.append(key)
        return index
    }

    /// Returns the style sheet with what was added.
    func written() -> [UInt8] {
        guard !added.isEmpty else { return bytes }
        let prefix = MarkupTag(bytes[sheet.root]).prefix
        var splice = Splice()
        let tones = CellNote.Tone.allCases
        let fills = tones.map { tone in
            "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\">"
                + "<\(prefix)fgColor rgb=\"\(tone.fill)\"/><\(prefix)bgColor indexed=\"64\"/>"
                + "</\(prefix)patternFill></\(prefix)fill>"
        }
        let plain = ["none", "gray125"].map {
            "<\(prefix)fill><\(prefix)patternFill patternType=\"\($0)\"/></\(prefix)fill>"
        }
        let firstFill = extend(
            sheet.fills, called: "fills", after: ["numFmts", "fonts"], prefix: prefix,
            first: plain, with: fills, &splice)
        let formats = added.map { format($0, prefix, fill: firstFill + $0.tone.rawValue) }
        _ = extend(
            sheet.formats, called: "cellXfs",
            after: ["numFmts", "fonts", "fills", "borders", "cellStyleXfs"], prefix: prefix,
            first: ["<\(prefix)xf/>"], with: formats, &splice)
        return splice.applied(to: bytes)
    }

    private func format(_ key: Key, _ prefix: String, fill: Int) -> String {
        guard let items = sheet.formats?.items, items.indices.contains(key.base) else {
            return "<\(prefix)xf fillId=\"\(fill)\" applyFill=\"1\"/>"
        }
        let whole = bytes[items[key.base]]
        let tagEnd = Self.tagEnd(of: whole)
        var tag = MarkupTag(whole[..<tagEnd])
        tag.set("fillId", to: "\(fill)")
        tag.set("applyFill", to: "1")
        return tag.text + String(decoding: whole[tagEnd...], as: UTF8.self)
    }

    /// Puts items at the end of a list, which is made where there is none, and returns how many it
    /// had before.
    private func extend(
        _ list: StyleSheet.List?, called name: String, after: [String], prefix: String,
        first: [String], with items: [String], _ splice: inout Splice
    ) -> Int {
        guard let list else {
            let all = first + items
            let place = after.compactMap { sheet.ends[$0] }.max() ?? sheet.root.upperBound
            splice.insert(
                "<\(prefix)\(name) count=\"\(all.count)\">\(all.joined())</\(prefix)\(name)>",
                at: place)
            return first.count
        }
        var tag = MarkupTag(bytes[list.tag])
        let known = list.items.isEmpty ? first : []
        let count = max(list.items.count, known.count)
        tag.set("count", to: "\(count + items.count)")
        let text = (known + items).joined()
        if let end = list.end {
            splice.replace(list.tag, with: tag.text)
            splice.insert(text, at: end)
        } else {
            let name = tag.name
            tag.open()
            splice.replace(list.tag, with: tag.text + text + "</\(name)>")
        }
        return count
    }

    /// Where the first tag of an element ends: a `>` inside a quoted value is none.
    private static func tagEnd(of bytes: ArraySlice<UInt8>) -> Int {
        var quote: UInt8?
        for index in bytes.indices {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return index + 1
            }
        }
        return bytes.endIndex
    }
}

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
