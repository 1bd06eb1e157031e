internal import HeguiDiagnostics

/// A zip file in memory → the forms of the text document in it, each table as a sheet.
struct DocumentReader {
    private let archive: ZipArchive
    private let limits: IntakeLimits
    private(set) var diagnostics: [Diagnostic] = []
    private var file: String { archive.file }

    init(_ archive: ZipArchive, limits: IntakeLimits) {
        self.archive = archive
        self.limits = limits
    }

    /// Reads a document; fails with a warning where it holds no form, as a letter does, and with an
    /// error where there is one that cannot be read.
    mutating func read() throws(IntakeFailure) -> [Sheet] {
        do throws(IntakeFailure) {
            return try sheets()
        } catch {
            var diagnostic = error.diagnostic
            let isOwn = Self.own.contains { $0.rawValue == diagnostic.code }
            if diagnostic.severity == .error, !isOwn { diagnostic.help = .saveDocumentAnew }
            throw IntakeFailure(diagnostic)
        }
    }

    /// What says by itself what to do with a document; the rest speaks of workbooks.
    private static let own: [IntakeCode] = [
        .passwordProtected, .documentEmbedded, .tableTypedWithTabs,
    ]

    private mutating func sheets() throws(IntakeFailure) -> [Sheet] {
        if try WorkbookPackage.isOwn(archive, limits: limits) {
            throw IntakeFailure(.madeByHegui(file))
        }
        let name = try WorkbookPackage.mainPart(of: archive, limits: limits) ?? "word/document.xml"
        let relationships = try relationships(of: name)
        let styles = try hiddenStyles(relationships)
        let part = try part(name, styles)
        let shown = try shown(relationships, styles)
        let forms = DocumentForms(part.blocks) { ids in shown(ids) }
        let embedded = part.embedded.filter(Self.mayHoldTable).count
        if embedded > 0 {
            diagnostics.append(
                .documentEmbedded(file, count: embedded, isAll: forms.forms.isEmpty))
        }
        if part.hiddenTexts > 0 {
            diagnostics.append(.documentTextHidden(file, count: part.hiddenTexts))
        }
        guard forms.forms.isEmpty else { return try sheets(of: forms.forms) }
        return [try sheet(ofLines: forms.lines, part, embedded: embedded)]
    }

    private mutating func sheets(of forms: [DocumentForm]) throws(IntakeFailure) -> [Sheet] {
        guard forms.count <= limits.tables else {
            throw IntakeFailure(.tooManyTables(file, forms.count, limit: limits.tables))
        }
        var sheets: [Sheet] = []
        for form in forms {
            let sheet = try DocumentGrid.sheet(of: form, file: file, limits: limits)
            let hidden = sheet.rows.filter(\.isHidden)
            if let first = hidden.first {
                diagnostics.append(
                    .rowsHidden(sheet.address(row: first.number), count: hidden.count))
            }
            sheets.append(sheet)
        }
        return sheets
    }

    /// A form may have been typed without a table, a label and its value at a time.
    private func sheet(
        ofLines lines: [DocumentLine], _ part: DocumentPart, embedded: Int
    ) throws(IntakeFailure) -> Sheet {
        let lines = lines.filter { !$0.isBlank }
        if lines.count(where: \.isInColumns) > 2 { throw IntakeFailure(.tableTypedWithTabs(file)) }
        let labelled = lines.count(where: \.isLabelled)
        let isTitled = lines.count > 3 && lines.prefix(3).contains(where: \.namesTable)
        if isTitled || labelled > 2 && labelled * 2 >= lines.count {
            return try DocumentGrid.sheet(of: lines, file: file, limits: limits)
        }
        if embedded > 0 {
            throw IntakeFailure(.documentEmbedded(file, count: embedded, isAll: true))
        }
        let isScan = part.hasPictures && lines.count < 5
        let what =
            isScan
            ? Message(zh: "只有图片的 Word 文档", en: "a Word document of pictures")
            : Message(zh: "没有表格的 Word 文档", en: "a Word document without a table")
        throw IntakeFailure(.formatUnknown(file, what: what))
    }

    private func part(
        _ name: String, _ hiddenStyles: Set<String>
    ) throws(IntakeFailure) -> DocumentPart {
        let part = DocumentPart(file: file, limits: limits, hiddenStyles: hiddenStyles)
        try MarkupParser.run(name, of: archive, limits: limits, handler: part)
        return part
    }

    /// Returns what a document is made of besides its main part, as far as it is there.
    private func relationships(
        of name: String
    ) throws(IntakeFailure) -> [Relationships.Target] {
        let part = Relationships.part(of: name)
        guard archive.contains(part) else { return [] }
        let relationships = Relationships(of: name)
        try MarkupParser.run(part, of: archive, limits: limits, handler: relationships)
        return relationships.targets.filter { archive.contains($0.part) }
    }

    private func hiddenStyles(
        _ targets: [Relationships.Target]
    ) throws(IntakeFailure) -> Set<String> {
        guard let part = targets.first(where: { $0.kind == "styles" })?.part else { return [] }
        let styles = HiddenStyles()
        try MarkupParser.run(part, of: archive, limits: limits, handler: styles)
        return styles.ids
    }

    /// Returns what the headers and footers of a document say, by their relationships.
    private func shown(
        _ targets: [Relationships.Target], _ styles: Set<String>
    ) throws(IntakeFailure) -> ([String]) -> DocumentForms.Shown {
        var lines: [String: (kind: String, lines: [DocumentLine])] = [:]
        for target in targets where ["header", "footer"].contains(target.kind) {
            let said = try part(target.part, styles).blocks.flatMap(Self.lines)
                .filter(\.saysMoreThanPage)
            lines[target.id] = (target.kind, said)
        }
        let known = lines
        return { ids in
            let all = ids.compactMap { known[$0] }
            return (
                Self.unique(all.filter { $0.kind == "header" }.flatMap(\.lines)),
                Self.unique(all.filter { $0.kind == "footer" }.flatMap(\.lines))
            )
        }
    }

    private static func lines(_ block: DocumentBlock) -> [DocumentLine] {
        switch block {
        case .line(let line): [line]
        case .table(let table): table.rows.map { DocumentLine(text: $0.line) }
        case .pageEnd: []
        }
    }

    /// The first page, the odd and the even ones mostly say the same.
    private static func unique(_ lines: [DocumentLine]) -> [DocumentLine] {
        var known: Set<String> = []
        return lines.filter { known.insert($0.compact).inserted }
    }

    /// Whether the object of a program may be a table: a workbook, a document, any file.
    private static func mayHoldTable(_ program: String) -> Bool {
        ["excel.", "et.", "word.", "wps.", "package", "altchunk", "subdoc"].contains {
            program.lowercased().hasPrefix($0)
        }
    }
}

extension DocumentLine {
    /// Whether a line of a page's head or foot says more than its number.
    fileprivate var saysMoreThanPage: Bool {
        compact.contains { !$0.isNumber && !"第页共/-—－·".contains($0) }
    }

    /// Whether a line is a row of a table that was typed with tabs.
    fileprivate var isInColumns: Bool {
        text.split(separator: "\t").count { !$0.allSatisfy(\.isWhitespace) } > 3
            && !text.contains { ":：".contains($0) }
    }
}
