internal import HeguiDiagnostics

/// The name of a sheet as it can be shown wherever one of its cells is.
struct SheetTitle {
    let text: String
    /// What is said of a name that is too long: its beginning and the number of the sheet stand
    /// for it.
    let diagnostic: Diagnostic?

    init(_ name: String, number: Int, file: String, limits: IntakeLimits) {
        guard name.unicodeScalars.count > limits.sheetName else {
            text = name
            diagnostic = nil
            return
        }
        text = ShownText.shortened(name, to: 30) + "#\(number)"
        diagnostic = .sheetNameTooLong(file, sheet: text, limit: limits.sheetName)
    }
}
