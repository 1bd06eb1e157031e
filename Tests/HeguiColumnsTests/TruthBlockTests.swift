import Testing

@testable import HeguiColumns

@Suite("Blocks of truths")
struct TruthBlockTests {
    private static let (no, open, yes) = (TruthBlock.no, TruthBlock.unsettled, TruthBlock.yes)
    private static let truths = [no, open, yes]

    private func block(_ truths: [UInt8]) -> TruthBlock {
        // A number picks the block that is filled with its truth.
        let filled = Self.truths.map { truth in
            let block = TruthBlock(count: truths.count)
            block.fill(truth)
            return block
        }
        let block = TruthBlock(count: truths.count)
        block.choose(truths.map { Self.truths.firstIndex(of: $0) ?? -1 }, among: filled)
        return block
    }

    private func cells(_ cells: [Int32]) -> CellBlock {
        CellBlock(ColumnCells(cells), from: 0, count: cells.count)
    }

    private func list(_ block: TruthBlock) -> [UInt8] { (0..<block.count).map { block[$0] } }

    /// What two truths come to, in the order of no, open, yes.
    @Test("and, or, not and the choice of two follow Kleene")
    func kleene() {
        let left = Self.truths.flatMap { Array(repeating: $0, count: 3) }
        let right = Self.truths + Self.truths + Self.truths
        let (no, open, yes) = (Self.no, Self.open, Self.yes)
        let both = block(left)
        both.and(block(right))
        #expect(list(both) == [no, no, no, no, open, open, no, open, yes])
        let either = block(left)
        either.or(block(right))
        #expect(list(either) == [no, open, yes, open, open, yes, yes, yes, yes])
        let not = block(Self.truths)
        not.negate()
        #expect(list(not) == [yes, open, no])
        let chosen = block(left)
        let others = block(right)
        others.negate()
        chosen.choose(block(right), others)
        #expect(list(chosen) == [yes, open, no, open, open, open, no, open, yes])
    }

    @Test("a block knows whether anything in it is open")
    func hasOpen() {
        #expect(!block([Self.no, Self.yes, Self.no]).hasUnsettled)
        #expect(!block([]).hasUnsettled)
        for place in 0..<3 {
            var truths = [Self.no, Self.yes, Self.yes]
            truths[place] = Self.open
            #expect(block(truths).hasUnsettled, "\(place)")
        }
    }

    private static let special = ColumnCells.special
    private static let absent = ColumnCells.absent

    @Test("a cell is compared with a number; an empty one gives what is said, an odd one is open")
    func constant() {
        let row = cells([4, 5, 6, Self.absent, Self.special, -1, .max])
        let cases: [(TruthBlock.Comparison, [UInt8])] = [
            (.less, [3, 0, 0, 9, 1, 3, 0]), (.lessOrEqual, [3, 3, 0, 9, 1, 3, 0]),
            (.greater, [0, 0, 3, 9, 1, 0, 3]), (.greaterOrEqual, [0, 3, 3, 9, 1, 0, 3]),
            (.equal, [0, 3, 0, 9, 1, 0, 0]), (.notEqual, [3, 0, 3, 9, 1, 3, 3]),
        ]
        for (comparison, expected) in cases {
            for absent in Self.truths {
                let block = TruthBlock(count: row.count)
                block.compare(row, comparison, with: 5, absent: absent)
                #expect(list(block) == expected.map { $0 == 9 ? absent : $0 }, "\(comparison)")
            }
        }
    }

    @Test("two cells are compared only where both are there and plain")
    func pairs() {
        let left = cells([4, 5, 6, Self.absent, 5, Self.special, 5, Self.absent])
        let right = cells([5, 5, 5, 5, Self.absent, 5, Self.special, Self.absent])
        let cases: [(TruthBlock.Comparison, [UInt8])] = [
            (.less, [3, 0, 0]), (.lessOrEqual, [3, 3, 0]), (.greater, [0, 0, 3]),
            (.greaterOrEqual, [0, 3, 3]), (.equal, [0, 3, 0]), (.notEqual, [3, 0, 3]),
        ]
        for (comparison, expected) in cases {
            let block = TruthBlock(count: left.count)
            block.compare(left, comparison, with: right)
            #expect(list(block) == expected + [1, 1, 1, 1, 1], "\(comparison)")
        }
    }

    @Test("a table says what it holds; an empty cell gives what is said, what is beyond is open")
    func table() {
        let row = cells([10, 11, 12, 9, 13, Self.absent, Self.special, -1])
        for absent in Self.truths {
            let block = TruthBlock(count: row.count)
            block.look(up: row, in: [Self.yes, Self.no, Self.open], first: 10, absent: absent)
            #expect(list(block) == [3, 0, 1, 1, 1, absent, 1, 1])
        }
    }

    @Test("a reference is there, is empty or names nothing, and an odd one is open")
    func present() {
        let row = cells([0, 7, ColumnCells.orphan, Self.absent, Self.special])
        let block = TruthBlock(count: row.count)
        block.present(row, present: Self.yes, missing: Self.no)
        #expect(list(block) == [3, 3, 0, 0, 1])
        block.present(row, present: Self.no, missing: Self.yes)
        #expect(list(block) == [0, 0, 3, 3, 1])
    }

    @Test("what lies outside the days is false, and what has no day is open unless it is false")
    func within() {
        let days = cells([9, 10, 15, 20, 21, Self.absent, Self.special])
        let cases: [(UInt8, [UInt8])] = [
            (Self.yes, [0, 3, 3, 3, 0, 1, 1]), (Self.open, [0, 1, 1, 1, 0, 1, 1]),
            (Self.no, [0, 0, 0, 0, 0, 0, 0]),
        ]
        for (truth, expected) in cases {
            let block = block(Array(repeating: truth, count: days.count))
            block.within(days, from: 10, through: 20)
            #expect(list(block) == expected, "\(truth)")
        }
        let one = block(Array(repeating: Self.yes, count: days.count))
        one.within(days, from: 15, through: 15)
        #expect(list(one) == [0, 0, 3, 0, 0, 1, 1])
    }

    @Test("the targets of open rows are found, and no others")
    func targets() {
        let rows = cells([4, 5, ColumnCells.orphan, Self.absent, 6, 4])
        let truths = block([Self.open, Self.yes, Self.open, Self.open, Self.no, Self.open])
        var targets: Set<Int32> = [99]
        truths.addUnsettled(rows, to: &targets)
        #expect(targets == [99, 4])
    }

    @Test("a row takes the truth of the block of its number, and is open without one")
    func choices() {
        let blocks = [block([Self.yes, Self.yes, Self.yes]), block([Self.no, Self.no, Self.no])]
        let chosen = TruthBlock(count: 3)
        chosen.choose([1, 0, -1], among: blocks)
        #expect(list(chosen) == [0, 3, 1])
    }

    @Test("cells are chosen by a truth, or looked up, and odd where that cannot be told")
    func chosenCells() {
        let truth = block([Self.yes, Self.no, Self.open])
        let chosen = CellBlock(truth, yes: cells([1, 2, 3]), no: cells([4, 5, 6]))
        #expect((0..<3).map { chosen[$0] } == [1, 5, Self.special])
        let row = cells([10, 11, 12, 9, Self.absent, Self.special])
        for absent in [Self.absent, Self.special, 7] {
            let found = CellBlock(row, table: [70_000, -5], first: 10, absent: absent)
            let expected = [70_000, -5, Self.special, Self.special, absent, Self.special]
            #expect((0..<6).map { found[$0] } == expected)
        }
    }
}
