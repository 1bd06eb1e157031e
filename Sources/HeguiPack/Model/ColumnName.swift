/// A column by the names of its dataset and of itself: `members.mobile`.
package struct ColumnName: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let dataset: String
    package let column: String

    package init(dataset: String, column: String) {
        self.dataset = dataset
        self.column = column
    }

    package var description: String { "\(dataset).\(column)" }

    package static func < (left: ColumnName, right: ColumnName) -> Bool {
        (left.dataset, left.column) < (right.dataset, right.column)
    }
}
