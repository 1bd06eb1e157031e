/// The text of paragraphs as it is shown, run by run.
struct DocumentText {
    /// A paragraph that is being read; one in a text box stands within another one.
    struct Paragraph {
        fileprivate var collected = CellText()
        var isHeading = false
        /// Whether the end of the paragraph was deleted, so that the next one goes on with it.
        var isEndDeleted = false
        /// The headers and footers of the part of the document that ends here.
        var headers: [String]?
        /// Whether its style hides what no run shows again.
        var hasHiddenStyle = false
        fileprivate var isHidden = false
        fileprivate var font: SymbolFont?

        var text: String { collected.text }
        var isTooLong: Bool { collected.isTooLong }
    }

    private let limit: Int
    private let hiddenStyles: Set<String>
    private var paragraphs: [Paragraph] = []
    private var fields: [FormField] = []
    private var controls: [ContentControl] = []
    private var dates: [(date: ControlDate, shown: String)] = []
    /// How many texts nobody sees.
    private(set) var hidden = 0

    /// - Parameters:
    ///   - limit: how long a text may be.
    ///   - hiddenStyles: the ids of styles that hide what is written in them.
    init(limit: Int, hiddenStyles: Set<String>) {
        self.limit = limit
        self.hiddenStyles = hiddenStyles
    }

    var fieldCount: Int { fields.count }

    // MARK: - Paragraphs

    mutating func begin() { paragraphs.append(Paragraph()) }

    mutating func finish() -> Paragraph? {
        // No code of a field goes on in another paragraph; one that seems to was never closed.
        while fields.last?.isCode == true { fields.removeLast() }
        return paragraphs.popLast()
    }

    /// Changes the paragraph that is being read, where there is one.
    mutating func change(_ change: (inout Paragraph) -> Void) {
        if !paragraphs.isEmpty { change(&paragraphs[paragraphs.count - 1]) }
    }

    /// Forgets the fields that were opened since there were `count`, which end with their cell.
    mutating func closeFields(to count: Int) {
        if fields.count > count { fields.removeLast(fields.count - count) }
    }

    /// Returns the days of date controls since this was asked last.
    mutating func takeDates() -> [(date: ControlDate, shown: String)] {
        // A control may stand around the whole cell.
        let all = dates + controls.compactMap(\.date)
        dates = []
        for index in controls.indices { controls[index].isDateTaken = true }
        return all
    }

    // MARK: - Elements

    mutating func start(_ name: String, _ attributes: [MarkupAttribute], in parent: String?) {
        switch (name, parent) {
        case ("r", _):
            change { paragraph in
                paragraph.isHidden = paragraph.hasHiddenStyle
                paragraph.font = nil
            }
            writeBox()
        case ("pStyle", "pPr"):
            let isHidden = attributes.value("val").map(hiddenStyles.contains) ?? false
            change { $0.hasHiddenStyle = isHidden }
        case ("rStyle", "rPr"):
            // What hides in a style that is hidden shows again (ECMA-376 part 1, 17.7.3).
            let hides = attributes.value("val").map(hiddenStyles.contains) ?? false
            if hides { change { $0.isHidden = !$0.hasHiddenStyle } }
        case ("vanish", "rPr"): change { $0.isHidden = attributes.isOn }
        case ("rFonts", "rPr"):
            let names = ["ascii", "hAnsi"].compactMap(attributes.value)
            change { $0.font = names.lazy.compactMap(SymbolFont.init).first }
        case ("tab", "r"), ("ptab", "r"): append("\t")
        case ("br", "r"): append(attributes.value("type") == "page" ? "\u{C}" : "\n")
        case ("cr", "r"): append("\n")
        case ("noBreakHyphen", "r"): append("-")
        case ("sym", _): appendSymbol(attributes)
        case ("fldChar", _): startField(attributes.value("fldCharType"))
        case ("sdt", _): controls.append(ContentControl())
        default:
            if !fields.isEmpty { fields[fields.count - 1].take(name, attributes) }
            if !controls.isEmpty { controls[controls.count - 1].take(name, attributes, in: parent) }
        }
    }

    mutating func end(_ name: String, in parent: String?) {
        switch name {
        case "r": change { $0.isHidden = false }
        case "ffData": writeField()
        case "sdtContent": writeBox()
        case "sdt":
            guard let control = controls.popLast(), let date = control.date else { return }
            dates.append(date)
        default: break
        }
    }

    /// Takes a piece of text in an element.
    mutating func take(_ piece: String, in name: String) {
        switch name {
        case "t":
            let font = paragraphs.last?.font
            let shown = font.map { font in String(piece.unicodeScalars.map(font.shown)) }
            append(shown ?? piece)
        case "instrText":
            if !fields.isEmpty { fields[fields.count - 1].addCode(piece) }
        default: break
        }
    }

    private mutating func append(_ text: String) {
        guard !fields.contains(where: \.hidesText) else { return }
        if paragraphs.last?.isHidden == true {
            if !text.allSatisfy(\.isWhitespace) { hidden += 1 }
            return
        }
        guard controls.allSatisfy(\.showsText) else { return }
        for index in controls.indices { controls[index].show(text) }
        write(text)
    }

    private mutating func write(_ text: String) {
        let limit = limit
        change { $0.collected.append(text, limit: limit) }
    }

    private mutating func appendSymbol(_ attributes: [MarkupAttribute]) {
        let code = attributes.value("char").flatMap { UInt32($0, radix: 16) }
        guard let scalar = code.flatMap(Unicode.Scalar.init) else { return }
        let font = SymbolFont(attributes.value("font"))
        append(String(font?.shown(scalar) ?? Character(scalar)))
    }

    // MARK: - Fields and controls

    private mutating func startField(_ kind: String?) {
        switch kind {
        case "begin": fields.append(FormField())
        case "separate":
            if !fields.isEmpty { fields[fields.count - 1].isCode = false }
        case "end":
            guard let field = fields.popLast(), field.isCode, let sign = field.overprint else {
                return
            }
            append(sign)
        default: break
        }
    }

    /// Writes what a form field says by itself.
    private mutating func writeField() {
        guard let field = fields.popLast() else { return }
        switch field.value {
        case .checkbox(let isChecked)?: append(isChecked ? "☑" : "□")
        case .entry(let text)?: append(text)
        case nil: break
        }
        fields.append(field)
    }

    /// Writes the sign of a control that is a box to tick, at its first run.
    private mutating func writeBox() {
        guard !paragraphs.isEmpty, let last = controls.last, let isChecked = last.isChecked,
            !last.isWritten
        else { return }
        controls[controls.count - 1].isWritten = true
        write(isChecked ? "☑" : "□")
    }
}

extension FormField {
    /// Whether text in the field is not its own: it belongs to the code, or the field says by
    /// itself what it shows.
    fileprivate var hidesText: Bool { isCode || value != nil }
}
