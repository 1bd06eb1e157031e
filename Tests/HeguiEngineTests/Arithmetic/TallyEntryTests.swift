import HeguiCalendar
import HeguiPack
import Testing

@testable import HeguiEngine

@Suite("Distinct rows")
struct TallyEntryTests {
    private static let march = Month(year: 2013, month: 3)?.days ?? Stretch.allDays
    private static let april = Month(year: 2013, month: 4)?.days ?? Stretch.allDays

    /// A row whose key is a text, `?` for one that is not known, that is worth so much.
    private func entry(
        _ key: String, _ lower: Int64 = 1, _ upper: Int64? = nil, isCertain: Bool = true,
        days: DayRange? = march
    ) -> TallyEntry {
        TallyEntry(
            isCertain: isCertain, key: [key == "?" ? .unknown : .exact(.string(key))],
            amount: Interval(
                lower: Ratio(lower), upper: Ratio(upper ?? lower), observed: Ratio(lower)),
            days: days)
    }

    private func possible(_ key: String, _ amount: Int64 = 1) -> TallyEntry {
        var entry = entry(key, amount)
        entry.doubt()
        return entry
    }

    /// Each entry as `lower/observed/upper`, with a mark where it is not certain.
    private func text(_ entries: [TallyEntry]) -> String {
        entries.map { entry in
            let numbers = [entry.amount.lower, entry.amount.observed, entry.amount.upper]
            let text = numbers.map { $0?.text ?? "∞" }.joined(separator: "/")
            return text + (entry.isCertain ? "" : "?")
        }.joined(separator: " ")
    }

    @Test("rows of one key count once, with the highest value, and those of others beside them")
    func exact() {
        #expect(text(TallyEntry.distinct([])) == "")
        #expect(text(TallyEntry.distinct([entry("a")])) == "1/1/1")
        #expect(text(TallyEntry.distinct([entry("a"), entry("a")])) == "1/1/1")
        #expect(text(TallyEntry.distinct([entry("a"), entry("b")])) == "1/1/1 1/1/1")
        let both = [entry("a", 2), entry("b", 1), entry("a", 5), entry("a", 3)]
        #expect(text(TallyEntry.distinct(both)) == "5/5/5 1/1/1")
        #expect(text(TallyEntry.distinct(both.reversed())) == "5/5/5 1/1/1")
    }

    @Test("of values that are not exact the least and the most of both count")
    func ranges() {
        let rows = [entry("a", 1, 5), entry("a", 2, 3)]
        for rows in [rows, rows.reversed()] {
            #expect(text(TallyEntry.distinct(rows)) == "2/2/5")
        }
        var open = entry("a", 4)
        open.amount.upper = nil
        for rows in [[open, entry("a", 2, 9)], [entry("a", 2, 9), open]] {
            #expect(text(TallyEntry.distinct(rows)) == "4/4/∞")
        }
        open.amount.lower = nil
        #expect(text(TallyEntry.distinct([open, entry("a", 2)])) == "∞/4/∞")
    }

    @Test("one that may count and one of its key that does are one that does")
    func certainty() {
        for rows in [[possible("a", 5), entry("a", 2)], [entry("a", 2), possible("a", 5)]] {
            #expect(text(TallyEntry.distinct(rows)) == "2/2/5")
        }
        #expect(text(TallyEntry.distinct([possible("a"), possible("a")])) == "0/0/1?")
        #expect(text(TallyEntry.distinct([possible("a"), entry("b")])) == "0/0/1? 1/1/1")
    }

