/// Durations as text: `1h30m`, `-1.5s`, `250ms`.
enum DurationText {
    private static let units: [String: Int64] = [
        "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000, "ms": 1_000_000,
        "us": 1000, "µs": 1000, "μs": 1000, "ns": 1,
    ]

    /// Returns the nanoseconds, or nil if `text` is no duration or is out of range.
    static func parse(_ text: String) -> Int64? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        if rest == "0" { return 0 }
        guard !rest.isEmpty else { return nil }
        var total: Int64 = 0
        while !rest.isEmpty {
            guard let part = takePart(&rest) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            if overflow { return nil }
            total = sum
        }
        if isNegative { return total }
        return total == .min ? nil : -total
    }

    /// Returns the next part as a negative number, because only those reach the smallest value.
    private static func takePart(_ rest: inout Substring) -> Int64? {
        let whole = rest.prefix { $0.isASCII && $0.isNumber }
        rest.removeFirst(whole.count)
        var fraction: Substring = ""
        if rest.first == "." {
            rest.removeFirst()
            fraction = rest.prefix { $0.isASCII && $0.isNumber }
            rest.removeFirst(fraction.count)
        }
        guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
        let name = rest.prefix { $0 != "." && !($0.isASCII && $0.isNumber) }
        rest.removeFirst(name.count)
        guard let unit = units[String(name)], let count = whole.isEmpty ? 0 : Int64(whole) else {
            return nil
        }
        let (product, overflow) = count.multipliedReportingOverflow(by: -unit)
        if overflow { return nil }
        var scale = unit
        var part: Int64 = 0
        for digit in fraction.utf8 {
            scale /= 10
            if scale == 0 { break }
            part -= Int64(digit - 0x30) * scale
        }
        let (sum, overflowSum) = product.addingReportingOverflow(part)
        return overflowSum ? nil : sum
    }

    /// Returns seconds with the decimals that are needed, such as `1.5s`.
    static func format(_ nanoseconds: Int64) -> String {
        let magnitude = nanoseconds.magnitude
        var text = (nanoseconds < 0 ? "-" : "") + String(magnitude / 1_000_000_000)
        var fraction = String(magnitude % 1_000_000_000 + 1_000_000_000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        if !fraction.isEmpty { text += "." + fraction }
        return text + "s"
    }
}
