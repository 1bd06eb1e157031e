import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiTables
import Testing

@testable import HeguiEngine

/// The stretches into which a window is cut, for days that are written down.
@Suite("Windows")
struct WindowTests {
    private let planner: Planner
    private let pack: Pack

    init() throws {
        var sources = PolicySources.files
        sources["awards/best.yaml"] = nil
        sources["clauses.yaml"] = """
            clauses:
              - id: C1
                quote: a
                addressee: member
                modality: none
                kind: not-checkable
                not_checkable: { zh: 略, en: left out }
            """
        pack = try PolicySources.load(sources)
        planner = Planner(pack, schema: Schema(pack), given: [], language: .chinese)
    }

    private func frame(_ asOf: String) throws -> Frame {
        let day = try #require(Day(asOf))
        return Frame(
            rowStore: RowStore(schema: Schema(pack), tables: Tables(tables: [])),
            calendar: .weekendsOnly, asOf: day, subject: RowReference(table: 0, row: 0),
            parameters: ParametersObject([], on: DayRange(day)))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var unit: CalendarUnit? = .year
        var offset = 0
        var grace: PeriodLength?
        var countsPlanned = false
        var partial: Window.Partial?
        var each: Division?
        var due: String?
        var from: String?
        var until: String?
        var asOf = "2013-08-15"
        /// Each as its id, its days, the last day on which rows count, and until when it is open.
        let stretches: [String]
    }

    private static let tenDays = PeriodLength("10 days")

    private static let cases = [
        Case(
            testDescription: "a year as a whole is open until its last day",
            stretches: ["2013 2013-01-01..2013-12-31 open until 2013-12-31"]),
        Case(
            testDescription: "a year is over on its last day", asOf: "2013-12-31",
            stretches: ["2013 2013-01-01..2013-12-31 over since 2013-12-31"]),
        Case(
            testDescription: "the year before", offset: -1,
            stretches: ["2012 2012-01-01..2012-12-31 over since 2012-12-31"]),
        Case(
            testDescription: "quarters, of which those to come are open", each: .calendar(.quarter),
            stretches: [
                "2013-Q1 2013-01-01..2013-03-31 over since 2013-03-31",
                "2013-Q2 2013-04-01..2013-06-30 over since 2013-06-30",
                "2013-Q3 2013-07-01..2013-09-30 open until 2013-09-30",
                "2013-Q4 2013-10-01..2013-12-31 open until 2013-12-31",
            ]),
        Case(
            testDescription: "grace keeps a part open",
            grace: tenDays, each: .calendar(.half), asOf: "2013-07-09",
            stretches: [
                "2013-H1 2013-01-01..2013-06-30 open until 2013-07-10",
                "2013-H2 2013-07-01..2013-12-31 open until 2014-01-10",
            ]),
        Case(
            testDescription: "a part is over on the last day of its grace",
            grace: tenDays, each: .calendar(.half), asOf: "2013-07-10",
            stretches: [
                "2013-H1 2013-01-01..2013-06-30 over since 2013-07-10",
                "2013-H2 2013-07-01..2013-12-31 open until 2014-01-10",
            ]),
        Case(
            testDescription: "parts before the first day and after the last one are none",
            each: .calendar(.quarter), from: "2013-05-10", until: "2013-08-20",
            stretches: [
                "2013-Q2 2013-05-10..2013-06-30 over since 2013-06-30",
                "2013-Q3 2013-07-01..2013-08-20 open until 2013-08-20",
            ]),
        Case(
            testDescription: "a part that is cut may be left out",
            partial: .skip, each: .calendar(.quarter), from: "2013-05-10", until: "2013-09-30",
            stretches: [
                "2013-Q2 2013-05-10..2013-06-30 over since 2013-06-30 nothing",
                "2013-Q3 2013-07-01..2013-09-30 open until 2013-09-30",
            ]),
        Case(
            testDescription: "days that cross leave nothing", from: "2013-06-01",
            until: "2013-05-31", stretches: []),
        Case(
            testDescription: "a year before the first day is none", from: "2014-01-01",
            stretches: []),
        Case(
            testDescription: "without an end all that has begun, which is never open",
            unit: nil, each: .calendar(.month), from: "2013-06-20",
            stretches: [
                "2013-06 2013-06-20..2013-06-30 over since 2013-06-30",
                "2013-07 2013-07-01..2013-07-31 over since 2013-07-31",
                "2013-08 2013-08-01..2013-08-31 open until 2013-08-31",
            ]),
        Case(
            testDescription: "with an end all parts up to it",
            unit: nil, each: .calendar(.month), from: "2013-08-20", until: "2013-09-05",
            stretches: [
                "2013-08 2013-08-20..2013-08-31 open until 2013-08-31",
                "2013-09 2013-09-01..2013-09-05 open until 2013-09-05",
            ]),
        Case(
            testDescription: "a window without an end ends with the as-of day",
            unit: nil, from: "2013-06-20",
            stretches: ["2013-06-20 2013-06-20..2013-08-15 over"]),
        Case(
            testDescription: "a window without an end is open until the requirement is due",
            unit: nil, due: "2013-10-31", from: "2013-06-20",
            stretches: ["2013-06-20 2013-06-20..2013-08-15 open until 2013-10-31"]),
        Case(
            testDescription: "a year's end counts before the day on which the requirement is due",
            due: "2013-10-31", stretches: ["2013 2013-01-01..2013-12-31 open until 2013-12-31"]),
        Case(
            testDescription: "what is planned counts too", countsPlanned: true,
            stretches: ["2013 2013-01-01..2013-12-31 open until 2013-12-31 planned"]),
    ]

    @Test("a window is cut into stretches", arguments: cases)
    func stretches(_ one: Case) throws {
        let window = try #require(
            PlannedWindow(
                Window(
                    unit: one.unit, offset: one.offset, from: nil, until: nil, rowDay: nil,
                    grace: one.grace.map { .literal($0, at: nil) },
                    countsPlanned: one.countsPlanned, excused: [], partial: one.partial),
                planner, subject: 0))
        var missing = MissingOperands()
        let stretches = try window.stretches(
            each: one.each, due: one.due.flatMap { Day($0) }, from: one.from.flatMap { Day($0) },
            until: one.until.flatMap { Day($0) }, frame(one.asOf), &missing)
        #expect(stretches.map(Self.text) == one.stretches)
        #expect(!missing.isAny)
        for stretch in stretches {
            #expect(stretch.certain == stretch.possible, "days that are known belong for certain")
            let horizon = one.countsPlanned ? Day.maximum : Day(one.asOf)
            #expect(stretch.horizon == horizon)
        }
    }

    private static func text(_ stretch: Stretch) -> String {
        var text = stretch.id
        if let days = stretch.certain { text += " \(days.first)..\(days.last)" }
        let state = stretch.limit.map { stretch.isOver ? " since \($0)" : " until \($0)" } ?? ""
        text += (stretch.isOver ? " over" : " open") + state
        if stretch.demands == [.nothing] { text += " nothing" }
        if stretch.horizon == .maximum { text += " planned" }
        return text
    }
}
