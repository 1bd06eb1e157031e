import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiPack

extension JSONWriter {
    /// Writes a member with text, or null.
    mutating func member(_ name: String, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    /// Writes a member whose text is a name and never masked.
    mutating func member(_ name: String, verbatim text: String?) {
        key(name)
        if let text { verbatim(text) } else { null() }
    }

    mutating func member(_ name: String, _ fingerprint: Fingerprint) {
        member(name, verbatim: fingerprint.description)
    }

    mutating func member(_ name: String, _ number: (some BinaryInteger)?) {
        key(name)
        if let number { integer(number) } else { null() }
    }

    /// Writes a member with an exact number: an integer where it is whole, else its text, or null.
    mutating func member(_ name: String, _ number: Ratio?) {
        key(name)
        guard let number else { return null() }
        if let whole = number.whole { integer(whole) } else { verbatim(number.text) }
    }

    mutating func member(_ name: String, _ isTrue: Bool) {
        key(name)
        boolean(isTrue)
    }

    /// Writes a member with a day as `2013-01-31`, or null.
    mutating func member(_ name: String, _ day: Day?) {
        key(name)
        if let day { verbatim("\(day)") } else { null() }
    }

    /// Writes a member with a sentence in both languages, or null.
    mutating func member(_ name: String, _ message: Message?) {
        key(name)
        guard let message else { return null() }
        object { writer in
            writer.member("zh", message.zh)
            writer.member("en", message.en)
        }
    }

    /// Writes a member with a pack's text, or null; a language that it lacks is null too.
    mutating func member(_ name: String, _ text: LocalizedText?) {
        key(name)
        guard let text else { return null() }
        object { writer in
            writer.member("zh", text.zh)
            writer.member("en", text.en)
        }
    }

    /// Writes a member with a list of names.
    mutating func member(_ name: String, names: [String]) {
        key(name)
        array(names) { writer, text in writer.verbatim(text) }
    }

    mutating func member(_ name: String, cells: [CellAddress]) {
        key(name)
        array(cells) { writer, cell in writer.cell(cell) }
    }

    /// Writes a cell: file, sheet (null without sheets), row and column, both from 1.
    mutating func cell(_ cell: CellAddress) {
        object { writer in
            writer.member("file", cell.file)
            writer.member("sheet", cell.sheet)
            writer.member("row", cell.row)
            writer.member("column", cell.column)
        }
    }

    /// Writes whatever a diagnostic, waiver or explanation points at.
    mutating func location(_ location: Location) {
        switch location {
        case .file(let file): object { $0.member("file", file) }
        case .cell(let cell): self.cell(cell)
        case .text(let span):
            object { writer in
                writer.member("file", span.file)
                writer.member("line", span.start.line)
                writer.member("character", span.start.column)
            }
        }
    }
}
