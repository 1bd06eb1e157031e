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

        package init(point: Point, isIncluded: Bool) {
            self.point = point
            self.isIncluded = isIncluded
        }
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

        package init(lower: Edge?, upper: Edge?, keys: [String], result: Result, span: Span) {
            self.lower = lower
            self.upper = upper
            self.keys = keys
            self.result = result
            self.span = span
        }
    }

    /// In order of input where that has one, else as written.
    package let rows: [Row]

    package init(rows: [Row]) {
        self.rows = rows
    }
}

extension BracketTable {
    /// Returns the row in which `point` lies, or nil outside the table.
    package func row(for point: Point) -> Row? {
        rows.first { $0.contains(point) }
    }

    /// Returns the row that is about `key`, or nil outside the table.
    package func row(for key: String) -> Row? {
        rows.first { $0.keys.contains(key) }
    }
}

extension BracketTable.Row {
    package func contains(_ point: BracketTable.Point) -> Bool {
        if let lower {
            guard lower.isIncluded ? lower.point <= point : lower.point < point else {
                return false
            }
        }
        guard let upper else { return keys.isEmpty }
        return upper.isIncluded ? point <= upper.point : point < upper.point
    }
}

extension BracketTable.Point: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.day(let left), .day(let right)): left < right
        // Points of one table are of one kind.
        case (.number, .day): true
        case (.day, .number): false
        }
    }
}

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
