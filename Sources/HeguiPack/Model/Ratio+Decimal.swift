extension Ratio {
    /// The number as people write it: `3`, `89.5`, `-0.05`; a fraction such as `1/3` where it has
    /// no finite decimal form.
    package var decimal: String {
        if denominator == 1 { return "\(numerator)" }
        var rest = denominator
        var twos = 0
        var fives = 0
        while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
        while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
        let places = max(twos, fives)
        guard rest == 1, places <= 18 else { return description }
        var scaled = Int128(numerator.magnitude)
        for _ in twos..<places { scaled *= 2 }
        for _ in fives..<places { scaled *= 5 }
        let digits = "\(scaled)"
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        return (numerator < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
}

extension Ratio {
    /// Returns the share that `text` writes in per cent, such as `97.5` or `95%`; nil for what is
    /// no number from 0 to 100.
    package init?(percent text: String) {
        let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let share = ScalarReading.ratio(digits + "%"), share >= .zero, share <= .one else {
            return nil
        }
        self = share
    }
}
