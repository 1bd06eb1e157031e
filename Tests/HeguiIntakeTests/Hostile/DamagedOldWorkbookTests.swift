import HeguiDiagnostics
import HeguiTestSupport
import Testing

@testable import HeguiSheets

/// Old workbooks with bytes changed, cut off and pointed elsewhere.
@Suite("Old workbooks that are damaged or made to harm")
struct DamagedOldWorkbookTests {
    private static let folder = "fixtures/old-workbooks/"
    private static let files = [
        "95-gbk.xls", "1904-xlwt.xls", "97-xlwt.xls", "2.xls", "其他/文档-内嵌表格.wps",
    ]

    private func bytes(_ name: String) throws -> [UInt8] {
        try ProjectFolder.bytes(Self.folder + name)
    }

    @Test("nothing ends the work", arguments: 0..<400 as Range<UInt64>)
    func mutated(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var bytes = try bytes(Self.files[Int(seed) % Self.files.count])
        for _ in 0...(numbers.next() % 6) {
            let place = Int(numbers.next() % UInt64(bytes.count))
            switch numbers.next() % 4 {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
            case 1: bytes[place] = numbers.one(of: [0, 1, 0x7F, 0x80, 0xFE, 0xFF])
            case 2:
                let end = min(bytes.count, place + 4)
                bytes.replaceSubrange(
                    place..<end, with: [0xFF, 0xFF, 0xFF, 0x7F].prefix(end - place))
            default:
                let end = min(bytes.count, place + Int(numbers.next() % 40))
                bytes.removeSubrange(place..<end)
            }
        }
        #expect(read(bytes, name: "m.xls").files.count == 1)
    }

    @Test(
        "a file that was copied in part is never taken for a whole one",
        arguments: ["97-xlwt.xls", "3.xls"])
    func cut(name: String) throws {
        let whole = try bytes(name)
        // The last sector of a compound file need not be whole.
        let end = whole.count - (name == "3.xls" ? 4 : 520)
        for count in stride(from: 16, to: end, by: max(1, whole.count / 97)) {
            let drop = read(Array(whole[..<count]), name: name)
            #expect(drop.sheets.isEmpty)
            #expect(drop.files.first?.outcome != .read(.oldWorkbook))
        }
    }

    @Test("a chain of sectors that leads back to itself ends")
    func ring() throws {
        var bytes = try bytes("1904-xlwt.xls")
        let table = 512 * (1 + Int(bytes[76]))
        for sector in 0..<128 {
            bytes.replaceSubrange(
                (table + sector * 4)..<(table + sector * 4 + 4), with: [0, 0, 0, 0])
        }
        let drop = read(bytes, name: "w.xls")
        #expect(drop.codes == ["I0216"])
    }

    @Test("lists of further sectors that lead back to themselves end")
    func ringOfLists() throws {
        var bytes = try bytes("1904-xlwt.xls")
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
        for place in stride(from: 512 + 508, to: bytes.count, by: 512)
        where place + 4 <= bytes.count {
            bytes.replaceSubrange(place..<(place + 4), with: [0, 0, 0, 0])
        }
        #expect(read(bytes, name: "w.xls").files.count == 1)
    }

    @Test("sheets that are the same bytes are refused rather than read again and again")
    func overlapping() throws {
        // A list of many sheets, all of which begin at one place.
        let end: [UInt8] = [0x0A, 0, 0, 0]
        func beginning(_ content: UInt8) -> [UInt8] { [9, 8, 8, 0, 0, 5, content, 0, 0, 0, 0, 0] }
        let count = 200
        let entry = 4 + 6 + 2
        let offset = 12 + count * entry + 4
        var bytes = beginning(5)
        for _ in 0..<count {
            bytes += [0x85, 0, 8, 0, UInt8(offset & 0xFF), UInt8(offset >> 8), 0, 0, 0, 0, 1, 0x41]
        }
        bytes += end + beginning(0x10)
        for row in 0..<250 {
            bytes += [3, 2, 14, 0, UInt8(row), 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 8)
        }
        bytes += end
        let drop = read(bytes, name: "w.xls")
        #expect(drop.codes == ["I0216"])
        #expect(drop.sheets.isEmpty)
    }

    @Test("limits hold")
    func limits() throws {
        var limits = IntakeLimits()
        let bytes = try bytes("97-xlwt.xls")
        func code() -> [String] {
            var drop = Drop()
            _ = DropReader(limits: limits).read(bytes, name: "w.xls", into: &drop)
            return drop.codes.filter { $0 != "I0209" && $0 != "I0210" && $0 != "I0213" }
        }
        #expect(code() == [])
        limits.sheets = 2
        #expect(code() == ["I0401"])
        limits = IntakeLimits()
        limits.cells = 400
        #expect(code() == ["I0110"])
        limits = IntakeLimits()
        limits.columns = 200
        #expect(code() == ["I0109"])
        limits = IntakeLimits()
        limits.rows = 300
        #expect(code() == ["I0110"])
        limits = IntakeLimits()
        limits.cellLength = 8_000
        #expect(code() == ["I0108"])
        limits = IntakeLimits()
        limits.mergedBlocks = 0
        #expect(code() == ["I0405"])
        limits = IntakeLimits()
        limits.sheetName = 3
        #expect(code() == ["I0402"])
    }

    @Test("charts that are put into a sheet are no cells of it")
    func chart() throws {
        let end: [UInt8] = [0x0A, 0, 0, 0]
        func beginning(_ content: UInt8) -> [UInt8] { [9, 8, 8, 0, 0, 5, content, 0, 0, 0, 0, 0] }
        func number(_ row: UInt8) -> [UInt8] {
            [3, 2, 14, 0, row, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 8)
        }
        let head = beginning(5) + [0x85, 0, 8, 0, 28, 0, 0, 0, 0, 0, 1, 0x41] + end
        let sheet =
            beginning(0x10) + number(0) + beginning(0x20) + number(1) + end + number(2) + end
        #expect(read(head + sheet, name: "w.xls").sheets.first?.rows.map(\.number) == [1, 3])
        let chart = head + beginning(0x20) + number(0) + end
        #expect(read(chart, name: "w.xls").codes == ["I0215", "I0009"])
    }

    @Test("a formula whose text did not come is no empty cell")
    func lostText() throws {
        let bytes = try bytes("4.xls")
        let result = try #require(bytes.firstRange(of: [0x07, 2, 4, 0, 2, 0, 0x61, 0x62]))
        var cut = bytes
        cut.removeSubrange(result)
        let drop = read(cut, name: "w.xls")
        #expect(drop.codes == ["I0214"])
        #expect(drop.sheets.first?.cell(row: 10, column: 2)?.kind == .error)
    }

    @Test("a stream that is of no version, or keeps several sheets in the oldest way, says so")
    func rare() {
        let workspace: [UInt8] = [9, 4, 6, 0, 0, 0, 0, 1, 0, 0, 0x0A, 0, 0, 0]
        #expect(read(workspace, name: "w.xls").codes == ["I0006"])
        let unknown: [UInt8] = [9, 8, 8, 0, 0, 7, 5, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0]
        #expect(read(unknown, name: "w.xls").codes == ["I0006"])
    }
}
