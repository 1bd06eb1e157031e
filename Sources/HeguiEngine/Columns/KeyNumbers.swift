import HeguiPack

/// Numbers for values, the same for equal ones.
final class KeyNumbers {
    private var known: [ValueKey: Int32] = [:]

    /// Returns the number of a value.
    func number(_ key: ValueKey) -> Int32? {
        if let number = known[key] { return number }
        let number = Int32(known.count)
        known[key] = number
        return number
    }
}
