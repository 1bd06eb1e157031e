/// How the bytes of a text file stand for characters.
package enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 BOM"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
}
