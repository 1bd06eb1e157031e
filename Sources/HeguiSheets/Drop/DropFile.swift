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
    /// Text in YAML, for those who read waivers and explanations.
    case yaml
}
