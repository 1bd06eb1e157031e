import HeguiDiagnostics

/// How text stands in each kind of file. Data is masked before it is escaped: an escape could put a
/// letter or a digit beside a number, which would not be seen as one any more.
extension MaskedText {
    /// Returns the text with another text for each character that `replacement` gives one for.
    func escaped(_ replacement: (Unicode.Scalar) -> String?) -> MaskedText {
        guard string.unicodeScalars.contains(where: { replacement($0) != nil }) else { return self }
        return changed { string in
            var escaped = String.UnicodeScalarView()
            for scalar in string.unicodeScalars {
                if let other = replacement(scalar) {
                    escaped.append(contentsOf: other.unicodeScalars)
                } else {
                    escaped.append(scalar)
                }
            }
            return String(escaped)
        }
    }

    /// The text in one line, control characters shown, nothing in it that a terminal or a job would
    /// obey.
    package var visible: MaskedText { changed { VisibleText.of($0) } }

    /// The same in as many lines as the text has.
    package var visibleLines: MaskedText { changed { VisibleText.of($0, keepsLines: true) } }

    /// The inside of a string of JSON, which says the same: what is invisible is escaped, and so is
    /// what the log of a job would take for a command.
    var inJSON: MaskedText {
        // Most are ids and words, of which every byte says that it needs no escape.
        let isSimple = string.utf8.allSatisfy { byte in
            switch byte {
            case 0x22, 0x23, 0x5C, 0x7F: false
            case 0x20..<0xC0, 0xE4...0xE9: true
            default: false
            }
        }
        if isSimple { return self }
        let isPlain = string.unicodeScalars.allSatisfy {
            $0 != "\"" && $0 != "\\" && $0 != "#" && !VisibleText.hides($0)
        }
        if isPlain { return self }
        let hasCommand = string.contains("##")
        return escaped { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case "#" where hasCommand: "\\u0023"
            case _ where VisibleText.hides(scalar):
                UTF16.encode(scalar)?.map { unit in
                    let digits = String(unit, radix: 16)
                    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }.joined()
            default: nil
            }
        }
    }

    /// Text between the tags of XML 1.0; what XML does not allow is shown by others.
    var inXML: MaskedText {
        visibleLines.escaped { Self.entity(for: $0) }
    }

    /// The value of an attribute of XML with its quotes, in one line.
    var quotedInXML: MaskedText { "\"\(visible.inXML)\"" }

    /// Text or the value of an attribute in HTML, in one line.
    var inHTML: MaskedText {
        visible.escaped { scalar in scalar == "'" ? "&#39;" : Self.entity(for: scalar) }
    }

    private static func entity(for scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: nil
        }
    }

    /// Markdown in one line, shown as it is: nothing in it becomes markup or ends a cell of a table.
    ///
    /// Sites look for people and addresses in what is shown, where no backslash is left. So the sign
    /// before a name and the colon or point of a bare address are full width.
    var inMarkdown: MaskedText {
        visible.changed(Self.unlinked).escaped { scalar in
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$":
                "\\" + String(scalar)
            case "@": "＠"
            default: nil
            }
        }
    }

    private static func unlinked(_ text: String) -> String {
        text.replacing("://", with: "：//").replacing(#/(?i)(www)\./#) { "\($0.1)．" }
    }

    /// A line of TAP in which nothing begins a directive.
    ///
    /// A number sign is written full width: readers of TAP 13 know no escape for it.
    var inTAP: MaskedText {
        visible.escaped { $0 == "#" ? "＃" : $0 == "\\" ? "\\\\" : nil }
    }

    /// A double-quoted scalar of YAML.
    var quotedInYAML: MaskedText {
        let inside = visible.escaped { $0 == "\"" ? "\\\"" : $0 == "\\" ? "\\\\" : nil }
        return "\"\(inside)\""
    }

    /// The data of a workflow command of GitHub: percent signs and line breaks escaped.
    var inCommand: MaskedText {
        visibleLines.escaped { $0 == "%" ? "%25" : $0 == "\n" ? "%0A" : nil }
    }

    /// The value of a property of such a command, in which colon and comma have meanings too.
    var inCommandProperty: MaskedText {
        inCommand.escaped { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : nil }
    }

    /// A property in which bytes stood as `%HH` before it was escaped, and stand so again.
    var keepingPercents: MaskedText { changed { $0.replacing("%25", with: "%") } }

    /// A message of SARIF, in which no brace is a placeholder and no bracket a link.
    var inSARIFMessage: MaskedText {
        let hasLink = string.contains("](")
        return escaped { scalar in
            switch scalar {
            case "{": "{{"
            case "}": "}}"
            case "[" where hasLink, "]" where hasLink: "\\" + String(scalar)
            default: nil
            }
        }
    }

    /// A value of type TEXT in iCalendar: line breaks, backslash, semicolon and comma escaped; its
    /// grammar does not allow other control characters, which are shown.
    var inCalendar: MaskedText {
        visibleLines.escaped { scalar in
            switch scalar {
            case "\\", ";", ",": "\\" + String(scalar)
            case "\n": "\\n"
            default: nil
            }
        }
    }

    /// A field of CSV, quoted where it has to be, that no spreadsheet takes for a formula and no
    /// terminal obeys.
    var inCSV: MaskedText {
        let shown = visibleLines
        let text = shown.startsFormula ? "'" + shown : shown
        let needsQuotes = text.string.utf8.contains { byte in
            byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes || text.string.hasPrefix(" ") || text.string.hasSuffix(" ") else {
            return text
        }
        return "\"\(text.escaped { $0 == "\"" ? "\"\"" : nil })\""
    }

    /// Whether a spreadsheet would calculate the text; the full-width signs count in Chinese versions
    /// of Excel.
    private var startsFormula: Bool {
        switch string.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    /// A path as a reference that a URI may hold: absolute as a `file` URI, else relative.
    var asURI: MaskedText { uri(isEscaped: false) }

    /// The same; in one that `isEscaped` bytes that are no text stand as `%HH` already.
    func uri(isEscaped: Bool) -> MaskedText {
        changed { path in
            var rest = path[...]
            while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
            var encoded = rest.hasPrefix("/") ? "file://" : ""
            for byte in rest.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
                    UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                    encoded.unicodeScalars.append(Unicode.Scalar(byte))
                case UInt8(ascii: "%") where isEscaped: encoded += "%"
                default:
                    let digits = String(byte, radix: 16, uppercase: true)
                    encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
                }
            }
            return encoded
        }
    }
}
