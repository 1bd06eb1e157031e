internal import HeguiDiagnostics

/// Takes what a document shows: its paragraphs and tables, those in text boxes before the paragraph
/// that they hang on.
///
/// What revisers have deleted, notes, codes of fields and what is there a second time for older
/// programs is no part of it.
final class DocumentPart: MarkupHandler {
    /// What holds paragraphs and tables: the document, a cell, a text box.
    private struct Container {
        var blocks: [DocumentBlock] = []
        /// A paragraph whose end was deleted, to which the next one belongs.
        var open: DocumentLine?
        /// How many fields were open before it.
        var fields = 0
    }

    private let file: String
    private let limits: IntakeLimits
    private var path: [String] = []
    private var containers = [Container()]
    private var tables: [DocumentTable] = []
    private var rows: [DocumentRow] = []
    private var cells: [DocumentCell] = []
    private var text: DocumentText
    /// How many elements are open within one that is left out, itself among them.
    private var skipped = 0
    /// For each choice between ways to write one thing: whether one was taken.
    private var choices: [Bool] = []
    private var cellsLeft: Int
    private var headers: [String] = []
    /// What is in the document as a file of its own, by the programs that made it.
    private(set) var embedded: [String] = []
    private(set) var hasPictures = false

    init(file: String, limits: IntakeLimits, hiddenStyles: Set<String> = []) {
        self.file = file
        self.limits = limits
        text = DocumentText(limit: limits.cellLength, hiddenStyles: hiddenStyles)
        cellsLeft = limits.cells
    }

    /// What the document holds, in order.
    var blocks: [DocumentBlock] { containers[0].blocks }

    /// How many texts are there that nobody sees.
    var hiddenTexts: Int { text.hidden }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        let parent = path.last
        path.append(name)
        guard skipped == 0, !isLeftOut(name, in: parent) else {
            skipped += 1
            return
        }
        if startTable(name, attributes) { return }
        switch (name, parent) {
        case ("p", _): text.begin()
        case ("txbxContent", _): containers.append(Container(fields: text.fieldCount))
        case ("AlternateContent", _): choices.append(false)
        case ("Choice", _): choices.isEmpty ? () : (choices[choices.count - 1] = true)
        case ("jc", "pPr"):
            if attributes.value("val") == "center" { text.change { $0.isHeading = true } }
        case ("pStyle", "pPr"):
            noteStyle(attributes.value("val") ?? "")
            text.start(name, attributes, in: parent)
        case ("pageBreakBefore", "pPr"):
            if attributes.isOn { add(.pageEnd()) }
        case ("del", "rPr"):
            if path.suffix(3).first == "pPr" { text.change { $0.isEndDeleted = true } }
        case ("headerReference", _), ("footerReference", _):
            attributes.value("id").map { headers.append($0) }
        case ("OLEObject", _): embedded.append(attributes.value("ProgID") ?? "")
        case ("blip", _), ("imagedata", _): hasPictures = true
        case ("altChunk", _), ("subDoc", _): embedded.append(name)
        default: text.start(name, attributes, in: parent)
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        path.removeLast()
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        switch name {
        case "p": try endParagraph()
        case "tc": try endCell()
        case "tr": endRow()
        case "tbl": tables.popLast().map { add(.table($0)) }
        case "txbxContent":
            let box = endContainer()
            containers[containers.count - 1].blocks += box
        case "AlternateContent": _ = choices.popLast()
        case "sectPr": endSection()
        default: text.end(name, in: path.last)
        }
    }

    func text(_ piece: String) throws(IntakeFailure) {
        if skipped == 0, let name = path.last { text.take(piece, in: name) }
    }

    // MARK: - What is left out

    /// Deleted and moved text, older properties, phonetic guides, and what says again for older
    /// programs what was said already.
    private func isLeftOut(_ name: String, in parent: String?) -> Bool {
        switch name {
        case "del": parent != "trPr" && parent != "rPr"
        case "moveFrom", "rt", "delText", "delInstrText", "tblGridChange": true
        case "Choice", "Fallback": choices.last ?? false
        default: name.hasSuffix("PrChange")
        }
    }

    private func noteStyle(_ style: String) {
        let plain = style.lowercased()
        if plain.hasPrefix("heading") || plain.hasPrefix("title") || plain == "subtitle" {
            text.change { $0.isHeading = true }
        }
    }

    // MARK: - Paragraphs

    private func add(_ block: DocumentBlock) {
        let last = containers.count - 1
        if let open = containers[last].open {
            containers[last].open = nil
            containers[last].blocks.append(.line(open))
        }
        containers[last].blocks.append(block)
    }

