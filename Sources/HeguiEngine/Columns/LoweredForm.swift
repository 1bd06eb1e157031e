import HeguiColumns
import HeguiIntake
import HeguiPack

/// Where the lanes of a form stand among those of its relation.
struct FormLanes {
    /// The number of the first, for a form that has some.
    let first: Int?
    let parts: [FormLanes]

    /// Adds the lanes of a form to its relation's scan.
    init(_ form: LoweredRule.Form, in scans: inout [Int: RelationScan]) {
        func add(_ relation: Int, _ lanes: [RelationLane]) -> Int {
            scans[relation, default: RelationScan(relation: relation)].add(lanes)
        }
        var parts: [FormLanes] = []
        switch form {
        case .constant, .ready, .later: first = nil
        case .tally(let relation, let lanes, _, _): first = add(relation, lanes)
        case .rate(let relation, let lanes, _, _, _): first = add(relation, lanes)
        case .exists(let relation, let lane, _): first = add(relation, [lane])
        case .combination(_, let forms, _), .versions(_, let forms):
            first = nil
            for form in forms { parts.append(FormLanes(form, in: &scans)) }
        }
        self.parts = parts
    }
}

/// Makes what judges a form once its relations are counted.
struct FormMaking {
    let store: ColumnStore
    let counts: [Int: RelationScan.Counts]
    let table: Int

    /// Returns nil where columns do not tell what the form needs.
    func kernel(_ form: LoweredRule.Form, _ lanes: FormLanes) -> (any FormKernel)? {
        switch form {
        case .constant(let verdict): return ConstantForm(verdict: verdict)
        case .ready(let kernel): return kernel
        case .later(let make): return make(store)
        case .tally(let relation, let all, let parts, let isSoft):
            guard let lane = lanes.first, let counts = counts[relation] else { return nil }
            let moved = parts.map {
                TallyForm.Part(lane: $0.lane + lane, limits: $0.limits, verdicts: $0.verdicts)
            }
            return TallyForm(
                counters: counts.counters, parts: moved,
                open: counts.open(lane..<lane + all.count), isSoft: isSoft)
        case .rate(let relation, let all, let limits, let isOver, let isSoft):
            guard let lane = lanes.first, let counts = counts[relation] else { return nil }
            return RateForm(
                counters: counts.counters, lane: lane, limits: limits, isOver: isOver,
                open: counts.open(lane..<lane + all.count), isSoft: isSoft)
        case .exists(let relation, _, let broken):
            guard let lane = lanes.first, let counts = counts[relation] else { return nil }
            return ExistsForm(
                counters: counts.counters, lane: lane, broken: broken,
                open: counts.open(lane..<lane + 1))
        case .combination(let mode, let forms, let isSoft):
            return kernels(forms, lanes).map {
                CombinationForm(mode, $0, rows: rowCount, isSoft: isSoft)
            }
        case .versions(let choice, let forms):
            return kernels(forms, lanes).map { VersionedForm(choice, $0, rows: rowCount) }
        }
    }

    private var rowCount: Int { store.tables.tables[table].rowCount }

    private func kernels(
        _ forms: [LoweredRule.Form], _ lanes: FormLanes
    ) -> [any FormKernel]? {
        let kernels = zip(forms, lanes.parts).compactMap { kernel($0, $1) }
        return kernels.count == forms.count ? kernels : nil
    }
}

extension RelationScan.Counts {
    /// The targets that any of these lanes leaves open.
    func open(_ lanes: Range<Int>) -> Set<Int32> {
        lanes.reduce(into: []) { $0.formUnion(open[$1]) }
    }
}
