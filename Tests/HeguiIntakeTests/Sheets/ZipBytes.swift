/// Writes zip files with stored entries, for tests.
struct ZipBytes {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Encrypted entries only say so: they cannot be read anyway.
    mutating func add(_ name: String, _ content: [UInt8], isEncrypted: Bool = false) {
        let flags: UInt16 = isEncrypted ? 0x0801 : 0x0800
        let fields =
            word(20) + word(flags) + word(0) + word(0) + word(0x21)
            + double(ZipBytes.checksum(content)) + double(UInt32(content.count))
            + double(UInt32(content.count)) + word(UInt16(name.utf8.count)) + word(0)
        directory += [0x50, 0x4B, 1, 2] + word(20) + fields + word(0) + word(0) + word(0)
        directory += double(0) + double(UInt32(body.count)) + Array(name.utf8)
        body += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + content
        count += 1
    }

    var bytes: [UInt8] {
        body + directory + [0x50, 0x4B, 5, 6] + word(0) + word(0) + word(UInt16(count))
            + word(UInt16(count)) + double(UInt32(directory.count)) + double(UInt32(body.count))
            + word(0)
    }

    private func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private func double(_ value: UInt32) -> [UInt8] {
        word(UInt16(value & 0xFFFF)) + word(UInt16(value >> 16))
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
