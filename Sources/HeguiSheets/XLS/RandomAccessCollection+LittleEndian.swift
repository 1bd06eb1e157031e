/// Numbers of several bytes, the least first, counted from the start; nil where they are not there.
extension RandomAccessCollection<UInt8> where Index == Int {
    func byte(_ offset: Int) -> Int? {
        guard offset >= 0, offset < count else { return nil }
        return Int(self[startIndex + offset])
    }

    func word(_ offset: Int) -> Int? {
        guard offset >= 0, offset + 1 < count else { return nil }
        let start = startIndex + offset
        return Int(self[start]) | Int(self[start + 1]) << 8
    }

    func long(_ offset: Int) -> Int? {
        guard let low = word(offset), let high = word(offset + 2) else { return nil }
        return low | high << 16
    }

    /// A number of 64 bits with a floating point.
    func double(_ offset: Int) -> Double? {
        guard let low = long(offset), let high = long(offset + 4) else { return nil }
        return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
    }
}
