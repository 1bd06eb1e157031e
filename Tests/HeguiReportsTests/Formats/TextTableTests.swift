import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiReports

@Suite("Tables in a terminal")
struct TextTableTests {
    private func lines(_ rows: [[DataText]]) throws -> [String] {
        var table = TextTable([.left, .right, .left])
        for row in rows { table.add(row) }
        let text = try reportText { stream in
            table.write(to: &stream, indent: "", pen: Pen(isColoured: false, redaction: .full))
        }
        return text.split(separator: "\n").map(String.init)
    }

    @Test("a long name of a file does not push the other columns away, and its end is seen")
    func longName() throws {
        let name = DataText(String(repeating: "甲", count: 120) + ".csv")
        let lines = try lines([[name, "1", "x"], ["乙.csv", "2", name]])
        #expect(DisplayWidth.of(lines[0]) < 110)
        #expect(lines[0].contains("…") && lines[0].contains("甲.csv  1  x"))
        // What nothing follows is whole.
        #expect(lines[1].hasSuffix(String(repeating: "甲", count: 120) + ".csv"))
    }
}
