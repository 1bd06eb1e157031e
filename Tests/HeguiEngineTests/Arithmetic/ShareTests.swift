import CEL
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiEngine

@Suite("Shares and their bounds")
struct ShareTests {
    /// Whether something holds of a row: yes, no or not known.
    enum Truth: CaseIterable, CustomStringConvertible {
        case yes, no, open

        var answer: Answer<Bool> {
            switch self {
            case .yes: .known(true)
            case .no: .known(false)
            case .open: .unknown([UnknownCause(key: "cell")])
            }
        }

        var description: String {
            switch self {
            case .yes: "yes"
            case .no: "no"
            case .open: "open"
            }
        }
    }

    /// A row that is not known to be no part of the whole.
    struct Row: CustomStringConvertible {
        var counted: Truth
        var fulfilled: Truth
        var confirmed: Truth

        var description: String { "\(counted)/\(fulfilled)/\(confirmed)" }

        /// What the row may add to the part and to the whole.
        var possible: [(part: Int64, whole: Int64)] {
            var possible: [(part: Int64, whole: Int64)] = counted == .open ? [(0, 0)] : []
            if fulfilled != .no { possible.append((1, 1)) }
            if fulfilled != .yes || confirmed != .yes { possible.append((0, 1)) }
            return possible
        }

        static var all: [Row] {
            [Truth.yes, .open].flatMap { counted in
                Truth.allCases.flatMap { fulfilled in
                    Truth.allCases.map {
                        Row(counted: counted, fulfilled: fulfilled, confirmed: $0)
                    }
                }
            }
        }
    }

    private func share(_ rows: [Row]) -> Share {
        var share = Share()
        for row in rows {
            share.add(
                counted: row.counted.answer, fulfilled: row.fulfilled.answer,
                confirmed: row.confirmed.answer)
        }
        return share
    }

    /// All that rows may come to, each whole with its part.
    private func possible(_ rows: [Row]) -> [Ratio] {
        var sums: [(part: Int64, whole: Int64)] = [(0, 0)]
        for row in rows {
            sums = sums.flatMap { sum in
                row.possible.map { (sum.part + $0.part, sum.whole + $0.whole) }
            }
        }
        return sums.compactMap { Ratio($0.part, $0.whole) }
    }

    @Test("the bounds are the least and the most over all that may be", arguments: 1...3)
    func bounds(count: Int) throws {
        var lists: [[Row]] = [[Row(counted: .yes, fulfilled: .yes, confirmed: .yes)]]
        lists.append([Row(counted: .yes, fulfilled: .no, confirmed: .yes)])
        for _ in 1..<count { lists = lists.flatMap { list in Row.all.map { list + [$0] } } }
        for rows in lists {
            let measurement = share(rows).measurement([])
            let all = possible(rows)
            #expect(measurement.interval.lower == all.min(), "\(rows)")
            #expect(measurement.interval.upper == all.max(), "\(rows)")
            let whole = rows.filter { $0.counted == .yes }
            let part = whole.count { $0.fulfilled == .yes }
            #expect(
                measurement.interval.observed == Ratio(Int64(part), Int64(whole.count)), "\(rows)")
            let isMeasured = if case .measured = measurement.state { true } else { false }
            #expect(isMeasured)
        }
    }

    /// A row beside one of two that are fulfilled for certain, and the bounds.
    @Test(
        "each row moves the bound that it can move",
        arguments: [
            (Row(counted: .open, fulfilled: .yes, confirmed: .yes), "1/2", "2/3"),
            (Row(counted: .open, fulfilled: .yes, confirmed: .no), "1/3", "2/3"),
            (Row(counted: .open, fulfilled: .yes, confirmed: .open), "1/3", "2/3"),
            (Row(counted: .open, fulfilled: .no, confirmed: .yes), "1/3", "1/2"),
            (Row(counted: .open, fulfilled: .open, confirmed: .yes), "1/3", "2/3"),
            (Row(counted: .open, fulfilled: .open, confirmed: .open), "1/3", "2/3"),
            (Row(counted: .yes, fulfilled: .open, confirmed: .yes), "1/3", "2/3"),
            (Row(counted: .yes, fulfilled: .yes, confirmed: .no), "1/3", "2/3"),
            (Row(counted: .yes, fulfilled: .yes, confirmed: .open), "1/3", "2/3"),
            (Row(counted: .yes, fulfilled: .yes, confirmed: .yes), "2/3", "2/3"),
            (Row(counted: .yes, fulfilled: .no, confirmed: .open), "1/3", "1/3"),
        ])
    func single(row: Row, lower: String, upper: String) throws {
        let measurement = share([
            Row(counted: .yes, fulfilled: .yes, confirmed: .yes),
            Row(counted: .yes, fulfilled: .no, confirmed: .yes), row,
        ]).measurement([])
        #expect(measurement.interval.lower?.description == lower)
        #expect(measurement.interval.upper?.description == upper)
    }

    @Test("without a row that counts for certain there is no share, or it is not known")
    func nothing() {
        func state(_ rows: [Row]) -> String { "\(share(rows).measurement([]).state)" }
        #expect(state([]) == "empty")
        #expect(state([Row(counted: .open, fulfilled: .yes, confirmed: .yes)]) == "unknown")
        #expect(state([Row(counted: .open, fulfilled: .no, confirmed: .yes)]) == "unknown")
        #expect(state([Row(counted: .yes, fulfilled: .open, confirmed: .yes)]) == "measured")
    }

    @Test("what is missing is named once, and only where it is")
    func causes() {
        let open = Row(counted: .open, fulfilled: .open, confirmed: .yes)
        #expect(share([open, open]).measurement([]).causes == [UnknownCause(key: "cell")])
        let plain = Row(counted: .yes, fulfilled: .yes, confirmed: .no)
        #expect(share([plain]).measurement([]).causes == [])
    }

    /// Of so many rows so many are fulfilled: how many more or fewer keep the limits.
    @Test(
        "the gap is the least number of rows that mends a share",
        arguments: [
            (46, 50, Limits(atLeast: Ratio(19, 20)), 2),
            (48, 50, Limits(atLeast: Ratio(19, 20)), 0),
            (47, 50, Limits(atLeast: Ratio(19, 20)), 1), (0, 3, Limits(atLeast: Ratio(1, 3)), 1),
            (5, 10, Limits(moreThan: Ratio(1, 2)), 1), (6, 10, Limits(moreThan: Ratio(1, 2)), 0),
            (4, 11, Limits(moreThan: Ratio(1, 2)), 2), (8, 50, Limits(atMost: Ratio(1, 10)), 3),
            (5, 50, Limits(atMost: Ratio(1, 10)), 0), (5, 50, Limits(lessThan: Ratio(1, 10)), 1),
            (9, 55, Limits(lessThan: Ratio(1, 10)), 4), (0, 5, Limits(moreThan: .zero), 1),
        ])
    func gap(part: Int, whole: Int, limits: Limits, gap: Int64) {
        let rows = (0..<whole).map { row in
            Row(counted: .yes, fulfilled: row < part ? .yes : .no, confirmed: .yes)
        }
        var judgement = Judgement(.violated)
        share(rows).state(limits, in: &judgement)
        #expect(judgement.gap == Ratio(gap))
        #expect(judgement.observed == "\(part)/\(whole)")
    }
}
