/// How a cell of a sheet that is put into a workbook looks.
package struct CellLook: Hashable, Sendable {
    package enum Alignment: String, Sendable {
        case left
        case centre = "center"
    }

    /// In points.
    package var size = 11
    package var isBold = false
    /// `FF57606A`; nil: black.
    package var ink: String?
    /// `FFE8EDF3`; nil: none.
    package var fill: String?
    package var alignment = Alignment.left
    package var hasBorder = true
    package var font = "宋体"

    package init() {}

    /// A fill of one colour.
    static func solid(_ colour: String, _ prefix: String) -> String {
        "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\">"
            + "<\(prefix)fgColor rgb=\"\(colour)\"/><\(prefix)bgColor indexed=\"64\"/>"
            + "</\(prefix)patternFill></\(prefix)fill>"
    }

    func font(_ prefix: String) -> String {
        "<\(prefix)font>" + (isBold ? "<\(prefix)b/>" : "") + "<\(prefix)sz val=\"\(size)\"/>"
            + (ink.map { "<\(prefix)color rgb=\"\($0)\"/>" } ?? "")
            + "<\(prefix)name val=\"\(font.markupEscaped)\"/></\(prefix)font>"
    }

    func fill(_ prefix: String) -> String {
        fill.map { Self.solid($0, prefix) }
            ?? "<\(prefix)fill><\(prefix)patternFill patternType=\"none\"/></\(prefix)fill>"
    }

    func border(_ prefix: String) -> String {
        guard hasBorder else { return "<\(prefix)border/>" }
        let sides = ["left", "right", "top", "bottom"].map {
            "<\(prefix)\($0) style=\"thin\"><\(prefix)color rgb=\"FF8A949E\"/></\(prefix)\($0)>"
        }
        return "<\(prefix)border>\(sides.joined())</\(prefix)border>"
    }

    func format(_ prefix: String, font: Int, fill: Int, border: Int) -> String {
        "<\(prefix)xf numFmtId=\"0\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" "
            + "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
            + "<\(prefix)alignment horizontal=\"\(alignment.rawValue)\" vertical=\"center\" "
            + "wrapText=\"1\"/></\(prefix)xf>"
    }
}
