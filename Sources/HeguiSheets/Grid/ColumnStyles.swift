/// The styles of the columns of a sheet, in runs from left to right.
struct ColumnStyles {
    private var runs: [(columns: ClosedRange<Int>, style: String?)] = []

    /// The last column that has been told of; 0 before the first.
    var last: Int { runs.last?.columns.upperBound ?? 0 }

    /// Adds a run; one that does not lie right of those before is left out.
    mutating func append(_ columns: ClosedRange<Int>, style: String?) {
        if columns.lowerBound > last { runs.append((columns, style)) }
    }

    /// - Complexity: O(log n) in the number of runs.
    func style(of column: Int) -> String? {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].columns.upperBound < column { low = middle + 1 } else { high = middle }
        }
        guard low < runs.count, runs[low].columns.contains(column) else { return nil }
        return runs[low].style
    }
}
