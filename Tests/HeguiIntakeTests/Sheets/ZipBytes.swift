/// Writes zip files with stored entries, for tests.
struct ZipBytes {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Encrypted entries only say so: they cannot be read anyway.
    mutating func add(_ name: String, _ content: [UInt8], isEncrypted: Bool = false) {
        add(raw: Array(name.utf8), content, flags: isEncrypted ? 0x0801 : 0x0800)
    }

    /// Adds an entry whose name says that it is UTF-8 only where it is.
    mutating func add(_ name: [UInt8], _ content: [UInt8]) {
        let isText = String(validating: name, as: UTF8.self) != nil
        add(raw: name, content, flags: isText ? 0x0800 : 0)
    }

    /// Adds an entry of which the directory says what is given.
    ///
    /// - Parameters:
    ///   - name: its bytes as they are to stand there.
    ///   - content: its bytes as they are packed.
    ///   - flags: 0x0800 marks the name as UTF-8.
    ///   - extra: an extra field.
    ///   - mode: the kind of file, as Unix has it.
    ///   - size: what the directory says of it inflated; nil: the truth.
    ///   - method: how it is packed; 0 as it stands, 8 deflated.
    mutating func add(
        raw name: [UInt8], _ content: [UInt8], flags: UInt16 = 0, extra: [UInt8] = [],
        mode: UInt32 = 0, size: Int? = nil, method: UInt16 = 0
    ) {
        let fields =
            word(20) + word(flags) + word(method) + word(0) + word(0x21)
            + double(ZipBytes.checksum(content)) + double(UInt32(content.count))
            + double(UInt32(size ?? content.count)) + word(UInt16(name.count))
            + word(UInt16(extra.count))
        directory += [0x50, 0x4B, 1, 2] + word(mode == 0 ? 20 : 0x0314) + fields
        directory += word(0) + word(0) + word(0) + double(mode << 16)
        directory += double(UInt32(body.count)) + name + extra
        body += [0x50, 0x4B, 3, 4] + fields + name + extra + content
        count += 1
    }

    /// The extra field of Info-ZIP that holds a name in UTF-8 beside another.
    static func unicodePath(_ name: String, beside raw: [UInt8]) -> [UInt8] {
        let zip = ZipBytes()
        let length = UInt16(name.utf8.count + 5)
        return zip.word(0x7075) + zip.word(length) + [1] + zip.double(checksum(raw))
            + Array(name.utf8)
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
