package import HeguiCalendar
package import HeguiDiagnostics

/// A table of a document: which stretch or value of an input gives which output.
package struct BracketTable: Hashable, Sendable {
    /// A place on the input's scale.
    package enum Point: Hashable, Sendable {
        case number(Ratio)
        case day(Day)
    }

    /// Where a row begins or ends.
    package struct Edge: Hashable, Sendable {
        package let point: Point
        package let isIncluded: Bool
    }

    package enum Result: Hashable, Sendable {
        case value(ParameterValue)
        /// The document leaves it open; how that is read.
        case undefined(LocalizedText)
    }

    package struct Row: Hashable, Sendable {
        /// Nil: open.
        package let lower: Edge?
        package let upper: Edge?
        /// For texts: the inputs that the row is about.
        package let keys: [String]
        package let result: Result
        package let span: Span
    }

    /// In order of input where that has one, else as written.
    package let rows: [Row]
}
