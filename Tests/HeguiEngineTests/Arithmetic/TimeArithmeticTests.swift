import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiEngine

/// `2013-03-01`, `2013-03` or two days with `..` between them.
private func days(_ text: String) throws -> DayRange {
    if let month = Month(text) { return month.days }
    let parts = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    let first = try #require(parts.first.flatMap { Day($0) }, "\(text)")
    let last = try #require(parts.last.flatMap { Day($0) }, "\(text)")
    return try #require(DayRange(first: first, last: last))
}

@Suite("Rows in stretches of time")
struct StretchTests {
    /// The first half of 2013, of which April to June may not belong to it.
    private func stretch(
        horizon: String = "2013-12-31", certain: String? = "2013-01-01..2013-03-31"
    )
        throws -> Stretch
    {
        Stretch(
            id: "2013-H1", title: Message(zh: "上半年", en: "first half"),
            certain: try certain.map(days), possible: try days("2013-01-01..2013-06-30"),
            horizon: try #require(Day(horizon)), isOver: true)
    }

    @Test(
        "a row belongs to it where all of its days do, and not where none may",
        arguments: [
            ("2012-12-31", false), ("2013-01-01", true), ("2013-02", true), ("2013-03-31", true),
            ("2013-04-01", nil), ("2013-06-30", nil), ("2013-07-01", false), ("2013-07", false),
            ("2012-12-31..2013-01-01", nil), ("2013-03-31..2013-04-01", nil),
            ("2013-06-30..2013-07-01", nil), ("2012-01-01..2014-12-31", nil),
            ("2013-01-01..2013-03-31", true),
        ] as [(String, Bool?)])
    func holds(text: String, expected: Bool?) throws {
        #expect(try stretch().holds(days(text)) == expected)
    }

    @Test(
        "a row after the horizon does not count, and one that may be after it may",
        arguments: [
            ("2013-02-14", true), ("2013-02-15", true), ("2013-02-16", false), ("2013-02", nil),
            ("2013-01", true), ("2013-03", false), ("2013-02-15..2013-02-16", nil),
            ("2013-02-01..2013-02-15", true),
        ] as [(String, Bool?)])
    func horizon(text: String, expected: Bool?) throws {
        #expect(try stretch(horizon: "2013-02-15").holds(days(text)) == expected)
    }

    @Test("where no day belongs to it for certain, no row does")
    func uncertain() throws {
        let stretch = try stretch(certain: nil)
        #expect(try stretch.holds(days("2013-02-01")) == nil)
        #expect(try stretch.holds(days("2013-07-01")) == false)
        var empty = stretch
        empty.possible = nil
        #expect(try empty.holds(days("2013-02-01")) == false)
    }

    @Test("a value spread over days belongs to it where one of them may")
    func spread() throws {
        let row = RowReference(table: 0, row: 0)
        func isThen(_ days: RowDays, _ horizon: String = "2013-12-31") throws -> Bool? {
            switch try DatedRow(row: row, days: days).belongs(to: stretch(horizon: horizon)) {
            case .known(let flag): flag
            case .unknown: nil
            }
        }
        #expect(try isThen(.spread(days("2013-06-30..2014-06-30"))) == true)
        #expect(try isThen(.spread(days("2013-07-01..2014-06-30"))) == false)
        #expect(try isThen(.spread(days("2013-02-16..2014-06-30")), "2013-02-15") == false)
        #expect(try isThen(.spread(days("2013-02-15..2014-06-30")), "2013-02-15") == true)
        #expect(try isThen(.any) == true)
        #expect(try isThen(.unknown([])) == nil)
        #expect(try isThen(.on(days("2013-06"), [])) == nil)
        #expect(try isThen(.on(days("2013-03"), [])) == true)
    }
}

@Suite("Lengths one after another")
struct StepsTests {
    private func pieces(_ length: String, from first: String, through last: String) throws
        -> [String]
    {
        let steps = Steps(
            length: try #require(PeriodLength(length)), calendar: .weekendsOnly)
        return try steps.pieces(
            from: try #require(Day(first)), through: try #require(Day(last))
        ).map(\.days.description)
    }

    @Test(
        "each step is counted from the first day",
        arguments: [
            (
                "1 month", "2013-01-31", "2013-04-30",
                [
                    "2013-01-31..2013-02-27", "2013-02-28..2013-03-30", "2013-03-31..2013-04-29",
                    "2013-04-30..2013-05-30",
                ]
            ),
            ("1 month", "2013-01-01", "2013-02-28", ["2013-01", "2013-02"]),
            (
                "1 year", "2012-02-29", "2013-03-01",
                [
                    "2012-02-29..2013-02-27", "2013-02-28..2014-02-27",
                ]
            ),
            (
                "10 days", "2013-12-25", "2014-01-04",
                [
                    "2013-12-25..2014-01-03", "2014-01-04..2014-01-13",
                ]
            ),
            ("1 week", "2013-01-01", "2013-01-01", ["2013-01-01..2013-01-07"]),
            ("1 week", "2013-01-02", "2013-01-01", []),
        ] as [(String, String, String, [String])])
    func pieces(length: String, first: String, last: String, expected: [String]) throws {
        #expect(try pieces(length, from: first, through: last) == expected)
    }

    @Test("steps follow each other without a gap")
    func contiguous() throws {
        let steps = Steps(length: try #require(PeriodLength("1 month")), calendar: .weekendsOnly)
        let first = try #require(Day("2011-10-31"))
        let pieces = try steps.pieces(from: first, through: try #require(Day("2016-03-31")))
        #expect(pieces.count == 54)
        #expect(pieces.first?.days.first == first)
        for (left, right) in zip(pieces, pieces.dropFirst()) {
            #expect(left.days.last.adding(days: 1) == right.days.first)
        }
    }

    @Test("a length of nothing and far too many steps are errors")
    func errors() throws {
        #expect(throws: EvaluationError.self) {
            try pieces("0 days", from: "2013-01-01", through: "2013-12-31")
        }
        #expect(throws: EvaluationError.self) {
            try pieces("1 day", from: "1900-01-01", through: "2013-12-31")
        }
    }
}

@Suite("Sets of days")
struct DaySetTests {
    private func set(_ texts: [String]) throws -> DaySet {
        var set = DaySet()
        for text in texts { set.insert(try days(text)) }
        return set
    }

