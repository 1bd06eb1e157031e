internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiDigests

/// Paths → everything that can be read below them.
///
/// One file that cannot be read is reported and the work goes on with the next. The result depends
/// only on the files' names and bytes: the order of folders and of arguments does not matter.
package struct DropReader: Sendable {
    private let limits: IntakeLimits
    private let threads: Int

    /// Reads with so many `threads` at once; their number changes nothing in what is read.
    package init(limits: IntakeLimits = IntakeLimits(), threads: Int = 1) {
        self.limits = limits
        self.threads = threads
    }

    /// Reads files and, recursively, folders.
    ///
    /// - Complexity: O(n) in the bytes of the files.
    package func read(_ paths: [String]) -> Drop {
        read(DropListing(of: paths, limits: limits))
    }

    /// Reads what was listed; of what stands on disk no more than a file a thread is in memory.
    ///
    /// - Complexity: O(n) in the bytes of the files.
    package func read(_ listing: DropListing) -> Drop {
        let found = listing.found
        let copies = CopyIndex()
        let parts = Parallel.map(found.count, threads: threads) { _, number in
            part(found[number].source, name: found[number].name) { copies.add($0, file: number) }
        }
        var drop = Drop(files: listing.leftAside, diagnostics: listing.diagnostics)
        for (number, part) in parts.enumerated() {
            let first = part.content.flatMap(copies.first) ?? number
            if first < number {
                let name = found[number].name
                let outcome = drop.ignore(.fileCopied(name, first: found[first].name))
                drop.files.append(DropFile(name: name, outcome: outcome, digest: part.content))
            } else {
                drop.add(part.drop)
            }
        }
        drop.files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return drop
    }

    /// Reads one file as a drop of its own; `name` is shown to people.
    package func file(_ source: FileSource, name: String) -> Drop {
        part(source, name: name) { _ in false }.drop
    }

    /// Reads one file as a drop of its own, unless it is known as a copy by its digest, which is
    /// returned where the file holds anything.
    private func part(
        _ source: FileSource, name: String, isCopy: (Digest) -> Bool
    ) -> (drop: Drop, content: Digest?) {
        var drop = Drop()
        do throws(IntakeFailure) {
            guard let bytes = try source.bytes(limit: limits.fileBytes, name: name) else {
                throw IntakeFailure(.fileTooLarge(name, limit: limits.fileBytes))
            }
            let digest = Digest(of: bytes)
            if !bytes.isEmpty, isCopy(digest) { return (drop, digest) }
            let outcome = read(bytes, name: name, into: &drop)
            drop.files = [DropFile(name: name, outcome: outcome, digest: digest)]
            return (drop, bytes.isEmpty ? nil : digest)
        } catch {
            drop.files = [DropFile(name: name, outcome: drop.reject(error.diagnostic))]
            return (drop, nil)
        }
    }

    /// Reads the bytes of one file; `name` is shown to people and never decides the format.
    package func read(_ bytes: [UInt8], name: String, into drop: inout Drop) -> DropFile.Outcome {
        do throws(IntakeFailure) {
            let format = SniffedFormat(bytes)
            if format.mayBeReport, OwnFile.isReport(bytes) {
                return drop.ignore(.madeByHegui(name))
            }
            switch format {
            case .empty: return drop.ignore(.fileEmpty(name))
            case .zip: return try readPackage(bytes, name: name, into: &drop)
            case .compound: return try readCompound(bytes, name: name, into: &drop)
            case .oldWorkbook: return drop.take(try oldWorkbook(bytes, name: name), name)
            case .markup(let kind): return drop.take(try markup(bytes, kind, name: name), name)
            case .packed(let what): return drop.reject(.packingUnsupported(name, what: what))
            case .other(let what): return drop.ignore(.formatUnknown(name, what: what))
            case .text: return try readText(bytes, name: name, into: &drop)
            }
        } catch {
            return drop.fail(error.diagnostic)
        }
    }

    private func readPackage(
        _ bytes: [UInt8], name: String, into drop: inout Drop
    ) throws(IntakeFailure) -> DropFile.Outcome {
        if PromisedFormat(name: name) == .table {
            drop.diagnostics.append(.nameMisleading(name, isWorkbook: true))
        }
        let archive = try ZipArchive(bytes, file: name, limits: limits)
        guard !archive.isEncrypted else { return drop.reject(.passwordProtected(name)) }
        switch try PackageKind(archive, limits: limits) {
        case .workbook: return drop.take(try workbook(archive), name)
        case .wordDocument: return drop.take(try document(archive), name)
        case .openDocument:
            var reader = OpenDocumentReader(file: name, limits: limits)
            let sheets = try reader.read(archive)
            return drop.take(
                FileContent(
                    sheets: sheets, diagnostics: reader.diagnostics, format: .openDocument), name)
        case .archive:
            let what = Message(zh: "ZIP 压缩包，请先解压", en: "a ZIP archive: unpack it first")
            return drop.ignore(.formatUnknown(name, what: what))
        case .unsupportedTable(let what):
            return drop.reject(.workbookFormatUnsupported(name, what: what))
        case .foreign(let what): return drop.ignore(.formatUnknown(name, what: what))
        }
    }

    private func workbook(_ archive: ZipArchive) throws(IntakeFailure) -> FileContent {
        var reader = WorkbookReader(file: archive.file, limits: limits, refusesOwn: true)
        let sheets = try reader.read(WorkbookPackage(archive, limits: limits))
        return FileContent(sheets: sheets, diagnostics: reader.diagnostics, format: .workbook)
    }

    private func markup(
        _ bytes: [UInt8], _ kind: MarkupKind, name: String
    ) throws(IntakeFailure) -> FileContent {
        var reader = MarkupReader(file: name, limits: limits)
        let sheets = try reader.read(bytes, kind)
        let (format, what): (FileFormat, Message) =
            switch kind {
            case .webArchive: (.webArchive, Message(zh: "网页归档（MHT）", en: "a web archive (MHT)"))
            case .spreadsheet:
                (.spreadsheetXML, Message(zh: "XML 表格（2003）", en: "an XML spreadsheet of 2003"))
            case .openDocument:
                (.flatOpenDocument, Message(zh: "OpenDocument 表格", en: "OpenDocument as XML"))
            case .webPage, .mail, .other:
                (.webPage, Message(zh: "网页（HTML）", en: "a web page (HTML)"))
            }
        let hint = PromisedFormat(name: name).map { _ in Diagnostic.markupRead(name, what: what) }
        return FileContent(
            sheets: sheets, diagnostics: reader.diagnostics + [hint].compactMap(\.self),
            format: format)
    }

    private func readCompound(
        _ bytes: [UInt8], name: String, into drop: inout Drop
    ) throws(IntakeFailure) -> DropFile.Outcome {
        switch try CompoundKind(bytes, file: name, limits: limits) {
        case .workbook(let stream):
            if PromisedFormat(name: name) == .table {
                drop.diagnostics.append(.nameMisleading(name, isWorkbook: true))
            }
            return drop.take(try oldWorkbook(stream, name: name), name)
        case .ownCopy: return drop.ignore(.madeByHegui(name))
        case .protected: return drop.reject(.passwordProtected(name))
        case .foreign(let what): return drop.ignore(.formatUnknown(name, what: what))
        }
    }

    private func oldWorkbook(
        _ stream: [UInt8], name: String
    ) throws(IntakeFailure) -> FileContent {
        var reader = OldWorkbookReader(file: name, limits: limits)
        let sheets = try reader.read(stream)
        return FileContent(sheets: sheets, diagnostics: reader.diagnostics, format: .oldWorkbook)
    }

    private func document(_ archive: ZipArchive) throws(IntakeFailure) -> FileContent {
        var reader = DocumentReader(archive, limits: limits)
        let sheets = try reader.read()
        return FileContent(sheets: sheets, diagnostics: reader.diagnostics, format: .document)
    }

    private func readText(
        _ bytes: [UInt8], name: String, into drop: inout Drop
    ) throws(IntakeFailure) -> DropFile.Outcome {
        let text = try DecodedText(bytes, file: name)
        drop.diagnostics += text.diagnostics
        if let line = text.droppedLine {
            drop.diagnostics.append(.lastLineCut(name, line: line))
        }
        let promised = PromisedFormat(name: name)
        if promised == .yaml {
            // YAML and a table of one column look alike; only here does the name decide.
            drop.documents.append(SourceText(name: name, bytes: text.utf8))
            return .read(.yaml)
        }
        var dialect = CSVDialect.detect(in: text.utf8)
        if dialect == nil && name.lowercased().hasSuffix(".csv") { dialect = CSVDialect(.comma) }
        guard let dialect else {
            let what = Message(zh: "没有分列的文本", en: "text without columns")
            return drop.ignore(.formatUnknown(name, what: what))
        }
        if promised == .workbook {
            drop.diagnostics.append(.nameMisleading(name, isWorkbook: false))
        }
        var reader = CSVReader(file: name, limits: limits)
        var sheet = try reader.read(text, dialect)
        if text.droppedLine != nil { sheet.cutRows = 1 }
        drop.sheets.append(sheet)
        drop.diagnostics += reader.diagnostics
        return .read(.csv(text.encoding, delimiter: dialect.delimiter))
    }
}

extension Drop {
    /// Takes what a file held; one in which no sheet has a row is empty.
    fileprivate mutating func take(_ content: FileContent, _ name: String) -> DropFile.Outcome {
        diagnostics += content.diagnostics
        if content.sheets.allSatisfy(\.rows.isEmpty) { return ignore(.fileEmpty(name)) }
        sheets += content.sheets
        return .read(content.format)
    }

    fileprivate mutating func reject(_ diagnostic: Diagnostic) -> DropFile.Outcome {
        diagnostics.append(diagnostic)
        return .rejected(code: diagnostic.code)
    }

    fileprivate mutating func ignore(_ diagnostic: Diagnostic) -> DropFile.Outcome {
        diagnostics.append(diagnostic)
        return .ignored(diagnostic.message)
    }

    /// An error rejects the file; a warning says that it is none of ours.
    fileprivate mutating func fail(_ diagnostic: Diagnostic) -> DropFile.Outcome {
        diagnostic.severity == .error ? reject(diagnostic) : ignore(diagnostic)
    }
}
