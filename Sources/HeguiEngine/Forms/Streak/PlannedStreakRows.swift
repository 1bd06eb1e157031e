import CEL
import HeguiCalendar
import HeguiPack

/// Rows in order of day, some of which are misses.
struct PlannedStreakRows: Sendable {
    let selection: PlannedSelection
    let day: PlannedRowDay
    let miss: PlannedExpression
    let skip: PlannedExpression?
    private let evidence: RowEvidence

    init?(
        _ selection: RowSelection, day: Expression, miss: Expression,
        skip: Expression?, parts: [Part], _ planner: Planner, subject table: Int
    ) {
        guard let rows = PlannedSelection(selection, planner, subject: table) else { return nil }
        self.selection = rows
        evidence = RowEvidence(parts, of: selection.relation, row: rows.table, planner.schema)
        self.day = PlannedRowDay(.on(day), planner, subject: table, row: rows.table)
        self.miss = PlannedExpression(miss, planner: planner, subject: table, row: rows.table)
        self.skip = planner.plan(skip, subject: table, row: rows.table)
    }

    /// A row and what it is in a run.
    private struct Placed {
        let row: RowReference
        let element: StreakElements.Element
        /// Whether the row's day is known.
        let isPlaced: Bool
    }

    /// Returns the rows up to the as-of day in order.
    func elements(
        _ frame: Frame, _ measurement: inout Measurement
    ) throws(EvaluationError) -> Answer<StreakElements> {
        let rows: [RowReference]
        switch selection.rows(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(let list): rows = list
        }
        var placed: [Placed] = []
        let open = selection.openPart(frame)
        for (row, doubts) in rows.map({ ($0, []) })
            + selection.possibleRows(of: open).map({ ($0, open?.causes ?? []) })
        {
            let one = try place(row, frame.looking(at: row), doubts: doubts, in: &measurement)
            if let one { placed.append(one) }
        }
        let known = placed.filter(\.isPlaced).sorted { isEarlier($0, than: $1, frame.rowStore) }
        var found = StreakElements()
        if let open = open?.unseen {
            measurement.causes.formUnion(open.causes)
            found.add(open)
        }
        for (index, one) in known.enumerated() {
            let clashes = [index - 1, index + 1].contains { other in
                guard known.indices.contains(other) else { return false }
                let days = known[other].element.days
                let isSameDay = days == one.element.days && days.isOneDay
                return !isSameDay && days.intersects(one.element.days)
            }
            if clashes { found.addStray(one.element) } else { found.elements.append(one.element) }
        }
        for one in placed where !one.isPlaced { found.addStray(one.element) }
        return .known(found)
    }

    private func place(
        _ row: RowReference, _ inner: Frame, doubts: [UnknownCause],
        in measurement: inout Measurement
    ) throws(EvaluationError) -> Placed? {
        var days = Stretch.allDays
        var isPlaced = false
        var isSure = true
        switch try day.read(inner) {
        case .on(let known, let causes):
            if known.first > inner.asOf { return nil }
            if known.last > inner.asOf { isSure = false }
            if !known.isOneDay { measurement.causes.formUnion(causes) }
            (days, isPlaced) = (known, true)
        case .unknown(let causes): measurement.causes.formUnion(causes)
        case .any, .spread: break
        }
        func truth(_ expression: PlannedExpression?) throws(EvaluationError) -> Bool? {
            switch try expression?.truth(inner) {
            case nil: return nil
            case .known(let flag)?: return flag
            case .unknown(let causes)?:
                measurement.causes.formUnion(causes)
                return nil
            }
        }
        let isChosen = selection.condition == nil ? true : try truth(selection.condition)
        if isChosen == false { return nil }
        let isSkipped = skip == nil ? false : try truth(skip)
        if isSkipped == true, isChosen == true { return nil }
        measurement.causes.formUnion(doubts)
        if !doubts.isEmpty { isSure = false }
        let isMissed = try truth(miss)
        var element = StreakElements.Element(days: days, least: false, most: true)
        if isSure, isChosen == true, isSkipped == false, let isMissed {
            (element.least, element.most) = (isMissed, isMissed)
        }
        if element.most { evidence.collect(row, inner.rowStore, into: &element.cells) }
        return Placed(row: row, element: element, isPlaced: isPlaced)
    }

    /// Rows of one day stand in the order of their key.
    private func isEarlier(_ left: Placed, than right: Placed, _ rowStore: RowStore) -> Bool {
        let (a, b) = (left.element.days, right.element.days)
        if a != b { return (a.first, a.last) < (b.first, b.last) }
        return rowStore.isBefore(left.row, right.row)
    }
}

extension StreakElements {
    /// Takes an element of which it is not known where it stands.
    fileprivate mutating func addStray(_ element: Element) {
        if element.most {
            strayMisses += 1
            strayCells += element.cells
        }
        if !element.least { strayBreaks += 1 }
    }
}

extension RowStore {
    /// Returns whether a row comes before another of its table in the order of their keys.
    fileprivate func isBefore(_ left: RowReference, _ right: RowReference) -> Bool {
        let dataset = schema.tables[left.table].dataset
        for column in dataset.key.compactMap(dataset.columnIndex) {
            let values = columns[left.table][column]
            switch (values[left.row], values[right.row]) {
            case (.string(let a), .string(let b)) where a != b: return a < b
            case (.int(let a), .int(let b)) where a != b: return a < b
            default: continue
            }
        }
        return left.row < right.row
    }
}
