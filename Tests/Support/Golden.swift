import FoundationEssentials

/// Files that hold what was written when somebody last read it.
package enum Golden {
    /// Nobody has read yet what now stands in a file.
    package struct Recorded: Error, CustomStringConvertible {
        package let description: String
    }

    /// Returns the text of the file at `path` below the project's folder.
    ///
    /// - Throws: `Recorded` with HEGUI_RECORD set, or where there is no such file, after `actual` was
    ///   written to it: the test fails once, so that somebody reads what was recorded.
    package static func text(_ path: String, _ actual: String) throws -> String {
        let isRecording = ProcessInfo.processInfo.environment["HEGUI_RECORD"] != nil
        // A mark at the start is part of what was written.
        if !isRecording, let text = try? ProjectFolder.text(path) { return text }
        let file = ProjectFolder.url(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        throw Recorded(description: "\(path) was recorded; read it")
    }
}
