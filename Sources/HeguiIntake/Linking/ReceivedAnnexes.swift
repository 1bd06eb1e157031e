internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Settles whose the annexes are that came, and which rows may exist in what was not read of them.
struct ReceivedAnnexes<Names: RowsByName> {
    let drafts: DraftTables
    var names: Names
    private(set) var annexes: [ReceivedAnnex] = []
    private(set) var openRows: [OpenRows] = []

    init(_ drafts: DraftTables, names: Names) {
        self.drafts = drafts
        self.names = names
    }

    /// Settles all receipts.
    mutating func settle() throws(Names.Failure) {
        let receipts = drafts.receipts.filter { !isBesideTheTable($0) }.enumerated()
            .sorted { left, right in
                let names = (left.element.address.file.utf8, right.element.address.file.utf8)
                if names.0.elementsEqual(names.1) { return left.offset < right.offset }
                return names.0.lexicographicallyPrecedes(names.1)
            }.map(\.element)
        var owners: [OpenRows.Place?] = []
        for receipt in receipts { owners.append(try owner(of: receipt)) }
        for (receipt, owner) in zip(receipts, owners) {
            if receipt.needsOwner, owner == nil { continue }
            // Only what was not read and is known by its name alone may be another's twin.
            let mayHaveTwin = receipt.state == .unread && receipt.evidence == .name
            let hasTwin =
                mayHaveTwin
                && zip(receipts, owners).contains { other, otherOwner in
                    isTwin(receipt, of: other, haveOneOwner: owner != nil && owner == otherOwner)
                }
            if hasTwin { continue }
            annexes.append(
                ReceivedAnnex(
                    annex: receipt.annex.id, owner: owner, address: receipt.address,
                    state: receipt.state))
            open(receipt, of: owner)
        }
    }

    /// A sheet of notes in a file whose table was read is no annex.
    private func isBesideTheTable(_ receipt: AnnexArrival) -> Bool {
        receipt.evidence == .name
            && drafts.receipts.contains { other in
                other.address.file == receipt.address.file && other.annex.id == receipt.annex.id
                    && other.evidence == .contents
            }
    }

    /// The same annex in another format: the scan of what was read, or what it was saved from.
    private func isTwin(
        _ receipt: AnnexArrival, of other: AnnexArrival, haveOneOwner: Bool
    ) -> Bool {
        guard other.state == .read, other.annex.id == receipt.annex.id,
            other.address.file != receipt.address.file
        else { return false }
        let (own, read) = (FileName(receipt.address.file), FileName(other.address.file))
        if own.base == read.base && own.folders == read.folders { return true }
        return haveOneOwner && UnreadFile(own.ending) != .table
    }

    private mutating func owner(
        of receipt: AnnexArrival
    ) throws(Names.Failure) -> OpenRows.Place? {
        guard let target = receipt.annex.owner(in: drafts.pack)?.dataset,
            drafts.isGiven[target]
        else { return nil }
        let name = drafts.pack.datasets[target].name
        if let text = receipt.named {
            if case .one(let row) = try names.find(text, in: target) {
                return OpenRows.Place(dataset: name, row: row)
            }
            // Another name than those that are known is nobody's whom the file's name says.
            return try names.mentioned(in: text, target: target)
                .map { OpenRows.Place(dataset: name, row: $0) }
        }
        for clue in receipt.clues where !clue.isEmpty {
            if let row = try names.mentioned(in: clue, target: target) {
                return OpenRows.Place(dataset: name, row: row)
            }
        }
        return nil
    }

    private mutating func open(_ receipt: AnnexArrival, of owner: OpenRows.Place?) {
        let references = owner.map { [$0] } ?? []
        let id = receipt.annex.id
        switch receipt.state {
        case .read: return
        case .unread:
            for dataset in receipt.annex.datasets {
                openRows.append(
                    OpenRows(
                        dataset: dataset, references: references, atMost: nil,
                        reason: .unread(annex: id, receipt.address)))
            }
        case .partly:
            for dataset in receipt.annex.datasets {
                let yields = receipt.annex.rows.filter { $0.dataset == dataset }
                guard !yields.isEmpty else { continue }
                let isBounded = yields.allSatisfy { $0.each == nil } && !receipt.rejected.isEmpty
                openRows.append(
                    OpenRows(
                        dataset: dataset, references: references,
                        atMost: isBounded ? receipt.rejected.count * yields.count : nil,
                        reason: .unread(annex: id, receipt.rejected.first ?? receipt.address)))
            }
        }
    }
}
