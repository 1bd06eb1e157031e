import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiPack

extension BracketTable.Row {
    /// The row's edges as packs write them: `from`, `over`, `up_to`, `below`.
    var edges: [(name: String, value: String)] {
        var edges: [(name: String, value: String)] = []
        if let lower { edges.append((lower.isIncluded ? "from" : "over", lower.point.text)) }
        if let upper { edges.append((upper.isIncluded ? "up_to" : "below", upper.point.text)) }
        return edges
    }

    /// The row as people read it: `over 3000 up to 5000: 0.01`.
    func text(in language: Language) -> String {
        let words: [String: Message] = [
            "from": Message(zh: "自", en: "from "), "over": Message(zh: "超过", en: "over "),
            "up_to": Message(zh: "至", en: "up to "), "below": Message(zh: "不到", en: "below "),
        ]
        let range = edges.map { (words[$0.name]?.text(in: language) ?? "") + $0.value }
        let input = (range + keys).joined(separator: Message(zh: "、", en: " ").text(in: language))
        let output =
            switch result {
            case .value(let value): value.text(in: language)
            case .undefined(let reading): reading.text(in: language)
            }
        return input + Message(zh: "：", en: ": ").text(in: language) + output
    }
}

extension BracketTable.Point {
    fileprivate var text: String {
        switch self {
        case .number(let number): number.text
        case .day(let day): "\(day)"
        }
    }
}
