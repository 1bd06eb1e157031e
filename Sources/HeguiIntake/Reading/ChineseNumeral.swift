/// Numbers written in Chinese: `二〇一三`, `十二`, `一百零五`, `廿一`.
enum ChineseNumeral {
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零", "○", "Ｏ": 0
        case "一", "壹": 1
        case "二", "贰", "两": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十", "拾": 10
        case "百", "佰": 100
        case "千", "仟": 1_000
        default: nil
        }
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        digit(scalar) != nil || unit(scalar) != nil || scalar == "廿" || scalar == "卅"
            || scalar == "万"
    }

    /// Returns the number, or nil where the characters are none; `〇`-style runs are read digit by
    /// digit.
    static func value(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
        guard !scalars.isEmpty, scalars.count <= 12 else { return nil }
        let digits = scalars.compactMap(digit)
        if digits.count == scalars.count { return digits.reduce(0) { $0 * 10 + $1 } }
        var total = 0
        var section = 0
        var pending: Int?
        for scalar in scalars {
            if let digit = digit(scalar) {
                guard pending == nil || pending == 0 else { return nil }
                pending = digit
            } else if let unit = unit(scalar) {
                section += (pending ?? 1) * unit
                pending = nil
            } else if scalar == "廿" || scalar == "卅" {
                section += scalar == "廿" ? 20 : 30
            } else if scalar == "万" {
                total = (section + (pending ?? 0)) * 10_000
                (section, pending) = (0, nil)
            } else {
                return nil
            }
        }
        return total + section + (pending ?? 0)
    }
}
