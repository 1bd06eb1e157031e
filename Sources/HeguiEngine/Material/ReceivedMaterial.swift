import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// One annex that came from an owner.
struct AnnexReceipt {
    let address: CellAddress
    var state: ReceivedAnnex.State
    /// The year that its heading says, where it says one.
    var year: Int64?
    /// The rows of people in it.
    var people: Set<Int> = []
}

/// The annexes of one kind that came.
struct AnnexReceipts {
    /// By the owner's row.
    fileprivate(set) var byOwner: [Int: [AnnexReceipt]] = [:]
    /// Where those begin that name no owner.
    fileprivate(set) var ofNobody: [CellAddress] = []

    var isEmpty: Bool { byOwner.isEmpty && ofNobody.isEmpty }
}

extension [AnnexReceipt] {
    /// What became of an owner's annex, by all that came from the owner.
    var state: MaterialItem.State {
        if isEmpty { return .notReceived }
        if contains(where: { $0.state != .read }) { return .unread }
        let hasTwo = indices.contains { index in
            self[..<index].contains { other in
                other.address.file != self[index].address.file
                    && !other.people.isDisjoint(with: self[index].people)
            }
        }
        return hasTwo ? .twoVersions : .received
    }
}

/// What a drop holds of annexes.
struct ReceivedMaterial {
    /// The sheets by what they were read as: an annex or a dataset.
    private var sheets: [String: Set<SheetKey>] = [:]
    private let annexes: [ReceivedAnnex]
    private let tables: [Table]

    /// A table of a sheet is known by its file and sheet.
    private struct SheetKey: Hashable {
        let file: String
        let sheet: String?

        init(_ file: String, _ sheet: String?) {
            self.file = file
            self.sheet = sheet
        }

        init(_ address: CellAddress) { self.init(address.file, address.sheet) }
    }

    /// `tables` are the rows of all datasets; none where no annex gave any.
    init(files: [FileAccount], annexes: [ReceivedAnnex], tables: [Table]) {
        self.annexes = annexes
        self.tables = tables
        for file in files {
            for sheet in file.sheets {
                for id in sheet.readAsIDs {
                    sheets[id, default: []].insert(SheetKey(file.file, sheet.name))
                }
            }
        }
    }

    /// Returns the annexes that came for a duty; those of another year are left out.
    ///
    /// - Complexity: linear in the rows of the datasets that name its owners.
    func receipts(of duty: PlannedDuty, in year: Int) -> AnnexReceipts {
        var result = AnnexReceipts()
        let own = annexes.filter { $0.annex == duty.annex.id }
        let named = sheets[duty.annex.id] ?? []
        guard !own.isEmpty || !named.isEmpty else { return result }
        var found: [Int: [SheetKey: AnnexReceipt]] = [:]
        for place in duty.ownerColumns {
            let dataset = duty.annex.datasets.first { name in
                tables.indices.contains(place.table) && tables[place.table].dataset == name
            }
            let keys = named.union(dataset.flatMap { sheets[$0] } ?? [])
            add(place, duty.identity, from: keys, to: &found)
        }
        let filled = Set(found.keys)
        for annex in own {
            guard let owner = annex.owner, owner.dataset == duty.terms.owners else {
                result.ofNobody.append(annex.address)
                continue
            }
            let key = SheetKey(annex.address)
            var receipt = AnnexReceipt(address: annex.address, state: annex.state)
            if let known = found[owner.row]?[key] {
                receipt.year = known.year
                receipt.people = known.people
            } else if annex.state == .read, !tables.isEmpty, !filled.contains(owner.row) {
                // A form that nobody has filled in says nothing, unless it says again what another
                // one of its owner says.
                receipt.state = .partly
            }
            found[owner.row, default: [:]][key] = receipt
        }
        result.byOwner = found.mapValues { receipts in
            receipts.values.filter { $0.year == nil || $0.year == Int64(year) }
                .sorted { Self.place($0.address) < Self.place($1.address) }
        }.filter { !$0.value.isEmpty }
        return result
    }

    private static func place(_ address: CellAddress) -> (String, String, Int) {
        (address.file, address.sheet ?? "", address.row)
    }

    /// Adds what rows from the sheets `keys` say: whose they are, of which year and people.
    private func add(
        _ place: PlannedDuty.OwnerColumn, _ identity: PlannedDuty.OwnerColumn?,
        from keys: Set<SheetKey>, to found: inout [Int: [SheetKey: AnnexReceipt]]
    ) {
        guard tables.indices.contains(place.table), !keys.isEmpty else { return }
        for row in tables[place.table].rows {
            guard let owner = row.references[place.column] else { continue }
            let key = SheetKey(row.address)
            guard keys.contains(key) else { continue }
            var receipt =
                found[owner]?[key] ?? AnnexReceipt(address: row.address, state: .read)
            if let column = place.year, row.data.indices.contains(column),
                case .integer(let year) = row.data[column]
            {
                receipt.year = year
            }
            if let identity, identity.table == place.table,
                let person = row.references[identity.column]
            {
                receipt.people.insert(person)
            }
            found[owner, default: [:]][key] = receipt
        }
    }
}
