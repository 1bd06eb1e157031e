import HeguiDiagnostics

/// Makes text fit to print: personal numbers masked, control characters shown, coloured if wanted.
struct Ink: Sendable {
    let isColoured: Bool
    let redaction: Redaction

    /// Returns `text` ready to print in `tone`.
    func callAsFunction(_ text: String, _ tone: Tone = .plain) -> String {
        let clean = clean(text)
        guard isColoured, let code = Self.code(of: tone), !clean.isEmpty else { return clean }
        return "\u{1B}[\(code)m\(clean)\u{1B}[0m"
    }

    /// Returns `text` in one line without personal numbers or anything that a terminal would obey.
    func clean(_ text: String) -> String {
        VisibleText.of(redaction.mask(text))
    }

    private static func code(of tone: Tone) -> String? {
        switch tone {
        case .plain: nil
        case .heading: "1;36"
        case .strong: "1"
        case .muted: "2"
        case .mandatory: "1;31"
        case .verify: "33"
        case .hint: "34"
        case .good: "32"
        }
    }
}
