import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiTables

/// A score as work on columns, before they are worked out.
struct ScoreColumns: Sendable {
    enum Item: Sendable {
        case add(TallyColumns)
        case deduct(TallyColumns)
        case points(NumberKernel)
    }

    typealias Block = ScoreBlock<Item>

    /// The subjects'.
    let table: Int
    let blocks: [Block]
    let floor: Ratio?
    let ceiling: Ratio?
    let round: ScoreQuantity.Round?

    func measure(_ store: ColumnStore) -> ScoreMeasure? {
        let subjects = WorkedRows(table: store.tables.tables[table], threads: store.threads)
        var worked: [ScoreMeasure.Block] = []
        for block in blocks {
            var items: [ScoreMeasure.Item] = []
            for item in block.items {
                switch item {
                case .add(let tally):
                    guard let measure = tally.measure(store) else { return nil }
                    items.append(.add(measure))
                case .deduct(let tally):
                    guard let measure = tally.measure(store) else { return nil }
                    items.append(.deduct(measure))
                case .points(let kernel):
                    items.append(.points(subjects.cells(kernel.cells), kernel.values))
                }
            }
            worked.append(
                ScoreMeasure.Block(
                    start: block.start, items: items, floor: block.floor,
                    ceiling: block.ceiling, weight: block.weight))
        }
        return ScoreMeasure(blocks: worked, floor: floor, ceiling: ceiling, round: round)
    }
}

extension PlannedScore {
    func measuring(
        _ lowering: RuleLowering, _ periods: [CalendarPeriod?], table: Int
    ) throws(LoweringObstacle) -> Measuring {
        var blocks: [ScoreColumns.Block] = []
        for block in self.blocks {
            var items: [ScoreColumns.Item] = []
            for item in block.items {
                items.append(try item.columns(lowering, periods, table: table))
            }
            blocks.append(
                ScoreColumns.Block(
                    start: try lowering.constant(block.start) ?? .zero, items: items,
                    floor: try lowering.constant(block.floor),
                    ceiling: try lowering.constant(block.ceiling),
                    weight: try lowering.constant(block.weight) ?? .one))
        }
        let columns = ScoreColumns(
            table: table, blocks: blocks, floor: try lowering.constant(floor),
            ceiling: try lowering.constant(ceiling), round: round)
        return { columns.measure($0) }
    }
}

extension PlannedScore.Item {
    fileprivate func columns(
        _ lowering: RuleLowering, _ periods: [CalendarPeriod?], table: Int
    ) throws(LoweringObstacle) -> ScoreColumns.Item {
        switch kind {
        case .add(let tally): return .add(try tally.columns(lowering, periods, table: table))
        case .deduct(let tally):
            return .deduct(try tally.columns(lowering, periods, table: table))
        case .points(let points):
            let kernel = lowering.lowering(points.source, lowering.own(table))
                .numbers(belowZero: true)
            return .points(try RuleLowering.lowered(points, kernel))
        }
    }
}

/// A block of a score: what it begins with, its items one after another, and its limits.
struct ScoreBlock<Item: Sendable>: Sendable {
    let start: Ratio
    let items: [Item]
    let floor: Ratio?
    let ceiling: Ratio?
    let weight: Ratio
}
