import HeguiCalendar
import HeguiDiagnostics
import HeguiRules

extension ParameterValue {
    /// The value as people write it.
    func text(in language: Language) -> String {
        switch self {
        case .integer(let number): String(number)
        case .ratio(let ratio): "\(ratio)"
        case .day(let day): "\(day)"
        case .length(let length):
            switch language {
            case .chinese: length.chineseDescription
            case .english: length.description
            }
        case .boolean(let isTrue):
            switch language {
            case .chinese: isTrue ? "是" : "否"
            case .english: isTrue ? "true" : "false"
            }
        case .text(let text): text
        case .table(let table):
            table.rows.map { $0.text(in: language) }
                .joined(separator: Message(zh: "；", en: "; ").text(in: language))
        }
    }
}
