import Foundation
import HeguiSheets
import HeguiTestSupport
import Testing

/// One change of one file of a shipped drop, as people make it.
struct Mutation: CustomTestStringConvertible, Sendable {
    /// What the change must come to.
    enum Right: String {
        /// It is understood: every verdict stays.
        case same
        /// It may be understood; if not, nobody is accused because of it.
        case sound
    }

    enum Change: String {
        /// The file does not come.
        case remove
        /// The file is of a kind that cannot be read; `with` is its ending.
        case unreadable
        /// The file ends in its middle.
        case truncate
        /// The file is saved as a table of text.
        case saved
        /// `text` is written as `with`, wherever it stands.
        case replace
        /// `text` is written as `with` in another version that lies beside the file.
        case draft
        /// `text` is taken out of its cell and stands below it, in a row of its own.
        case below
        /// A row of `with`, whose cells `|` separates, stands below the one that holds `text`.
        case insert
        /// Another file of the fixtures, `text`, comes in its place.
        case instead
    }

    let drop: String
    let line: Int
    let right: Right
    let change: Change
    let file: String
    let text: String
    let with: String

    var testDescription: String { "\(drop) \(line): \(change) \(file) \(text) → \(with)" }

    /// The mutations written in `fixtures/mutations`, one a line.
    static let all: [Mutation] = ProjectFolder.names(in: "fixtures/mutations").flatMap { name in
        let text = (try? ProjectFolder.text("fixtures/mutations/\(name)")) ?? ""
        return text.split(separator: "\n").enumerated().compactMap { line, text in
            Mutation(drop: String(name.dropLast(4)), line: line + 1, String(text))
        }
    }

    private init?(drop: String, line: Int, _ text: String) {
        let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 3, let right = Right(rawValue: fields[0]),
            let change = Change(rawValue: fields[1])
        else { return nil }
        (self.drop, self.line, self.right, self.change) = (drop, line, right, change)
        file = fields[2]
        self.text = fields.count > 3 ? Self.unescaped(fields[3]) : ""
        with = fields.count > 4 ? Self.unescaped(fields[4]) : ""
    }

    /// `\n` is a line break in a cell, `\u{…}` a character.
    private static func unescaped(_ text: String) -> String {
        text.replacing("\\n", with: "\n").replacing(/\\u\{([0-9A-F]+)\}/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }

    /// Changes the files of a drop, given by their bytes.
    func apply(to files: inout [String: [UInt8]]) throws {
        let bytes = try #require(files[file], "\(testDescription): no such file")
        let base = file.split(separator: ".").dropLast().joined(separator: ".")
        switch change {
        case .remove: files[file] = nil
        case .truncate: files[file] = Array(bytes.prefix(bytes.count / 2))
        case .unreadable:
            files[file] = nil
            // What old workbooks begin with, and nothing that can be made of it.
            files[base + with] =
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + bytes.suffix(4_000)
        case .saved:
            files[file] = nil
            files[base + ".csv"] = try Grid(bytes, of: file).bytes
        case .replace:
            var grid = try Grid(bytes, of: file)
            try grid.replace(text, with)
            files[file] = nil
            files[base + ".csv"] = grid.bytes
        case .draft:
            var grid = try Grid(bytes, of: file)
            try grid.replace(text, with)
            files[base + "（初稿）.csv"] = grid.bytes
        case .below:
            var grid = try Grid(bytes, of: file)
            try grid.moveBelow(text)
            files[file] = nil
            files[base + ".csv"] = grid.bytes
        case .insert:
            var grid = try Grid(bytes, of: file)
            try grid.insert(with.components(separatedBy: "|"), below: text)
            files[file] = nil
            files[base + ".csv"] = grid.bytes
        case .instead:
            let ending = text.split(separator: ".").last ?? ""
            files[file] = nil
            files[base + "." + ending] = try ProjectFolder.bytes("fixtures/" + text)
        }
    }
}

/// The cells of a file of one sheet, as text.
private struct Grid {
    private var rows: [[String]] = []

    init(_ bytes: [UInt8], of file: String) throws {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let folder = try DropFolder(bytes: [name: bytes])
        defer { folder.remove() }
        let drop = DropReader(limits: IntakeLimits()).read([folder.path])
        let sheet = try #require(drop.sheets.first, "\(file) has no sheet")
        for row in sheet.rows {
            while rows.count < row.number { rows.append([]) }
            var cells: [String] = []
            for cell in row.cells {
                while cells.count < cell.column - 1 { cells.append("") }
                cells.append(cell.text)
            }
            rows[row.number - 1] = cells
        }
    }

    mutating func replace(_ text: String, _ other: String) throws {
        var count = 0
        for row in rows.indices {
            for column in rows[row].indices where rows[row][column].contains(text) {
                rows[row][column] = rows[row][column].replacing(text, with: other)
                count += 1
            }
        }
        try #require(count > 0, "nothing says \(text)")
    }

    mutating func insert(_ cells: [String], below text: String) throws {
        let row = rows.lastIndex { $0.contains { $0.contains(text) } }
        rows.insert(cells, at: try #require(row, "nothing says \(text)") + 1)
    }

    mutating func moveBelow(_ text: String) throws {
        for row in rows.indices {
            guard let column = rows[row].firstIndex(where: { $0.contains(text) }) else { continue }
            rows[row][column] = rows[row][column].replacing(text, with: "")
            rows.insert(Array(repeating: "", count: column) + [text], at: row + 1)
            return
        }
        Issue.record("nothing says \(text)")
    }

    var bytes: [UInt8] {
        let lines = rows.map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }
}
