internal import HeguiDiagnostics

/// A text in markup → the tables in it, as sheets.
struct MarkupReader {
    let file: String
    let limits: IntakeLimits
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
    }

    /// Reads every table. Fails where there is none, or where the file is one of ours.
    mutating func read(_ bytes: [UInt8], _ kind: MarkupKind) throws(IntakeFailure) -> [Sheet] {
        switch kind {
        case .webPage: return try page(bytes)
        case .webArchive: return try archive(bytes)
        case .spreadsheet:
            let content = SpreadsheetXMLContent(file: file, limits: limits)
            try MarkupParser.run(text(bytes), file: file, limits: limits, handler: content)
            guard !content.isOwn else { throw IntakeFailure(.madeByHegui(file)) }
            diagnostics += content.diagnostics
            return content.sheets
        case .openDocument:
            var reader = OpenDocumentReader(file: file, limits: limits)
            let sheets = try reader.read(flat: text(bytes))
            diagnostics += reader.diagnostics
            return sheets
        case .other(let what): throw IntakeFailure(.markupNotWorkbook(file, what: what))
        case .mail:
            let what = Message(
                zh: "电子邮件，请把其中的附件另存出来", en: "an e-mail: save what is attached to it")
            throw IntakeFailure(.formatUnknown(file, what: what))
        }
    }

    private func text(_ bytes: [UInt8]) throws(IntakeFailure) -> [UInt8] {
        try MarkupText.utf8(bytes, file: file).utf8
    }

    private mutating func page(_ bytes: [UInt8]) throws(IntakeFailure) -> [Sheet] {
        let page = WebPage(file: file, limits: limits, room: SheetRoom(limits))
        try read(bytes, into: page)
        let names = page.outline.count == page.tables.count ? page.outline : []
        return try sheets(of: [(page, names)])
    }

    private mutating func archive(_ bytes: [UInt8]) throws(IntakeFailure) -> [Sheet] {
        let archive = WebArchive(bytes)
        var pages: [(name: String, page: WebPage)] = []
        var room = SheetRoom(limits)
        for part in archive.pages {
            let page = WebPage(
                file: file, limits: limits, room: room, sheets: archive.sheets)
            try read(part.bytes, declared: part.charset, into: page, isCut: archive.isCut)
            room = page.room
            pages.append((part.name, page))
        }
        // A workbook of several sheets says on which pages they are; others hold tabs and the like.
        let outline =
            pages.first { $0.page.outline.contains { $0.page != nil } }?.page.outline ?? []
        guard !outline.isEmpty else {
            return try sheets(of: pages.map { (page: $0.page, names: []) })
        }
        var listed: [(page: WebPage, names: [ExcelOutline.Entry])] = []
        for entry in outline {
            let name = entry.page?.split { $0 == "/" || $0 == "\\" }.last?.lowercased()
            guard let page = pages.first(where: { $0.name == name })?.page else {
                diagnostics.append(.sheetMissing(file, sheet: entry.name))
                continue
            }
            listed.append((page, page.tables.count == 1 ? [entry] : []))
        }
        return try sheets(of: listed)
    }

    private func read(
        _ bytes: [UInt8], declared: String? = nil, into page: WebPage, isCut: Bool = false
    ) throws(IntakeFailure) {
        let text = try MarkupText.utf8(bytes, declared: declared, file: file)
        let tail = String(decoding: text.utf8.suffix(4 << 10), as: UTF8.self).lowercased()
        let isClosed = ["</html", "</body", "</table"].contains { tail.contains($0) }
        try page.read(
            MarkupText.withoutConditions(text.utf8), isCut: isCut || text.isCut || !isClosed)
        guard !page.isOwn else { throw IntakeFailure(.madeByHegui(file)) }
    }

    /// The tables of pages that hold something, with the names that Excel gave them.
    private mutating func sheets(
        of pages: [(page: WebPage, names: [ExcelOutline.Entry])]
    ) throws(IntakeFailure) -> [Sheet] {
        guard pages.contains(where: { !$0.page.tables.isEmpty }) else {
            if pages.contains(where: { $0.page.hasFrames }) {
                throw IntakeFailure(.pageOfFrames(file))
            }
            let what = Message(zh: "没有表格的网页（HTML）", en: "a web page (HTML) without a table")
            throw IntakeFailure(.markupNotWorkbook(file, what: what))
        }
        var sheets: [Sheet] = []
        for (page, names) in pages {
            for (index, table) in page.tables.enumerated() where !table.rows.isEmpty || table.isCut
            {
                let number = sheets.count + 1
                guard number <= limits.sheets else {
                    throw IntakeFailure(.tooManySheets(file, number, limit: limits.sheets))
                }
                let entry = names.indices.contains(index) ? names[index] : nil
                let title = SheetTitle(
                    entry?.name ?? table.name ?? "表\(number)", number: number, file: file,
                    limits: limits)
                if let diagnostic = title.diagnostic { diagnostics.append(diagnostic) }
                let state = entry?.state ?? .visible
                let read = try table.sheet(
                    named: title.text, state: table.isHidden ? .hidden : state)
                if read.sheet.state != .visible {
                    diagnostics.append(.sheetHidden(file, sheet: title.text))
                }
                diagnostics += read.diagnostics
                sheets.append(read.sheet)
            }
        }
        return sheets
    }
}
