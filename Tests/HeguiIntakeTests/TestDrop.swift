import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

/// The tables that some sheets give.
struct TestDrop {
    var sheets: [Sheet] = []

    /// Adds a sheet of texts; `nil` and the empty text are empty cells.
    mutating func add(
        _ file: String, sheet: String? = nil, state: Sheet.State = .visible,
        merged: [MergedRange] = [], _ rows: [[String?]]
    ) {
        let cells = rows.enumerated().compactMap { index, row -> SheetRow? in
            let cells = row.enumerated().compactMap { column, text -> RawCell? in
                guard let text, !text.isEmpty else { return nil }
                return RawCell(column: column + 1, text: text)
            }
            return cells.isEmpty ? nil : SheetRow(number: index + 1, cells: cells)
        }
        sheets.append(
            Sheet(
                file: file, name: sheet, state: state, rows: cells, merged: MergedCells(merged)
            )
        )
    }

    func tables(asOf: Day? = nil, named: NamedWaivers = NamedWaivers()) throws -> Tables {
        tables(of: try TestPack.load(), asOf: asOf, named: named)
    }

    func tables(
        of pack: Pack, asOf: Day? = nil, named: NamedWaivers = NamedWaivers()
    ) -> Tables {
        Intake(pack, asOf: asOf, named: named).read(drop)
    }

    /// The tables with a further file that was refused with that code.
    func tables(unread file: String, code: String) throws -> Tables {
        var drop = drop
        let text = Message(zh: "未读取", en: "not read")
        drop.diagnostics.append(
            Diagnostic(code: code, severity: .error, message: text, at: .file(file)))
        let outcome: DropFile.Outcome = code == "I0005" ? .ignored(text) : .rejected(code: code)
        drop.files.append(DropFile(name: file, outcome: outcome))
        return Intake(try TestPack.load()).read(drop)
    }

    private var drop: Drop {
        let files = Set(sheets.map(\.file)).sorted().map {
            DropFile(name: $0, outcome: .read(.csv(.utf8, delimiter: .comma)))
        }
        return Drop(sheets: sheets, files: files)
    }

    /// Two units and four members; 甲 is a name that two of them have.
    static var registers: TestDrop {
        var drop = TestDrop()
        drop.add(
            "units.csv", [["单位名称", "性质", "人数"], ["区甲局", "机关", "2"], ["区乙院", "事业", "2"]]
        )
        drop.add(
            "members.csv",
            [
                ["编号", "姓名", "出生年月", "手机", "单位"],
                ["M1", "赵一", "1980-01", "19900000001", "区甲局"],
                ["M2", "钱二", "1981-02", "19900000002", "区甲局"],
                ["M3", "孙 三", "1982-03", "19900000003", "区乙院"],
                ["M4", "孙三", "1983-04", "19900000004", "区乙院"],
            ]
        )
        return drop
    }
}

extension Tables {
    /// The data of a column of a dataset, row by row.
    func data(_ dataset: String, _ column: String, in pack: Pack) -> [Datum] {
        guard let table = table(dataset),
            let index = pack.dataset(dataset)?.columnIndex(column)
        else { return [] }
        return table.rows.map { $0.data[index] }
    }

    func references(_ dataset: String, _ column: String, in pack: Pack) -> [Int?] {
        guard let table = table(dataset),
            let index = pack.dataset(dataset)?.columnIndex(column)
        else { return [] }
        return table.rows.map { $0.references[index] }
    }

    var findingCodes: [String] { findings.map(\.code) }
}
