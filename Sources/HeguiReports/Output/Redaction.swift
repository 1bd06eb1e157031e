package import HeguiDiagnostics
package import HeguiPack

/// Hides the middle of phone and identity numbers, and houses, wherever they stand in a text.
///
/// It is the only way from data to output: see `DataText`.
package struct Redaction: Sendable {
    /// Kinds of numbers that stay, since a column of them was asked for unmasked.
    private let kept: Set<Column.Personal>

    /// The redaction of a report: of all numbers but those that the user asked for.
    ///
    /// What other columns hold of such a kind is masked where it is put into words.
    package init(_ pack: Pack) {
        let kinds = pack.revealed.map { name in
            pack.dataset(name.dataset)?.columns.first { $0.name == name.column }?.personal
        }
        kept = Set(kinds.compactMap(\.self))
    }

    private init(keeping kept: Set<Column.Personal>) {
        self.kept = kept
    }

    /// The redaction of all numbers.
    package static let full = Redaction(keeping: [])

    /// Hides nothing: for pages in which only the authors of a pack speak, and no drop.
    package static let none = Redaction(keeping: [.phone, .id, .address])

    /// Returns `text` with `13812345678` as `138****5678`, identity and landline numbers likewise, and
    /// without the numbers of houses and flats.
    ///
    /// Digits may be of any script, and groups of them may be parted by spaces, dashes or points.
    /// Digests and codes of organisations stay, which hold such digits by chance.
    ///
    /// - Complexity: linear in the text; most texts are only looked over.
    func mask(_ text: String) -> String {
        let room = PersonalRoom(text)
        guard room.forNumber || room.forAddress else { return text }
        var scalars = Array(text.unicodeScalars)
        let hidden =
            (room.forNumber ? hiddenNumbers(in: scalars) : [])
            + (room.forAddress && !kept.contains(.address)
                ? HomeAddress.all(in: scalars).flatMap(\.hidden) : [])
        guard !hidden.isEmpty else { return text }
        for place in hidden { scalars[place] = "*" }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func hiddenNumbers(in scalars: [Unicode.Scalar]) -> [Int] {
        let runs = DigitRun.all(in: scalars)
        var hidden: [Int] = []
        var index = 0
        while index < runs.count {
            guard let number = PersonalNumber(at: index, in: runs, scalars) else {
                index += 1
                continue
            }
            index += number.runCount
            if !kept.contains(number.kind) { hidden += number.hidden }
        }
        return hidden
    }
}

extension Redaction {
    /// Returns `diagnostic` with everything masked that it says of a drop, for renderers that colour
    /// their text: beside an escape sequence a number would not be seen as one.
    package func masked(_ diagnostic: Diagnostic) -> Diagnostic {
        var masked = diagnostic
        masked.message = self.masked(diagnostic.message)
        masked.location = diagnostic.location.map { self.masked($0) }
        masked.label = diagnostic.label.map { self.masked($0) }
        masked.secondary = diagnostic.secondary.map { label in
            Diagnostic.Label(
                location: self.masked(label.location), text: self.masked(label.text))
        }
        masked.notes = diagnostic.notes.map { self.masked($0) }
        masked.help = diagnostic.help.map { self.masked($0) }
        return masked
    }

    private func masked(_ message: Message) -> Message {
        Message(zh: mask(message.zh), en: mask(message.en))
    }

    private func masked(_ location: Location) -> Location {
        switch location {
        case .file(let file): return .file(mask(file))
        case .text(var span):
            span.file = mask(span.file)
            return .text(span)
        case .cell(let cell):
            return .cell(
                CellAddress(
                    file: mask(cell.file), sheet: cell.sheet.map { mask($0) }, row: cell.row,
                    column: cell.column))
        }
    }
}
