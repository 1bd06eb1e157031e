package import HeguiDiagnostics

/// A workbook × notes → a copy in which the cells are marked and commented, and all else is as it
/// was: other parts byte for byte, changed ones but for what was put in.
package struct WorkbookAnnotator {
    private let file: String
    private let bytes: [UInt8]
    private let package: WorkbookPackage
    private let writer: CommentWriter
    private let namespace: OfficeNamespace
    private var parts: [(name: String, bytes: [UInt8])] = []
    private var types: [(name: String, type: String)] = []
    private var styles: StyleBook
    private let workbookTargets: [Relationships.Target]

    private static let main = "application/vnd.openxmlformats-officedocument.spreadsheetml."

    /// Marks and comments the cells of `notes`; those of one cell are one comment.
    ///
    /// - Parameters:
    ///   - bytes: the workbook.
    ///   - file: its name as notes and messages give it.
    ///   - notes: in the order in which a cell's are to be read.
    ///   - author: whom the comments are said to be by.
    ///   - properties: names and values that a copy with marks is given as custom properties.
    /// - Returns: the copy, and how many cells were marked.
    /// - Throws: `AnnotationFailure` with what keeps the workbook from being read or written.
    package static func annotate(
        _ bytes: [UInt8], file: String, notes: [CellNote], author: String,
        properties: [(name: String, value: String)] = []
    ) throws(AnnotationFailure) -> (bytes: [UInt8], cellCount: Int) {
        do throws(IntakeFailure) {
            var annotator = try WorkbookAnnotator(bytes, file: file, author: author)
            let count = try annotator.put(notes)
            if count > 0, !properties.isEmpty { try annotator.put(properties) }
            return (try annotator.written(), count)
        } catch {
            throw AnnotationFailure(diagnostic: error.diagnostic)
        }
    }

    private init(_ bytes: [UInt8], file: String, author: String) throws(IntakeFailure) {
        self.file = file
        self.bytes = bytes
        var limits = IntakeLimits()
        // A part is gone over up to four times.
        limits.inflatedBytes *= 4
        package = try WorkbookPackage(bytes, file: file, limits: limits)
        workbookTargets = try package.relationships(of: package.workbook)
        let workbook = try package.bytes(of: package.workbook)
        let isStrict = String(decoding: workbook.prefix(4096), as: UTF8.self)
            .contains("purl.oclc.org/ooxml")
        namespace = OfficeNamespace(isStrict: isStrict)
        writer = CommentWriter(author: author, namespace: namespace)
        let sheet = StyleSheet()
        let part = workbookTargets.first { $0.kind == "styles" }?.part
        if let part, package.archive.contains(part) {
            try package.run(part, sheet)
            styles = StyleBook(try package.bytes(of: part), sheet)
        } else {
            styles = StyleBook(StyleBook.minimal, sheet)
        }
    }

    private mutating func put(_ notes: [CellNote]) throws(IntakeFailure) -> Int {
        let outline = WorkbookOutline()
        try package.run(package.workbook, outline)
        let bySheet = Dictionary(grouping: notes) { $0.cell.sheet ?? "" }
        var count = 0
        for (number, entry) in outline.sheets.enumerated() {
            guard let own = bySheet[entry.name],
                let target = workbookTargets.first(where: { $0.id == entry.relationship }),
                target.kind == "worksheet", package.archive.contains(target.part)
            else { continue }
            count += try put(own, on: target.part, number: number + 1)
        }
        return count
    }

    private mutating func put(
        _ notes: [CellNote], on part: String, number: Int
    ) throws(IntakeFailure) -> Int {
        let shape = SheetShape()
        try package.run(part, shape)
        let wanted = notes.compactMap { note in
            note.cell.column.map { shape.shown(CellReference(row: note.cell.row, column: $0)) }
        }
        let rows = Set(notes.filter { $0.cell.column == nil }.map(\.cell.row))
        let cells = SheetCells(wanted: wanted, anyCell: rows)
        try package.run(part, cells)
        var marks: [CellReference: CellNote.Tone] = [:]
        var texts: [CellReference: [String]] = [:]
        for note in notes {
            let first = cells.firstCells[note.cell.row].map(shape.shown)
            let place =
                note.cell.column.map { shape.shown(CellReference(row: note.cell.row, column: $0)) }
                ?? first
            guard let place, cells.spots[place] != nil else { continue }
            marks[place] = max(marks[place] ?? note.tone, note.tone)
            texts[place, default: []].append(note.text)
        }
        guard !marks.isEmpty else { return 0 }
        let comments = texts.map { ($0.key, $0.value.joined(separator: "\n\n")) }
            .sorted { ($0.0.row, $0.0.column) < ($1.0.row, $1.0.column) }
        let drawing = try putComments(comments, on: part, number: number, cells.legacyDrawing)
        let marker = SheetMarker(bytes: try package.bytes(of: part), cells: cells, shape: shape)
        parts.append((part, marker.marked(marks, &styles, drawing: drawing)))
        return marks.count
    }

    /// Adds comments to those of a sheet, and returns the id of the drawings that the sheet has to
    /// refer to; nil where it does so already.
    private mutating func putComments(
        _ comments: [(CellReference, String)], on part: String, number: Int, _ drawingID: String?
    ) throws(IntakeFailure) -> String? {
        let source = Relationships.part(of: part)
        let hasRelationships = package.archive.contains(source)
        let targets = hasRelationships ? try package.relationships(of: part) : []
        var list = RelationshipList(known: targets.map(\.id))
        var shown = comments
        if let known = targets.first(where: { $0.kind == "comments" })?.part,
            package.archive.contains(known)
        {
            let existing = CommentList()
            try package.run(known, existing)
            let old = try package.bytes(of: known)
            parts.append((known, writer.part(comments, addedTo: old, existing)))
            shown.removeAll { existing.textEnds[$0.0] != nil }
        } else {
            let name = freeName("xl/comments-hegui\(number).xml")
            parts.append((name, writer.part(comments)))
            types.append((name, Self.main + "comments+xml"))
            _ = list.add("comments", to: name)
        }
        var id: String?
        if let drawingID, let known = targets.first(where: { $0.id == drawingID })?.part,
            package.archive.contains(known)
        {
            let old = try package.bytes(of: known)
            guard let new = writer.drawing(shown, addedTo: old) else {
                throw IntakeFailure(.archiveDamaged(file, part: known))
            }
            parts.append((known, new))
        } else {
            let name = freeName("xl/drawings/vmlDrawing-hegui\(number).vml")
            parts.append((name, writer.drawing(shown)))
            id = list.add("vmlDrawing", to: name)
        }
        if !list.added.isEmpty {
            let old = hasRelationships ? try package.bytes(of: source) : nil
            parts.append((source, list.written(to: old, namespace)))
        }
        return id
    }

    /// Adds custom properties to those that the workbook has.
    private mutating func put(
        _ properties: [(name: String, value: String)]
    ) throws(IntakeFailure) {
        let targets = try package.relationships(of: "")
        let list = CustomProperties()
        if let known = targets.first(where: { OwnProperties.kinds.contains($0.kind) })?.part,
            package.archive.contains(known)
        {
            try package.run(known, list)
            let old = try package.bytes(of: known)
            return parts.append((known, list.adding(properties, to: old, namespace)))
        }
        let name = freeName("docProps/custom.xml")
        parts.append((name, CustomProperties.part(properties, namespace)))
        types.append((name, CustomProperties.type))
        var relationships = RelationshipList(known: targets.map(\.id))
        _ = relationships.add(
            namespace.isStrict ? OwnProperties.strictKind : OwnProperties.kind, to: name)
        let source = Relationships.part(of: "")
        let old = package.archive.contains(source) ? try package.bytes(of: source) : nil
        parts.append((source, relationships.written(to: old, namespace)))
    }

    /// Returns the whole workbook.
    private mutating func written() throws(IntakeFailure) -> [UInt8] {
        guard !parts.isEmpty else { return bytes }
        let known = workbookTargets.first { $0.kind == "styles" }?.part
        if let known, package.archive.contains(known) {
            parts.append((known, styles.written()))
        } else {
            let name = freeName("xl/styles.xml")
            parts.append((name, styles.written()))
            types.append((name, Self.main + "styles+xml"))
            var list = RelationshipList(known: workbookTargets.map(\.id))
            _ = list.add("styles", to: name)
            let source = Relationships.part(of: package.workbook)
            let old = try package.bytes(of: source)
            parts.append((source, list.written(to: old, namespace)))
        }
        let name = "[Content_Types].xml"
        let list = ContentTypes()
        try package.run(name, list)
        parts.append((name, list.adding(types, to: try package.bytes(of: name))))
        return try ZipRewriter.rewrite(bytes, file: file, parts: parts)
    }

    /// A name that no part has.
    private func freeName(_ name: String) -> String {
        var free = name
        while package.archive.contains(free) {
            let dot = free.lastIndex(of: ".") ?? free.endIndex
            free.insert("x", at: dot)
        }
        return free
    }
}

/// Why a workbook could not be annotated.
package struct AnnotationFailure: Error {
    package let diagnostic: Diagnostic
}
