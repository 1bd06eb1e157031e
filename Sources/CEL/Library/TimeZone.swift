/// The offsets from UTC of one place through time.
struct TimeZone: Sendable {
    /// Seconds since 1970 at which an offset begins, in order.
    private var starts: [Int64] = []
    private var offsets: [Int64] = []
    /// The offset before all of `starts`.
    private var first: Int64
    /// The rule after the last of `starts`.
    private var rule: TimeZoneRule?

    init(fixed offset: Int64) {
        first = offset
    }

    /// Returns the zone of a compiled file (RFC 8536), or nil if the bytes are not one.
    init?(compiled bytes: [UInt8]) {
        var reader = TimeZoneReader(bytes)
        guard let file = reader.read() else { return nil }
        starts = file.starts
        offsets = file.offsets
        first = file.first
        rule = TimeZoneRule(file.footer)
    }

    /// Returns the seconds that clocks are ahead of UTC at `seconds` since 1970.
    ///
    /// Complexity: O(log n) in the number of changes.
    func offset(at seconds: Int64) -> Int64 {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == starts.count, let rule { return rule.offset(at: seconds) }
        return low == 0 ? first : offsets[low - 1]
    }
}
