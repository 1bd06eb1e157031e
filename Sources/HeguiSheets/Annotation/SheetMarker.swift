internal import HeguiDiagnostics

/// Marks cells of one sheet's part and ties the drawings of comments to it.
struct SheetMarker {
    let bytes: [UInt8]
    let cells: SheetCells
    let shape: SheetShape

    /// Returns the part with each of `marks` in its colour and, where it has none yet, a reference
    /// `drawing` to the drawings of comments.
    func marked(
        _ marks: [CellReference: CellNote.Tone], _ styles: inout StyleBook, drawing: String?
    ) -> [UInt8] {
        let prefix = MarkupTag(bytes[cells.root]).prefix
        var splice = Splice()
        var rows: [Int: [(reference: CellReference, text: String)]] = [:]
        for (reference, tone) in marks.sorted(by: { Self.isBefore($0.key, $1.key) }) {
            switch cells.spots[reference] {
            case .cell(let range, let style)?:
                var tag = MarkupTag(bytes[range])
                tag.set("s", to: "\(styles.index(style, tone))")
                splice.replace(range, with: tag.text)
            case .newCell(_, let rowStyle)?, .emptyRow(_, let rowStyle)?:
                let base = rowStyle ?? shape.style(ofColumn: reference.column)
                let text = newCell(reference, style: styles.index(base, tone), prefix)
                rows[reference.row, default: []].append((reference, text))
            case .newRow?:
                let base = shape.style(ofColumn: reference.column)
                let text = newCell(reference, style: styles.index(base, tone), prefix)
                rows[reference.row, default: []].append((reference, text))
            case nil: continue
            }
        }
        var newRows = ""
        for row in rows.keys.sorted() {
            newRows += put(rows[row] ?? [], row: row, prefix, into: &splice)
        }
        if let data = cells.emptyData, !newRows.isEmpty {
            // A sheet without rows is the one tag `<sheetData/>`.
            var tag = MarkupTag(bytes[data])
            let name = tag.name
            tag.open()
            splice.replace(data, with: tag.text + newRows + "</\(name)>")
        }
        if let drawing, let place = cells.drawingPlace {
            splice.insert(legacyDrawing(drawing, prefix), at: place)
        }
        return splice.applied(to: bytes)
    }

    /// Returns the new row that cells of a sheet without rows stand in.
    private func put(
        _ new: [(reference: CellReference, text: String)], row: Int, _ prefix: String,
        into splice: inout Splice
    ) -> String {
        let text = new.map(\.text).joined()
        guard let first = new.first, let spot = cells.spots[first.reference] else { return "" }
        switch spot {
        case .cell: break
        case .newCell:
            for cell in new {
                guard case .newCell(let offset, _)? = cells.spots[cell.reference] else { continue }
                splice.insert(cell.text, at: offset)
            }
        case .emptyRow(let range, _):
            var tag = MarkupTag(bytes[range])
            tag.open()
            splice.replace(range, with: tag.text + text + "</\(tag.name)>")
        case .newRow(let offset):
            let whole = "<\(prefix)row r=\"\(row)\">\(text)</\(prefix)row>"
            if cells.emptyData != nil { return whole }
            splice.insert(whole, at: offset)
        }
        return ""
    }

    private func newCell(_ reference: CellReference, style: Int, _ prefix: String) -> String {
        "<\(prefix)c r=\"\(reference.text)\" s=\"\(style)\"/>"
    }

    /// The relationships' namespace is the one of the workbook's own kind, strict or transitional.
    private func legacyDrawing(_ id: String, _ prefix: String) -> String {
        let root = String(decoding: bytes[cells.root], as: UTF8.self)
        let namespace = OfficeNamespace(isStrict: root.contains("purl.oclc.org")).relationships
        return "<\(prefix)legacyDrawing xmlns:r=\"\(namespace)\" r:id=\"\(id)\"/>"
    }

    private static func isBefore(_ left: CellReference, _ right: CellReference) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

extension CellReference {
    /// `B12`.
    var text: String { CellAddress.letters(ofColumn: column) + String(row) }
}
