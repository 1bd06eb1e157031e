import Foundation
import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("Places in dropped text files")
final class DropPlacesTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "places-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func place(_ bytes: [UInt8], row: Int, column: Int?) throws -> TextPlace? {
        try Data(bytes).write(to: folder.appending(path: "t.csv"))
        var places = DropPlaces(DropSelection([folder.path]))
        return places.place(of: CellAddress(file: "t.csv", row: row, column: column))
    }

    @Test(
        "a cell is found by line and column, counted in characters",
        arguments: [
            ("编号,姓名\nM1,江一\n", 2, 2, 2, 4), ("编号,姓名\nM1,江一\n", 1, 2, 1, 4),
            ("甲乙,丙\r\n丁,戊\r\n", 2, 2, 2, 3), ("a,b\rc,d\r", 2, 1, 2, 1),
            ("a,\"b\nb\",c\nd,e,f\n", 2, 3, 3, 5), ("a,\"b\r\nb\",c\r\nd,e,f", 1, 3, 2, 4),
            ("sep=;\na;b\nc;d\n", 3, 2, 3, 3), ("\u{FEFF}a,b\nc,d\n", 1, 2, 1, 3),
            ("a,b\n\nc,d\n", 3, 2, 3, 3), ("a,b\nc\n", 2, 2, 2, 2),
            ("a,\"\"\"x\"\"\",c\n", 1, 3, 1, 11),
        ])
    func places(text: String, row: Int, column: Int, line: Int, character: Int) throws {
        let found = try place(Array(text.utf8), row: row, column: column)
        #expect(found == TextPlace(line: line, column: character))
    }

    @Test("a row without a column begins its line, and one that is not there has no place")
    func rows() throws {
        let text = Array("a,b\nc,d\n".utf8)
        #expect(try place(text, row: 2, column: nil) == TextPlace(line: 2, column: 1))
        #expect(try place(text, row: 3, column: 1) == nil)
    }

    @Test("GB18030 is decoded before it is counted")
    func national() throws {
        // 甲,乙 and 丙,丁
        let bytes: [UInt8] = [
            0xBC, 0xD7, 0x2C, 0xD2, 0xD2, 0x0A, 0xB1, 0xFB, 0x2C, 0xB6, 0xA1, 0x0A,
        ]
        #expect(try place(bytes, row: 2, column: 2) == TextPlace(line: 2, column: 3))
    }

    @Test("a workbook and a file that is gone have no place, and paths are as the user gave them")
    func none() throws {
        try Data("a,b\n".utf8).write(to: folder.appending(path: "t.csv"))
        var places = DropPlaces(
            DropSelection([folder.path]), base: folder.deletingLastPathComponent().path)
        #expect(places.place(of: CellAddress(file: "t.csv", sheet: "S", row: 1)) == nil)
        #expect(places.place(of: CellAddress(file: "gone.csv", row: 1)) == nil)
        #expect(places.path(ofFile: "gone.csv") == "gone.csv")
        #expect(DropPlaces().path(ofFile: "gone.csv") == "gone.csv")
        #expect(places.path(ofFile: "t.csv") == "\(folder.lastPathComponent)/t.csv")
    }
}
