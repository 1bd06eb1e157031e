/// A statement about the user's rules or files, with where it applies and what to do.
///
/// Whatever its sentences quote is cut to a length that can be shown.
package struct Diagnostic: Hashable, Sendable {
    /// A second place that helps to understand the first, with a word on why.
    package struct Label: Hashable, Sendable {
        package var location: Location
        package var text: Message

        package init(location: Location, text: Message) {
            self.location = location
            self.text = text.shortened
        }

        /// A word about a place in a source text.
        package init(at span: Span, zh: String, en: String) {
            self.init(location: .text(span), text: Message(zh: zh, en: en))
        }
    }

    /// A letter by target and four digits, such as `R0203`; each has a page in docs/codes.
    package var code: String
    package var severity: Severity
    /// One line, lower case, the user's words in backticks.
    package var message: Message
    package var location: Location?
    /// What is said beside the carets.
    package var label: Message?
    package var secondary: [Label]
    package var notes: [Message]
    package var help: Message?

    package init(
        code: String,
        severity: Severity = .error,
        message: Message,
        at location: Location?,
        label: Message? = nil,
        secondary: [Label] = [],
        notes: [Message] = [],
        help: Message? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message.shortened
        self.location = location
        self.label = label?.shortened
        self.secondary = secondary
        self.notes = notes.map(\.shortened)
        self.help = help?.shortened
    }
}

extension Diagnostic {
    /// A diagnostic of one of the catalogues; `zh` and `en` are its message.
    package init(
        _ code: some DiagnosticCode,
        _ severity: Severity = .error,
        at location: Location?,
        zh: String,
        en: String,
        label: Message? = nil,
        secondary: [Label] = [],
        notes: [Message] = [],
        help: Message? = nil
    ) {
        self.init(
            code: code.rawValue, severity: severity, message: Message(zh: zh, en: en),
            at: location, label: label, secondary: secondary, notes: notes, help: help)
    }
}

/// The codes of one family, each with a page in docs/codes.
package protocol DiagnosticCode: CaseIterable, RawRepresentable<String>, Sendable {}

extension DiagnosticCode {
    /// All of the family, as people write them.
    package static var codes: [String] { allCases.map(\.rawValue) }
}

/// How much a diagnostic matters: only an `error` stops the work.
package enum Severity: String, Comparable, Hashable, Sendable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

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
