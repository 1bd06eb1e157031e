internal import HeguiCalendar
internal import HeguiPack

/// A waiver as YAML.
struct WaiverEntryText {
    private let fields: [(name: String, value: String)]

    init(_ waiver: Waiver) {
        fields = [
            ("rule", waiver.rule), ("subject", waiver.subject), ("reason", waiver.reason),
            ("approver", waiver.approver), ("document", waiver.document ?? ""),
            ("day", "\(waiver.day)"), ("expires", "\(waiver.expires)"),
        ].filter { $0.0 != "document" || !$0.1.isEmpty }
    }

    /// `{ rule: …, subject: …, … }`.
    var flow: String {
        "{ " + fields.map { "\($0.name): \(Self.scalar($0.value))" }.joined(separator: ", ") + " }"
    }

    /// One line a field, the first after a dash.
    var block: [String] {
        fields.enumerated().map { index, field in
            (index == 0 ? "- " : "  ") + "\(field.name): \(Self.scalar(field.value))"
        }
    }

    /// Returns `text` plain where every reader of YAML takes it for that text, else in quotes.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "/": true
            // Letters of other scripts and full-width punctuation mean nothing to YAML.
            default: scalar.value >= 0xB0 && isVisible(scalar)
            }
        }
        let first = text.unicodeScalars.first
        let isDay = Day(text) != nil
        let hasWord = first.map { $0.properties.isAlphabetic } ?? false
        let isWord = hasWord && !words.contains(text.lowercased())
        return isPlain && (isWord || isDay) ? text : quoted(text)
    }

    /// What YAML 1.1 takes for something else than text.
    private static let words: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null",
    ]

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value >= 0x20 && scalar.value != 0x7F && isVisible(scalar):
                quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return quoted + "\""
    }

    /// Whether a person who reads the file sees that it is there.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
        case .spaceSeparator: scalar == " " || scalar == "\u{3000}"
        default: true
        }
    }
}
