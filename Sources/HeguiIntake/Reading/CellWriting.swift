package import HeguiDiagnostics
package import HeguiSheets

/// Whether anything is written in a cell, before it is read as some kind of value.
package enum CellWriting: Hashable, Sendable {
    case absent
    case sameAsAbove
    case broken(Message)
    /// In half-width forms, without blanks at the ends.
    case written(String)

    /// Looks at a cell; nil is an empty one.
    package init(_ cell: RawCell?) {
        guard let cell else {
            self = .absent
            return
        }
        switch cell.kind {
        case .error:
            self = .broken(Message(zh: "单元格是错误值", en: "the cell holds an error value"))
        case .uncomputed:
            let message = Message(
                zh: "公式没有保存计算结果", en: "the formula has no saved result"
            )
            self = .broken(message)
        default: self.init(text: cell.text)
        }
    }

    /// Looks at a text.
    package init(text: String) {
        self = CellWriting.isPlain(text) ? .written(text) : CellWriting(folding: text)
    }

    /// Looks at a text of which nothing is known.
    init(folding text: String) {
        let folded = CellWriting.unquoted(text.foldedWidth.trimmed)
        guard folded.utf8.count <= CellWriting.longestWord else {
            self = .written(folded)
            return
        }
        let key = folded.compactLowercased
        if CellWriting.nothing.contains(key) {
            self = .absent
        } else if CellWriting.ditto.contains(key) {
            self = .sameAsAbove
        } else {
            self = .written(folded)
        }
    }

    /// Whether a cell repeats the one above.
    static func isDitto(_ cell: RawCell) -> Bool {
        !isPlain(cell.text) && CellWriting(cell) == .sameAsAbove
    }

    /// Whether a text is written as it stands, by what few bytes tell: it has nothing to fold, no
    /// blank at its ends, and does not begin like a word for nothing.
    static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8.span
        guard bytes.count > 0, let first = text.unicodeScalars.first, !firsts.contains(first),
            bytes[bytes.count - 1] > 0x20
        else { return false }
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A, 0x20...0x7F: index += 1
            // Ideographs, and the punctuation of Chinese but for its blank.
            case 0xE4...0xE9: index += 3
            case 0xE3
            where index + 2 < bytes.count && bytes[index + 1] == 0x80
                && bytes[index + 2] != 0x80:
                index += 3
            default: return false
            }
        }
        return true
    }

    /// The characters with which words for nothing and for the same begin, blanks, and what keeps a
    /// program from taking a text for a number.
    private static let firsts: Set<Unicode.Scalar> = {
        let words = nothing.union(ditto)
        let signs = words.flatMap { [$0, $0.uppercased()] } + [" ", "\n", "=", "'", "`"]
        return Set(signs.compactMap(\.unicodeScalars.first))
    }()

    /// The text without what keeps a program from taking it for a number: `="0101"`, `'0101`.
    private static func unquoted(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, first == 0x3D || first == 0x27 || first == 0x60,
            bytes.count <= longestWord
        else { return text }
        if text.hasPrefix("=\""), text.hasSuffix("\""), bytes.count > 3 {
            return String(text.dropFirst(2).dropLast()).trimmed
        }
        let rest = text.dropFirst()
        return first != 0x3D && rest.unicodeScalars.first?.digit != nil ? String(rest) : text
    }

    /// In bytes, blanks inside the words included; longer texts are no such word.
    private static let longestWord = 24

    private static let nothing: Set<String> = [
        "", "无", "暂无", "没有", "不详", "未知", "不明", "未填", "空", "空白", "缺", "待定", "待补",
        "待填", "-", "--", "---", "—", "——", "–", "―", "−", "一一", "/", "//", "\\", "|", "n/a",
        "na", "null", "none", "nil", "…", "……", "...", "......",
    ]

    private static let ditto: Set<String> = [
        "同上", "同前", "仝上", "上同", "〃", "″", "〞", "〟", "\"", "''", "”", "“", "々", "同上行",
    ]

    /// Carries on with the written text; the other states become the reading they are.
    func read<Value>(_ body: (String) -> ParsedValue<Value>) -> ParsedValue<Value> {
        switch self {
        case .absent: .absent
        case .sameAsAbove: .sameAsAbove
        case .broken(let message): .unreadable(message)
        case .written(let text): body(text)
        }
    }
}
