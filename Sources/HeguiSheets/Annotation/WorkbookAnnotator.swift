package import HeguiDiagnostics

/// A workbook × notes → a copy in which the cells are marked and commented, and all else is as it
/// was: other parts byte for byte, changed ones but for what was put in.
package struct WorkbookAnnotator {
    let package: WorkbookPackage
    let writer: CommentWriter
    let namespace: OfficeNamespace
    var styles: StyleBook
    /// The relationships of the workbook's part.
    let targets: [Relationships.Target]
    private let file: String
    private let bytes: [UInt8]
    private let stylesPart: String?
    private let outline = WorkbookOutline()
    private var relationships: RelationshipList
    private var parts: [(name: String, bytes: [UInt8])] = []
    private var types: [(name: String, type: String)] = []

    /// Marks and comments the cells of `notes`; those of one cell are one comment.
    ///
    /// - Parameters:
    ///   - bytes: the workbook.
    ///   - file: its name as notes and messages give it.
    ///   - notes: in the order in which a cell's are to be read.
    ///   - author: whom the comments are said to be by.
    ///   - properties: names and values that a changed copy is given as custom properties.
    ///   - cover: a sheet to be put in front of all others.
    /// - Returns: the copy, and how many cells were marked; the workbook itself where there is
    ///   nothing to mark and no cover.
    /// - Throws: `AnnotationFailure` with what keeps the workbook from being read or written.
    package static func annotate(
        _ bytes: [UInt8], file: String, notes: [CellNote], author: String,
        properties: [(name: String, value: String)] = [], cover: CoverSheet? = nil
    ) throws(AnnotationFailure) -> (bytes: [UInt8], cellCount: Int) {
        do throws(IntakeFailure) {
            var annotator = try WorkbookAnnotator(bytes, file: file, author: author)
            let count = try annotator.put(notes)
            if let cover { try annotator.put(cover) }
            if count > 0 || cover != nil, !properties.isEmpty { try annotator.put(properties) }
            return (try annotator.written(), count)
        } catch {
            throw AnnotationFailure(diagnostic: error.diagnostic)
        }
    }

    private init(_ bytes: [UInt8], file: String, author: String) throws(IntakeFailure) {
        self.file = file
        self.bytes = bytes
        var limits = IntakeLimits()
        // A part is gone over up to six times.
        limits.inflatedBytes *= 6
        let package = try WorkbookPackage(bytes, file: file, limits: limits)
        self.package = package
        targets = try package.relationships(ofPartOrNone: package.workbook)
        relationships = RelationshipList(known: targets.map(\.id))
        try package.run(package.workbook, outline)
        let workbook = try package.bytes(of: package.workbook)
        let isStrict = String(decoding: workbook.prefix(4096), as: UTF8.self)
            .contains("purl.oclc.org/ooxml")
        namespace = OfficeNamespace(isStrict: isStrict)
        writer = CommentWriter(author: author, namespace: namespace)
        stylesPart = targets.first { $0.kind == "styles" }?.part
        let sheet = StyleSheet()
        let part = stylesPart ?? "xl/styles.xml"
        let isThere = stylesPart != nil && package.archive.contains(part)
        let book = isThere ? try package.bytes(of: part) : StyleBook.minimal(namespace)
        try MarkupParser.run(book, as: part, of: file, limits: limits, handler: sheet)
        styles = StyleBook(book, sheet)
    }

    private mutating func put(_ notes: [CellNote]) throws(IntakeFailure) -> Int {
        let bySheet = Dictionary(grouping: notes) { $0.cell.sheet ?? "" }
        var count = 0
        var done: Set<String> = []
        for (number, entry) in outline.sheets.enumerated() {
            let title = SheetTitle(
                entry.name, number: number + 1, file: file, limits: package.limits)
            guard let own = bySheet[title.text],
                let target = targets.first(where: { $0.id == entry.relationship }),
                target.kind == "worksheet", package.archive.contains(target.part),
                done.insert(target.part.lowercased()).inserted
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
        set(part, marker.marked(marks, &styles, drawing: drawing))
        return marks.count
    }

    /// Puts a sheet in front, at which the workbook opens.
    private mutating func put(_ cover: CoverSheet) throws(IntakeFailure) {
        var names = SheetNames()
        for entry in outline.sheets { _ = names.name(for: entry.name) }
        var cover = cover
        cover.name = names.name(for: cover.name)
        for target in targets where target.kind.hasSuffix("sheet") {
            guard package.archive.contains(target.part) else { continue }
            let views = ChosenViews()
            let sheet = try current(target.part)
            try MarkupParser.run(
                sheet, as: target.part, of: file, limits: package.limits, handler: views)
            if let other = views.removed(from: sheet) { set(target.part, other) }
        }
        let name = freeName("xl/worksheets/cover-hegui.xml")
        add(name, cover.part(&styles, namespace), type: ContentTypes.main + "worksheet+xml")
        let places = WorkbookPlaces()
        let workbook = try current(package.workbook)
        try MarkupParser.run(
            workbook, as: package.workbook, of: file, limits: package.limits, handler: places)
        let sheet = (cover.name, relationships.add("worksheet", to: name))
        set(
            package.workbook,
            places.putting(sheet, heading: cover.heading, first: workbook, namespace))
    }

    /// Adds custom properties to those that the workbook has.
    private mutating func put(
        _ properties: [(name: String, value: String)]
    ) throws(IntakeFailure) {
        let targets = try package.relationships(ofPartOrNone: "")
        let list = CustomProperties()
        let known = targets.first { OwnProperties.kinds.contains($0.kind) }?.part
        if let known, package.archive.contains(known) {
            try package.run(known, list)
            return set(known, list.adding(properties, to: try current(known), namespace))
        }
        let name = known ?? freeName("docProps/custom.xml")
        add(name, CustomProperties.part(properties, namespace), type: CustomProperties.type)
        guard known == nil else { return }
        var added = RelationshipList(known: targets.map(\.id))
        _ = added.add(namespace.isStrict ? OwnProperties.strictKind : OwnProperties.kind, to: name)
        try write(added, of: "")
    }

    /// Returns the whole workbook.
    private mutating func written() throws(IntakeFailure) -> [UInt8] {
        guard !parts.isEmpty else { return bytes }
        let name = stylesPart ?? freeName("xl/styles.xml")
        add(name, styles.written(), type: ContentTypes.main + "styles+xml")
        if stylesPart == nil { _ = relationships.add("styles", to: name) }
        try write(relationships, of: package.workbook)
        let types = "[Content_Types].xml"
        let old =
            package.archive.contains(types)
            ? try current(types) : ContentTypes.list(package.workbook, targets)
        let list = ContentTypes()
        try MarkupParser.run(old, as: types, of: file, limits: package.limits, handler: list)
        set(types, list.adding(self.types, to: old))
        let placed = parts.map {
            (name: $0.name, place: package.archive.index(of: $0.name), bytes: $0.bytes)
        }
        return try ZipRewriter.rewrite(bytes, file: file, parts: placed)
    }
}

// What the passes over a workbook change it with.
extension WorkbookAnnotator {
    /// The bytes of a part with what was changed so far.
    func current(_ part: String) throws(IntakeFailure) -> [UInt8] {
        let changed = parts.first { $0.name.lowercased() == part.lowercased() }
        if let changed { return changed.bytes }
        return try package.bytes(of: part)
    }

    /// Gives a part other bytes.
    mutating func set(_ part: String, _ bytes: [UInt8]) {
        let known = parts.firstIndex { $0.name.lowercased() == part.lowercased() }
        if let known { parts[known].bytes = bytes } else { parts.append((part, bytes)) }
    }

    /// Adds a part that may not have been there, or was only referred to.
    mutating func add(_ part: String, _ bytes: [UInt8], type: String) {
        set(part, bytes)
        types.append((part, type))
    }

    /// Writes what was added to the relationships of `source`.
    mutating func write(_ list: RelationshipList, of source: String) throws(IntakeFailure) {
        guard !list.added.isEmpty else { return }
        let part = Relationships.part(of: source)
        let old = package.archive.contains(part) ? try current(part) : nil
        set(part, list.written(to: old, namespace))
    }

    /// A name that no part has.
    func freeName(_ name: String) -> String {
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
