extension WordDictionary {
    /// Returns the number of a text, a new one where it was not met before.
    ///
    /// - Complexity: O(1) on average, and linear in the text.
    @inline(__always)
    static func number(_ text: UnsafePointer<UInt8>, _ count: Int, in words: Words) -> Int32 {
        let hash = unsafe WordHash.of(text, count)
        let found = unsafe find(text, count, hash: hash, in: words)
        if found.number >= 0 { return found.number }
        return unsafe add(text, count, hash: hash, at: found.place, in: words)
    }

    /// Returns the number of a text behind which 16 bytes may be read, a new one where it was not
    /// met before.
    ///
    /// - Complexity: a look where the text is short and there are few, else as `number`.
    @inline(__always)
    static func scanned(_ text: UnsafePointer<UInt8>, _ count: Int, in words: Words) -> Int32 {
        guard count <= 16 else { return unsafe number(text, count, in: words) }
        let raw = unsafe UnsafeRawPointer(text)
        var low = unsafe raw.loadUnaligned(as: UInt64.self)
        var high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        if count < 8 { low &= 1 << UInt64(8 * count) &- 1 }
        high &= count <= 8 ? 0 : UInt64.max >> UInt64(8 * (16 - count))
        let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        let place = Int(hash >> 58)
        let recent = unsafe words.pointee.recent + place
        let known = unsafe recent.pointee
        if known.low == low, known.high == high, known.count == Int32(count) {
            return known.number
        }
        let number = unsafe number(text, count, in: words)
        unsafe recent.pointee = Recent(
            low: low, high: high, count: Int32(count), number: number)
        return number
    }

    @inline(__always)
    static func known(_ text: UnsafePointer<UInt8>, _ count: Int, in words: Words) -> Int32 {
        unsafe find(text, count, hash: WordHash.of(text, count), in: words).number
    }

    @inline(__always)
    private static func find(
        _ text: UnsafePointer<UInt8>, _ count: Int, hash: UInt64, in words: Words
    ) -> (number: Int32, place: Int) {
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        let (slots, mask) = unsafe (words.pointee.slots, words.pointee.mask)
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = unsafe slots[place]
            if slot.number == 0 { return (-1, place) }
            if slot.tag == tag, unsafe isWord(text, count, number: Int(slot.number) - 1, in: words)
            {
                return (Int32(bitPattern: slot.number &- 1), place)
            }
            place = (place + 1) & mask
        }
    }

    @inline(__always)
    private static func isWord(
        _ text: UnsafePointer<UInt8>, _ count: Int, number: Int, in words: Words
    ) -> Bool {
        let start = unsafe words.pointee.starts[number]
        guard unsafe words.pointee.starts[number + 1] - start == count else { return false }
        let own = unsafe words.pointee.bytes + start
        for offset in 0..<count where unsafe own[offset] != text[offset] { return false }
        return true
    }

    @inline(never)
    private static func add(
        _ text: UnsafePointer<UInt8>, _ count: Int, hash: UInt64, at place: Int,
        in words: Words
    ) -> Int32 {
        let number = unsafe words.pointee.count
        let start = unsafe words.pointee.starts[number]
        unsafe makeRoom(words, bytes: start + count, words: number + 2)
        unsafe (words.pointee.bytes + start).update(from: text, count: count)
        unsafe words.pointee.starts[number + 1] = start + count
        unsafe words.pointee.slots[place] = Slot(
            tag: UInt32(truncatingIfNeeded: hash >> 32), number: UInt32(number + 1))
        unsafe words.pointee.count = number + 1
        if unsafe (number + 1) * 2 > words.pointee.mask { unsafe rehash(words) }
        return Int32(number)
    }

    private static func makeRoom(_ words: Words, bytes: Int, words count: Int) {
        if unsafe bytes > words.pointee.byteCapacity {
            let size = bytes * 2
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
            unsafe larger.update(
                from: words.pointee.bytes, count: words.pointee.starts[words.pointee.count])
            unsafe words.pointee.bytes.deallocate()
            unsafe words.pointee.bytes = larger
            unsafe words.pointee.byteCapacity = size
        }
        if unsafe count > words.pointee.startCapacity {
            let size = count * 2
            let larger = UnsafeMutablePointer<Int>.allocate(capacity: size)
            unsafe larger.update(from: words.pointee.starts, count: words.pointee.count + 1)
            unsafe words.pointee.starts.deallocate()
            unsafe words.pointee.starts = larger
            unsafe words.pointee.startCapacity = size
        }
    }

    private static func rehash(_ words: Words) {
        let size = unsafe (words.pointee.mask + 1) * 4
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        unsafe slots.initialize(repeating: Slot(tag: 0, number: 0), count: size)
        for number in unsafe 0..<words.pointee.count {
            let start = unsafe words.pointee.starts[number]
            let length = unsafe words.pointee.starts[number + 1] - start
            let hash = unsafe WordHash.of(words.pointee.bytes + start, length)
            var place = Int(truncatingIfNeeded: hash) & (size - 1)
            while unsafe slots[place].number != 0 { place = (place + 1) & (size - 1) }
            unsafe slots[place] = Slot(
                tag: UInt32(truncatingIfNeeded: hash >> 32), number: UInt32(number + 1))
        }
        unsafe words.pointee.slots.deallocate()
        unsafe words.pointee.slots = slots
        unsafe words.pointee.mask = size - 1
    }
}

/// A hash of short texts: the same for the same bytes in every run.
enum WordHash {
    /// - Complexity: linear in the bytes, eight at a time.
    @inline(__always)
    static func of(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var place = 0
        while place + 8 <= count {
            hash = unsafe mix(hash ^ word(bytes + place))
            place += 8
        }
        if place < count {
            // The last eight bytes, or fewer where there are no eight.
            if count >= 8 {
                hash = unsafe mix(hash ^ word(bytes + count - 8))
            } else {
                var rest: UInt64 = 0
                while place < count {
                    rest = unsafe rest << 8 | UInt64(bytes[place])
                    place += 1
                }
                hash = mix(hash ^ rest)
            }
        }
        return hash ^ hash >> 29
    }

    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
