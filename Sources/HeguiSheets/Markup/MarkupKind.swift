package import HeguiDiagnostics

/// What a text in markup is.
package enum MarkupKind: Hashable, Sendable {
    /// HTML, in which systems like to save tables under the name `.xls`.
    case webPage
    /// Pages with what belongs to them, as a message of MIME.
    case webArchive
    /// The XML spreadsheet of Excel 2003.
    case spreadsheet
    /// OpenDocument as one XML text.
    case openDocument
    /// What holds no table that is known.
    case other(Message)
    /// A message with what was sent with it.
    case mail

    /// How much of a text is looked at.
    private static let reach = 64 << 10
    private static let headers = 8 << 10

    /// Returns nil for bytes that are no markup.
    package init?(_ bytes: [UInt8]) {
        // Bytes of zero are the halves of UTF-16; a mark, or words before the first tag, go before.
        let start = bytes.prefix(Self.reach).drop { $0 <= 0x20 || $0 >= 0x80 }
        let isTagged = start.first == 0x3C
        let head = start.prefix(isTagged ? Self.reach : Self.headers).filter { $0 != 0 }
        let text = String(decoding: head, as: UTF8.self).lowercased()
        let page: MarkupKind? = Self.isPage(text) ? .webPage : nil
        guard let kind = isTagged ? Self.xml(text) ?? page : Self.message(text) else { return nil }
        self = kind
    }

    private static func xml(_ text: String) -> MarkupKind? {
        let starts = ["<?xml", "<workbook", "<ss:workbook", "<office:document"]
        guard starts.contains(where: text.hasPrefix) else { return nil }
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheet }
        if text.contains("urn:oasis:names:tc:opendocument:xmlns:office") { return .openDocument }
        if isPage(text) { return .webPage }
        return .other(Message(zh: "XML 文本", en: "XML text"))
    }

    private static func isPage(_ text: String) -> Bool {
        ["<html", "<table", "<!doctype html", "<tr", "<td"].contains { text.contains($0) }
    }

    /// A message begins with lines of headers.
    private static func message(_ text: String) -> MarkupKind? {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
            .prefix { !$0.isEmpty }
        func has(_ name: String, _ value: String = "") -> Bool {
            lines.contains { $0.hasPrefix(name + ":") && $0.contains(value) }
        }
        guard let first = lines.first, first.contains(":"), has("mime-version"),
            has("content-type")
        else { return nil }
        if has("received") || has("message-id") || has("to") { return .mail }
        return has("content-type", "multipart/") || has("content-type", "text/html")
            ? .webArchive : nil
    }
}
