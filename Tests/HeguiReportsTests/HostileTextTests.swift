import Foundation
import HeguiReview
import Testing

@testable import HeguiReports

/// What stands in a cell can end no line, element, cell, record or command of any report.
@Suite("Hostile text in every format")
struct HostileTextTests {
    private static let texts = [
        "a</failure>]]>\"'&<b x=\"", "x\ny\r\nz\rw", "::error::x", "|a|b|", "字 # SKIP", "字\\",
        "{0}[l](m)`$`*_~", "=1+1,\"2\",3", "\u{1}\u{1B}[2J\u{FFFF}\u{202E}", "\",\"a\":{\"b",
        "-->*/--", "字\u{85}\u{2028}\u{2029}", "END:VEVENT", "ok 1 - x",
    ]

    /// A format that is no text, and such as have as many lines as a message has.
    private static let loose = ["xlsx", "notes", "diagnostics"]

    @Test(
        "a report is built of the same parts whatever data say",
        arguments: EveryReport.names.filter { !loose.contains($0) })
    func structure(format: String) throws {
        let plain = try EveryReport.render(format, QuotingReview.review(quoting: "字"))
        let expected = try Self.parts(of: plain, format)
        #expect(expected > 1)
        for text in Self.texts {
            let hostile = try EveryReport.render(format, QuotingReview.review(quoting: text))
            #expect(try Self.parts(of: hostile, format) == expected, "\(text.debugDescription)")
        }
    }

    @Test(
        "a text that looks like an escape of a workbook is that text", arguments: ["xlsx", "notes"])
    func escapes(format: String) throws {
        for text in ["_x0041_", "_xFFFF_", "_x005F_", "a_x000D__x0041_b"] {
            let report = try EveryReport.render(format, QuotingReview.review(quoting: text))
            #expect(report.contains("联系 \(text)。"))
        }
    }

    /// How many parts the report has that mean something to those who read it by program.
    private static func parts(of text: String, _ format: String) throws -> Int {
        let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r"
        }.count
        switch format {
        case "html", "bulletin page", "junit": return text.count { $0 == "<" }
        case "json", "sarif", "diff json": return try nodes(text)
        case "jsonl":
            return try text.split(separator: "\n").reduce(0) { try $0 + nodes(String($1)) }
        case "outcomes", "standings", "reminder table": return fields(text)
        case "markdown", "bulletin", "diff page":
            let bars = text.replacing("\\\\", with: "").replacing("\\|", with: "")
            return lines + 1_000 * bars.count { $0 == "|" }
        // Its lines are broken where they are full.
        case "text": return text.count { "■【".contains($0) }
        default: return lines
        }
    }

    private static func nodes(_ text: String) throws -> Int {
        func count(_ value: Any) -> Int {
            switch value {
            case let list as [Any]: 1 + list.reduce(0) { $0 + count($1) }
            case let object as [String: Any]: 1 + object.values.reduce(0) { $0 + count($1) }
            default: 1
            }
        }
        return count(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    }

    /// The fields of all records, by RFC 4180.
    private static func fields(_ text: String) -> Int {
        var isQuoted = false
        var count = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": isQuoted.toggle()
            case ",", "\n": count += isQuoted ? 0 : 1
            default: continue
            }
        }
        return isQuoted ? -1 : count
    }
}
