import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension Speaker {
    /// Returns the value of a parameter as people write it.
    ///
    /// For a parameter of the kind `ratio` a share is `95%`, or `1/3` where per cent would not be
    /// exact.
    func callAsFunction(_ value: ParameterValue, as kind: Parameter.Kind? = nil) -> DataText {
        switch value {
        case .integer(let number): "\(number)"
        case .ratio(let ratio):
            if kind == .ratio, let percent = ratio.multiplied(by: Ratio(100))?.decimal,
                !percent.contains("/")
            {
                "\(percent)%"
            } else {
                DataText(ratio.decimal)
            }
        case .day(let day): "\(day)"
        case .length(let length): self("\(length.chineseDescription)", "\(length)")
        case .boolean(let isTrue):
            isTrue ? self("是", "true") : self("否", "false")
        case .text(let text): DataText(text)
        case .table(let table):
            table.rows.map { text(of: $0) }.joined(separator: self("；", "; "))
        }
    }

    /// A day as it stands in running text: 2013年1月31日.
    func inWords(_ day: Day) -> DataText {
        self("\(day.year)年\(day.month)月\(day.day)日", "\(day)")
    }

    /// A row of a table of brackets as people read it: `over 3000 up to 5000: 0.01`.
    private func text(of row: BracketTable.Row) -> DataText {
        let words: [MaskedText: Message] = [
            "from": Message(zh: "自", en: "from "), "over": Message(zh: "超过", en: "over "),
            "up_to": Message(zh: "至", en: "up to "), "below": Message(zh: "不到", en: "below "),
        ]
        let range = row.edges.map { (self(words[$0.name]) ?? "") + DataText($0.value) }
        let input = (range + row.keys.map { DataText($0) }).joined(separator: self("、", " "))
        let output =
            switch row.result {
            case .value(let value): self(value)
            case .undefined(let reading): self(reading)
            }
        return input + self("：", ": ") + output
    }
}

extension BracketTable.Row {
    /// The row's edges as packs write them: `from`, `over`, `up_to`, `below`.
    var edges: [(name: MaskedText, value: String)] {
        var edges: [(name: MaskedText, value: String)] = []
        if let lower { edges.append((lower.isIncluded ? "from" : "over", lower.point.text)) }
        if let upper { edges.append((upper.isIncluded ? "up_to" : "below", upper.point.text)) }
        return edges
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
