import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Tells of every annex that somebody has to hand in whether it came, and which rows may exist
/// because it did not.
struct MaterialAccount {
    let plan: Plan
    let asOf: Day
    /// The datasets that files provide.
    let given: Set<String>
    let intake: ReceivedMaterial

    private(set) var items: [MaterialItem] = []
    private(set) var openRows: [OpenRows] = []

    /// `rowStore` returns all owners of a duty, with what it rests on.
    init(
        _ plan: Plan, asOf: Day, given: Set<String>, intake: ReceivedMaterial,
        rowStore: (PlannedDuty) -> RowStore
    ) {
        self.plan = plan
        self.asOf = asOf
        self.given = given
        self.intake = intake
        for duty in plan.duties {
            let receipts = intake.receipts(of: duty, in: asOf.year)
            // A register of all owners stands for their annexes.
            let main = duty.annex.datasets.first
            let isRegister = receipts.isEmpty && main.map(given.contains) == true
            if !isRegister { add(duty, receipts, of: rowStore(duty)) }
        }
    }

    /// What came of an owner, and whether the owner has to hand it in.
    fileprivate struct Owner {
        let row: Int
        let receipts: [AnnexReceipt]
        let isExpected: Answer<Bool>
        var state: MaterialItem.State
    }

    private mutating func add(
        _ duty: PlannedDuty, _ receipts: AnnexReceipts, of rowStore: RowStore
    ) {
        let frames = OwnerFrames(duty, plan: plan, asOf: asOf, rowStore: rowStore)
        var owners = rowStore.tables[duty.table].rows.indices.map { row in
            let own = receipts.byOwner[row] ?? []
            return Owner(
                row: row, receipts: own, isExpected: frames.isExpected(row), state: own.state)
        }
        let missing = owners.indices.filter {
            owners[$0].state == .notReceived && owners[$0].isExpected.isKnownTrue
        }
        // Sheets that name nobody are those of the owners that nothing came from.
        if !missing.isEmpty, receipts.ofNobody.count >= missing.count {
            for index in missing { owners[index].state = .unread }
        }
        let names = SubjectNames(table: duty.table, rowStore: rowStore)
        for owner in owners {
            var sources = owner.sources(else: receipts.ofNobody)
            if owner.isExpected.isKnownTrue || owner.state == .unread {
                let subject = Outcome.Subject(
                    type: plan.schema.tables[duty.table].singular, row: owner.row,
                    id: names.ids[owner.row], name: names.names[owner.row])
                if sources.isEmpty {
                    sources = [rowStore.tables[duty.table].rows[owner.row].address]
                }
                items.append(
                    item(
                        owner, of: subject, duty: duty, due: frames.due(owner.row), sources: sources
                    ))
            }
            let isOpen = owner.state == .notReceived || owner.state == .unread
            if isOpen, !owner.isExpected.isKnownFalse || !owner.receipts.isEmpty {
                open(owner, duty, at: sources.first, name: names.names[owner.row])
            }
        }
    }

    private func item(
        _ owner: Owner, of subject: Outcome.Subject, duty: PlannedDuty, due: Day?,
        sources: [CellAddress]
    ) -> MaterialItem {
        let annex = duty.annex
        return MaterialItem(
            annex: annex.id, annexTitle: annex.title, annexName: annex.shortTitle,
            clause: annex.clause, owner: subject, state: owner.state, due: due,
            isPending: due.map { asOf <= $0 } ?? false, level: duty.terms.level,
            sources: sources)
    }

    /// Notes that the owner may have rows in each dataset of the annex that files provide.
    private mutating func open(
        _ owner: Owner, _ duty: PlannedDuty, at source: CellAddress?, name: String
    ) {
        let annex = duty.annex.id
        let place = OpenRows.Place(
            dataset: duty.terms.owners, row: owner.row)
        let reason: OpenRows.Reason =
            if owner.state == .unread, let source {
                .unread(annex: annex, source)
            } else {
                .notReceived(annex: annex, owner: place, name: name)
            }
        for dataset in duty.annex.datasets where given.contains(dataset) {
            openRows.append(
                OpenRows(dataset: dataset, references: [place], atMost: nil, reason: reason))
        }
    }
}

extension MaterialAccount.Owner {
    /// Where what came stands, or else what came and names nobody.
    fileprivate func sources(else others: [CellAddress]) -> [CellAddress] {
        guard receipts.isEmpty else { return receipts.map(\.address) }
        return state == .unread ? others : []
    }
}

/// The expressions of a duty, for one owner after another.
struct OwnerFrames {
    private let duty: PlannedDuty
    private let plan: Plan
    private let asOf: Day
    private let rowStore: RowStore
    private let parameters: ParametersObject

    init(_ duty: PlannedDuty, plan: Plan, asOf: Day, rowStore: RowStore) {
        self.duty = duty
        self.plan = plan
        self.asOf = asOf
        self.rowStore = rowStore
        parameters = ParametersObject(plan.pack.parameters, on: DayRange(asOf))
    }

    /// Whether the owner has to hand the annex in; an error of the expression leaves it open.
    func isExpected(_ row: Int) -> Answer<Bool> {
        guard let condition = duty.condition else { return .known(true) }
        return (try? condition.truth(frame(row))) ?? .unknown([])
    }

    /// The day by which it is due, where that is known.
    func due(_ row: Int) -> Day? {
        guard let due = duty.due, case .known(let day)? = try? due.read(frame(row)) else {
            return nil
        }
        return day
    }

    private func frame(_ row: Int) -> Frame {
        Frame(
            rowStore: rowStore, calendar: plan.pack.calendar, asOf: asOf,
            subject: RowReference(table: duty.table, row: row), parameters: parameters)
    }
}
