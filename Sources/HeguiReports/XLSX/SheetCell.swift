import HeguiDiagnostics
import HeguiPack

/// A cell to be written: a value and how it looks.
struct SheetCell: Sendable {
    enum Value: Sendable {
        case text(String)
        case number(Double)
        /// A text that leads to a cell of the same workbook: `'条款对照'!A5`.
        case link(String, to: String)
        case blank
    }

    var value: Value
    var style: CellStyle

    static func text(_ text: String, _ style: CellStyle = .body) -> SheetCell {
        SheetCell(value: text.isEmpty ? .blank : .text(VisibleText.of(text)), style: style)
    }

    /// Lines that stand below each other in one cell.
    static func lines(_ lines: [String], _ style: CellStyle = .body) -> SheetCell {
        let shown = lines.filter { !$0.isEmpty }.map(VisibleText.of).joined(separator: "\n")
        return SheetCell(value: shown.isEmpty ? .blank : .text(shown), style: style)
    }

    static func number(_ number: Int, _ style: CellStyle = .number) -> SheetCell {
        SheetCell(value: .number(Double(number)), style: style)
    }

    /// A share in per cent with two decimals, cut off so that what falls short of a bound never
    /// looks as if it reached it.
    static func share(
        _ numerator: Int64, of denominator: Int64, _ style: CellStyle = .percent
    ) -> SheetCell {
        guard denominator != 0 else { return SheetCell(value: .blank, style: style) }
        let parts = Int128(numerator) * 10_000 / Int128(denominator)
        return SheetCell(value: .number(Double(parts) / 10_000), style: style)
    }

    static func link(_ text: String, to target: String?) -> SheetCell {
        guard let target, !text.isEmpty else { return .text(text) }
        return SheetCell(value: .link(VisibleText.of(text), to: target), style: .link)
    }

    /// How many points high the cell is in a column of `width` digits.
    func height(inColumnOf width: Double) -> Double {
        let lineHeight = style.size * 1.45
        guard case .text(let text) = value, style.isWrapped else { return lineHeight + 4 }
        // Excel leaves some room at both sides.
        let room = max(1, Int(width * 10.5 / style.size) - 1)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, (DisplayWidth.of(String($1)) + room - 1) / room) }
        return min(409, Double(lines) * lineHeight + 4)
    }
}
