import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables
import Testing

@testable import HeguiReports

@Suite("Fingerprints")
struct FingerprintTests {
    private let maker = FingerprintMaker(SampleReview.review)
    private var outcome: Outcome { SampleOutcomes.all[0] }
    private var finding: DataFinding { SampleReview.review.dataFindings[0] }

    @Test("a fingerprint is 32 hexadecimal digits, and stays what it was")
    func stable() {
        #expect(
            SampleOutcomes.all.prefix(2).map { maker.fingerprint(of: $0).description } == [
                "1d48c6133b36282fc35825c42bc97e48", "e8c5f77b7a5f157da8b3d278605b5596",
            ])
        #expect(maker.fingerprint(of: finding).description == "4493ea9fa68f6d5873c6f5d8b7947b09")
    }

    @Test("neither row nor figures nor wording change it")
    func moved() {
        var moved = outcome
        moved.subject.row = 77
        moved.sources = [SampleOutcomes.cell(80, 2)]
        moved.daysLate = 3
        moved.due = SamplePack.day(2021, 1, 1)
        moved.message = Message(zh: "另一种说法", en: "other words")
        moved.verdict = .waived
        #expect(maker.fingerprint(of: moved) == maker.fingerprint(of: outcome))
    }

    @Test("rule, subject and type each change it")
    func different() {
        let base = maker.fingerprint(of: outcome)
        var rule = outcome
        rule.rule = "too-few-loans"
        var subject = outcome
        subject.subject.id = "P9"
        var type = outcome
        type.subject.type = "team"
        let others = Set([rule, subject, type].map(maker.fingerprint))
        #expect(others.count == 3 && !others.contains(base))
    }

    @Test("subjects without a key are told apart by what their rows say, wherever they stand")
    func keyless() {
        func fingerprint(row: Int, of rows: [String]) -> Fingerprint {
            var review = SampleReview.review
            let (pack, dataset) = (review.pack, review.pack.datasets[0])
            review.identities = IdentityRegister { _, mask in
                RowIdentities(of: dataset, in: pack, count: rows.count, mask: mask) { some, body in
                    some.map { place in
                        var data = dataset.columns.map { _ in Datum.absent }
                        data[0] = .text(rows[place])
                        let address = CellAddress(file: "名单.csv", row: place + 2)
                        let row = TableRow(
                            data: data, cells: data.map { _ in nil }, address: address)
                        return body(row, Tables(tables: []))
                    }
                }
            }
            var outcome = outcome
            outcome.subject.row = row
            outcome.subject.id = "名单.csv ▸ #\(row + 2)"
            return FingerprintMaker(review).fingerprint(of: outcome)
        }
        let first = fingerprint(row: 0, of: ["甲", "乙"])
        #expect(fingerprint(row: 1, of: ["乙", "甲"]) == first)
        #expect(fingerprint(row: 0, of: ["丙", "乙"]) != first)
        let twice = (0...1).map { fingerprint(row: $0, of: ["甲", "甲"]) }
        #expect(Set(twice).count == 2)
    }

    @Test("a data finding is known wherever its row has moved to")
    func movedData() {
        var moved = finding
        moved.cell = CellAddress(moved.cell.grid, row: 99, column: moved.cell.column)
        moved.related = []
        #expect(maker.fingerprint(of: moved) == maker.fingerprint(of: finding))
        moved.cell = moved.cell.with(column: 5)
        #expect(maker.fingerprint(of: moved) != maker.fingerprint(of: finding))
    }

    @Test("data findings of one column are told apart by the keys of their rows")
    func keyedData() {
        var first = finding
        first.key = "P1"
        var second = first
        second.key = "P2"
        #expect(maker.fingerprint(of: first) != maker.fingerprint(of: second))
        second.key = "P1"
        second.cell = CellAddress(
            file: "名单（2）.xlsx", sheet: second.cell.sheet, row: second.cell.row,
            column: second.cell.column)
        second.message = Message(zh: "别的", en: "else")
        #expect(maker.fingerprint(of: first) == maker.fingerprint(of: second))
    }

    @Test("no two lists of parts are taken for one")
    func parts() {
        #expect(Fingerprint(["a", "b"]) != Fingerprint(["a,1:b"]))
        #expect(Fingerprint(["ab", ""]) != Fingerprint(["a", "b"]))
    }
}
