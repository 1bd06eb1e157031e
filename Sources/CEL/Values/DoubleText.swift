/// Numbers as text.
enum DoubleText {
    /// Returns the shortest text that reads back as `value`, with an exponent below 1e-4 and from
    /// 1e21 on.
    static func shortest(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        if value == 0 { return value.sign == .minus ? "-0" : "0" }
        let (digits, exponent) = decimal(value.magnitude)
        let sign = value < 0 ? "-" : ""
        if exponent < -4 || exponent >= 21 {
            let fraction = digits.dropFirst()
            let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
            let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
            return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + power
        }
        if exponent < 0 {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        if digits.count <= exponent + 1 {
            return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
        }
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    /// Returns the significant digits of a positive number and the exponent of the first one.
    private static func decimal(_ value: Double) -> (digits: String, exponent: Int) {
        // Swift prints the shortest digits that read back, as `123.5`, `1e-05` or `1.5e+20`.
        let text = value.description
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".", maxSplits: 1)
        let whole = mantissa[0]
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        var exponent = whole.count - 1
        if parts.count > 1, let power = Int(parts[1]) { exponent += power }
        var digits = String(whole + fraction)
        let leading = digits.prefix { $0 == "0" }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.hasSuffix("0") { digits.removeLast() }
        return (digits, exponent)
    }
}
