package import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
package import HeguiPack
package import HeguiSheets
package import HeguiTables

/// Files and a pack → tables in columns, where the files hold datasets as they stand.
///
/// The result says the same as `Intake`, row for row and finding for finding. A drop that is not of
/// that kind is refused with the reason, and is read the plain way.
package struct ColumnIntake: Sendable {
    let pack: Pack
    /// By dataset: the columns whose cells something will look at.
    let needed: [Set<Int>]
    let threads: Int
    /// Drops of fewer bytes are refused.
    let leastBytes: Int
    let limits: IntakeLimits
    private let asOf: Day?
    /// The waivers that count.
    let named: NamedWaivers

    /// Reads for a pack; `asOf` is the day that counts as today.
    package init(
        _ pack: Pack, needed: [Set<Int>], asOf: Day? = nil, threads: Int, leastBytes: Int = 0,
        limits: IntakeLimits = IntakeLimits(), named: NamedWaivers = NamedWaivers()
    ) {
        self.pack = pack
        self.needed = needed
        self.asOf = asOf
        self.threads = max(1, threads)
        self.leastBytes = leastBytes
        self.limits = limits
        self.named = named
    }

    /// Reads files and folders.
    ///
    /// - Throws: why they are not read into columns.
    /// - Complexity: linear in the bytes of the files, which are never in memory as a whole.
    package func read(_ paths: [String]) throws(ColumnRefusal) -> ColumnTables {
        try read(DropListing(of: paths, limits: limits))
    }

    /// Reads what was listed.
    ///
    /// - Throws: why it is not read into columns.
    /// - Complexity: linear in the bytes of the files, which are never in memory as a whole.
    package func read(_ listing: DropListing) throws(ColumnRefusal) -> ColumnTables {
        let bytes = listing.found.reduce(0) { $0 + $1.size }
        guard bytes >= leastBytes else { throw .smallDrop }
        var drop = Drop(files: listing.leftAside, diagnostics: listing.diagnostics)
        let book = PatternBook(pack)
        let (sources, rest) = try sorted(listing.found, book)
        for source in sources {
            let format = FileFormat.csv(source.head.encoding, delimiter: source.head.delimiter)
            drop.files.append(DropFile(name: source.file.name, outcome: .read(format)))
        }
        let forms = try read(rest, book, into: &drop)
        drop.files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var drafts = DraftTables(pack, asOf: asOf, trust: .files(named.ofDrop))
        drafts.add(named)
        var loading = ColumnLoading(self, drafts, bytes: bytes)
        let others = loading.readOthers(drop, forms)
        for number in order(of: sources) {
            let own = sources.filter { $0.head.dataset.name == pack.datasets[number].name }
            try loading.load(number, own)
        }
        return try loading.finish(drop, others)
    }

    /// The files that hold a dataset as it stands, and all others in their order.
    private func sorted(
        _ found: [DropListing.Found], _ book: PatternBook
    ) throws(ColumnRefusal) -> (sources: [DatasetFile], rest: [ColumnFile]) {
        let opened = try opened(found)
        var sources: [DatasetFile] = []
        var rest: [ColumnFile] = []
        // A few at a time, so that there may be very many files.
        for start in stride(from: 0, to: opened.count, by: 4 * threads) {
            let files = opened[start..<min(start + 4 * threads, opened.count)]
            let heads = Parallel.map(files.count, threads: threads) { _, number in
                head(of: files[start + number], book)
            }
            for (file, head) in zip(files, heads) {
                if let source = head.source {
                    sources.append(source)
                } else if file.size <= limits.fileBytes || head.isReport {
                    rest.append(file)
                } else {
                    throw Self.refusal(of: file.name)
                }
            }
        }
        guard !sources.isEmpty else {
            throw ColumnRefusal(
                zh: "没有按数据集原样排列的表格", en: "no file holds a dataset as it stands")
        }
        return (sources, rest)
    }

    private static func refusal(of file: String) -> ColumnRefusal {
        ColumnRefusal(
            file: file, zh: "不是按数据集原样排列的表格", en: "it does not hold a dataset as it stands")
    }

    /// Opens all files, none of which holds the same as another.
    private func opened(
        _ found: [DropListing.Found]
    ) throws(ColumnRefusal) -> [ColumnFile] {
        var opened: [ColumnFile] = []
        var bySize: [Int: [ColumnFile]] = [:]
        for file in found {
            guard let own = file.source.opened(name: file.name, size: file.size) else {
                throw ColumnRefusal(file: file.name, zh: "文件打不开", en: "it cannot be opened")
            }
            opened.append(own)
            if file.size == 0 { continue }
            // What copies mean, the plain reader tells.
            if let other = bySize[file.size]?.first(where: own.hasBytes(of:)) {
                throw ColumnRefusal(
                    file: file.name, zh: "与“\(other.name)”内容相同",
                    en: "it is a copy of `\(other.name)`")
            }
            bySize[file.size, default: []].append(own)
        }
        return opened
    }

    /// The file as one that holds a dataset as it stands, and whether it is a report of ours.
    private func head(
        of file: ColumnFile, _ book: PatternBook
    ) -> (source: DatasetFile?, isReport: Bool) {
        let bytes = file.bytes(min(file.size, FileHead.length), at: 0)
        let source = source(of: file, bytes, book)
        return (source, file.size > limits.fileBytes && OwnFile.isReport(bytes))
    }

    /// Reads files that hold no dataset as it stands the plain way; returns what each sheet is.
    ///
    /// - Throws: a refusal of the first file that holds rows of datasets, before more are read.
    private func read(
        _ files: [ColumnFile], _ book: PatternBook, into drop: inout Drop
    ) throws(ColumnRefusal) -> [SheetForm] {
        var forms: [SheetForm] = []
        for start in stride(from: 0, to: files.count, by: threads) {
            let count = min(threads, files.count - start)
            let parts = Parallel.map(count, threads: threads) { _, number in
                part(of: files[start + number], book)
            }
            for part in parts {
                let sheet = zip(part.drop.sheets, part.forms).first { $1.holdsRows(of: pack) }?.0
                if let sheet { throw Self.refusal(of: sheet.file) }
                drop.add(part.drop)
                forms += part.forms
            }
        }
        return forms
    }

    private func part(
        of file: ColumnFile, _ book: PatternBook
    ) -> (drop: Drop, forms: [SheetForm]) {
        var drop = Drop()
        let outcome = DropReader(limits: limits)
            .read(file.bytes(file.size, at: 0), name: file.name, into: &drop)
        drop.files.append(DropFile(name: file.name, outcome: outcome))
        return (drop, drop.sheets.map { SheetForm(of: $0, by: book) })
    }

    /// The file as one that holds a dataset as it stands, in UTF-8; nil where it is none.
    private func source(
        of file: ColumnFile, _ bytes: [UInt8], _ book: PatternBook
    ) -> DatasetFile? {
        let isWhole = bytes.count == file.size
        if let head = FileHead(
            bytes, isWhole: isWhole, name: file.name, book: book, limits: limits)
        {
            return DatasetFile(file: file, head: head)
        }
        guard FileHead.isNational(bytes, isWhole: isWhole),
            let text = TranscodedFile(file).utf8()
        else { return nil }
        let head = FileHead(
            text.bytes(min(text.size, FileHead.length), at: 0),
            isWhole: text.size <= FileHead.length, name: file.name, encoding: .gb18030,
            book: book, limits: limits)
        return head.map { DatasetFile(file: text, head: $0) }
    }

    /// The datasets that files provide, each after those that it refers to where that can be.
    private func order(of sources: [DatasetFile]) -> [Int] {
        let given = Set(sources.map(\.head.dataset.name))
        var left = pack.datasets.indices.filter { given.contains(pack.datasets[$0].name) }
        var order: [Int] = []
        while !left.isEmpty {
            let waiting = Set(left.map { pack.datasets[$0].name })
            let next =
                left.firstIndex { number in
                    pack.datasets[number].columns.allSatisfy { column in
                        guard let target = column.reference?.dataset else { return true }
                        return target == pack.datasets[number].name || !waiting.contains(target)
                    }
                } ?? 0
            order.append(left.remove(at: next))
        }
        return order
    }
}