    @Test("a key that is not known is one more only where no certain row may have it")
    func unknown() {
        #expect(text(TallyEntry.distinct([entry("?")])) == "1/1/1")
        #expect(text(TallyEntry.distinct([entry("?"), entry("a")])) == "1/1/1 0/0/1?")
        #expect(text(TallyEntry.distinct([entry("a"), entry("?")])) == "1/1/1 0/0/1?")
        #expect(text(TallyEntry.distinct([possible("a"), entry("?")])) == "0/0/1? 1/1/1")
        #expect(text(TallyEntry.distinct([entry("?"), entry("?")])) == "1/1/1 0/0/1?")
        #expect(
            text(TallyEntry.distinct([entry("?"), entry("?"), entry("?")]))
                == "1/1/1 0/0/1? 0/0/1?")
    }

    @Test("days that do not meet make two keys differ, however inexact they are")
    func days() {
        func entry(_ parts: KeyPart...) -> TallyEntry {
            TallyEntry(
                isCertain: true, key: parts, amount: Interval(exactly: .one), days: nil)
        }
        let (march, april) = (KeyPart.days(Self.march), KeyPart.days(Self.april))
        #expect(text(TallyEntry.distinct([entry(march), entry(april)])) == "1/1/1 1/1/1")
        #expect(text(TallyEntry.distinct([entry(march), entry(march)])) == "1/1/1 0/0/1?")
        #expect(
            text(
                TallyEntry.distinct([
                    entry(march, .exact(.string("a"))), entry(march, .exact(.string("b"))),
                ])) == "1/1/1 1/1/1")
        #expect(
            text(TallyEntry.distinct([entry(march, .unknown), entry(.unknown, march)]))
                == "1/1/1 0/0/1?")
    }

    @Test("the row with the higher value counts on its own day")
    func dayOfTheHigher() {
        func days(_ first: TallyEntry, _ second: TallyEntry) -> DayRange? {
            TallyEntry.distinct([first, second]).first?.days
        }
        let (low, high) = (entry("a", 1, days: Self.march), entry("a", 3, days: Self.april))
        #expect(days(low, high) == Self.april && days(high, low) == Self.april)
        let equal = entry("a", 1, days: Self.april)
        #expect(days(low, equal) == Self.march && days(equal, low) == Self.april)
        let open = entry("a", 0, 5, days: Self.april)
        let either = DayRange(first: Self.march.first, last: Self.april.last)
        #expect(days(low, open) == either && days(open, low) == either)
        let undated = entry("a", 0, 5, days: nil)
        #expect(days(low, undated) == nil && days(undated, low) == nil)
        #expect(days(low, entry("a", 0, 1, days: nil)) == Self.march)
    }

    @Test("what may count is worth nothing at least")
    func doubt() {
        var doubted = entry("a", 3, 7)
        doubted.doubt()
        #expect(text([doubted]) == "0/0/7?")
    }
}

@Suite("Parts of keys")
struct KeyPartTests {
    private static let third = Day(year: 2013, month: 3, day: 3) ?? .minimum
    private static let fourth = Day(year: 2013, month: 3, day: 4) ?? .minimum

    /// Two parts, and whether they differ whatever is not known.
    private static let pairs: [(KeyPart, KeyPart, Bool)] = [
        (.exact(.string("a")), .exact(.string("a")), false),
        (.exact(.string("a")), .exact(.string("b")), true),
        (.exact(.day(DayRange(third))), .exact(.day(DayRange(third))), false),
        (.exact(.day(DayRange(third))), .exact(.day(DayRange(fourth))), true),
        (.exact(.day(DayRange(third))), .exact(.string("a")), true),
        (.unknown, .unknown, false), (.unknown, .exact(.string("a")), false),
        (.unknown, .days(DayRange(third)), false),
        (.days(DayRange(third)), .exact(.day(DayRange(third))), false),
        (.days(DayRange(third)), .exact(.day(DayRange(fourth))), true),
        (.days(DayRange(third)), .days(DayRange(fourth)), true),
        (.days(DayRange(third)), .days(DayRange(third)), false),
        (.days(DayRange(third)), .exact(.string("a")), true),
    ]

    @Test("two keys differ only where one part surely does")
    func differ() {
        for (left, right, expected) in Self.pairs {
            #expect(KeyPart.differ([left], [right]) == expected, "\(left) \(right)")
            #expect(KeyPart.differ([right], [left]) == expected, "\(right) \(left)")
            #expect(KeyPart.differ([.unknown, left], [.unknown, right]) == expected)
            #expect(KeyPart.differ([left, .unknown], [right, .unknown]) == expected)
        }
        #expect(!KeyPart.differ([], []))
    }
}
