internal import HeguiDiagnostics

/// A zip file in memory → the sheets of the workbook in it, in their order.
struct WorkbookReader {
    let file: String
    let limits: IntakeLimits
    private(set) var diagnostics: [Diagnostic] = []

    /// Whether copies and reports of ours are refused, which are no material.
    private let refusesOwn: Bool

    init(file: String, limits: IntakeLimits, refusesOwn: Bool = false) {
        self.file = file
        self.limits = limits
        self.refusesOwn = refusesOwn
    }

    /// Reads every sheet, hidden ones too; a sheet whose part is not there is reported. Fails where
    /// a part that is there cannot be read.
    mutating func read(_ bytes: [UInt8]) throws(IntakeFailure) -> [Sheet] {
        try read(WorkbookPackage(bytes, file: file, limits: limits))
    }

    /// Reads every sheet of an opened workbook.
    mutating func read(_ package: WorkbookPackage) throws(IntakeFailure) -> [Sheet] {
        if refusesOwn, try WorkbookPackage.isOwn(package.archive, limits: limits) {
            throw IntakeFailure(.madeByHegui(file))
        }
        let outline = WorkbookOutline()
        try package.run(package.workbook, outline)
        let targets = try package.relationships(of: package.workbook)
        let strings = SharedStrings(file: file, limits: limits)
        try runOptional("sharedStrings", among: targets, of: package, strings)
        let styles = Styles()
        try runOptional("styles", among: targets, of: package, styles)
        let content = WorkbookContent(
            strings: strings.texts, formats: styles.formats,
            system: outline.isDated1904 ? .from1904 : .from1900
        )
        return try sheets(of: outline, targets, in: package, content)
    }

    private mutating func sheets(
        of outline: WorkbookOutline, _ targets: [Relationships.Target], in package: WorkbookPackage,
        _ content: WorkbookContent
    ) throws(IntakeFailure) -> [Sheet] {
        guard outline.sheets.count <= limits.sheets else {
            throw IntakeFailure(.tooManySheets(file, outline.sheets.count, limit: limits.sheets))
        }
        var sheets: [Sheet] = []
        var room = SheetRoom(limits)
        var parts: [String: String] = [:]
        for (number, entry) in outline.sheets.enumerated() {
            let entry = named(entry, number + 1)
            guard let target = targets.first(where: { $0.id == entry.relationship }),
                package.archive.contains(target.part)
            else {
                diagnostics.append(.sheetMissing(file, sheet: entry.name))
                continue
            }
            guard target.kind == "worksheet" else {
                diagnostics.append(.sheetWithoutCells(file, sheet: entry.name))
                continue
            }
            if let first = parts.updateValue(entry.name, forKey: target.part.lowercased()) {
                diagnostics.append(.sheetRepeated(file, sheet: entry.name, first: first))
                continue
            }
            let part = sheetPart(entry, content, room: room)
            try package.run(target.part, part)
            room = part.room
            if entry.state != .visible {
                diagnostics.append(.sheetHidden(file, sheet: entry.name))
            }
            diagnostics += part.diagnostics
            sheets.append(
                Sheet(
                    file: file, name: entry.name, state: entry.state,
                    rows: try part.orderedRows(), merged: MergedCells(part.merged),
                    isDated1904: outline.isDated1904
                )
            )
        }
        return sheets
    }

    /// The entry with a name that can be shown wherever one of its cells is.
    private mutating func named(
        _ entry: WorkbookOutline.Entry, _ number: Int
    ) -> WorkbookOutline.Entry {
        let title = SheetTitle(entry.name, number: number, file: file, limits: limits)
        if let diagnostic = title.diagnostic { diagnostics.append(diagnostic) }
        return WorkbookOutline.Entry(
            name: title.text, relationship: entry.relationship, state: entry.state)
    }

    private func sheetPart(
        _ entry: WorkbookOutline.Entry, _ content: WorkbookContent, room: SheetRoom
    ) -> SheetPart {
        let file = file
        let name = entry.name
        let decoder = CellDecoder(content) {
            CellAddress(file: file, sheet: name, row: $0.row, column: $0.column)
        }
        return SheetPart(decoder: decoder, limits: limits, room: room) { row, column in
            CellAddress(file: file, sheet: name, row: row, column: column)
        }
    }

    private func runOptional(
        _ kind: String, among targets: [Relationships.Target], of package: WorkbookPackage,
        _ handler: any MarkupHandler
    ) throws(IntakeFailure) {
        let part = targets.first { $0.kind == kind }?.part
        guard let part, package.archive.contains(part) else { return }
        try package.run(part, handler)
    }
}
