package import HeguiDiagnostics
import HeguiPack

/// Speaks one of the two languages: of every sentence that a report knows in both, it gives one.
package struct Speaker: Sendable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// Returns one of two texts that say the same.
    func callAsFunction(
        _ chinese: @autoclosure () -> DataText, _ english: @autoclosure () -> DataText
    ) -> DataText {
        switch language {
        case .chinese: chinese()
        case .english: english()
        }
    }

    func callAsFunction(_ message: Message) -> DataText {
        DataText(message.text(in: language))
    }

    func callAsFunction(_ text: LocalizedText) -> DataText {
        DataText(text.text(in: language))
    }

    func callAsFunction(_ message: Message?) -> DataText? {
        message.map { self($0) }
    }

    func callAsFunction(_ text: LocalizedText?) -> DataText? {
        text.map { self($0) }
    }

    func callAsFunction(_ worded: some Worded) -> DataText {
        DataText(worded.words.text(in: language))
    }

    func callAsFunction<Words: Worded>(_ worded: Words?) -> DataText? {
        worded.map { self($0) }
    }

    /// Returns where a diagnostic, a row or a cell is to be found.
    func callAsFunction(_ location: Location) -> DataText {
        DataText(location.description(in: language))
    }

    func callAsFunction(_ location: Location?) -> DataText? {
        location.map { self($0) }
    }

    /// Returns a cell by column and row, as `C5`.
    func reference(of cell: CellAddress) -> DataText {
        DataText(cell.reference(in: language))
    }

    /// Returns the place in brackets of a cell that has no line, in a workbook or at the path `packed`
    /// of an archive; nil for one of a text file.
    func bracketedPlace(of cell: CellAddress, packed: String?) -> DataText? {
        let parts = [packed, cell.sheet].compactMap(\.self).map { DataText($0) }
        guard !parts.isEmpty else { return nil }
        let place = (parts + [reference(of: cell)]).joined(separator: " ▸ ")
        return self("（\(place)）", " (\(place))")
    }
}

/// What has a name for people in both languages: levels, verdicts, results, gates.
protocol Worded {
    var words: Message { get }
}
