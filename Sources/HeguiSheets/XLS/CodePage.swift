/// How workbooks before 1997 write texts: the page of characters that Windows or the Macintosh had.
struct CodePage {
    /// What iconv calls it; nil for a page that nobody knows.
    private let name: String?
    /// Whether the page is what programs write that know of none.
    private let isGuessed: Bool

    /// - Parameter number: of the record that names it; nil where there is none.
    init(_ number: Int?) {
        isGuessed = number == nil || [367, 1252, 0x8001].contains(number)
        switch number {
        case 936, 54936, 10008, nil: name = "GB18030"
        case 950, 10002: name = "CP950"
        case 932, 10001: name = "CP932"
        case 949, 10003: name = "CP949"
        case 367, 1252, 0x8001: name = "CP1252"
        case 10000, 0x8000: name = "MACINTOSH"
        case 65001: name = "UTF-8"
        case let number?: name = Self.others.contains(number) ? "CP\(number)" : nil
        }
    }

    private static let others: Set = [
        437, 737, 775, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869, 874, 1250, 1251,
        1253, 1254, 1255, 1256, 1257, 1258, 1361,
    ]

    /// Returns the text of bytes in this page, nil where they are none.
    func text(_ bytes: [UInt8]) -> String? {
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        // Programs made in China write Western into the record and Chinese into the cells.
        if isGuessed, Self.arePaired(bytes), let text = GB18030.text(bytes) { return text }
        guard let name,
            case .text(let utf8) = CharacterConversion.convert(bytes, from: name, to: "UTF-8")
        else { return nil }
        return String(validating: utf8, as: UTF8.self)
    }

    /// Whether bytes beyond ASCII come in pairs, as they do in GB 2312 and hardly ever in Western
    /// words.
    private static func arePaired(_ bytes: [UInt8]) -> Bool {
        bytes.split { $0 < 0x80 }.allSatisfy { $0.count.isMultiple(of: 2) }
    }
}
