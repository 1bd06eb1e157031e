/// Numbers as text with a given number of decimals, rounded from the exact value, half to even.
enum DecimalText {
    /// Returns `123.450` and the like.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return DoubleText.shortest(value) }
        let exact = DecimalExpansion(value.magnitude)
        let (whole, fraction) = exact.rounded(to: decimals)
        return sign(value) + whole + (decimals == 0 ? "" : "." + fraction)
    }

    /// Returns `1.234500e+02` and the like.
    static func scientific(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return DoubleText.shortest(value) }
        var exact = DecimalExpansion(value.magnitude)
        var exponent = exact.exponent
        exact.shiftPoint(by: -exponent)
        var (whole, fraction) = exact.rounded(to: decimals)
        if whole == "10" {
            whole = "1"
            exponent += 1
            fraction = String(repeating: "0", count: decimals)
        }
        let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
        return sign(value) + whole + (decimals == 0 ? "" : "." + fraction)
            + (exponent < 0 ? "e-" : "e+") + power
    }

    private static func sign(_ value: Double) -> String { value.sign == .minus ? "-" : "" }
}
