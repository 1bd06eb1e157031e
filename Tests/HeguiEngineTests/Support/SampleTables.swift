import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiTables
import HeguiYAML

/// Tables made of rows written as text, with references by key or label.
struct SampleTables {
    /// A row: the cells' texts by column.
    typealias Row = [String: [String]]

    let pack: Pack
    var rows: [String: [Row]] = [:]
    var without: Set<String> = []

    init(_ pack: Pack) {
        self.pack = pack
    }

    /// Takes the rows of an example.
    init(_ pack: Pack, _ situation: Situation) {
        self.pack = pack
        without = Set(situation.without)
        for table in situation.given {
            rows[table.dataset] = table.rows.map { row in
                Dictionary(
                    row.cells.map { ($0.column, $0.texts.map(\.text)) },
                    uniquingKeysWith: { first, _ in first })
            }
        }
    }

    func tables() -> Tables {
        var tables = pack.datasets.map(table)
        for index in pack.datasets.indices {
            for (column, declared) in pack.datasets[index].columns.enumerated() {
                guard let reference = declared.reference,
                    let target = pack.datasets.firstIndex(where: { $0.name == reference.dataset })
                else { continue }
                let places = places(of: pack.datasets[target], tables[target])
                for row in tables[index].rows.indices {
                    guard case .text(let text) = tables[index].rows[row].data[column] else {
                        continue
                    }
                    tables[index].rows[row].references[column] = places[text]
                }
            }
        }
        return Tables(tables: tables)
    }

    private func table(_ dataset: Dataset) -> Table {
        let list = (rows[dataset.name] ?? []).enumerated().map { index, row in
            TableRow(
                data: dataset.columns.map { column in
                    row[column.name].map { Self.datum($0, column) } ?? .notGiven
                },
                cells: dataset.columns.enumerated().map { number, column in
                    row[column.name] == nil
                        ? nil : CellAddress(file: dataset.name, row: index + 2, column: number + 1)
                }, address: CellAddress(file: dataset.name, row: index + 2))
        }
        return Table(
            dataset: dataset.name, rows: list, isGiven: !without.contains(dataset.name))
    }

    private func places(of dataset: Dataset, _ table: Table) -> [String: Int] {
        var places: [String: Int] = [:]
        let names = dataset.key.prefix(1) + [dataset.label].compactMap(\.self)
        for column in names.compactMap(dataset.columnIndex).reversed() {
            for (index, row) in table.rows.enumerated() {
                if case .text(let text) = row.data[column] { places[text] = index }
            }
        }
        return places
    }

    private static func datum(_ texts: [String], _ column: Column) -> Datum {
        let text = texts.first ?? ""
        if column.type == .list {
            if text == "无" || text.isEmpty { return .absent }
            return texts.count == 1
                ? .list(text.split { "、，；".contains($0) }.map(String.init)) : .list(texts)
        }
        if ["", "无", "—", "-", "/"].contains(text) { return .absent }
        switch column.type {
        case .integer: return Int64(text).map { .integer($0) } ?? .unreadable
        case .number: return number(text).map { .number($0) } ?? .unreadable
        case .boolean: return boolean(text)
        case .day, .month: return days(text).map { .day($0) } ?? .unreadable
        case .period: return CalendarPeriod(text).map { .period($0) } ?? .unreadable
        case .enumeration:
            let value = column.values.first { $0.name == text || $0.spellings.contains(text) }
            return value.map { .text($0.name) } ?? .unreadable
        case .phone: return .text(text.filter { $0 != " " })
        default: return text == "？" ? .unreadable : .text(text)
        }
    }

    private static func number(_ text: String) -> Ratio? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count <= 2, let digits = Int64(parts[0] + fraction) else { return nil }
        return Ratio(digits, fraction.reduce(Int64(1)) { scale, _ in scale * 10 })
    }

    private static func boolean(_ text: String) -> Datum {
        if ["是", "true", "yes", "有", "√"].contains(text) { return .bool(true) }
        return ["否", "false", "no", "无"].contains(text) ? .bool(false) : .unreadable
    }

    private static func days(_ text: String) -> DayRange? {
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        switch parts.count {
        case 2: return Month(year: parts[0], month: parts[1])?.days
        case 3: return Day(year: parts[0], month: parts[1], day: parts[2]).map { DayRange($0) }
        default: return nil
        }
    }
}
