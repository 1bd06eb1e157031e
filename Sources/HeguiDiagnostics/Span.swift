/// A stretch of a text file, from `start` up to but not including `end`.
package struct Span: Hashable, Sendable {
    /// The file's name as shown to people.
    package var file: String
    package var start: Position
    package var end: Position

    package init(file: String, start: Position, end: Position) {
        self.file = file
        self.start = start
        self.end = end
    }
}
