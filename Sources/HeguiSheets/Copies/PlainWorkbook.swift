import HeguiDiagnostics

/// The sheets of a file of any kind → a workbook with the same cells at the same places, which can be
/// marked as others are.
///
/// Values are there and formulas are not: a sheet does not know them.
package struct PlainWorkbook {
    /// By name in the file: what a sheet is called in the workbook.
    private var names: [String?: String] = [:]
    private let sheets: [Sheet]
    private let parts: [String]
    private let system: DateSystem
    private static let namespace = OfficeNamespace(isStrict: false)

    /// - Parameters:
    ///   - sheets: those of one file, of which at least one holds something.
    ///   - untitled: what a sheet without a name is called, such as `表1`, by its number.
    package init(_ sheets: [Sheet], untitled: (Int) -> String) {
        // A workbook has one date system, by which bare numbers are read too.
        let system: DateSystem = sheets.contains { $0.isDated1904 } ? .from1904 : .from1900
        self.system = system
        self.sheets = sheets
        parts = sheets.map { PlainSheet($0, system: system).part }
        var taken = SheetNames()
        var all: [String] = []
        for (number, sheet) in sheets.enumerated() {
            let name = taken.name(for: sheet.name ?? untitled(number + 1))
            all.append(name)
            if names[sheet.name] == nil { names[sheet.name] = name }
        }
        titles = all
    }

    private let titles: [String]

    /// Returns notes on cells of the file as notes on those of the workbook.
    package func notes(_ notes: [CellNote]) -> [CellNote] {
        notes.map { note in
            var own = note
            let cell = note.cell
            own.cell = CellAddress(
                file: cell.file, sheet: names[cell.sheet] ?? cell.sheet, row: cell.row,
                column: cell.column)
            return own
        }
    }

    /// The workbook.
    ///
    /// - Throws: `AnnotationFailure` where it cannot be packed.
    package func bytes(file: String) throws(AnnotationFailure) -> [UInt8] {
        var all: [(name: String, place: UInt64?, bytes: [UInt8])] = []
        func add(_ name: String, _ text: String) {
            let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            all.append((name, nil, Array((head + text).utf8)))
        }
        let targets = titles.indices.map {
            Relationships.Target(
                id: "rId\($0 + 1)", kind: "worksheet", part: "xl/worksheets/sheet\($0 + 1).xml")
        }
        let styles = Relationships.Target(
            id: "rId\(titles.count + 1)", kind: "styles", part: "xl/styles.xml")
        let book = "xl/workbook.xml"
        all.append(("[Content_Types].xml", nil, ContentTypes.list(book, targets + [styles])))
        add("_rels/.rels", Self.list([("rId1", "officeDocument", book)]))
        add(book, workbook)
        add(
            Relationships.part(of: book),
            Self.list((targets + [styles]).map { ($0.id, $0.kind, $0.part) }))
        add(styles.part, PlainStyle.sheet(Self.namespace))
        for (target, part) in zip(targets, parts) { add(target.part, part) }
        do throws(IntakeFailure) {
            return try ZipRewriter.rewrite(nil, file: file, parts: all)
        } catch {
            throw AnnotationFailure(diagnostic: error.diagnostic)
        }
    }

    private var workbook: String {
        // A workbook without a sheet that is shown cannot be opened.
        let first = sheets.firstIndex { $0.state == .visible } ?? 0
        let list = titles.enumerated().map { number, title in
            let state = number == first ? .visible : sheets[number].state
            return "<sheet name=\"\(title.markupEscaped)\" sheetId=\"\(number + 1)\""
                + (state == .visible ? "" : " state=\"\(state.rawValue)\"")
                + " r:id=\"rId\(number + 1)\"/>"
        }
        return "<workbook xmlns=\"\(Self.namespace.sheets)\""
            + " xmlns:r=\"\(Self.namespace.relationships)\">"
            + (system == .from1904 ? "<workbookPr date1904=\"1\"/>" : "")
            + "<bookViews><workbookView activeTab=\"\(first)\"/></bookViews>"
            + "<sheets>\(list.joined())</sheets></workbook>"
    }

    private static func list(_ targets: [(id: String, kind: String, part: String)]) -> String {
        let items = targets.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(namespace.relationships)/\($0.kind)\""
                + " Target=\"/\($0.part)\"/>"
        }
        return
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + items.joined() + "</Relationships>"
    }
}
