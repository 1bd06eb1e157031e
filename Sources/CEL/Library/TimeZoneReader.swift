/// Reads the compiled form of a time zone (RFC 8536).
struct TimeZoneReader {
    /// The contents of a file.
    struct File {
        var starts: [Int64] = []
        var offsets: [Int64] = []
        var first: Int64 = 0
        var footer = ""
    }

    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read() -> File? {
        guard let header = header() else { return nil }
        if header.version == 0 { return body(header, width: 4) }
        // The first part has times of 32 bits for old readers. The second part has all times.
        offset += header.length(width: 4)
        guard let second = self.header(), var file = body(second, width: 8) else { return nil }
        file.footer =
            String(decoding: bytes[min(offset, bytes.count)...], as: UTF8.self)
            .split(separator: "\n").first.map(String.init) ?? ""
        return file
    }

    private struct Header {
        var version: UInt8
        var utIndicators: Int
        var standardIndicators: Int
        var leapSeconds: Int
        var times: Int
        var types: Int
        var characters: Int

        func length(width: Int) -> Int {
            times * (width + 1) + types * 6 + characters + leapSeconds * (width + 4)
                + standardIndicators + utIndicators
        }
    }

    private mutating func header() -> Header? {
        guard offset + 44 <= bytes.count, bytes[offset..<(offset + 4)].elementsEqual("TZif".utf8)
        else { return nil }
        let version = bytes[offset + 4]
        offset += 20
        var counts: [Int] = []
        for _ in 0..<6 { counts.append(Int(integer(4))) }
        guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
        return Header(
            version: version, utIndicators: counts[0], standardIndicators: counts[1],
            leapSeconds: counts[2], times: counts[3], types: counts[4], characters: counts[5])
    }

    private mutating func integer(_ width: Int) -> Int64 {
        var value: UInt64 = 0
        for byte in bytes[offset..<(offset + width)] { value = value << 8 | UInt64(byte) }
        offset += width
        return width == 4
            ? Int64(Int32(truncatingIfNeeded: value)) : Int64(truncatingIfNeeded: value)
    }

    private mutating func body(_ header: Header, width: Int) -> File? {
        guard header.types > 0, offset + header.length(width: width) <= bytes.count else {
            return nil
        }
        let end = offset + header.length(width: width)
        var file = File()
        for _ in 0..<header.times { file.starts.append(integer(width)) }
        let indices = (0..<header.times).map { Int(bytes[offset + $0]) }
        offset += header.times
        var types: [Int64] = []
        for _ in 0..<header.types {
            types.append(integer(4))
            offset += 2
        }
        guard indices.allSatisfy({ $0 < types.count }) else { return nil }
        file.offsets = indices.map { types[$0] }
        file.first = types[0]
        offset = end
        return file
    }
}
