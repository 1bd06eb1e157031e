import HeguiDiagnostics
import HeguiEngine
import HeguiIntake

/// Tells where cells are in the terms of SARIF.
struct SARIFLocator {
    /// The files that were opened, in the order of their descriptions.
    let files: [FileAccount]
    private let numbers: [String: Int]
    private var places: DropPlaces

    init(_ places: DropPlaces, _ files: [FileAccount]) {
        self.places = places
        self.files = files.filter { $0.digest != nil }
        numbers = Dictionary(
            self.files.enumerated().map { ($0.element.file, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether a cell stands in a file that was opened.
    func knows(_ cell: CellAddress) -> Bool { numbers[cell.file] != nil }

    func number(ofFile name: String) -> Int? { numbers[name] }

    /// Returns where a cell of a text file stands; nil in a workbook.
    mutating func place(of cell: CellAddress) -> TextPlace? { places.place(of: cell) }

    /// Returns the file's path as a reference that a URI may hold.
    func uri(ofFile name: String) -> String {
        Self.reference(places.path(ofFile: name))
    }

    /// Returns `path` percent-encoded: absolute as a `file` URI, else relative.
    static func reference(_ path: String) -> String {
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        var encoded = rest.hasPrefix("/") ? "file://" : ""
        for byte in rest.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return encoded
    }
}
