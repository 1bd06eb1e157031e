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
