internal import HeguiDiagnostics

/// A zip file in memory → the sheets of the workbook in it, in their order.
struct WorkbookReader {
    let file: String
    let limits: IntakeLimits
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
    }

    /// Reads every sheet, hidden ones too; a sheet whose part is not there is reported. Fails where
    /// a part that is there cannot be read.
    mutating func read(_ bytes: [UInt8]) throws(IntakeFailure) -> [Sheet] {
        let archive = try ZipArchive(bytes, file: file, limits: limits)
        guard !archive.isEncrypted else { throw IntakeFailure(.passwordProtected(file)) }
        let workbook = try workbookPart(of: archive)
        let outline = WorkbookOutline()
        try run(workbook, of: archive, outline)
        let targets = try relationships(of: workbook, in: archive)
        let strings = SharedStrings(file: file, limits: limits)
        try runOptional("sharedStrings", among: targets, of: archive, strings)
        let styles = Styles()
        try runOptional("styles", among: targets, of: archive, styles)
        let content = WorkbookContent(
            strings: strings.texts, formats: styles.formats,
            system: outline.isDated1904 ? .from1904 : .from1900
        )
        return try sheets(of: outline, targets, in: archive, content)
    }

    private mutating func sheets(
        of outline: WorkbookOutline, _ targets: [Relationships.Target], in archive: ZipArchive,
        _ content: WorkbookContent
    ) throws(IntakeFailure) -> [Sheet] {
        var sheets: [Sheet] = []
        var cellsLeft = limits.cells
        for entry in outline.sheets {
            guard let target = targets.first(where: { $0.id == entry.relationship }),
                archive.contains(target.part)
            else {
                diagnostics.append(.sheetMissing(file, sheet: entry.name))
                continue
            }
            guard target.kind == "worksheet" else {
                diagnostics.append(.sheetWithoutCells(file, sheet: entry.name))
                continue
            }
            let part = sheetPart(entry, content, cellsLeft: cellsLeft)
            try run(target.part, of: archive, part)
            cellsLeft = part.cellsLeft
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

    private func sheetPart(
        _ entry: WorkbookOutline.Entry, _ content: WorkbookContent, cellsLeft: Int
    ) -> SheetPart {
        let file = file
        let name = entry.name
        let decoder = CellDecoder(content) {
            CellAddress(file: file, sheet: name, row: $0.row, column: $0.column)
        }
        return SheetPart(decoder: decoder, limits: limits, cellsLeft: cellsLeft) { row, column in
            CellAddress(file: file, sheet: name, row: row, column: column)
        }
    }

    private func run(
        _ part: String, of archive: ZipArchive, _ handler: any MarkupHandler
    ) throws(IntakeFailure) {
        try MarkupParser.run(part, of: archive, limits: limits, handler: handler)
    }

    private func runOptional(
        _ kind: String, among targets: [Relationships.Target], of archive: ZipArchive,
        _ handler: any MarkupHandler
    ) throws(IntakeFailure) {
        let part = targets.first { $0.kind == kind }?.part
        guard let part, archive.contains(part) else { return }
        try run(part, of: archive, handler)
    }

    private func relationships(
        of part: String, in archive: ZipArchive
    ) throws(IntakeFailure) -> [Relationships.Target] {
        let relationships = Relationships(of: part)
        try run(Relationships.part(of: part), of: archive, relationships)
        return relationships.targets
    }

    /// The part that holds the workbook, found through the package's relationships.
    private func workbookPart(of archive: ZipArchive) throws(IntakeFailure) -> String {
        var part = "xl/workbook.xml"
        if archive.contains(Relationships.part(of: "")) {
            let targets = try relationships(of: "", in: archive)
            if let target = targets.first(where: { $0.kind == "officeDocument" }) {
                part = target.part
            }
        }
        let lower = part.lowercased()
        if lower.hasSuffix(".bin") {
            let what = Message(zh: ".xlsb 二进制工作簿", en: "an .xlsb workbook")
            throw IntakeFailure(.workbookFormatUnsupported(file, what: what))
        }
        if lower.hasPrefix("word/") || lower.hasPrefix("ppt/") {
            let what = Message(zh: "Word 或 PPT 文档", en: "a Word or PowerPoint document")
            throw IntakeFailure(.formatUnknown(file, what: what))
        }
        guard archive.contains(part) else { throw IntakeFailure(notAWorkbook(archive)) }
        return part
    }

    private func notAWorkbook(_ archive: ZipArchive) -> Diagnostic {
        if archive.contains("[Content_Types].xml") {
            return .partMissing(file, part: "xl/workbook.xml")
        }
        if archive.contains("content.xml") {
            let what = Message(zh: ".ods 表格", en: "an .ods spreadsheet")
            return .workbookFormatUnsupported(file, what: what)
        }
        let what = Message(zh: "ZIP 压缩包，请先解压", en: "a ZIP archive: unpack it first")
        return .formatUnknown(file, what: what)
    }
}
