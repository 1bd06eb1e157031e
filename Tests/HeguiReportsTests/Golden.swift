import FoundationEssentials
import Testing

/// Compares a text with the file in `fixtures/reports` that it must equal, byte for byte.
///
/// With `HEGUI_RECORD` set, the file is written and the test fails, so that nobody accepts blindly.
func expectGolden(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = root.appending(path: "fixtures/reports/\(name)")
    if ProcessInfo.processInfo.environment["HEGUI_RECORD"] != nil {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        return
    }
    let wanted = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == wanted, "differs from \(name)", sourceLocation: sourceLocation)
}
