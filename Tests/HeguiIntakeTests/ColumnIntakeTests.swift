import Foundation
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

@Suite("tables in columns")
struct ColumnIntakeTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let first = environment["HEGUI_FIRST_SEED"].flatMap(Int.init) ?? 0
    private static let seeds =
        first..<first + (environment["HEGUI_SEEDS"].flatMap(Int.init) ?? 20)

    @Test("the columns say what the plain reader says", arguments: seeds)
    func agreement(seed: Int) throws {
        var maker = RegisterMaker(seed: UInt64(seed))
        try check(maker.files(), seed: seed, mayRefuse: true)
    }

    @Test("clean tables are never refused", arguments: 0..<4)
    func clean(seed: Int) throws {
        var maker = RegisterMaker(seed: UInt64(seed), oddity: 0)
        try check(maker.files(), seed: seed, mayRefuse: false)
    }

    @Test("tables in GB18030 are read into columns", arguments: 0..<8)
    func national(seed: Int) throws {
        var maker = RegisterMaker(seed: UInt64(seed), oddity: seed % 2 == 0 ? 0 : nil)
        let files = maker.files().mapValues { $0.replacing("\u{FEFF}", with: "").nationalBytes }
        try check(bytes: files, seed: seed, mayRefuse: seed % 2 == 1)
    }

    @Test("people and keys of several columns are read into columns", arguments: seeds)
    func persons(seed: Int) throws {
        var maker = RegisterMaker(seed: UInt64(seed))
        try check(maker.files(), seed: seed, mayRefuse: true, hasPersons: true)
    }

    @Test("repeated people and keys are found in columns")
    func repeats() throws {
        let pack = try RegisterPack.load(persons: true)
        var found: [String: Int] = [:]
        for seed in 0..<4 {
            var maker = RegisterMaker(seed: UInt64(seed), oddity: 0)
            let drop = try DropFolder(maker.files())
            defer { drop.remove() }
            let tables = try Self.intake(pack, threads: 2).read([drop.path])
            for finding in tables.findings { found[finding.code, default: 0] += 1 }
        }
        #expect(found[DataCode.personRepeated.rawValue, default: 0] > 1)
        #expect(found[DataCode.keyRepeated.rawValue, default: 0] > 4)
    }

    @Test("clean people and keys of several columns are never refused", arguments: 0..<4)
    func cleanPersons(seed: Int) throws {
        var maker = RegisterMaker(seed: UInt64(seed), oddity: 0)
        try check(maker.files(), seed: seed, mayRefuse: false, hasPersons: true)
    }

    @Test("a file of two encodings, or cut within a character, is told as by the plain reader")
    func mixed() throws {
        var maker = RegisterMaker(seed: 4, oddity: 0)
        let texts = maker.files()
        let units = try #require(texts["units.csv"])
        var others = [Array(units.utf8) + units.nationalBytes]
        for character in ["é", "甲", "𠮷"] {
            let row = "U999,区第" + character
            for (whole, last) in [
                (Array(units.utf8), Array(row.utf8)), (units.nationalBytes, row.nationalBytes),
            ] {
                let cuts = 1..<Array(character.utf8).count
                others += cuts.map { whole + last.dropLast($0) }
            }
        }
        for bytes in others {
            var files = texts.mapValues { Array($0.utf8) }
            files["units.csv"] = bytes
            try check(bytes: files, seed: 4, mayRefuse: true)
        }
    }

    @Test("a text in another set, garbled or with digits lost is told as by the plain reader")
    func lookalikes() throws {
        var maker = RegisterMaker(seed: 4, oddity: 0)
        let texts = maker.files()
        let units = try #require(texts["units.csv"])
        func latin(_ bytes: [UInt8]) -> [UInt8] {
            Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
        }
        var others = [latin(units.nationalBytes), latin(Array(units.utf8))]
        others.append(latin(units.nationalBytes) + Array("U9,\u{FFFD}Õ,x\n".utf8))
        for set in ["UTF-16LE", "UTF-16BE"] {
            let plain = Array(units.replacing("\u{FEFF}", with: "").utf8)
            guard case .text(let bytes) = CharacterConversion.convert(plain, from: "UTF-8", to: set)
            else { continue }
            others += [bytes, bytes.dropLast()]
        }
        for key in ["1.23457E+11", "1.9900010001E+10"] {
            others.append(Array((units + key + ",区第一局\n").utf8))
        }
        // 陳志明 and others in Big5 below headings in ASCII.
        others.append(Array(units.utf8) + [0xB3, 0xAF, 0xA7, 0xD3, 0xA9, 0xFA, 0x0A])
        for bytes in others {
            var files = texts.mapValues { Array($0.utf8) }
            files["units.csv"] = bytes
            try check(bytes: files, seed: 4, mayRefuse: true)
        }
    }

    @Test(
        "a word for nothing is told as by the plain reader, in every column and width",
        arguments: [
            "无", "暂无", "没有", "不详", "未知", "不明", "未填", "空", "空白", "缺", "待定", "待补", "待填",
            "-", "--", "---", "—", "——", "–", "―", "−", "一一", "/", "//", "\\", "|", "n/a", "na",
            "null", "none", "nil", "N/A", "Null", "…", "……", "...", "......", " 无", "无 ", "没 有",
            "无　", "ｎａ", "－", "／", "暂　无", "空 白",
        ])
    func nothing(word: String) throws {
        var maker = RegisterMaker(seed: 8, oddity: 0)
        var files = maker.files()
        let members = try #require(files["members.csv"])
        let plain = "K,赵一,1980-01,19900000001,U101,2013-01-04,是,好,7,3000.5,2013H2"
        let rows = (1..<11).map { column in
            var cells = plain.split(separator: ",").map(String.init)
            cells[0] += "9\(column)"
            cells[column] = word
            return cells.joined(separator: ",")
        }
        files["members.csv"] = ([members.trimmingSuffix("\n")] + rows).joined(separator: "\n")
        try check(files, seed: 8, mayRefuse: false)
    }

    @Test("a total in any of a row's first cells is told as by the plain reader", arguments: 0..<5)
    func totals(place: Int) throws {
        var maker = RegisterMaker(seed: 8, oddity: 0)
        var files = maker.files()
        let members = try #require(files["members.csv"])
        let words = ["合计", "小计", "总计", "共计", "总数", "累计", "合 计", "合计：", "（合计）", "合计处"]
        let rows = words.map { word in
            let cells = (0..<11).map { $0 == place ? word : $0 < place ? "K9\($0)" : "" }
            return cells.joined(separator: ",")
        }
        files["members.csv"] = ([members.trimmingSuffix("\n")] + rows).joined(separator: "\n")
        // Rows of totals are left to the plain reader, which adds up what stands above them.
        try check(files, seed: 8, mayRefuse: place < 3)
        let bytes = files.mapValues { $0.replacing("\u{FEFF}", with: "").nationalBytes }
        try check(bytes: bytes, seed: 8, mayRefuse: place < 3)
    }

    @Test(
        "most tables with odd cells are read into columns", arguments: [false, true], [false, true])
    func refusals(hasPersons: Bool, isNational: Bool) throws {
        let pack = try RegisterPack.load(persons: hasPersons)
        var refusals: [String] = []
        for seed in 0..<20 {
            var maker = RegisterMaker(seed: UInt64(seed))
            let files = maker.files()
            let drop = try DropFolder(
                bytes: files.mapValues {
                    isNational
                        ? $0.replacing("\u{FEFF}", with: "").nationalBytes : Array($0.utf8)
                })
            defer { drop.remove() }
            do {
                _ = try Self.intake(pack, threads: 1).read([drop.path])
            } catch {
                refusals.append("\(seed): \(error.file ?? "") \(error.reason.en)")
            }
        }
        #expect(refusals.count < 8, "\(refusals)")
    }

    @Test("a drop of other things than tables is refused")
    func others() throws {
        let pack = try RegisterPack.load()
        let drop = try DropFolder(["x.csv": "a,b\n1,2\n"])
        defer { drop.remove() }
        #expect(throws: ColumnRefusal.self) { try Self.intake(pack, threads: 1).read([drop.path]) }
    }

    @Test("columns that stand in a file say the same", arguments: 0..<4)
    func columnsInFile(seed: Int) throws {
        let pack = try RegisterPack.load()
        var maker = RegisterMaker(seed: UInt64(seed), oddity: 0)
        let drop = try DropFolder(maker.files())
        defer { drop.remove() }
        var limits = IntakeLimits()
        limits.columnBytes = 0
        let needed = pack.datasets.map { Set($0.columns.indices) }
        let plain = Intake(pack).read([drop.path])
        let columns = try ColumnIntake(pack, needed: needed, threads: 2, limits: limits)
            .read([drop.path])
        let other = columns.plain()
        try #require(plain.tables.count == other.tables.count)
        for (left, right) in zip(plain.tables, other.tables) {
            #expect(left.rows.map(\.data) == right.rows.map(\.data))
        }
        Self.checkCells(columns, plain)
    }

    @Test("files of one size are read into columns, and copies are left to the plain reader")
    func copies() throws {
        let pack = try RegisterPack.load()
        var maker = RegisterMaker(seed: 4, oddity: 0)
        var files = maker.files()
        files["other-1.txt"] = "first notes\n"
        files["other-2.txt"] = "other notes\n"
        let drop = try DropFolder(files)
        defer { drop.remove() }
        _ = try Self.intake(pack, threads: 2).read([drop.path])
        files["other-2.txt"] = files["other-1.txt"]
        let copies = try DropFolder(files)
        defer { copies.remove() }
        #expect(throws: ColumnRefusal.self) {
            try Self.intake(pack, threads: 2).read([copies.path])
        }
    }

    private static func intake(_ pack: Pack, threads: Int) -> ColumnIntake {
        ColumnIntake(
            pack, needed: pack.datasets.map { Set($0.columns.indices.filter { $0 % 2 == 0 }) },
            threads: threads)
    }

    private func check(
        _ files: [String: String], seed: Int, mayRefuse: Bool, hasPersons: Bool = false
    ) throws {
        try check(
            bytes: files.mapValues { Array($0.utf8) }, seed: seed, mayRefuse: mayRefuse,
            hasPersons: hasPersons)
    }

    private func check(
        bytes files: [String: [UInt8]], seed: Int, mayRefuse: Bool, hasPersons: Bool = false
    ) throws {
        let pack = try RegisterPack.load(persons: hasPersons)
        let drop = try DropFolder(bytes: files)
        defer { drop.remove() }
        let plain = Intake(pack).read([drop.path])
        do {
            let columns = try Self.intake(pack, threads: 1 + seed % 3).read([drop.path])
            let other = columns.plain()
            try #require(plain.tables.count == other.tables.count)
            for (left, right) in zip(plain.tables, other.tables) {
                #expect(left.dataset == right.dataset)
                #expect(left.isGiven == right.isGiven)
                try #require(left.rows.count == right.rows.count, "\(seed) \(left.dataset)")
                for (a, b) in zip(left.rows, right.rows) {
                    #expect(a.address == b.address, "\(seed)")
                    #expect(a.data == b.data, "\(seed) \(left.dataset) \(a.address)")
                    #expect(a.cells == b.cells, "\(seed)")
                    #expect(a.references == b.references, "\(seed) \(left.dataset) \(a.address)")
                }
            }
            let differences = plain.findings.difference(from: other.findings)
            #expect(differences.isEmpty, "\(seed) \(differences.first.map { "\($0)" } ?? "")")
            #expect(Set(plain.openRows) == Set(other.openRows), "\(seed)")
            #expect(plain.openRows.count == other.openRows.count, "\(seed)")
            #expect(accounts(plain) == accounts(other), "\(seed)")
            let renderer = DiagnosticRenderer(language: .english)
            #expect(renderer.render(plain.diagnostics) == renderer.render(other.diagnostics))
            Self.checkCells(columns, plain)
        } catch is ColumnRefusal {
            #expect(mayRefuse)
        }
    }

    /// Columns leave digests to those who ask for them.
    private func accounts(_ tables: Tables) -> [FileAccount] {
        tables.files.map { file in
            var file = file
            file.digest = nil
            return file
        }
    }

    /// The cells that are kept say what the plain rows say.
    private static func checkCells(_ columns: ColumnTables, _ plain: Tables) {
        #expect(columns.tables.count == plain.tables.count)
        for (table, rows) in zip(columns.tables, plain.tables) {
            for (column, meaning) in table.meanings.enumerated() {
                guard let place = meaning.place else { continue }
                for (index, row) in rows.rows.enumerated() {
                    let cell = table.cell(row: index, place: place)
                    let datum = row.data[column]
                    switch (meaning, datum) {
                    case (_, .absent), (_, .notGiven): #expect(cell == ColumnCells.absent)
                    case (.days, .day(let days)) where days.isOneDay:
                        #expect(cell == days.first.number)
                    case (.integers, .integer(let number)) where number < 1 << 31:
                        #expect(Int64(cell) == number)
                    case (.words, .unreadable): #expect(cell == ColumnCells.special)
                    case (.words(let place), _):
                        #expect(cell >= 0 && table.values[place][Int(cell)] == datum)
                    case (.reference, _):
                        #expect(Int(cell) == row.references[column] ?? -1)
                    case (.key, .text(let text)): #expect(table.keyText(cell) == text)
                    default: #expect(cell == ColumnCells.special)
                    }
                }
            }
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ end: String) -> String {
        hasSuffix(end) ? String(dropLast(end.count)) : self
    }
}
