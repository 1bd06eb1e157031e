/// Bytes that have no place in a YAML file.
struct TextFlaw {
    enum Kind {
        case encoding, control, byteOrderMark

        /// Nil for a character that may stand in a file; no character means that it is not UTF-8.
        init?(_ character: UTF8Character?) {
            guard let character else {
                self = .encoding
                return
            }
            switch character.value {
            case 0x09, 0x0A, 0x0D, 0x85: return nil
            case 0xFEFF: self = .byteOrderMark
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: self = .control
            default: return nil
            }
        }
    }

    var kind: Kind
    var range: Range<Int>
}
