/// The rows of `dataset` whose `column` refers to a row of another dataset, or
/// with `tree` to that row or one below it.
package struct Relation: Hashable, Sendable {
    package let name: String
    package let dataset: String
    package let column: String
    /// The target's column that refers to the row above, for a relation along a tree.
    package let tree: String?

    package init(name: String, dataset: String, column: String, tree: String? = nil) {
        self.name = name
        self.dataset = dataset
        self.column = column
        self.tree = tree
    }
}
