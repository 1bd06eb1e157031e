/// How a cell of a workbook looks.
struct CellStyle: Hashable, Sendable {
    enum Alignment: Hashable, Sendable {
        case left, centre, right
    }

    var size = 10.5
    var isBold = false
    var isLink = false
    /// 0xRRGGBB; nil: black.
    var ink: UInt32?
    /// 0xRRGGBB; nil: none.
    var fill: UInt32?
    var alignment = Alignment.left
    var isWrapped = true
    var hasBorder = true
    /// Such as `0.00%`; nil: as it comes.
    var numberFormat: String?

    static let body = CellStyle()
    static let plain = CellStyle(isWrapped: false, hasBorder: false)
    static let title = CellStyle(size: 16, isBold: true, isWrapped: false, hasBorder: false)
    static let muted = CellStyle(ink: 0x57_606A, isWrapped: false, hasBorder: false)
    static let heading = CellStyle(isBold: true, fill: 0xE8_EDF3, alignment: .centre)
    static let number = CellStyle(alignment: .right)
    static let percent = CellStyle(alignment: .right, numberFormat: "0.00%")
    static let centred = CellStyle(alignment: .centre)
    static let link = CellStyle(isLink: true)

    func with(ink: UInt32?) -> CellStyle {
        var style = self
        style.ink = ink
        return style
    }

    func with(fill: UInt32?) -> CellStyle {
        var style = self
        style.fill = fill
        return style
    }
}

/// A cell to be written: a value and how it looks.
struct SheetCell: Sendable {
    enum Value: Sendable {
        /// Lines that stand below each other; none is empty.
        case text([DataText])
        case number(Double)
        /// A text that leads to a cell of the same workbook: `'条款对照'!A5`.
        case link(DataText, to: DataText)
        case blank
    }

    var value: Value
    var style: CellStyle

    static func text(_ text: DataText, _ style: CellStyle = .body) -> SheetCell {
        lines([text], style)
    }

    /// A text that may have come from a drop.
    static func text(_ text: String, _ style: CellStyle = .body) -> SheetCell {
        lines([DataText(text)], style)
    }

    /// Lines that stand below each other in one cell.
    static func lines(_ lines: [DataText], _ style: CellStyle = .body) -> SheetCell {
        let shown = lines.filter { !$0.isEmpty }
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

    static func link(_ text: DataText, to target: DataText?) -> SheetCell {
        guard let target, !text.isEmpty else { return .text(text) }
        return SheetCell(value: .link(text, to: target), style: .link)
    }
}
