package import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
package import HeguiPack
package import HeguiSheets
package import HeguiTables

/// Files and a pack → typed tables, with what was found wrong and what became of every row.
package struct Intake {
    private let pack: Pack
    private let asOf: Day?
    private let threads: Int
    private let limits: IntakeLimits
    private let preferred: Set<String>
    private let named: NamedWaivers

    /// Reads for a pack; `asOf` is the day that counts as today, of two versions of an annex the
    /// one in a file of `preferred` counts, and of waivers those that are `named`. So many
    /// `threads` work at once, which changes nothing in the result.
    package init(
        _ pack: Pack, asOf: Day? = nil, threads: Int = 1, limits: IntakeLimits = IntakeLimits(),
        preferred: Set<String> = [], named: NamedWaivers = NamedWaivers()
    ) {
        self.pack = pack
        self.asOf = asOf
        self.threads = threads
        self.limits = limits
        self.preferred = preferred
        self.named = named
    }

    /// Reads files and folders; the same files give the same tables in whatever order they come.
    ///
    /// - Complexity: linear in the cells of the files.
    package func read(_ paths: [String]) -> Tables {
        read(DropReader(limits: limits, threads: threads).read(paths))
    }

    /// Reads what was listed.
    ///
    /// - Complexity: linear in the cells of the files.
    package func read(_ listing: DropListing) -> Tables {
        read(DropReader(limits: limits, threads: threads).read(listing))
    }

    /// Reads what a drop holds.
    package func read(_ drop: consuming Drop) -> Tables {
        var drafts = DraftTables(pack, asOf: asOf, trust: .files(named.ofDrop))
        drafts.add(named)
        if drop.isOneFile { drafts.standIns = pack.datasets.map { _ in [] } }
        let names = FormNames(pack)
        let order = FindingOrder(drop.sheets)
        var sheets = DropMapper(pack, names, threads: threads).map(drop.sheets, into: &drafts)
        // The cells are read: what comes now takes their place in memory.
        drop.sheets = []
        var unread: [String: Message] = [:]
        for source in drop.documents {
            unread[source.name] = StatementDocument(source: source).read(into: &drafts)
        }
        let standIns = drafts.useStandIns()
        for address in KeyCheck.removeRepeats(from: &drafts) {
            Intake.reject(address, in: &sheets)
        }
        ListDoubts(drafts).settle(in: &drafts)
        var linker = Linker(drafts)
        linker.link()
        let versions = VersionMerge(preferred: preferred).merge(&linker.drafts)
        let tables = linker.tables.map { $0.notingLackingColumns() }
        drafts = linker.drafts
        let received = received(linker, drop, by: names)
        return Tables(
            tables: tables,
            findings: order.sorted(RowKeys(pack, tables).named(drafts.findings)),
            files: accounts(of: drop, sheets: sheets, unread: unread),
            waivers: drafts.waivers, explanations: drafts.explanations,
            diagnostics: drop.diagnostics + drafts.diagnostics,
            openRows: linker.openRows() + received.openRows + drafts.perhapsRows() + versions
                + standIns.map {
                    OpenRows(dataset: $0, references: [], atMost: nil, reason: .registerMissing)
                },
            annexes: received.annexes
        )
    }

    private func accounts(
        of drop: Drop, sheets: [String: [FileAccount.Sheet]], unread: [String: Message]
    ) -> [FileAccount] {
        drop.files.map {
            FileAccount(of: $0, drop, sheets: sheets[$0.name] ?? [], notRead: unread[$0.name])
        } + named.files
    }

    /// Settles whose the annexes are that came, those in files that cannot be read among them.
    private func received(
        _ linker: Linker, _ drop: Drop, by names: FormNames
    ) -> ReceivedAnnexes<DraftNames> {
        var drafts = linker.drafts
        // A table that nothing recognises says already what its file holds.
        let known = Set(drafts.receipts.map { [$0.address.file, $0.annex.id] })
        drafts.receipts += UnreadFiles(pack: pack, names: names).receipts(of: drop)
            .filter { !known.contains([$0.address.file, $0.annex.id]) }
        var received = ReceivedAnnexes(drafts, names: linker.resolver.names)
        received.settle()
        return received
    }

    private static func reject(
        _ address: CellAddress, in sheets: inout [String: [FileAccount.Sheet]]
    ) {
        guard let index = sheets[address.file]?.firstIndex(where: { $0.name == address.sheet })
        else { return }
        sheets[address.file]?[index].rowsRead -= 1
        sheets[address.file]?[index].rowsRejected += 1
    }
}
