import HeguiTestSupport
import Testing

/// Compares a text with the file in `fixtures/reports` that it must equal, byte for byte.
func expectGolden(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let wanted = try Golden.text("fixtures/reports/\(name)", text)
    #expect(text == wanted, "differs from \(name)", sourceLocation: sourceLocation)
}
