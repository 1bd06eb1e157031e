internal import HeguiDiagnostics

/// The pages and style sheets of a web archive.
struct WebArchive {
    struct Page {
        /// The last step of its address, in lower case.
        let name: String
        let bytes: [UInt8]
        let charset: String?
    }

    private(set) var pages: [Page] = []
    private(set) var sheets: [String] = []
    /// Whether the archive ends before its last part does.
    private(set) var isCut = false

    private static let depth = 8

    init(_ bytes: [UInt8]) {
        add(MIMEPart(bytes[...]), depth: 0)
    }

    private mutating func add(_ part: MIMEPart, depth: Int) {
        switch part.type {
        case let type where type.hasPrefix("multipart/"):
            guard depth < Self.depth, let boundary = part.parameter("boundary"), !boundary.isEmpty
            else { return }
            let found = part.parts(boundary: boundary)
            if !found.isWhole { isCut = true }
            for inner in found.parts { add(inner, depth: depth + 1) }
        case "text/html", "application/xhtml+xml":
            let location = part.headers["content-location"] ?? ""
            let name = location.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
            pages.append(
                Page(
                    name: name.lowercased(), bytes: part.decoded,
                    charset: part.parameter("charset")))
        case "text/css": sheets.append(String(decoding: part.decoded, as: UTF8.self))
        default: break
        }
    }
}
