import HeguiTestSupport
import Testing

@testable import HeguiSheets

@Suite("Merged blocks")
struct MergedCellsTests {
    @Test("the block of a cell is the last of those that cover it", arguments: 0..<50)
    func block(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let size = 12
        let ranges = (0..<Int.random(in: 0...20, using: &numbers)).map { _ in
            let row = Int.random(in: 1...size, using: &numbers)
            let column = Int.random(in: 1...size, using: &numbers)
            return MergedRange(
                firstRow: row, firstColumn: column,
                lastRow: Int.random(in: row...size, using: &numbers),
                lastColumn: Int.random(in: column...size, using: &numbers))
        }
        let merged = MergedCells(ranges)
        for row in 0...size + 2 {
            for column in 0...size * 2 {
                let expected = merged.ranges.last { $0.contains(row: row, column: column) }
                #expect(merged.range(row: row, column: column) == expected)
            }
            let starting = merged.ranges.filter { (row..<row + 3).contains($0.firstRow) }
            #expect(Array(merged.ranges(startingIn: row..<row + 3)) == starting)
        }
    }

    @Test("tall blocks side by side and wide ones below one another take no search of all")
    func manyBlocks() {
        let tall = (1...16_384).map {
            MergedRange(firstRow: 1, firstColumn: $0, lastRow: 100_000, lastColumn: $0)
        }
        let wide = (100_001...160_000).map {
            MergedRange(firstRow: $0, firstColumn: 1, lastRow: $0, lastColumn: 16_384)
        }
        let merged = MergedCells(tall + wide)
        let clock = ContinuousClock()
        var covered = 0
        let time = clock.measure {
            for row in 1...160_000 {
                let column = row % 16_384 + 1
                let block = merged.range(row: row, column: column)
                if block?.contains(row: row, column: column) == true { covered += 1 }
            }
        }
        #expect(covered == 160_000)
        #expect(time < .seconds(5))
    }
}
