import HeguiTestSupport
import Testing

@testable import HeguiColumns

@Suite("cells of columns")
struct ColumnCellsTests {
    @Test(
        "cells are kept in as few bytes as they need, and come back as they were", arguments: 0..<60
    )
    func store(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let cells = Self.cells(&numbers, span: [0, 1, 253, 254, 65_533, 65_534, 1 << 30][seed % 7])
        let column = ColumnCells(cells)
        #expect((0..<column.count).map { column[$0] } == cells)
        let block = CellBlock(column, from: cells.count / 3, count: cells.count / 2)
        for index in 0..<block.count { #expect(block[index] == cells[cells.count / 3 + index]) }
        let plain = cells.filter { $0 > ColumnCells.special }
        #expect(column.bounds?.lowerBound == plain.min())
        #expect(column.bounds?.upperBound == plain.max())
    }

    @Test("a cell far from the others can be put among them", arguments: 0..<40)
    func change(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var cells = Self.cells(&numbers, span: [3, 300][seed % 2])
        let column = ColumnCells(cells)
        for _ in 0..<20 {
            let place = Int.random(in: cells.indices, using: &numbers)
            let cell = numbers.one(
                of: [
                    ColumnCells.absent, ColumnCells.special, ColumnCells.orphan, .max, 0,
                    cells[0], Int32.random(in: -70_000...70_000, using: &numbers),
                ])
            cells[place] = cell
            column[place] = cell
        }
        #expect((0..<column.count).map { column[$0] } == cells)
        let kept = cells.indices.filter { $0 % 3 == 1 }
        column.keep(kept)
        #expect((0..<column.count).map { column[$0] } == kept.map { cells[$0] })
    }

    @Test("codes are put in place of numbers, and of nothing else")
    func codes() {
        let column = ColumnCells([2, 0, ColumnCells.absent, 1, ColumnCells.special, 2])
        column.replace(by: [0, 1, 2])
        #expect(column[0] == 2)
        column.replace(by: [70_000, ColumnCells.absent, -1])
        let expected = [
            -1, 70_000, ColumnCells.absent, ColumnCells.absent, ColumnCells.special, -1,
        ]
        #expect((0..<6).map { column[$0] } == expected)
    }

    @Test("columns beyond the limit stand in a file, and say the same")
    func file() {
        let cells = (0..<200_000).map { Int32($0 &* 7_919) }
        for limit in [0, 100_000, 1 << 30] {
            let memory = ColumnMemory(limit: limit, folder: "/tmp")
            let arena = CellArena(piece: 1 << 16, from: memory)
            let columns = (0..<3).map { _ in ColumnCells(cells, in: arena) }
            #expect((memory.fileBytes > 0) == (limit < 1 << 30))
            for column in columns {
                #expect(cells.indices.allSatisfy { column[$0] == cells[$0] })
            }
        }
    }

    @Test("where no file can be made, columns stay in memory")
    func noFile() {
        let memory = ColumnMemory(limit: 0, folder: "/no/such/folder")
        let arena = CellArena(piece: 1 << 16, from: memory)
        let column = ColumnCells([5, 6], in: arena)
        #expect(column[1] == 6)
        #expect(memory.fileBytes == 0)
    }

    private static func cells(_ numbers: inout SeededNumbers, span: Int) -> [Int32] {
        let least = Int32.random(in: -20_000...20_000, using: &numbers)
        return (0..<Int.random(in: 1...3_000, using: &numbers)).map { index in
            switch Int.random(in: 0..<12, using: &numbers) {
            case 0: ColumnCells.absent
            case 1: ColumnCells.special
            case 2: least
            case 3: least + Int32(span)
            default: least + Int32.random(in: 0...Int32(span), using: &numbers)
            }
        }
    }
}
