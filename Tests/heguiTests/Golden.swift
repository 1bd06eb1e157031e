import Foundation
import Testing

/// Files of fixtures/commands that hold what the command printed when somebody last read it.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures/commands")

    /// Returns the text of a file; with HEGUI_RECORD, or where there is none, writes `actual` and
    /// fails once, so that somebody reads what was recorded.
    static func text(_ path: String, _ actual: String) throws -> String {
        let file = folder.appending(path: path)
        let isRecording = ProcessInfo.processInfo.environment["HEGUI_RECORD"] != nil
        // A mark at the start is part of what was printed.
        if !isRecording, let data = try? Data(contentsOf: file) {
            return String(decoding: data, as: UTF8.self)
        }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        Issue.record("\(path) was recorded")
        return actual
    }
}
