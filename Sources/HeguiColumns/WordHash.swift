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
