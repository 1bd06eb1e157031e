import HeguiCalendar
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiYAML
import Testing

@Suite("the pack that uses every form once")
struct AllFormsTests {
    private let pack: Pack

    init() throws {
        let sources = try PackFixture.sources(ofFolder: "all-forms")
        let result = PackLoader.load(sources)
        let pairs = sources.files.map { ($0.source.name, $0.source) }
        let texts = Dictionary(pairs) { first, _ in first }
        let rendered = DiagnosticRenderer(language: .english, texts: texts)
            .render(result.diagnostics)
        pack = try #require(result.pack, "\(rendered)")
    }

    private func requirement(_ rule: String) throws -> QuantityRequirement {
        let found = try #require(pack.rules.first { $0.id == rule })
        guard case .quantity(let requirement) = found.requirement else {
            throw Missing.form(rule)
        }
        return requirement
    }

    private enum Missing: Error {
        case form(String)
    }

    @Test("a sum knows its caps from the narrowest to the widest, and its whole window")
    func sum() throws {
        let requirement = try requirement("too-few-hours")
        guard case .tally(let tally) = requirement.quantity, let window = tally.window else {
            throw Missing.form("sum")
        }
        #expect(tally.caps.map(\.per) == [.row, .day, .month, .total])
        #expect(tally.caps.compactMap(\.atMost.literal) == [4, 8, 30, 200].map { Ratio($0) })
        #expect(window.unit == .year && window.from != nil && window.until != nil)
        #expect(window.excused.map(\.rows.relation.dataset) == ["leaves"])
        guard case .proRate(by: .month, .up)? = window.partial else {
            throw Missing.form("partial")
        }
        #expect(requirement.bounds.atLeast?.literal == Ratio(65, 2))
    }

    @Test("a score has blocks with items, limits and weights")
    func score() throws {
        guard case .score(let score) = try requirement("points-too-low").quantity else {
            throw Missing.form("score")
        }
        #expect(score.blocks.map(\.id) == ["presence", "review"])
        #expect(score.blocks.map { $0.items.map(\.id) } == [["meetings", "absent"], ["review"]])
        #expect(score.blocks.map(\.weight.literal) == [Ratio(2, 5), Ratio(3, 5)])
        #expect(score.round?.step == Ratio(1, 10))
        guard case .add(let tally) = score.blocks[0].items[0].kind, case .on? = tally.window?.rowDay
        else { throw Missing.form("item") }
        #expect(tally.window?.unit == .year)
    }

    @Test("a gap without `after` counts from the nearest step that must be done")
    func sequence() throws {
        let rule = try #require(pack.rules.first { $0.id == "out-of-order" })
        guard case .sequence(let sequence) = rule.requirement else {
            throw Missing.form("sequence")
        }
        #expect(sequence.steps.map { $0.gaps.map(\.after) } == [[], [0], [0, 1]])
        #expect(sequence.isStrict)
        #expect(sequence.steps[2].gaps[0].counting?.start == .sameDay)
        #expect(sequence.steps[2].gaps[0].counting?.roll == CountingRule.Roll.none)
    }

    @Test("alternatives may hold alternatives, each with an id")
    func combination() throws {
        let rule = try #require(pack.rules.first { $0.id == "too-little-service" })
        guard case .combination(let outer) = rule.requirement,
            case .combination(let inner) = outer.parts[1].requirement
        else { throw Missing.form("combination") }
        #expect(outer.mode == .any && inner.mode == .all)
        #expect(outer.parts.map(\.id) == ["1", "hours"])
        #expect(inner.parts.map(\.id) == ["1", "2"])
    }

    @Test("a window may begin and end on days that are written down")
    func literalDays() throws {
        let rule = try #require(pack.rules.first { $0.id == "too-little-service" })
        let window = rule.requirement.expressions.map(\.source.text)
        #expect(window.contains("date(\"2013-01-10\")") && window.contains("date(\"2013-06-30\")"))
    }

    @Test("a table's rows stand in order of their edges, with percentages as exact numbers")
    func table() throws {
        let parameter = try #require(pack.parameters.first { $0.name == "dues_rate" })
        guard case .table(let table)? = parameter.values.first?.value else {
            throw Missing.form("table")
        }
        for (point, expected) in [(0, 1), (3000, 1), (3001, 2), (10000, 3), (10001, 4)] {
            let row = table.row(for: .number(Ratio(Int64(point))))
            #expect(row?.result == Ratio(Int64(expected), 200).map { .value(.ratio($0)) })
        }
        #expect(table.row(for: .number(Ratio(-1))) == nil)
    }

    @Test("a reading of a table is chosen by its name")
    func reading() throws {
        let parameter = try #require(pack.parameters.first { $0.name == "dues_rate" })
        let flat = try #require(parameter.alternatives.first)
        #expect(parameter.value(reading: "flat") == flat.value)
        #expect(parameter.value(reading: "level") == nil)
        let rule = try #require(pack.rules.first { $0.id == "points-too-low" })
        #expect(rule.examples.first?.situation.settings["dues_rate"] == flat.value)
    }

    @Test("what is expected of a part is a field with a path")
    func parts() throws {
        let rule = try #require(pack.rules.first { $0.id == "points-too-low" })
        let fields = rule.examples.first?.expectations.map(\.field)
        #expect(fields == ["outcome", "observed", "gap", "parts/presence/observed"])
    }

    @Test("a relation along a tree belongs to the rows referred to")
    func rollUp() {
        let relations = pack.relations(of: "units").filter { $0.tree != nil }
        #expect(Set(relations.map(\.name)) == ["descendants", "all_members"])
        #expect(relations.allSatisfy { $0.tree == "parent_id" })
    }

    @Test("a measure is computed after the columns that it reads")
    func order() throws {
        let members = try #require(pack.dataset("members"))
        #expect(Set(members.computationOrder).isSuperset(of: ["unpaid", "this_year", "last_year"]))
        let measured = members.columns.filter { $0.measure != nil }.map(\.name)
        #expect(measured == ["unpaid", "unpaid_since", "this_year", "last_year"])
        #expect(members.columns.compactMap(\.decimals) == [1, 2, 2, 2, 2])
    }

    @Test("a soft rule, a rule that takes another's place, and an act that is not to be too early")
    func rules() throws {
        let soft = try #require(pack.rules.first { $0.id == "served-too-early" })
        guard case .deadline(let deadline) = soft.requirement else {
            throw Missing.form("deadline")
        }
        #expect(soft.modality == .soft && deadline.notBefore != nil)
        #expect(pack.rules.first { $0.id == "rate-of-all" }?.replaces == "rate-of-all-before")
    }

    @Test("a quota has a share of those who count, or a number")
    func quota() throws {
        let five = try #require(pack.awards.first { $0.id == "five-star" }?.quota)
        guard case .share(.literal(let share, _)) = five.size else { throw Missing.form("quota") }
        #expect(share == Ratio(3, 10))
        #expect(five.within == "unit" && five.minimum == 1 && five.ties == .decide)
        let four = try #require(pack.awards.first { $0.id == "four-star" })
        guard case .top(.literal(let top, _))? = four.quota?.size else { throw Missing.form("top") }
        #expect(top == Ratio(3) && four.after == ["five-star"])
    }
}
