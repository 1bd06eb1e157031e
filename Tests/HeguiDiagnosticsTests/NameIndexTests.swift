import HeguiDiagnostics
import HeguiTestSupport
import Testing

@Suite("indexes of names")
struct NameIndexTests {
    /// The measure written down again, without anything that saves work.
    private static func plain(_ name: String, _ candidates: [String]) -> String? {
        let wanted = folded(name)
        let matches = candidates.filter { $0 != name }.compactMap { other -> Match? in
            let letters = folded(other)
            let distance = NearestName.editDistance(wanted, letters)
            guard distance <= allowance(wanted), distance < max(wanted.count, letters.count)
            else { return nil }
            let prefix = zip(wanted, letters).prefix { $0 == $1 }.count
            return Match(distance: distance, prefix: -prefix, name: other)
        }
        return matches.min {
            ($0.distance, $0.prefix, $0.name) < ($1.distance, $1.prefix, $1.name)
        }?
        .name
    }

    private struct Match {
        let distance: Int
        let prefix: Int
        let name: String
    }

    private static func folded(_ name: String) -> [Character] {
        name.lowercased().map { $0 == "-" ? "_" : $0 }
    }

    private static func allowance(_ name: [Character]) -> Int {
        if name.contains(where: { DisplayWidth.of($0) == 2 }) { return max(1, name.count / 2) }
        return name.count < 3 ? 0 : name.count < 6 ? 1 : name.count < 9 ? 2 : name.count / 3
    }

    @Test("an index finds what comparing with every name finds", arguments: 0..<40 as Range<UInt64>)
    func agrees(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let letters = seed % 2 == 0 ? Array("ab-_cD") : Array("区甲乙局院社区司法")
        func name() -> String {
            String((0..<Int(numbers.next() % 9)).map { _ in numbers.one(of: letters) })
        }
        let names = (0..<40).map { _ in name() }
        var index = NameIndex(names)
        for wanted in (0..<20).map({ _ in name() }) {
            #expect(index.suggestion(for: wanted).name == Self.plain(wanted, names), "\(wanted)")
        }
    }

    @Test("a name asked for again costs nothing")
    func remembered() {
        var index = NameIndex(["区司法局", "区民政局", "区教育局"])
        #expect(index.suggestion(for: "区司法属") == .found("区司法局"))
        let steps = index.steps
        #expect(index.suggestion(for: "区司法属") == .found("区司法局"))
        #expect(index.steps == steps)
    }

    @Test("names of other characters are not compared at all")
    func filtered() {
        var index = NameIndex((0..<1_000).map { "abcdef\($0)" })
        #expect(index.suggestion(for: "uvwxyzuvw") == .none)
        #expect(index.steps == 0)
    }

    @Test("names that are all alike stop the search, which says so")
    func bounded() {
        let letters = Array("甲乙丙丁戊己庚辛")
        var numbers = SeededNumbers(seed: 1)
        func name() -> String {
            String((0..<70).map { _ in numbers.one(of: letters) })
        }
        var index = NameIndex((0..<200).map { _ in name() }, mostSteps: 100_000)
        let answers = (0..<50).map { _ in index.suggestion(for: name()) }
        #expect(answers.last == .notLookedFor)
        #expect(index.steps <= 100_000)
        var many = NameIndex((0...NameIndex.mostNames).map { "name\($0)" })
        #expect(many.suggestion(for: "nam1") == .notLookedFor)
    }
}
