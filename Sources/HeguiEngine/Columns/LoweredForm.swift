import HeguiColumns
import HeguiDiagnostics
import HeguiTables

/// A form as work on columns.
indirect enum LoweredForm: Sendable {
    case ready(any RequirementKernel)
    /// Rows of a relation are counted first, in one scan with those that other rules count.
    case counted(
        relation: Int, [RelationLane], make: @Sendable (CountedLanes) -> any RequirementKernel)
    /// Its columns are worked out when all rules are lowered; nil where that cannot be.
    case later(@Sendable (ColumnStore) -> (any RequirementKernel)?)
    /// One kernel is made of the kernels of several forms, for so many rows.
    case several(
        [LoweredForm],
        make: @Sendable (_ kernels: [any RequirementKernel], _ rows: Int) -> any RequirementKernel)
}

/// What was counted in the lanes of one form.
struct CountedLanes {
    let counters: Counters
    /// The place of its first lane.
    let first: Int
    /// Subjects with a row that cannot be told in one of its lanes.
    let unsettled: Set<Int32>
}

/// Why a rule is left to the plain evaluator.
struct LoweringObstacle: Error {
    let reason: Message

    init(_ zh: String, _ en: String) {
        reason = Message(zh: zh, en: en)
    }
}

/// Where the lanes of a form stand among those of its relation.
struct FormLanes {
    /// The number of the first, for a form that has some.
    private let first: Int?
    private let parts: [FormLanes]

    /// Adds the lanes of a form to its relation's scan.
    init(_ form: LoweredForm, in scans: inout [Int: RelationScan]) {
        switch form {
        case .ready, .later: (first, parts) = (nil, [])
        case .counted(let relation, let lanes, _):
            first = scans[relation, default: RelationScan(relation: relation)].add(lanes)
            parts = []
        case .several(let forms, _):
            first = nil
            var parts: [FormLanes] = []
            for form in forms { parts.append(FormLanes(form, in: &scans)) }
            self.parts = parts
        }
    }

    /// Returns what judges the rows of `table` by the form, or nil where columns do not tell what
    /// it needs.
    func kernel(
        _ form: LoweredForm, _ counts: [Int: RelationScan.Counts], in store: ColumnStore, table: Int
    ) -> (any RequirementKernel)? {
        switch form {
        case .ready(let kernel): return kernel
        case .later(let make): return make(store)
        case .counted(let relation, let lanes, let make):
            guard let first, let counts = counts[relation] else { return nil }
            let unsettled = counts.unsettled(first..<first + lanes.count)
            return make(CountedLanes(counters: counts.counters, first: first, unsettled: unsettled))
        case .several(let forms, let make):
            let kernels = zip(forms, parts).compactMap { form, lanes in
                lanes.kernel(form, counts, in: store, table: table)
            }
            guard kernels.count == forms.count else { return nil }
            return make(kernels, store.tables.tables[table].rowCount)
        }
    }
}

extension RelationScan.Counts {
    /// The targets that any of these lanes leaves unsettled.
    fileprivate func unsettled(_ lanes: Range<Int>) -> Set<Int32> {
        lanes.reduce(into: []) { $0.formUnion(unsettled[$1]) }
    }
}
