/// Names of the sheets of one workbook, such that spreadsheet programs take them.
package struct SheetNames: Sendable {
    private static let refused: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
    private var taken: Set<String> = []

    package init() {}

    /// Returns a name like `name` that no other sheet has: at most 31 UTF-16 units.
    package mutating func name(for name: String) -> String {
        var clean = name.filter { !Self.refused.contains($0) && !$0.isNewline }
        while clean.hasPrefix("'") { clean.removeFirst() }
        if clean.isEmpty { clean = "Sheet" }
        for number in 1... {
            let suffix = number == 1 ? "" : " \(number)"
            var fit = clean
            while (fit + suffix).utf16.count > 31 { fit.removeLast() }
            while fit.hasSuffix("'") { fit.removeLast() }
            if taken.insert((fit + suffix).lowercased()).inserted { return fit + suffix }
        }
        return clean
    }
}
