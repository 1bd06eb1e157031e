/// The text of one start tag, of which attributes are changed and all else stays as written.
struct MarkupTag {
    private(set) var text: String

    init(_ bytes: ArraySlice<UInt8>) {
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// `x:` of `<x:c r="A1">`; empty without one.
    var prefix: String {
        let name = text.dropFirst().prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
        return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
    }

    var isSelfClosing: Bool { text.hasSuffix("/>") }

    /// Sets the attribute of that name, which has no namespace prefix.
    mutating func set(_ name: String, to value: String) {
        if let range = valueRange(of: name) {
            text.replaceSubrange(range, with: value)
        } else {
            let end = text.index(text.endIndex, offsetBy: isSelfClosing ? -2 : -1)
            let head = text[..<end]
            let trimmed = head.last?.isWhitespace == true ? String(head.dropLast()) : String(head)
            text = trimmed + " \(name)=\"\(value)\"" + (isSelfClosing ? "/>" : ">")
        }
    }

    /// Makes `<a/>` into `<a>`.
    mutating func open() {
        if isSelfClosing { text = String(text.dropLast(2)) + ">" }
    }

    /// The name as written, with its prefix.
    var name: String {
        String(text.dropFirst().prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" })
    }

    private func valueRange(of name: String) -> Range<String.Index>? {
        var index = text.index(text.startIndex, offsetBy: self.name.count + 1)
        while index < text.endIndex {
            index = text[index...].firstIndex { !$0.isWhitespace } ?? text.endIndex
            guard let equals = text[index...].firstIndex(of: "="),
                let open = text[equals...].firstIndex(where: { $0 == "\"" || $0 == "'" }),
                let close = text[text.index(after: open)...].firstIndex(of: text[open])
            else { return nil }
            let found = text[index..<equals].filter { !$0.isWhitespace }
            if found == name { return text.index(after: open)..<close }
            index = text.index(after: close)
        }
        return nil
    }
}

extension String {
    /// The text as it stands between tags or in an attribute; what XML has no place for is left out.
    var markupEscaped: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// Changes to a part's bytes that leave all else as it is.
struct Splice {
    private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

    /// Puts `text` in place of `range`; what is put in at one place stays in order.
    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, Array(text.utf8)))
    }

    mutating func insert(_ text: String, at offset: Int) {
        replace(offset..<offset, with: text)
    }

    /// Returns `bytes` with all changes made; ranges may not overlap.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        let order = edits.indices.sorted { left, right in
            let (first, second) = (edits[left].range, edits[right].range)
            // What is put in before a tag comes before what takes the tag's place.
            return (first.lowerBound, first.upperBound, left)
                < (second.lowerBound, second.upperBound, right)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.bytes.count })
        var done = 0
        for edit in order.map({ edits[$0] }) {
            result += bytes[done..<edit.range.lowerBound]
            result += edit.bytes
            done = edit.range.upperBound
        }
        return result + bytes[done...]
    }
}
