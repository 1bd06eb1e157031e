import HeguiDiagnostics

/// A language that reports and messages are written in.
public enum ReportLanguage: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    init(_ language: Language) {
        switch language {
        case .chinese: self = .chinese
        case .english: self = .english
        }
    }

    var language: Language {
        switch self {
        case .chinese: .chinese
        case .english: .english
        }
    }
}
