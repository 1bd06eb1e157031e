/// A year as titles write it: `2013`, `13`, `二○一三`, `贰零壹叁`, `二零一三`, `2０13`.
enum YearText {
    /// Two digits mean the latest such year up to this one.
    private static let latest = 2029
    /// `二千零一十三`; longer texts are no years.
    private static let longest = 8

    /// Returns the year that a text is; nil where it is none of 1900 to 2100.
    static func year(_ text: String) -> Int? {
        let scalars = Array(text.compact.unicodeScalars)
        // A row of digits may be of any length, and is no year then.
        guard scalars.count <= longest else { return nil }
        let digits = scalars.compactMap(digit)
        if digits.count == scalars.count {
            let value = digits.reduce(0) { $0 * 10 + $1 }
            switch digits.count {
            case 4: return (1900...2100).contains(value) ? value : nil
            case 2: return value + (2000 + value <= latest ? 2000 : 1900)
            default: return nil
            }
        }
        guard let value = ChineseNumeral.value(scalars), (1900...2100).contains(value) else {
            return nil
        }
        return value
    }

    /// Returns the one year that stands before `年` in a text, other than in a date.
    static func named(in text: String) -> Int? {
        let scalars = Array(text.compact.unicodeScalars)
        var years: Set<Int> = []
        for place in scalars.indices where scalars[place] == "年" {
            if place + 1 < scalars.count {
                let next = scalars[place + 1]
                if digit(next) != nil || ChineseNumeral.isPart(next) { continue }
            }
            let run = scalars[..<place].reversed().prefix {
                digit($0) != nil || ChineseNumeral.isPart($0)
            }
            let word = String(String.UnicodeScalarView(run.reversed()))
            if let year = year(word) { years.insert(year) }
        }
        return years.count == 1 ? years.first : nil
    }

    /// Returns the one year that stands by itself in the name of a file: `甲社区2013`.
    static func standing(in name: String) -> Int? {
        if let year = named(in: name) { return year }
        let runs = name.split { !$0.isNumber }.filter { $0.utf8.count == 4 }.compactMap {
            Int($0)
        }
        let years = Set(runs.filter { (2000...2100).contains($0) })
        return years.count == 1 ? years.first : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "O", "o", "◯": 0
        default: scalar.digit ?? ChineseNumeral.digit(scalar)
        }
    }

    /// Whether a character may belong to a year.
    static func isPart(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return digit(scalar) != nil || ChineseNumeral.isPart(scalar)
    }
}
