/// How many characters must be inserted, deleted, replaced or swapped to make one name another.
enum EditDistance {
    /// Returns the Damerau–Levenshtein distance in its restricted form (optimal alignment), or
    /// `limit` + 1 where it is more than `limit`.
    ///
    /// - Complexity: the shorter length times `limit`.
    static func between(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int {
        let beyond = limit + 1
        guard abs(left.count - right.count) <= limit else { return beyond }
        if left == right { return 0 }
        var beforeLast = [Int](repeating: beyond, count: right.count + 2)
        var last = beforeLast
        var current = beforeLast
        for column in 0...min(limit, right.count) { last[column] = column }
        for row in left.indices {
            // Further from the diagonal the distance is above the limit.
            let low = max(0, row - limit)
            let high = min(right.count, row + limit + 1)
            guard low < high else { return beyond }
            current[low] = low == 0 ? row + 1 : beyond
            var least = current[low]
            for column in low..<high {
                let isSame = left[row] == right[column]
                var cost = min(last[column + 1], current[column]) + 1
                cost = min(cost, last[column] + (isSame ? 0 : 1))
                let isSwap =
                    row > 0 && column > 0 && left[row] == right[column - 1]
                    && left[row - 1] == right[column]
                if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
                current[column + 1] = min(cost, beyond)
                least = min(least, cost)
            }
            if least > limit { return beyond }
            current[high + 1 <= right.count ? high + 1 : right.count + 1] = beyond
            swap(&beforeLast, &last)
            swap(&last, &current)
        }
        return last[right.count]
    }

    /// A number for a character. Two that take several code points may share one.
    static func code(_ character: Character) -> UInt32 {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.count > 1 else {
            return scalars.first?.value ?? 0
        }
        return scalars.dropFirst().reduce(first.value) { $0 &* 31 &+ $1.value } | 1 << 31
    }
}
