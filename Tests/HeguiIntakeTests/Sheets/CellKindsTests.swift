import HeguiTestSupport
import Testing

@testable import HeguiSheets

/// One workbook with cells of every kind, saved in every kind of file.
@Suite("The same cells in every kind of file")
struct CellKindsTests {
    /// What a cell says, as far as all kinds of files can say it.
    private func facts(_ name: String, without: Set<String>) throws -> [String] {
        let drop = read(try ProjectFolder.bytes("fixtures/cells/各类单元格" + name), name: "f")
        return drop.sheets.filter {
            !$0.rows.isEmpty && (!without.contains("hidden") || $0.state == .visible)
        }
        .flatMap { sheet in
            [
                "\(without.contains("name") ? "" : sheet.name ?? "") \(sheet.state) \(sheet.merged.ranges.count { $0.lastColumn < 20 })"
            ]
                + sheet.rows.filter { !without.contains("hidden") || !$0.isHidden }.enumerated()
                .flatMap { index, row in
                    // A file that leaves hidden rows out has other numbers of rows.
                    row.cells.compactMap { cell in
                        let label = row.cell(column: 1)?.text ?? ""
                        if without.contains(label), cell.column == 2 { return nil }
                        let number = without.contains("hidden") ? index : row.number
                        return "\(number)/\(cell.column) \(said(cell)) \(row.isHidden)"
                    }
                }
        }
    }

    private func said(_ cell: RawCell) -> String {
        let text = cell.kind == .number ? ExactDecimal(cell.text)?.shown.text ?? "?" : cell.text
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "\(cell.kind) \(words) \(cell.date.map { "\($0)" } ?? "") \(cell.isYearShown)"
    }

    @Test(
        "cells say the same, but for what the kind of file cannot say",
        arguments: [
            (".ods", []), (".fods", []), (".mht.xls", []),
            // Excel writes days without numbers there, which a day of the week alone does not undo.
            (".xml.xls", ["周"]),
            // LibreOffice leaves out what is hidden and the name of a single sheet, and shows truth
            // values as numbers.
            (".html.xls", ["hidden", "name", "真", "假"]),
        ] as [(String, Set<String>)])
    func same(kind: String, without: Set<String>) throws {
        let found = try facts(kind, without: without)
        let expected = try facts(".xlsx", without: without)
        #expect(
            found == expected,
            "lost: \(Set(expected).subtracting(found)) new: \(Set(found).subtracting(expected))")
    }
}
