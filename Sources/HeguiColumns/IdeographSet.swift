/// Some of the characters of three bytes, told by one look.
@safe
struct IdeographSet: @unchecked Sendable {
    /// A bit for each character; there as long as the run.
    private let bits: UnsafeMutablePointer<UInt64>

    /// The characters of a text and a range.
    init(_ characters: String, _ range: ClosedRange<Unicode.Scalar>? = nil) {
        unsafe bits = .allocate(capacity: 1_024)
        unsafe bits.initialize(repeating: 0, count: 1_024)
        for scalar in characters.unicodeScalars { add(scalar.value) }
        guard let range else { return }
        for value in range.lowerBound.value...range.upperBound.value { add(value) }
    }

    private func add(_ value: UInt32) {
        unsafe bits[Int(value >> 6)] |= 1 << UInt64(value & 63)
    }

    /// Whether the character of three bytes at `text` is one of them.
    @inline(__always)
    func hasFirst(of text: UnsafePointer<UInt8>) -> Bool {
        let (first, second, third) = unsafe (text[0], text[1], text[2])
        let word = Int(first & 0x0F) << 6 | Int(second & 0x3F)
        return unsafe bits[word] >> UInt64(third & 0x3F) & 1 != 0
    }
}
