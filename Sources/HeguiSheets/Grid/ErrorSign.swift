/// What spreadsheet programs show where a formula has no value.
enum ErrorSign {
    private static let signs: Set<String> = [
        "#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!",
    ]

    /// Whether a text is such a sign; LibreOffice has numbers for further ones, `Err:502`.
    static func isOne(_ text: String) -> Bool {
        signs.contains(text)
            || (text.hasPrefix("Err:") && text.utf8.dropFirst(4).allSatisfy { 0x30...0x39 ~= $0 })
    }
}
