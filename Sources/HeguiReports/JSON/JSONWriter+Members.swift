import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiPack
import HeguiReview
import HeguiTables

extension JSONWriter {
    /// Writes a member with text, or null.
    mutating func member(_ name: MaskedText, _ text: DataText?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    /// Writes a member with text that may have come from a drop, or null.
    mutating func member(_ name: MaskedText, _ text: String?) {
        key(name)
        if let text { string(DataText(text)) } else { null() }
    }

    /// Writes a member with text that is masked already.
    mutating func member(_ name: MaskedText, masked text: MaskedText) {
        key(name)
        string(text)
    }

    mutating func member(_ name: MaskedText, _ fingerprint: Fingerprint) {
        member(name, fingerprint.description)
    }

    mutating func member(_ name: MaskedText, _ number: (some BinaryInteger)?) {
        key(name)
        if let number { integer(number) } else { null() }
    }

    /// Writes a member with an exact number: an integer where it is whole, else its text, or null.
    mutating func member(_ name: MaskedText, _ number: Ratio?) {
        key(name)
        guard let number else { return null() }
        if let whole = number.whole { integer(whole) } else { string(DataText(number.text)) }
    }

    mutating func member(_ name: MaskedText, _ isTrue: Bool) {
        key(name)
        boolean(isTrue)
    }

    /// Writes a member with a day as `2013-01-31`, or null.
    mutating func member(_ name: MaskedText, _ day: Day?) {
        key(name)
        if let day { string("\(day)" as DataText) } else { null() }
    }

    /// Writes a member with a sentence in both languages, or null.
    mutating func member(_ name: MaskedText, _ message: Message?) {
        key(name)
        guard let message else { return null() }
        object { writer in
            writer.member("zh", message.zh)
            writer.member("en", message.en)
        }
    }

    /// Writes a member with a pack's text, or null; a language that it lacks is null too.
    mutating func member(_ name: MaskedText, _ text: LocalizedText?) {
        key(name)
        guard let text else { return null() }
        object { writer in
            writer.member("zh", text.zh)
            writer.member("en", text.en)
        }
    }

    /// Writes a member with a list of names.
    mutating func member(_ name: MaskedText, names: [String]) {
        key(name)
        array(names) { writer, text in writer.string(DataText(text)) }
    }

    mutating func member(_ name: MaskedText, cells: [CellAddress]) {
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

    /// Writes the place that a diagnostic, waiver or explanation points at.
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

    /// Writes a parameter's value, or null.
    mutating func value(_ value: ParameterValue?) {
        switch value {
        case nil: null()
        case .integer(let number): integer(number)
        case .boolean(let isTrue): boolean(isTrue)
        case .table(let table): self.table(table)
        case .ratio(let ratio): string("\(ratio)" as DataText)
        case .day, .length, .text: if let value { string(Speaker(.english)(value)) }
        }
    }

    private mutating func table(_ table: BracketTable) {
        array(table.rows) { writer, row in
            writer.object { writer in
                for edge in row.edges {
                    writer.key(edge.name)
                    writer.string(DataText(edge.value))
                }
                if !row.keys.isEmpty { writer.member("is", names: row.keys) }
                switch row.result {
                case .value(let value):
                    writer.key("gives")
                    writer.value(value)
                case .undefined(let reading): writer.member("undefined", reading)
                }
            }
        }
    }
}

extension JSONWriter {
    /// Writes all that a review follows from, so that it can be made again and compared.
    mutating func provenance(_ provenance: Provenance, of review: Review) {
        let pack = review.pack
        object { writer in
            writer.member("engine_version", provenance.engineVersion)
            writer.member("as_of", review.asOf)
            writer.key("pack")
            writer.object { writer in
                writer.member("id", pack.id)
                writer.member("version", pack.version)
                writer.member("sha256", provenance.packDigest?.hex)
            }
            writer.key("parameters")
            writer.array(pack.parameters.filter { pack.overrides.contains($0.name) }) {
                $0.override($1, on: review.asOf)
            }
            writer.key("calendar")
            writer.object { writer in
                writer.member("name", pack.calendarName)
                writer.member("sha256", provenance.calendarDigest?.hex)
                writer.member("first_year", pack.calendar.years.first?.year)
                writer.member("last_year", pack.calendar.years.last?.year)
            }
            writer.key("files")
            writer.array(review.files.filter { $0.digest != nil }) { writer, file in
                writer.object { writer in
                    writer.member("file", file.file)
                    writer.member("sha256", file.digest?.hex)
                }
            }
            writer.member("only", names: provenance.only)
            writer.statedWhereThere(provenance)
            writer.member("revealed", names: pack.revealed.map(\.description))
        }
    }

    /// Writes what most reviews lack.
    private mutating func statedWhereThere(_ provenance: Provenance) {
        let named: [(MaskedText, [String])] = [
            ("excluded", provenance.excluded), ("preferred", provenance.preferred),
            ("waivers", provenance.waivers),
        ]
        for (key, files) in named where !files.isEmpty { member(key, names: files) }
        if let configuration = provenance.configuration {
            key("configuration")
            object { writer in
                writer.member("file", configuration.file)
                writer.member("sha256", configuration.sha256)
            }
        }
        if !provenance.leftOut.isEmpty {
            let verdicts = Verdict.allCases.filter(provenance.leftOut.contains)
            member("left_out", names: verdicts.map(\.rawValue))
        }
    }

    private mutating func override(_ parameter: Parameter, on day: Day) {
        object { writer in
            writer.member("name", parameter.name)
            writer.key("value")
            writer.value(parameter.value(on: day))
            writer.key("pack_value")
            writer.value(parameter.packValue(on: day))
        }
    }
}
