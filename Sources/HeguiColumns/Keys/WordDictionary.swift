/// Texts numbered from 0 in the order in which they first occur.
///
/// Sendable because one thread fills it, and others read it only afterwards.
@safe
package final class WordDictionary: @unchecked Sendable {
    struct Slot {
        var tag: UInt32
        /// The word's number plus 1; 0 is a free slot.
        var number: UInt32
    }

    /// A short word that was met of late.
    struct Recent {
        /// Its bytes, as they stand in memory.
        var low: UInt64
        var high: UInt64
        /// How many they are; none at first.
        var count: Int32
        var number: Int32
    }

    /// How many such words are kept, by their hash.
    static let recents = 64

    /// The words as the scanner sees them.
    @unsafe
    struct State {
        var slots: UnsafeMutablePointer<Slot>
        var recent: UnsafeMutablePointer<Recent>
        var mask: Int
        /// Where each word begins, and behind the last.
        var starts: UnsafeMutablePointer<Int>
        var bytes: UnsafeMutablePointer<UInt8>
        var count: Int
        var startCapacity: Int
        var byteCapacity: Int
    }

    typealias Words = UnsafeMutablePointer<State>

    let words: Words

    package init() {
        let size = 64
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        unsafe slots.initialize(repeating: Slot(tag: 0, number: 0), count: size)
        let starts = UnsafeMutablePointer<Int>.allocate(capacity: size)
        unsafe starts.initialize(repeating: 0, count: size)
        let recent = UnsafeMutablePointer<Recent>.allocate(capacity: Self.recents)
        unsafe recent.initialize(
            repeating: Recent(low: 0, high: 0, count: 0, number: 0), count: Self.recents)
        unsafe words = .allocate(capacity: 1)
        let state = unsafe State(
            slots: slots, recent: recent, mask: size - 1, starts: starts,
            bytes: .allocate(capacity: 1_024),
            count: 0, startCapacity: size, byteCapacity: 1_024)
        unsafe words.initialize(to: state)
    }

    deinit {
        unsafe words.pointee.slots.deallocate()
        unsafe words.pointee.recent.deallocate()
        unsafe words.pointee.starts.deallocate()
        unsafe words.pointee.bytes.deallocate()
        unsafe words.deallocate()
    }

    package var count: Int { unsafe words.pointee.count }

    /// Returns word `number` as it was met.
    package func word(_ number: Int) -> [UInt8] {
        precondition(number >= 0 && number < count)
        let start = unsafe words.pointee.starts[number]
        let length = unsafe words.pointee.starts[number + 1] - start
        return unsafe [UInt8](
            UnsafeBufferPointer(start: words.pointee.bytes + start, count: length))
    }

    /// Returns the number of `text`, a new one where it was not met before.
    package func number(of text: [UInt8]) -> Int32 {
        unsafe withBase(text) { unsafe Self.number($0, $1, in: words) }
    }

    /// Returns the number of `text`, or nil where it was not met.
    package func known(_ text: [UInt8]) -> Int? {
        let number = unsafe withBase(text) { unsafe Self.known($0, $1, in: words) }
        return number >= 0 ? Int(number) : nil
    }

    /// Returns the number of a text, or -1 where it was not met.
    @inline(__always)
    func known(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        unsafe Self.known(text, count, in: words)
    }

    private func withBase(
        _ text: [UInt8], _ body: (UnsafePointer<UInt8>, Int) -> Int32
    ) -> Int32 {
        unsafe text.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { return unsafe body(base, buffer.count) }
            var nothing: UInt8 = 0
            return unsafe body(&nothing, 0)
        }
    }
}
