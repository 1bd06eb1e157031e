/// The rows of `dataset` whose `column` refers to a row of another dataset.
package struct Relation: Hashable, Sendable {
    package let name: String
    package let dataset: String
    package let column: String
}
