/// What a part of a rendered diagnostic is, for colouring.
enum Ink: Equatable {
    case plain
    case strong
    /// Line numbers, bars and secondary marks.
    case frame
    case severity(Severity)

    /// Returns `text` between the escape sequences of ANSI terminals.
    func paint(_ text: String) -> String {
        guard let code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private var code: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .frame: "1;34"
        case .severity(.error): "1;31"
        case .severity(.warning): "1;33"
        case .severity(.note): "1;36"
        }
    }
}
