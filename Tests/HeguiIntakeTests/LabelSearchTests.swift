import HeguiTestSupport
import Testing

@testable import HeguiIntake

@Suite("Labels in a text")
struct LabelSearchTests {
    @Test("those are found that a look at each of them finds", arguments: 0..<100)
    func inside(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        func word(_ lengths: ClosedRange<Int>) -> String {
            let count = Int.random(in: lengths, using: &numbers)
            return String((0..<count).map { _ in numbers.one(of: "甲乙a社") })
        }
        let labels = Set((0..<20).map { _ in word(1...4) })
        let search = LabelSearch(labels)
        let text = word(0...12)
        #expect(Set(search.inside(text) ?? []) == labels.filter { text.contains($0) })
        let prefixes = labels.filter { text.hasPrefix($0) }
        #expect(search.longestPrefix(of: text) == prefixes.max { $0.count < $1.count })
    }

    @Test("where very many labels stand in a text, none is told")
    func many() {
        let search = LabelSearch((1...60).map { String(repeating: "甲", count: $0) })
        #expect(search.inside(String(repeating: "甲", count: 40))?.count == 40)
        #expect(search.inside(String(repeating: "甲", count: 60)) == nil)
    }
}
