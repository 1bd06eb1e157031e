import HeguiDiagnostics
import HeguiPack

extension JSONWriter {
    /// Writes a parameter's value, or null.
    mutating func value(_ value: ParameterValue?) {
        switch value {
        case nil: null()
        case .integer(let number): integer(number)
        case .boolean(let isTrue): boolean(isTrue)
        case .table(let table): self.table(table)
        case .ratio(let ratio): string("\(ratio)")
        case .day, .length, .text: string(value?.text(in: .english) ?? "")
        }
    }

    private mutating func table(_ table: BracketTable) {
        array(table.rows) { writer, row in
            writer.object { writer in
                for edge in row.edges { writer.member(edge.name, verbatim: edge.value) }
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
