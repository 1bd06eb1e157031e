/// A field of a document: a code, and what it shows.
struct FormField {
    /// What a form field says by itself, whatever text stands for it.
    enum Value: Hashable {
        case checkbox(Bool)
        case entry(String)
    }

    /// Whether its code is read rather than what it shows.
    var isCode = true
    private(set) var code = ""
    private var isCheckbox = false
    private var isList = false
    private var isCheckedFirst = false
    private var isChecked: Bool?
    private var entries: [String] = []
    private var entry: Int?

    /// The codes that are looked at are short.
    private static let longestCode = 200
    private static let mostEntries = 1_000

    mutating func addCode(_ piece: String) {
        if code.utf8.count < Self.longestCode { code += piece.prefix(Self.longestCode) }
    }

    /// Takes an element within the data of a form field.
    mutating func take(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "checkBox": isCheckbox = true
        case "ddList": isList = true
        case "default" where isCheckbox: isCheckedFirst = attributes.isOn
        case "checked" where isCheckbox: isChecked = attributes.isOn
        case "default" where isList, "result" where isList:
            let number = attributes.value("val").flatMap { Int($0) }
            if name == "result" || entry == nil { entry = number }
        case "listEntry" where entries.count < Self.mostEntries:
            entries.append(attributes.value("val") ?? "")
        default: break
        }
    }

    /// What the field says; nil where the text that it shows counts.
    var value: Value? {
        if isCheckbox { return .checkbox(isChecked ?? isCheckedFirst) }
        guard isList else { return nil }
        let number = entry ?? 0
        let text = entries.indices.contains(number) ? entries[number] : ""
        return .entry(PlaceholderText.isRequest(text) ? "" : text)
    }

    /// What a code shows that prints one sign over another: `EQ \o\ac(□,√)` is a ticked box, and of
    /// a number in a circle the number counts. Nil for other codes.
    var overprint: String? {
        let plain = code.filter { !$0.isWhitespace }
        guard plain.lowercased().hasPrefix("eq\\o"), let open = plain.firstIndex(of: "("),
            let close = plain.lastIndex(of: ")"), open < close
        else { return nil }
        let parts = plain[plain.index(after: open)..<close].split { $0 == "," || $0 == "，" }
        guard parts.count == 2, let first = parts.first, let last = parts.last else { return nil }
        let isBox = ["□", "○", "◯", "口", "囗", "△", "◇"].contains(first)
        if isBox, ["√", "✓", "✔", "V", "v"].contains(last) { return "☑" }
        return String(last)
    }
}

/// What a field asks for until somebody fills it in.
enum PlaceholderText {
    /// Whether a text asks to choose or to type something.
    static func isRequest(_ text: String) -> Bool {
        let plain = text.filter { !$0.isWhitespace && !$0.isPunctuation }.lowercased()
        let starts = [
            "请选择", "选择一项", "请输入", "单击此处", "单击或点击", "点击此处", "点击或", "clickhere", "clickortap",
        ]
        return plain == "chooseanitem" || starts.contains { plain.hasPrefix($0) }
    }
}

extension [MarkupAttribute] {
    /// Whether a property is switched on: it is there, unless its value says no.
    var isOn: Bool {
        value("val").map { !["0", "false", "off", "none"].contains($0.lowercased()) } ?? true
    }
}
