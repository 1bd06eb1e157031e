internal import CRE2

/// A compiled regular expression in RE2 syntax. It matches in linear time.
@safe final class RegularExpression: Sendable {
    // Matching does not change an RE2 object, so threads may share it.
    private nonisolated(unsafe) let handle: OpaquePointer

    private init(_ handle: OpaquePointer) {
        unsafe self.handle = handle
    }

    deinit {
        unsafe cre2_delete(handle)
    }

    /// Returns the compiled `pattern`, or what is wrong with it.
    static func compile(_ pattern: String) -> Result<RegularExpression, EvaluationError> {
        var pattern = pattern
        let handle = pattern.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe cre2_new(bytes.baseAddress, bytes.count)
            }
        }
        guard let handle = unsafe handle else {
            return .failure(EvaluationError(message: "out of memory for a regular expression"))
        }
        if let message = unsafe cre2_error(handle) {
            let text = unsafe String(cString: message)
            unsafe cre2_delete(handle)
            return .failure(
                EvaluationError(message: "invalid regular expression: \(text)"))
        }
        return unsafe .success(RegularExpression(handle))
    }

    /// Whether the expression matches anywhere in `text`.
    ///
    /// Complexity: O(n) in the length of the text.
    func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe cre2_find(handle, bytes.baseAddress, bytes.count, 0, nil, 0) == 1
            }
        }
    }

    /// The number of capturing groups.
    var groupCount: Int { unsafe Int(cre2_groups(handle)) }

    /// Returns the range of the first match at or after byte `start`, followed by the ranges of its
    /// groups; nil if there is no match. A group that took no part has no range.
    func find(in bytes: [UInt8], from start: Int) -> [Range<Int>?]? {
        var places = Array(repeating: Int(-1), count: 2 * (groupCount + 1))
        let count = places.count / 2
        let isFound = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe places.withUnsafeMutableBufferPointer { places in
                    unsafe cre2_find(
                        handle, bytes.baseAddress, bytes.count, start, places.baseAddress,
                        Int32(count))
                }
            }
        }
        guard isFound == 1 else { return nil }
        return (0..<count).map { group in
            let (lower, upper) = (places[2 * group], places[2 * group + 1])
            return lower < 0 ? nil : lower..<upper
        }
    }
}
