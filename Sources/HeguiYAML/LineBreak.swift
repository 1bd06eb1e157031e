/// The line breaks and blanks that libyaml knows.
///
/// Besides LF, CR and CR LF these are NEL, LS and PS, as in YAML 1.1. The first four are read as
/// LF, the last two as themselves.
struct LineBreak {
    /// How many bytes the break takes in the file.
    var length: Int
    /// What it becomes in the scalar's text.
    var text: [UInt8]

    /// Returns the line break that begins at `offset`, if one does.
    init?(in bytes: [UInt8], at offset: Int, before end: Int) {
        let rest = end - offset
        guard rest > 0 else { return nil }
        switch bytes[offset] {
        case 0x0A:
            self.init(length: 1, text: [0x0A])
        case 0x0D:
            let isPair = rest > 1 && bytes[offset + 1] == 0x0A
            self.init(length: isPair ? 2 : 1, text: [0x0A])
        case 0xC2 where rest > 1 && bytes[offset + 1] == 0x85:
            self.init(length: 2, text: [0x0A])
        case 0xE2 where rest > 2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
            self.init(length: 3, text: Array(bytes[offset..<offset + 3]))
        default:
            return nil
        }
    }

    private init(length: Int, text: [UInt8]) {
        self.length = length
        self.text = text
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
