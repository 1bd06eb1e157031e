internal import HeguiDiagnostics

/// A zip file in memory → the tables of the text document in it, as one sheet.
enum DocumentReader {
    private static let part = "word/document.xml"

    /// Returns the document as a sheet: each row of a table is a row, and so is each paragraph
    /// around them; nil where there is no table.
    static func read(
        _ bytes: [UInt8], file: String, limits: IntakeLimits
    ) throws(IntakeFailure) -> Sheet? {
        let archive = try ZipArchive(bytes, file: file, limits: limits)
        guard !archive.isEncrypted, archive.contains(part) else { return nil }
        let document = DocumentPart(file: file, limits: limits)
        try MarkupParser.run(part, of: archive, limits: limits, handler: document)
        guard document.hasTable else { return nil }
        return Sheet(file: file, rows: document.rows, merged: MergedCells(document.merged))
    }
}

/// Takes the text of a document, row by row.
final class DocumentPart: MarkupHandler {
    private(set) var rows: [SheetRow] = []
    private(set) var merged: [MergedRange] = []
    private(set) var hasTable = false
    private let file: String
    private let limits: IntakeLimits
    private var number = 0
    /// How many tables are open; what stands in an inner one belongs to the cell around it.
    private var depth = 0
    private var cells: [RawCell] = []
    private var column = 1
    private var span = 1
    private var paragraphs: [String] = []
    private var current = CellText()
    private var isInText = false

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "tbl":
            depth += 1
            hasTable = true
        case "tr" where depth == 1:
            cells = []
            column = 1
        case "tc" where depth == 1:
            paragraphs = []
            span = 1
        case "gridSpan" where depth == 1:
            span = max(1, min(attributes.value("val").flatMap { Int($0) } ?? 1, limits.columns))
        case "t": isInText = true
        case "br", "cr": current.append("\n", limit: limits.cellLength)
        case "tab": current.append(" ", limit: limits.cellLength)
        case "sym":
            // A character of a symbol font, such as a tick.
            let code = attributes.value("char").flatMap { UInt32($0, radix: 16) }
            if let scalar = code.flatMap(Unicode.Scalar.init) {
                current.append(String(scalar), limit: limits.cellLength)
            }
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        switch name {
        case "t": isInText = false
        case "p": try endParagraph()
        case "tc" where depth == 1: try endCell()
        case "tr" where depth == 1: try add(cells)
        case "tbl": depth -= 1
        default: break
        }
    }

    func text(_ piece: String) throws(IntakeFailure) {
        if isInText { current.append(piece, limit: limits.cellLength) }
    }

    private func endParagraph() throws(IntakeFailure) {
        guard !current.isTooLong else {
            throw IntakeFailure(
                .cellTooLong(CellAddress(file: file, row: number + 1), limit: limits.cellLength))
        }
        let text = current.text
        current = CellText()
        guard depth == 0 else { return paragraphs.append(text) }
        try add(text.isEmpty ? [] : [RawCell(column: 1, text: text)])
    }

    private func endCell() throws(IntakeFailure) {
        let text = paragraphs.joined(separator: "\n")
        guard column + span - 1 <= limits.columns, text.utf16.count <= limits.cellLength else {
            throw IntakeFailure(
                .cellTooLong(CellAddress(file: file, row: number + 1), limit: limits.cellLength))
        }
        let isEmpty = text.allSatisfy(\.isWhitespace)
        if !isEmpty { cells.append(RawCell(column: column, text: text)) }
        if span > 1 { try merge(columns: column...column + span - 1) }
        column += span
    }

    private func merge(columns: ClosedRange<Int>) throws(IntakeFailure) {
        let row = number + 1
        guard merged.count < limits.mergedBlocks else {
            let place = CellAddress(file: file, row: row)
            throw IntakeFailure(.tooManyBlocks(place, limit: limits.mergedBlocks))
        }
        merged.append(
            MergedRange(
                firstRow: row, firstColumn: columns.lowerBound, lastRow: row,
                lastColumn: columns.upperBound))
    }

    private func add(_ cells: [RawCell]) throws(IntakeFailure) {
        number += 1
        guard number <= limits.rows else {
            throw IntakeFailure(
                .tooManyRows(CellAddress(file: file, row: number), limit: limits.rows))
        }
        if !cells.isEmpty { rows.append(SheetRow(number: number, cells: cells)) }
    }
}
