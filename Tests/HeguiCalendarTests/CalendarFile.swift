import Foundation
import HeguiCalendar
import HeguiTestSupport

/// Reads the published calendar line by line: just enough of its form to test its days here,
/// where no YAML reader can be imported.
enum CalendarFile {
    static func years() throws -> [CalendarYear] {
        let text = try ProjectFolder.text("rules/calendars/cn-mainland.yaml")
        return text.components(separatedBy: "\n  - year: ").dropFirst().compactMap(year)
    }

    private static func year(_ text: String) -> CalendarYear? {
        let parts = text.components(separatedBy: "    workdays:")
        guard let number = Int(text.prefix(4)), parts.count == 2 else { return nil }
        let blocks = parts[0].components(separatedBy: "      - name:")
        return CalendarYear(
            year: number, source: source(blocks[0]),
            holidays: blocks.dropFirst().compactMap(holiday), workdays: days(parts[1])
        )
    }

    private static func source(_ text: String) -> CalendarSource {
        let lines = text.split(separator: "\n")
        func value(_ key: String) -> String? {
            lines.first { $0.hasPrefix("      \(key): ") }?.split(separator: ": ").last
                .map(String.init)
        }
        return CalendarSource(
            number: value("number"), title: value("title") ?? "",
            issued: value("issued").flatMap { Day($0) }
        )
    }

    private static func holiday(_ text: String) -> Holiday? {
        let parts = text.components(separatedBy: "statutory:")
        guard parts.count == 2, let first = days(parts[0]).first, let last = days(parts[0]).last,
            let name = text.prefix(while: { $0 != "," }).split(separator: ":").last
        else { return nil }
        return Holiday(
            name: Holiday.Name(zh: name.trimmingCharacters(in: .whitespaces), en: ""),
            days: [DayRange(first: first, last: last)].compactMap(\.self),
            statutory: days(parts[1])
        )
    }

    private static func days(_ text: String) -> [Day] {
        text.split { !$0.isNumber && $0 != "-" }.compactMap { Day(String($0)) }
    }
}
