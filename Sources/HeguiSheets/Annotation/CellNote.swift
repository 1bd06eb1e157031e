package import HeguiDiagnostics

/// What is to be written at a cell of a workbook, and how the cell is marked.
package struct CellNote: Hashable, Sendable {
    /// From the lightest to the weightiest.
    package enum Tone: Int, CaseIterable, Comparable, Sendable {
        case open, hint, verify, mandatory

        package static func < (left: Tone, right: Tone) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The cell; a whole row means its first cell.
    package var cell: CellAddress
    package var text: String
    package var tone: Tone

    package init(cell: CellAddress, text: String, tone: Tone) {
        self.cell = cell
        self.text = text
        self.tone = tone
    }
}

extension CellNote.Tone {
    /// The colour of marked cells, as workbooks write it.
    package var fill: String {
        switch self {
        case .mandatory: "FFF8C9C4"
        case .verify: "FFFCE3B0"
        case .hint: "FFCFE6F5"
        case .open: "FFE3DDEE"
        }
    }
}
