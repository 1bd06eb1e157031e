import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

extension ParameterValue {
    /// The value of a parameter of that kind as people write it: a share is `95%`, or `1/3` where
    /// per cent would not be exact.
    func text(as kind: Parameter.Kind, in language: Language) -> String {
        guard case .ratio(let ratio) = self, kind == .ratio,
            let percent = ratio.multiplied(by: Ratio(100))?.decimal, !percent.contains("/")
        else { return text(in: language) }
        return percent + "%"
    }

    /// The value as people write it.
    func text(in language: Language) -> String {
        switch self {
        case .integer(let number): String(number)
        case .ratio(let ratio): ratio.decimal
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
