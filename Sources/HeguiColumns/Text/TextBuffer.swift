/// Bytes of a text file with room to read past their end.
///
/// Scanners load many bytes at a time, so zeros stand before and behind the text.
///
/// Sendable because it is filled by one thread and then only read, until it is filled again.
@safe
package final class TextBuffer: @unchecked Sendable {
    /// How many bytes scanners may read before the beginning and past the end.
    static let padding = 64

    /// The first byte of the text, with padding before it too.
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    /// How many bytes of text there are.
    package private(set) var count = 0

    package init(capacity: Int) {
        self.capacity = capacity
        unsafe base = Self.memory(capacity)
    }

    deinit { unsafe (base - Self.padding).deallocate() }

    private static func memory(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
        let start = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * padding)
        unsafe start.initialize(repeating: 0, count: padding)
        unsafe (start + padding + capacity).initialize(repeating: 0, count: padding)
        return unsafe start + padding
    }

    /// Takes up to `length` bytes from `read`, which gets a place and room and returns how many it
    /// put there, 0 at the end, or a negative number for an error.
    ///
    /// - Returns: how many bytes came, or the negative number.
    package func fill(
        _ length: Int, keeping kept: Int = 0,
        from read: (UnsafeMutableRawPointer, _ room: Int, _ offset: Int) -> Int
    ) -> Int {
        if kept + length > capacity { grow(to: kept + length, keeping: kept) }
        count = kept
        while count < kept + length {
            let got = unsafe read(base + count, kept + length - count, count)
            if got < 0 { return got }
            if got == 0 { break }
            count += got
        }
        unsafe (base + count).update(repeating: 0, count: Self.padding)
        return count - kept
    }

    /// Makes the text of `bytes` its own.
    package convenience init(_ bytes: [UInt8]) {
        self.init(capacity: bytes.count)
        unsafe bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress {
                unsafe base.update(from: start, count: bytes.count)
            }
        }
        count = bytes.count
    }

    /// Returns a copy of the bytes in `range`.
    package func bytes(_ range: Range<Int>) -> [UInt8] {
        unsafe [UInt8](UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// Returns the place behind the first line feed at or after `start`, or nil where there is none.
    package func lineStart(after start: Int) -> Int? {
        var place = start
        while place < count {
            if unsafe base[place] == 0x0A { return place + 1 }
            place += 1
        }
        return nil
    }

    private func grow(to wanted: Int, keeping kept: Int) {
        let larger = unsafe Self.memory(wanted)
        unsafe larger.update(from: base, count: kept)
        unsafe (base - Self.padding).deallocate()
        unsafe base = larger
        capacity = wanted
    }
}
