/// Finds bytes in bytes.
enum ByteSearch {
    /// Returns the offset of the first `needle` in `haystack` at or after `start`, or nil.
    ///
    /// Complexity: O(n + m), by the method of Knuth, Morris and Pratt.
    static func first(
        of needle: some Collection<UInt8>, in haystack: some Collection<UInt8>, from start: Int
    ) -> Int? {
        let needle = Array(needle)
        guard !needle.isEmpty else { return start <= haystack.count ? start : nil }
        let fallback = fallbacks(of: needle)
        var matched = 0
        var offset = start
        for byte in haystack.dropFirst(start) {
            while matched > 0, needle[matched] != byte { matched = fallback[matched - 1] }
            if needle[matched] == byte { matched += 1 }
            offset += 1
            if matched == needle.count { return offset - needle.count }
        }
        return nil
    }

    /// For each prefix, the length of its longest proper prefix that is also its suffix.
    private static func fallbacks(of needle: [UInt8]) -> [Int] {
        var fallback = Array(repeating: 0, count: needle.count)
        var matched = 0
        for index in needle.indices.dropFirst() {
            while matched > 0, needle[matched] != needle[index] { matched = fallback[matched - 1] }
            if needle[matched] == needle[index] { matched += 1 }
            fallback[index] = matched
        }
        return fallback
    }
}
