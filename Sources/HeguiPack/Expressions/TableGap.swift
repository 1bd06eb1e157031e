package import CEL

/// Why a table gives no output: the document leaves the input open, or has no such row.
package struct TableGap: Hashable, Sendable {
    /// The parameter's name.
    package let table: String
    /// How the open stretch is read; nil outside the table.
    package let reading: LocalizedText?

    package init(table: String, reading: LocalizedText?) {
        self.table = table
        self.reading = reading
    }

    private static let separator: Character = "\u{1F}"

    /// The cause that an unknown names, from which the gap can be made again.
    package var cause: UnknownCause {
        let parts = ["table", table, reading?.zh ?? "", reading?.en ?? ""]
        return UnknownCause(key: parts.joined(separator: String(Self.separator)))
    }

    /// Returns the gap that `cause` names, or nil for a cause of another kind.
    package init?(_ cause: UnknownCause) {
        let parts = cause.key.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == 4, parts[0] == "table" else { return nil }
        table = parts[1]
        let texts = parts[2...].map { $0.isEmpty ? nil : $0 }
        reading =
            texts.allSatisfy { $0 == nil } ? nil : LocalizedText(zh: texts[0], en: texts[1])
    }
}
