/// A place in a text file: byte offset (0-based), line and column (1-based, in code points).
package struct Position: Hashable, Comparable, Sendable {
    package var offset: Int
    package var line: Int
    package var column: Int

    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    package static func < (left: Position, right: Position) -> Bool {
        left.offset < right.offset
    }
}
