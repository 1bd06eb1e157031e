import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiSheets
import HeguiTables

/// Tells where cells are in the terms of SARIF.
struct SARIFLocator {
    /// The files that were opened, in the order of their descriptions.
    let files: [FileAccount]
    /// The archives in which some of them are, which are described after them; of each its first file.
    let archives: [String]
    private let numbers: [String: Int]
    private let rules: [String: Span]
    private(set) var places: DropPlaces

    init(_ places: DropPlaces, _ review: Review) {
        self.places = places
        files = review.files.filter { $0.digest != nil }
        var numbers = Dictionary(
            files.enumerated().map { ($0.element.file, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var archives: [String] = []
        for file in files where places.packedPath(ofFile: file.file) != nil {
            let path = places.path(ofFile: file.file)
            let known = archives.firstIndex { places.path(ofFile: $0) == path }
            if known == nil { archives.append(file.file) }
            numbers[file.file] = files.count + (known ?? archives.count - 1)
        }
        self.archives = archives
        self.numbers = numbers
        rules = Dictionary(
            review.pack.rules.map { ($0.id, $0.span) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a cell stands in a file that was opened.
    func knows(_ cell: CellAddress) -> Bool { numbers[cell.file] != nil }

    /// Returns the number of the description of a file on disk: of one in an archive that of the
    /// archive.
    func number(ofFile name: String) -> Int? { numbers[name] }

    /// Returns the path of a file in its archive; nil for one that is in none.
    func packedPath(_ name: String) -> String? { places.packedPath(ofFile: name) }

    /// Returns where a cell of a text file stands; nil in a workbook.
    mutating func place(of cell: CellAddress) -> TextPlace? { places.place(of: cell) }

    /// Returns the file's path without `./` before it, as readers want it that know the folder.
    func plainPath(_ name: String) -> String {
        var path = places.path(ofFile: name)[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return String(path)
    }

    /// Returns the file to show a result at that rests on no cell: one that is named after the subject
    /// or its unit, else the first of the drop; nil where none was opened.
    func file(about subject: Outcome.Subject) -> String? {
        let names = subject.names.filter { $0.count > 1 }
        let own = files.first { file in names.contains { file.file.contains($0) } }
        return (own ?? files.first)?.file
    }

    /// Returns where a rule is written.
    func span(ofRule id: String) -> Span? { rules[id] }
}
