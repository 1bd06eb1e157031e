package import HeguiDiagnostics

/// A pack's files as read from its folder.
package struct PackSources: Sendable {
    /// A file and its path below the pack's folder, with `/` between parts.
    package struct File: Sendable {
        package var path: String
        package var source: SourceText

        package init(path: String, source: SourceText) {
            self.path = path
            self.source = source
        }
    }

    /// The name of the pack's folder.
    package var folder: String
    /// In order of path.
    package var files: [File]
    /// The calendars that packs share, by name without `.yaml`.
    package var calendars: [String: SourceText]

    package init(folder: String, files: [File], calendars: [String: SourceText]) {
        self.folder = folder
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.calendars = calendars
    }
}
