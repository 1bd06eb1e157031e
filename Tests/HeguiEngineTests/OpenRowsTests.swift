import Foundation
import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiPack
import HeguiTables
import HeguiTestSupport
import Testing

@testable import HeguiEngine
@testable import HeguiReview

/// Rows are left out of made drops and declared open, or name nobody and are declared to be perhaps
/// of those whom they named: what is still decided must be what the whole drop says.
///
/// `HEGUI_SEEDS` and `HEGUI_FIRST_SEED` are those of `ColumnAgreementTests`.
@Suite("rows that were not read")
struct OpenRowsTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let first = environment["HEGUI_FIRST_SEED"].flatMap(Int.init) ?? 0
    private static let seeds =
        first..<first + (environment["HEGUI_SEEDS"].flatMap(Int.init) ?? 24)

    /// Seeds whose drops were once decided too early: another row of the same key may be meant, and
    /// one that was not read takes the place of its like on another day.
    private static let kept = [42_072, 42_287, 42_298]

    /// How the rows that are left out are declared.
    enum Declared: CaseIterable {
        /// Each by its member.
        case byMember
        /// All of a unit together, without a number.
        case byUnit
        /// All together: nobody knows whose they are.
        case ofAnybody
        /// They stay and name nobody: each may be its member's, and another's too.
        case shown
    }

    @Test("what is decided without them is what they would have it", arguments: Array(seeds) + kept)
    func soundness(seed: Int) throws {
        var maker = PolicyMaker(seed: UInt64(seed))
        let pack = try maker.pack()
        let files = maker.files()
        let asOf = try #require(Day(year: 2013, month: 12, day: seed % 2 == 0 ? 31 : 15))
        let whole = try DropFolder(files)
        defer { whole.remove() }
        let truth = try BothWays(pack, drop: whole.path, asOf: asOf).plain
        var found = (decided: 0, undetermined: 0)
        for (number, declared) in Declared.allCases.enumerated() {
            let cut = Cut(files, seed: UInt64(seed * 7 + number), declared)
            let drop = try DropFolder(cut.files)
            defer { drop.remove() }
            let both = try BothWays(
                pack, drop: drop.path, asOf: asOf, openRows: { cut.openRows($0) })
            let seen = compare(both.plain, truth, besides: cut.dataset, "\(seed) \(declared)")
            found.decided += seen.decided
            found.undetermined += seen.undetermined
            try both.expectAgreement("\(seed) \(declared)")
        }
        #expect(found.decided > 0 && found.undetermined > 0, "\(found)")
    }

    /// Rows of the dataset that was cut are known by their places and so are not compared.
    private func compare(
        _ review: Review, _ truth: Review, besides dataset: String, _ label: String
    ) -> (decided: Int, undetermined: Int) {
        var verdicts: [String: Verdict] = [:]
        for outcome in truth.outcomes {
            verdicts["\(outcome.rule) \(outcome.subject.type) \(outcome.subject.row)"] =
                outcome.verdict
        }
        var seen = (decided: 0, undetermined: 0)
        for outcome in review.outcomes where outcome.subject.type + "s" != dataset {
            let place = "\(outcome.rule) \(outcome.subject.type) \(outcome.subject.row)"
            if outcome.verdict == .undetermined {
                seen.undetermined += 1
                continue
            }
            seen.decided += 1
            // An error that the rows would raise is nothing that their absence could tell.
            let expected = verdicts[place]
            let isSound = expected == outcome.verdict || expected == .failed
            #expect(
                isSound,
                "\(label) \(place): \(outcome.verdict), whole \(String(describing: expected))")
        }
        return seen
    }
}

/// A drop without some of its rows.
private struct Cut {
    private(set) var files: [String: String]
    let dataset: String
    private let declared: OpenRowsTests.Declared
    /// The place of the unit among a member's columns in made packs.
    private static let unitColumn = 2
    /// The members named by the rows that were left out, and the records that these are.
    private var members: [(id: String, record: Int)] = []

    init(_ files: [String: String], seed: UInt64, _ declared: OpenRowsTests.Declared) {
        self.files = files
        self.declared = declared
        var generator = SeededNumbers(seed: seed)
        dataset = Bool.random(using: &generator) ? "visits" : "entries"
        let lines = (files[dataset + ".csv"] ?? "").split(separator: "\n").map(String.init)
        var kept: [String] = []
        var (record, isInside) = (0, false)
        for (number, line) in lines.enumerated() {
            if !isInside { record += 1 }
            // A record of several lines stays whole.
            let quotes = line.count { $0 == "\"" }
            if quotes % 2 == 1 { isInside.toggle() }
            // A row that names nobody may go on with the one above it, which then stays.
            let goesOn = [line, number + 1 < lines.count ? lines[number + 1] : ""]
                .contains { $0.hasPrefix(",") }
            guard number > 0, !isInside, quotes == 0, !goesOn,
                Int.random(in: 0..<9, using: &generator) == 0
            else {
                kept.append(line)
                continue
            }
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            members.append((cells.first.map(String.init) ?? "", record))
            if declared == .shown {
                kept.append((["Q\(number)"] + cells.dropFirst()).joined(separator: ","))
            }
        }
        self.files[dataset + ".csv"] = kept.joined(separator: "\n") + "\n"
    }

    func openRows(_ tables: Tables) -> [OpenRows] {
        guard let table = tables.table("members") else { return [] }
        let cell = CellAddress(file: dataset + ".csv", row: 1)
        func rows(_ references: [OpenRows.Place], _ count: Int?) -> OpenRows {
            OpenRows(
                dataset: dataset, references: references, atMost: count, reason: .piece(cell))
        }
        let places = members.map { known in
            table.rows.firstIndex { $0.data[0] == .text(known.id) }
        }
        switch declared {
        case .ofAnybody: return [rows([], members.count)]
        case .byMember:
            return places.compactMap { row in
                row.map { rows([.init(dataset: "members", row: $0)], 1) }
            }
        case .byUnit:
            // A member without a known unit may be of any.
            let unit = Self.unitColumn
            let units = Set(
                places.compactMap { $0 }.compactMap { table.rows[$0].references[unit] })
            let strays = places.compactMap { $0 }.filter { table.rows[$0].references[unit] == nil }
            return units.sorted().map { rows([.init(dataset: "units", row: $0)], nil) }
                + strays.map { rows([.init(dataset: "members", row: $0)], nil) }
        case .shown:
            let shown = tables.table(dataset)?.rows ?? []
            return zip(members, places).flatMap { known, member -> [OpenRows] in
                guard let member,
                    let row = shown.firstIndex(where: { $0.address.row == known.record })
                else { return [] }
                return Set([member, (member + 1) % table.rows.count]).sorted().map { candidate in
                    OpenRows(
                        dataset: dataset,
                        references: [.init(dataset: "members", row: candidate)], atMost: 1,
                        reason: .piece(cell), column: "member_id", rows: [row])
                }
            }
        }
    }
}
