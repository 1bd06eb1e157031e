/// What a table of a document takes and gives.
package struct TableType: Hashable, Sendable {
    package enum Side: Hashable, Sendable {
        case number, integer, day, text, boolean, length
        /// The values of an enum column.
        case enumeration(dataset: String, column: String)
    }

    package let input: Side
    package let output: Side

    package init(input: Side, output: Side) {
        self.input = input
        self.output = output
    }
}
