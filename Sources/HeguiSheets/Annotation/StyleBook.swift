/// The cell formats of a workbook, to which those of marked and of new cells are added.
struct StyleBook {
    private enum Format: Hashable {
        /// As `base`, but in the colour of a tone.
        case marked(base: Int, CellNote.Tone)
        case look(CellLook)
    }

    private let bytes: [UInt8]
    private let sheet: StyleSheet
    private var indices: [Format: Int] = [:]
    private var added: [Format] = []

    /// A style sheet for a workbook that has none.
    static func minimal(_ namespace: OfficeNamespace) -> [UInt8] {
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="\(namespace.sheets)"><fonts count="1"><font><sz val="11"/>\
            <name val="宋体"/></font></fonts><fills count="2"><fill>\
            <patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>\
            </fill></fills><borders count="1"><border/></borders>\
            <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>\
            </styleSheet>
            """
        return Array(text.utf8)
    }

    init(_ bytes: [UInt8], _ sheet: StyleSheet) {
        self.bytes = bytes
        self.sheet = sheet
    }

    /// Returns the format that looks as `base` does but for the colour of `tone`.
    mutating func index(_ base: Int, _ tone: CellNote.Tone) -> Int {
        index(.marked(base: base < known ? base : 0, tone))
    }

    /// Returns the format of a cell that looks like this.
    mutating func index(_ look: CellLook) -> Int {
        index(.look(look))
    }

    private var known: Int { sheet.lists["cellXfs"]?.items.count ?? 1 }

    private mutating func index(_ format: Format) -> Int {
        if let index = indices[format] { return index }
        let index = max(known, 1) + added.count
        indices[format] = index
        added.append(format)
        return index
    }

    /// Returns the style sheet with what was added.
    func written() -> [UInt8] {
        guard !added.isEmpty else { return bytes }
        let prefix = MarkupTag(bytes[sheet.root]).prefix
        let looks = added.compactMap { format in
            if case .look(let look) = format { look } else { nil }
        }
        let tones = CellNote.Tone.allCases
        var splice = Splice()
        let font = extend("fonts", prefix, with: looks.map { $0.font(prefix) }, in: &splice)
        let fill = extend(
            "fills", prefix,
            with: tones.map { CellLook.solid($0.fill, prefix) } + looks.map { $0.fill(prefix) },
            in: &splice)
        let border = extend("borders", prefix, with: looks.map { $0.border(prefix) }, in: &splice)
        var number = 0
        let formats = added.map { format in
            switch format {
            case .marked(let base, let tone):
                return marked(base, prefix, fill: fill + tone.rawValue)
            case .look(let look):
                number += 1
                return look.format(
                    prefix, font: font + number - 1, fill: fill + tones.count + number - 1,
                    border: border + number - 1)
            }
        }
        _ = extend("cellXfs", prefix, with: formats, in: &splice)
        return splice.applied(to: bytes)
    }

    private func marked(_ base: Int, _ prefix: String, fill: Int) -> String {
        guard let items = sheet.lists["cellXfs"]?.items, items.indices.contains(base) else {
            return "<\(prefix)xf fillId=\"\(fill)\" applyFill=\"1\"/>"
        }
        let whole = bytes[items[base]]
        let tagEnd = Self.tagEnd(of: whole)
        var tag = MarkupTag(whole[..<tagEnd])
        tag.set("fillId", to: "\(fill)")
        tag.set("applyFill", to: "1")
        return tag.text + String(decoding: whole[tagEnd...], as: UTF8.self)
    }

    /// What a list begins with where a workbook has none.
    private static func first(_ name: String, _ prefix: String) -> [String] {
        switch name {
        case "fonts": ["<\(prefix)font/>"]
        case "fills":
            ["none", "gray125"].map {
                "<\(prefix)fill><\(prefix)patternFill patternType=\"\($0)\"/></\(prefix)fill>"
            }
        case "borders": ["<\(prefix)border/>"]
        default: ["<\(prefix)xf/>"]
        }
    }

    /// Puts items at the end of a list, which is made where there is none, and returns how many it
    /// had before.
    private func extend(
        _ name: String, _ prefix: String, with items: [String], in splice: inout Splice
    ) -> Int {
        let first = Self.first(name, prefix)
        guard let list = sheet.lists[name] else {
            guard !items.isEmpty else { return first.count }
            let all = first + items
            let before = StyleSheet.order.prefix { $0 != name }
            let place = before.compactMap { sheet.ends[$0] }.max() ?? sheet.root.upperBound
            splice.insert(
                "<\(prefix)\(name) count=\"\(all.count)\">\(all.joined())</\(prefix)\(name)>",
                at: place)
            return first.count
        }
        let known = list.items.isEmpty ? first : []
        let count = max(list.items.count, known.count)
        guard !items.isEmpty else { return count }
        var tag = MarkupTag(bytes[list.tag])
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

/// Where the lists of a style sheet, and the items of each, stand in its bytes.
final class StyleSheet: PlacedHandler {
    /// In which order lists stand, as far as formats of cells need them.
    static let order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"]

    var place = 0..<0
    private(set) var root = 0..<0
    /// By name; of a list that is there twice the first.
    private(set) var lists: [String: List] = [:]
    /// By name: where each of the sheet's lists ends.
    private(set) var ends: [String: Int] = [:]
    private var depth = 0
    /// The list that is open, where it is one of those wanted.
    private var open: String?

    /// A list of elements, each with its bytes.
    struct List {
        var tag: Range<Int>
        /// Before the list's end tag; nil for `<a/>`.
        var end: Int?
        var items: [Range<Int>] = []
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        depth += 1
        switch depth {
        case 1: root = place
        case 2:
            open = Self.order.contains(name) && lists[name] == nil ? name : nil
            if let open { lists[open] = List(tag: place) }
        case 3:
            if let open { lists[open]?.items.append(place) }
        default: return
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        depth -= 1
        switch depth {
        case 1:
            ends[name] = ends[name] ?? place.upperBound
            if let open { lists[open]?.end = place.isEmpty ? nil : place.lowerBound }
            open = nil
        case 2:
            guard let open, let last = lists[open]?.items.indices.last,
                let start = lists[open]?.items[last].lowerBound
            else { return }
            lists[open]?.items[last] = start..<place.upperBound
        default: return
        }
    }
}
