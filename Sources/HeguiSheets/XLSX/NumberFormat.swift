/// What a number format shows of a date, if it shows one.
struct NumberFormat: Hashable, Sendable {
    var showsYear = false
    var showsMonth = false
    var showsDay = false
    var showsTime = false

    /// Whether numbers in this format are days; a format with hours only shows a duration.
    var isDate: Bool { showsYear || showsMonth || showsDay }

    static let plain = NumberFormat()

    /// The formats that workbooks refer to by number, including those of Chinese Excel.
    static func builtIn(_ id: Int) -> NumberFormat {
        switch id {
        case 14, 15, 30, 31: NumberFormat(code: "yyyy/m/d")
        case 16, 28, 29, 51, 53, 54, 58: NumberFormat(code: "m-d")
        case 17, 27, 36, 50, 52, 57: NumberFormat(code: "yyyy-m")
        case 18...21, 32...35, 45...47, 55, 56: NumberFormat(code: "h:mm:ss")
        case 22: NumberFormat(code: "yyyy/m/d h:mm")
        default: .plain
        }
    }
}

extension NumberFormat {
    /// Reads a format code such as `yyyy"年"m"月"d"日";@`: its first section only, without
    /// quoted, escaped and bracketed text.
    init(code: String) {
        let letters = NumberFormat.letters(of: code)
        guard letters.first != "G" else { return }
        showsYear = letters.contains("y") || letters.contains("e") || letters.contains("b")
        let dayRuns = letters.split { $0 != "d" }
        // `ddd` is the name of the day of the week.
        showsDay = dayRuns.contains { $0.count <= 2 }
        showsTime = letters.contains("h") || letters.contains("s")
        showsMonth = NumberFormat.showsMonth(letters)
    }

    /// `m` stands for minutes beside hours or seconds, else for months.
    private static func showsMonth(_ letters: [Character]) -> Bool {
        let runs = letters.filter { "ymdhseb".contains($0) }
            .reduce(into: [Character]()) { if $0.last != $1 { $0.append($1) } }
        return runs.indices.contains { index in
            guard runs[index] == "m" else { return false }
            let isAfterHours = index > 0 && runs[index - 1] == "h"
            let isBeforeSeconds = index + 1 < runs.count && runs[index + 1] == "s"
            return !isAfterHours && !isBeforeSeconds
        }
    }

    /// The lower-case letters and signs of the first section that are not literal text; `G` alone
    /// for a format that shows numbers as they are.
    private static func letters(of code: String) -> [Character] {
        let lower = code.lowercased()
        if lower.hasPrefix("general") || lower.hasPrefix("g/") { return ["G"] }
        var letters: [Character] = []
        var showsSeconds = false
        var rest = Array(lower)[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let body = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(body.count + 1)
                // Elapsed time: [h], [mm], [ss].
                if let first = body.first, "hms".contains(first), body.allSatisfy({ $0 == first }) {
                    letters += ["h"]
                }
            case ";": return letters
            case "0", "#", "?":
                // A format with digit places shows a number; its `e` is an exponent.
                if !showsSeconds { return ["G"] }
            case "a" where rest.starts(with: Array("m/pm")): rest = rest.dropFirst(4)
            case "a" where rest.starts(with: Array("/p")): rest = rest.dropFirst(2)
            default:
                if character == "s" { showsSeconds = true }
                letters.append(character)
            }
        }
        return letters
    }
}

/// Which number format each cell style has.
final class Styles: MarkupHandler {
    private var custom: [Int: NumberFormat] = [:]
    private var formatIDs: [Int] = []
    private var isInCellFormats = false

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "numFmt":
            guard let id = attributes.value("numFmtId").flatMap({ Int($0) }),
                let code = attributes.value("formatCode")
            else { return }
            custom[id] = NumberFormat(code: code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            formatIDs.append(attributes.value("numFmtId").flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    /// The formats by style number, once the part is read.
    var formats: [NumberFormat] {
        formatIDs.map { custom[$0] ?? NumberFormat.builtIn($0) }
    }
}
