extension Severity {
    /// The word for it at the beginning of a diagnostic.
    package var name: Message {
        switch self {
        case .note: Message(zh: "提示", en: "note")
        case .warning: Message(zh: "警告", en: "warning")
        case .error: Message(zh: "错误", en: "error")
        }
    }
}
