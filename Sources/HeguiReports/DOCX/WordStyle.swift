/// How a paragraph of a public document is set: GB/T 9704—2012, 7.3.
///
/// Every paragraph carries its own settings, so that it looks the same in a template with other styles.
enum WordStyle: Sendable {
    /// The name of the office above the red line.
    case issuer
    /// The number of the document, with the red line below.
    case number
    case title
    /// Whom it is sent to.
    case recipient
    case body
    /// 一、
    case heading
    /// （一）
    case subheading
    /// The office and the day at the end.
    case signature
    /// `附表1`, on a new page.
    case annex
    /// The title of a table.
    case caption
    /// A line under a table.
    case note
    /// A cell of a table: its heading, a text, a figure.
    case columnTitle, cell, figure

    /// The properties of the paragraph, in the order that the schema asks for.
    var paragraph: MaskedText {
        let line: MaskedText = "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>"
        let indent: MaskedText = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
        switch self {
        case .issuer:
            return "<w:spacing w:before=\"240\" w:after=\"600\"/><w:jc w:val=\"center\"/>"
        case .number:
            let border: MaskedText =
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"FF0000\"/></w:pBdr>"
            return border + line + "<w:jc w:val=\"center\"/>"
        case .title:
            return
                "<w:spacing w:before=\"900\" w:after=\"579\" w:line=\"700\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>"
        case .recipient: return line
        case .body: return line + indent + "<w:jc w:val=\"both\"/>"
        case .heading: return "<w:keepNext/>" + line + indent + "<w:outlineLvl w:val=\"0\"/>"
        case .subheading: return "<w:keepNext/>" + line + indent + "<w:outlineLvl w:val=\"1\"/>"
        case .signature:
            return "<w:keepNext/>" + line
                + "<w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc w:val=\"right\"/>"
        case .annex:
            return "<w:keepNext/><w:pageBreakBefore/>" + line + "<w:outlineLvl w:val=\"0\"/>"
        case .caption:
            return
                "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"240\"/><w:jc w:val=\"center\"/>"
        case .note: return "<w:spacing w:before=\"120\"/><w:jc w:val=\"both\"/>"
        case .columnTitle: return "<w:jc w:val=\"center\"/>"
        case .cell: return "<w:jc w:val=\"left\"/>"
        case .figure: return "<w:jc w:val=\"right\"/>"
        }
    }

    /// The properties of its text. Sizes are in half points: 32 is 三号, 44 is 二号.
    var text: MaskedText {
        switch self {
        case .issuer: Self.font("方正小标宋简体", size: "64", colour: "<w:color w:val=\"FF0000\"/>")
        case .title: Self.font("方正小标宋简体", size: "44")
        case .caption: Self.font("方正小标宋简体", size: "36")
        case .heading, .annex: Self.font("黑体", size: "32")
        case .subheading: Self.font("楷体", size: "32")
        case .columnTitle: Self.font("黑体", size: "21")
        case .cell, .figure, .note: Self.font("仿宋", size: "21")
        case .number, .recipient, .body, .signature: Self.font("仿宋", size: "32")
        }
    }

    private static func font(
        _ name: MaskedText, size: MaskedText, colour: MaskedText = ""
    ) -> MaskedText {
        """
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\(name)" w:hint="eastAsia"/>\
        \(colour)<w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/>
        """
    }
}
