/// One of several values in a cell.
package struct ListItem: Hashable, Sendable {
    /// 1-based, for pointing into the cell.
    package var position: Int
    package var text: String

    package init(position: Int, text: String) {
        self.position = position
        self.text = text
    }
}
