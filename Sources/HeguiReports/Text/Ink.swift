/// Makes text fit to print: personal numbers masked, control characters gone, coloured if wanted.
struct Ink {
    let isColoured: Bool

    /// Returns `text` ready to print in `tone`.
    func callAsFunction(_ text: String, _ tone: Tone = .plain) -> String {
        let clean = Self.clean(text)
        guard isColoured, let code = Self.code(of: tone), !clean.isEmpty else { return clean }
        return "\u{1B}[\(code)m\(clean)\u{1B}[0m"
    }

    /// Returns `text` in one line without anything that a terminal would obey.
    ///
    /// A cell may hold escape sequences or marks that turn the direction of writing around.
    static func clean(_ text: String) -> String {
        let masked = Redaction.mask(text)
        guard masked.unicodeScalars.contains(where: isDangerous) else { return masked }
        var kept = String.UnicodeScalarView()
        for scalar in masked.unicodeScalars {
            kept.append(isDangerous(scalar) ? " " : scalar)
        }
        return String(kept)
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
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
