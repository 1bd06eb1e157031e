/// Where a cell stands in a text file, as editors count.
package struct TextPlace: Hashable, Sendable {
    /// 1-based.
    package let line: Int
    /// 1-based, in Unicode code points.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
