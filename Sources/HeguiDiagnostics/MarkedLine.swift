/// The rows under a line of a file: the underlines, and what is said about them.
struct MarkedLine {
    private struct Place {
        var columns: Range<Int>
        var ink: Ink
        var isPrimary: Bool
        var label: String
    }

    let line: DisplayLine
    private var places: [Place]

    /// Lays out `marks`, which all stand on `line`.
    init(_ line: DisplayLine, marks: [SnippetMark], severity: Severity) {
        self.line = line
        places = marks.map { mark in
            let low = line.column(of: mark.range.lowerBound)
            let high = line.column(of: mark.range.upperBound)
            return Place(
                columns: low..<max(low + 1, high),
                ink: mark.isPrimary ? .severity(severity) : .frame,
                isPrimary: mark.isPrimary,
                label: mark.label
            )
        }
        places.sort { ($0.columns.lowerBound, $0.label) < ($1.columns.lowerBound, $1.label) }
    }

    /// Returns the underlines with the last label beside them, then the other labels, hanging from
    /// their underlines, from right to left.
    func rows() -> [InkedRow] {
        var rows = [underlines()]
        var hanging = places.filter { !$0.label.isEmpty }
        if let last = inline {
            rows[0].append(" " + last.label, last.ink)
            hanging.removeLast()
        }
        if !hanging.isEmpty { rows.append(Self.bars(hanging)) }
        while let place = hanging.popLast() {
            var row = Self.bars(hanging.filter { $0.columns.lowerBound < place.columns.lowerBound })
            row.advance(to: place.columns.lowerBound)
            row.append(place.label, place.ink)
            rows.append(row)
        }
        return rows
    }

    /// The place whose label fits beside its underline: the last one, if nothing goes past it.
    private var inline: Place? {
        guard let last = places.last, !last.label.isEmpty else { return nil }
        let isLast = places.allSatisfy { $0.columns.upperBound <= last.columns.upperBound }
        return isLast ? last : nil
    }

    private func underlines() -> InkedRow {
        var row = InkedRow()
        let end = places.map(\.columns.upperBound).max() ?? 0
        for column in 0..<end {
            let here = places.filter { $0.columns.contains(column) }
            guard let top = here.first(where: \.isPrimary) ?? here.first else { continue }
            row.advance(to: column)
            row.append(top.isPrimary ? "^" : "-", top.ink)
        }
        return row
    }

    private static func bars(_ places: [Place]) -> InkedRow {
        var row = InkedRow()
        var last = -1
        for place in places where place.columns.lowerBound > last {
            last = place.columns.lowerBound
            row.advance(to: last)
            row.append("|", place.ink)
        }
        return row
    }
}
