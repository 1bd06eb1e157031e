import HeguiColumns
import HeguiIntake
import HeguiPack

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
