/// What people write who know other languages, or type in another script, and how it is written here.
enum OtherSpelling {
    /// Returns how `word` is written, or nil if no other language is known to have it.
    static func hint(word: String) -> String? {
        switch word {
        case "and", "AND": "write `&&`"
        case "or", "OR": "write `||`"
        case "not", "NOT": "write `!` before the operand"
        case "is", "IS": "write `==`"
        case "None", "nil", "NULL", "Null", "undefined": "write `null`"
        case "True", "TRUE": "write `true`"
        case "False", "FALSE": "write `false`"
        case "if", "then", "else": "write `condition ? this : that`"
        default: nil
        }
    }

    /// Returns what the function `word` is called, or nil if no other language is known to have it.
    static func hint(function word: String) -> String? {
        ["len", "length", "count"].contains(word) ? "write `size`" : hint(word: word)
    }

    /// Returns what `character` looks like in ASCII, or nil if it is like nothing that has a meaning.
    static func hint(character: String) -> String? {
        guard let scalar = character.unicodeScalars.first else { return nil }
        switch scalar.value {
        case 0x3D: return "equality is written `==`"
        case 0x26: return "logical and is written `&&`"
        case 0x7C: return "logical or is written `||`"
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return "write a plain blank"
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF:
            return "take out this character, which has no width"
        case 0xFF01...0xFF5E:
            return Unicode.Scalar(scalar.value - 0xFEE0).map { "write `\(Character($0))`" }
        default: break
        }
        let plain: String? =
            switch scalar {
            case "“", "”", "„", "「", "」", "『", "』", "«", "»": "\""
            case "‘", "’": "'"
            case "、": ","
            case "。": "."
            case "≥", "⩾": ">="
            case "≤", "⩽": "<="
            case "≠": "!="
            case "×", "✕": "*"
            case "÷": "/"
            case "−", "–", "—": "-"
            default: nil
            }
        return plain.map { "write `\($0)`" }
    }
}