    private func endParagraph() throws(IntakeFailure) {
        guard let paragraph = text.finish() else { return }
        guard !paragraph.isTooLong else {
            throw IntakeFailure(.cellTooLong(place, limit: limits.cellLength))
        }
        let last = containers.count - 1
        var line = DocumentLine(text: paragraph.text, isHeading: paragraph.isHeading)
        if let open = containers[last].open {
            containers[last].open = nil
            line.text = open.text + line.text
            guard line.text.utf16.count <= limits.cellLength else {
                throw IntakeFailure(.cellTooLong(place, limit: limits.cellLength))
            }
        }
        if paragraph.isEndDeleted {
            containers[last].open = line
        } else {
            // A page ends within the paragraph: what stands before belongs to it.
            let parts = line.text.split(separator: "\u{C}", omittingEmptySubsequences: false)
            for (number, part) in parts.enumerated() {
                if number > 0 { add(.pageEnd()) }
                add(.line(DocumentLine(text: String(part), isHeading: line.isHeading)))
            }
        }
        if let headers = paragraph.headers { add(.pageEnd(section: headers)) }
    }

    private func endContainer() -> [DocumentBlock] {
        guard containers.count > 1, var container = containers.popLast() else { return [] }
        container.open.map { container.blocks.append(.line($0)) }
        text.closeFields(to: container.fields)
        return container.blocks
    }

    /// A part of the document ends with the paragraph in which its properties stand.
    private func endSection() {
        let isInParagraph = path.last == "pPr"
        let headers = headers
        if isInParagraph {
            text.change { $0.headers = headers }
        } else {
            add(.pageEnd(section: headers))
        }
        self.headers = []
    }

    // MARK: - Tables

    /// Takes what makes up a table; returns whether it was that.
    private func startTable(_ name: String, _ attributes: [MarkupAttribute]) -> Bool {
        let number = attributes.value("val").flatMap { Int($0) }.map { min($0, limits.columns) }
        switch (name, path.dropLast().last) {
        case ("tbl", _): tables.append(DocumentTable())
        case ("tr", _): rows.append(DocumentRow())
        case ("tc", _):
            cells.append(DocumentCell())
            containers.append(Container(fields: text.fieldCount))
        case ("gridBefore", "trPr"): changeRow { $0.gridBefore = max(0, number ?? 0) }
        case ("hidden", "trPr"): changeRow { $0.isHidden = attributes.isOn }
        case ("del", "trPr"): changeRow { $0.isDeleted = true }
        case ("gridSpan", "tcPr"): changeCell { $0.span = max(1, number ?? 1) }
        case ("vMerge", "tcPr"):
            changeCell { $0.joinsAbove = attributes.value("val") != "restart" }
        case ("hMerge", "tcPr"):
            changeCell { $0.joinsLeft = attributes.value("val") != "restart" }
        default: return false
        }
        return true
    }

    private func changeRow(_ change: (inout DocumentRow) -> Void) {
        if !rows.isEmpty { change(&rows[rows.count - 1]) }
    }

    private func changeCell(_ change: (inout DocumentCell) -> Void) {
        if !cells.isEmpty { change(&cells[cells.count - 1]) }
    }

    private func endCell() throws(IntakeFailure) {
        let blocks = endContainer()
        guard var cell = cells.popLast() else { return }
        cell.blocks = blocks
        let dates = text.takeDates()
        if dates.count == 1, let only = dates.first, cell.text == only.shown.trimmingBlanks {
            cell.date = only.date
        }
        cellsLeft -= 1
        guard cellsLeft >= 0, cell.text.utf16.count <= limits.cellLength else {
            throw IntakeFailure(.cellTooLong(place, limit: limits.cellLength))
        }
        changeRow { row in
            let column = row.cells.last.map { $0.column + $0.span } ?? row.gridBefore + 1
            cell.column = column
            row.cells.append(cell)
        }
        guard cell.column + cell.span - 1 <= limits.columns else {
            throw IntakeFailure(.tooManyColumns(place, limit: limits.columns))
        }
    }

    private func endRow() {
        guard let row = rows.popLast(), !tables.isEmpty, !row.isDeleted else { return }
        tables[tables.count - 1].rows.append(row)
    }

    /// The table and row that are being read, for what cannot be read on.
    private var place: CellAddress {
        CellAddress(file: file, row: (tables.last?.rows.count ?? 0) + 1)
    }
}

extension String {
    /// The text without the blanks around it.
    var trimmingBlanks: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