    @Test(
        "ranges that meet or overlap become one",
        arguments: [
            ([], []), (["2013-03"], ["2013-03"]),
            (["2013-03", "2013-01"], ["2013-01", "2013-03"]),
            (["2013-03", "2013-04"], ["2013-03-01..2013-04-30"]),
            (["2013-04", "2013-03"], ["2013-03-01..2013-04-30"]),
            (["2013-03-01", "2013-03-03"], ["2013-03-01", "2013-03-03"]),
            (["2013-03-01", "2013-03-03", "2013-03-02"], ["2013-03-01..2013-03-03"]),
            (["2013-03", "2013-03-10"], ["2013-03"]),
            (["2013-03-10", "2013-03"], ["2013-03"]),
            (
                ["2013-01", "2013-03", "2013-05", "2013-01-15..2013-05-15"],
                [
                    "2013-01-01..2013-05-31"
                ]
            ),
        ] as [([String], [String])])
    func insert(texts: [String], expected: [String]) throws {
        #expect(try set(texts).ranges.map(\.description) == expected)
    }

    @Test("a day counts once, and only within what is asked")
    func count() throws {
        let set = try set(["2013-01-30..2013-02-02", "2013-02-01..2013-02-03", "2013-03-31"])
        #expect(try set.count(in: days("2013-01")) == 2)
        #expect(try set.count(in: days("2013-02")) == 3)
        #expect(try set.count(in: days("2013-03")) == 1)
        #expect(try set.count(in: days("2013-04")) == 0)
        #expect(try set.count(in: days("2013-01-01..2013-12-31")) == 6)
        #expect(DaySet().count(in: try days("2013-01")) == 0)
    }
}

@Suite("Days by which somebody is bound")
struct BoundDaysTests {
    /// What is asked of the first quarter of 2013, its 90 days, for `certain` and `possible` days
    /// and those that are excused.
    private func demands(
        _ partial: Window.Partial?, certain: String?, possible: String?, excused: [String] = [],
        maybe: [String] = []
    ) throws -> [Stretch.Demand] {
        var off = PlannedExcusal.Days()
        for text in excused {
            off.certain.insert(try days(text))
            off.possible.insert(try days(text))
        }
        for text in maybe { off.possible.insert(try days(text)) }
        let bound = BoundDays(
            piece: try days("2013-01-01..2013-03-31"), certain: try certain.map(days),
            possible: try possible.map(days), excused: off)
        return try bound.demands(partial)
    }

