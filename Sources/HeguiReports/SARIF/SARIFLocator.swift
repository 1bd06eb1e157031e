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

    /// Returns the file's path, from which a reference is made that a URI may hold.
    func path(ofFile name: String) -> DataText {
        DataText(places.path(ofFile: name))
    }
}
