import Hegui

/// Something that keeps the command from doing its work, in both languages.
struct Problem: Error {
    let zh: String
    let en: String

    /// Returns the text in `language`, or in both where none is known.
    func text(in language: ReportLanguage?) -> String {
        let chinese = "错误：\(zh)\n"
        let english = "error: \(en)\n"
        switch language {
        case .chinese?: return chinese
        case .english?: return english
        case nil: return chinese + english
        }
    }
}