    private func share(_ part: Int64, _ whole: Int64, _ rounding: Rounding) throws -> Stretch.Demand
    {
        .share(try #require(Ratio(part, whole)), rounding)
    }

    private static let whole = "2013-01-01..2013-03-31"
    private static let later = "2013-02-01..2013-03-31"

    @Test("who is bound all the time is asked for all of it")
    func whole() throws {
        for partial: Window.Partial? in [nil, .keep, .skip, .proRate(by: .day, .up)] {
            #expect(try demands(partial, certain: Self.whole, possible: Self.whole) == [.full])
        }
    }

    @Test("who is bound for a part is asked for all, nothing or a share")
    func part() throws {
        func demands(_ partial: Window.Partial?) throws -> [Stretch.Demand] {
            try self.demands(partial, certain: Self.later, possible: Self.later)
        }
        #expect(try demands(nil) == [.full] && demands(.keep) == [.full])
        #expect(try demands(.skip) == [.nothing])
        #expect(try demands(.proRate(by: .day, .up)) == [share(59, 90, .up)])
        #expect(try demands(.proRate(by: .month, .down)) == [share(2, 3, .down)])
        let least = try #require(Ratio(59, 90))
        #expect(try demands(.skipBelow(least)) == [.full])
        #expect(try demands(.skipBelow(try #require(Ratio(60, 90)))) == [.nothing])
    }

    @Test("excused days do not count, each once")
    func excused() throws {
        let demand = try demands(
            .proRate(by: .day, .up), certain: Self.whole, possible: Self.whole,
            excused: ["2013-02-01..2013-02-10", "2013-02-05..2013-02-20"])
        #expect(try demand == [share(70, 90, .up)])
        let months = try demands(
            .proRate(by: .month, .up), certain: Self.whole, possible: Self.whole,
            excused: ["2013-02-28"])
        #expect(try months == [share(2, 3, .up)])
        let all = try demands(nil, certain: Self.whole, possible: Self.whole, excused: [Self.whole])
        #expect(all == [.nothing])
    }

    @Test("what is not known gives the least and the most")
    func open() throws {
        let demand = try demands(.proRate(by: .day, .up), certain: Self.later, possible: Self.whole)
        #expect(try demand == [share(59, 90, .up), .full])
        let maybe = try demands(
            .proRate(by: .day, .up), certain: Self.whole, possible: Self.whole,
            maybe: ["2013-03"])
        #expect(try maybe == [share(59, 90, .up), .full])
        #expect(try demands(.skip, certain: nil, possible: Self.later) == [.nothing])
        #expect(try demands(.keep, certain: nil, possible: Self.later) == [.nothing, .full])
        #expect(try demands(.keep, certain: nil, possible: nil) == [.nothing])
    }

    @Test("months are whole only where every day of them counts")
    func months() throws {
        let demand = try demands(
            .proRate(by: .month, .up), certain: "2013-01-02..2013-03-31", possible: Self.whole)
        #expect(try demand == [share(2, 3, .up), .full])
        let none = try demands(
            .proRate(by: .month, .up), certain: "2013-01-02..2013-01-30",
            possible: "2013-01-02..2013-01-30")
        #expect(none == [.nothing])
    }
}
