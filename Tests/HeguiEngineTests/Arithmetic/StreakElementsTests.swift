import HeguiCalendar
import HeguiPack
import Testing

@testable import HeguiEngine

@Suite("Runs of misses")
struct StreakElementsTests {
    /// `x` missed, `o` kept, `?` one of both, `-` left out; each a month of 2013.
    private func elements(_ marks: String, misses: Int = 0, breaks: Int = 0) -> StreakElements {
        var elements = StreakElements()
        for (index, mark) in marks.enumerated() {
            let days = Month(year: 2013, month: index + 1)?.days ?? Stretch.allDays
            var element = StreakElements.Element(
                days: days, least: mark == "x", most: mark == "x" || mark == "?")
            element.isLeftOut = mark == "-"
            elements.elements.append(element)
        }
        elements.strayMisses = misses
        elements.strayBreaks = breaks
        return elements
    }

    /// The least and most of the longest, the current and the total run.
    @Test(
        "runs are counted over what is missed for certain and what may be",
        arguments: [
            ("", "0 0", "0 0", "0 0"), ("x", "1 1", "1 1", "1 1"), ("o", "0 0", "0 0", "0 0"),
            ("?", "0 1", "0 1", "0 1"), ("xxo", "2 2", "0 0", "2 2"), ("oxx", "2 2", "2 2", "2 2"),
            ("xoxx", "2 2", "2 2", "3 3"), ("xxox", "2 2", "1 1", "3 3"),
            ("x?x", "1 3", "1 3", "2 3"), ("xx?", "2 3", "0 3", "2 3"),
            ("?xx", "2 3", "2 3", "2 3"), ("xo?x", "1 2", "1 2", "2 3"),
            ("x-x", "2 2", "2 2", "2 2"), ("xx-", "2 2", "2 2", "2 2"),
            ("x-?-x", "1 3", "1 3", "2 3"), ("xxoxxxo", "3 3", "0 0", "5 5"),
        ])
    func marks(marks: String, longest: String, current: String, total: String) {
        let all: [(StreakQuantity.Run, String)] = [
            (.longest, longest), (.current, current), (.total, total),
        ]
        for (run, expected) in all {
            let (least, most) = elements(marks).runs(run)
            #expect("\(least.length) \(most.length)" == expected, "\(run)")
        }
    }

    /// Elements of which it is not known where they stand, and the longest run.
    @Test(
        "elements without a place lengthen the longest run or cut it into pieces",
        arguments: [
            ("xxx", 0, 1, "2 3"), ("xx", 0, 1, "1 2"), ("xxxx", 0, 1, "2 4"),
            ("xxxxx", 0, 1, "3 5"), ("xxxxx", 0, 2, "2 5"), ("xxxxxxx", 0, 2, "3 7"),
            ("x", 0, 1, "1 1"), ("x", 0, 5, "1 1"), ("", 0, 3, "0 0"), ("xx", 1, 0, "2 3"),
            ("xx", 2, 0, "2 4"), ("xxx", 1, 1, "2 4"), ("oo", 2, 2, "0 2"),
            ("xxoxx", 1, 0, "2 3"),
        ])
    func strays(marks: String, misses: Int, breaks: Int, expected: String) {
        let (least, most) = elements(marks, misses: misses, breaks: breaks).runs(.longest)
        #expect("\(least.length) \(most.length)" == expected)
    }

    @Test("elements without a place leave the current run open, and the total as it is")
    func straysElsewhere() {
        for (misses, breaks) in [(1, 0), (0, 1), (1, 1)] {
            let elements = elements("xxx", misses: misses, breaks: breaks)
            let (least, most) = elements.runs(.current)
            #expect(least.length == 0 && most.length == 3 + misses)
            let (few, many) = elements.runs(.total)
            #expect(few.length == 3 && many.length == 3 + misses)
        }
    }

    @Test("the shortest run that breaks may leave is the one that they do leave somewhere")
    func shortest() {
        for length in 1...9 {
            for breaks in 0...4 {
                let found = elements(String(repeating: "x", count: length), breaks: breaks)
                let expected = Self.shortest(length, breaks)
                #expect(found.runs(.longest).least.length == expected, "\(length) \(breaks)")
            }
        }
    }

    /// Puts the breaks wherever they may stand.
    private static func shortest(_ length: Int, _ breaks: Int) -> Int {
        if breaks == 0 { return length }
        return (0...length).map { max($0, shortest(length - $0, breaks - 1)) }.min() ?? length
    }

    @Test("any way to settle what is open gives a run between the least and the most")
    func between() {
        for code in 0..<243 {
            var (rest, marks) = (code, "")
            for _ in 0..<5 {
                marks.append(["x", "o", "?"][rest % 3])
                rest /= 3
            }
            let open = marks.filter { $0 == "?" }.count
            for run in StreakQuantity.Run.allCases {
                var lengths: [Int] = []
                for choice in 0..<(1 << open) {
                    var place = -1
                    let settled = marks.map { mark -> Character in
                        guard mark == "?" else { return mark }
                        place += 1
                        return choice >> place & 1 == 1 ? "x" : "o"
                    }
                    lengths.append(elements(String(settled)).runs(run).least.length)
                }
                let (least, most) = elements(marks).runs(run)
                #expect(least.length == lengths.min(), "\(marks) \(run)")
                #expect(most.length == lengths.max(), "\(marks) \(run)")
            }
        }
    }

    @Test("a run has the days from its first to its last element, and the first of two counts")
    func days() throws {
        let longest = elements("oxxoxx").runs(.longest).least
        #expect(longest.days?.description == "2013-02-01..2013-03-31")
        let current = elements("oxxoxx").runs(.current).least
        #expect(current.days?.description == "2013-05-01..2013-06-30")
        #expect(elements("ooo").runs(.longest).least.days == nil)
        #expect(elements("xxo").runs(.current).least.days == nil)
        #expect(elements("xx", misses: 1).runs(.longest).most.days == nil)
    }
}
