import HeguiTestSupport
import Testing

@testable import HeguiColumns

@Suite("counting")
struct CountersTests {
    @Test("numbers beyond a byte are counted as well", arguments: 0..<12)
    func counts(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let (rows, lanes) = (7, 2)
        var expected = [[Int32]](repeating: [0, 0], count: rows)
        let parts = [Counters(rows: rows, lanes: lanes), Counters(rows: rows, lanes: lanes)]
        for counters in parts {
            for _ in 0..<4 {
                let targets = (0..<1_000).map { _ in Int32.random(in: -1...8, using: &numbers) }
                let truths = (0..<lanes).map { _ in TruthBlock(count: targets.count) }
                let first = (0..<1_000).map { _ in Bool.random(using: &numbers) }
                let column = ColumnCells(targets)
                truths[1].fill(seed % 2 == 0 ? TruthBlock.yes : TruthBlock.unsettled)
                let flags = ColumnCells(first.map { $0 ? 1 : 0 })
                truths[0].compare(
                    CellBlock(flags, from: 0, count: 1_000), .equal, with: 1, absent: TruthBlock.no)
                counters.count(CellBlock(column, from: 0, count: 1_000), truths)
                for (index, target) in targets.enumerated() where target >= 0 && target < rows {
                    if first[index] { expected[Int(target)][0] += 1 }
                    if seed % 2 == 0 { expected[Int(target)][1] += 1 }
                }
            }
        }
        parts[0].add(parts[1])
        parts[0].add(300, row: 2, lane: 1)
        expected[2][1] += 300
        for row in 0..<rows {
            for lane in 0..<lanes { #expect(parts[0][row, lane] == expected[row][lane]) }
        }
        // Codes by number: 255 at most, 256, more.
        let table = (0..<300).map { UInt8($0 < 256 ? 1 : $0 == 256 ? 2 : 3) }
        let codes = Codes(repeating: 9, count: rows)
        codes.set(parts[0], lane: 0, table: table, rows: 0..<rows)
        for row in 0..<rows {
            #expect(codes[row] == table[min(Int(expected[row][0]), table.count - 1)])
        }
    }

    @Test("rows of the same keys count once, by any number of threads", arguments: 1...3)
    func distinct(threads: Int) {
        var numbers = SeededNumbers(seed: UInt64(threads))
        let (targets, width) = (40_000, 2)
        var rows = DistinctRows(width: width)
        var expected = [Set<[Int32]>](repeating: [], count: targets)
        for _ in 0..<40 {
            // Three quarters go to 300 targets, which have more different rows than a byte can count.
            let names = (0..<4_000).map { _ in
                Int.random(in: 0..<4, using: &numbers) == 0
                    ? Int32.random(in: -1..<Int32(targets), using: &numbers)
                    : 133 * Int32.random(in: 0..<300, using: &numbers)
            }
            let keys = (0..<width).map { _ in
                (0..<names.count).map { _ in Int32.random(in: 0...200, using: &numbers) }
            }
            let truth = TruthBlock(count: names.count)
            truth.fill(TruthBlock.yes)
            rows.add(
                CellBlock(ColumnCells(names), from: 0, count: names.count), where: truth,
                keys: keys.map { CellBlock(ColumnCells($0), from: 0, count: names.count) })
            for (index, target) in names.enumerated() where target >= 0 {
                expected[Int(target)].insert(keys.map { $0[index] })
            }
        }
        let counters = Counters(rows: targets, lanes: 1)
        rows.count(into: counters, lane: 0, threads: threads)
        #expect(expected.count { $0.count > 255 } == 300)
        #expect(expected.indices.allSatisfy { counters[$0, 0] == Int32(expected[$0].count) })
    }

    @Test("codes are told apart however they stand", arguments: 0..<20)
    func histogram(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let codes = Codes(repeating: 0, count: Int.random(in: 0...5_000, using: &numbers))
        var expected = [Int](repeating: 0, count: 256)
        for row in 0..<codes.count {
            let code = Int.random(in: 0..<9, using: &numbers) == 0 ? UInt8(seed) : 3
            codes[row] = code
            expected[Int(code)] += 1
        }
        #expect(codes.histogram() == expected)
    }
}
