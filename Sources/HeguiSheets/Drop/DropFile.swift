package import HeguiDiagnostics
package import HeguiDigests

/// A file or folder of the drop and what became of it, so that none is passed over in silence.
package struct DropFile: Hashable, Sendable {
    /// What became of a file.
    package enum Outcome: Hashable, Sendable {
        case read(FileFormat)
        /// Left aside for that reason: a hidden, temporary or foreign file, a copy.
        case ignored(Message)
        /// Should have been read but could not be; a diagnostic of that code says why.
        case rejected(code: String)
    }

    /// Relative to the folder that was dropped.
    package var name: String
    package var outcome: Outcome
    /// Of its bytes; nil for what was not opened.
    package var digest: Digest?

    package init(name: String, outcome: Outcome, digest: Digest? = nil) {
        self.name = name
        self.outcome = outcome
        self.digest = digest
    }
}

/// What a file is, judged by its first bytes and never by its name.
package enum FileFormat: Hashable, Sendable {
    case csv(TextEncoding, delimiter: Delimiter)
    case workbook
    /// A workbook from before 2007.
    case oldWorkbook
    /// A text document with tables.
    case document
    /// A spreadsheet of OpenDocument, in a zip file or as one XML text.
    case openDocument, flatOpenDocument
    /// The XML spreadsheet of Excel 2003.
    case spreadsheetXML
    /// A web page with tables, or a web archive of such pages.
    case webPage, webArchive
    /// Text in YAML, for those who read waivers and explanations.
    case yaml
}

/// What the ending of a file's name promises; what the file is, its bytes say.
package enum PromisedFormat: Hashable {
    case workbook
    /// Text in columns.
    case table
    case yaml

    private static let endings: [(PromisedFormat, [String])] = [
        (.workbook, [".xlsx", ".xls", ".et", ".xlsm", ".ods", ".ots"]),
        (.table, [".csv", ".txt", ".tsv"]),
        (.yaml, [".yaml", ".yml"]),
    ]

    /// Returns nil for a name that promises nothing.
    package init?(name: String) {
        let lower = name.lowercased()
        let found = Self.endings.first { $0.1.contains(where: lower.hasSuffix) }
        guard let found else { return nil }
        self = found.0
    }
}

/// How the bytes of a file name are shown to people.
package enum DisplayName {
    /// Returns the name as UTF-8, else as GB18030 (archives made on Chinese Windows), else with the
    /// offending bytes as `\xHH`; control characters are always written as `\xHH`.
    package static func text(_ bytes: [UInt8]) -> String {
        let decoded = String(validating: bytes, as: UTF8.self) ?? GB18030.text(bytes)
        guard let decoded else {
            return bytes.map { $0 >= 0x20 && $0 < 0x7F ? String(UnicodeScalar($0)) : escape($0) }
                .joined()
        }
        guard decoded.unicodeScalars.contains(where: isControl) else { return decoded }
        return decoded.unicodeScalars.map { scalar in
            isControl(scalar)
                ? String(scalar).utf8.map(escape).joined() : String(scalar)
        }.joined()
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    private static func escape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.utf8.count == 1 ? "0" + digits : digits)
    }
}
