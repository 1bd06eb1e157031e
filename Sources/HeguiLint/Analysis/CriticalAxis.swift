import CEL
import HeguiCalendar
import HeguiPack

/// A column (or the as-of day) and the values at which an expression over it may change.
struct CriticalAxis {
    enum Kind: Hashable {
        case bool, text, whole, number, day
        case choice([String])
        /// A reference, which is there or not.
        case presence
    }

    let name: String
    let kind: Kind
    /// Axes that are compared with each other share their constants.
    var group: Int
    var texts: Set<String> = []
    /// Numbers, or days by their number.
    var points: Set<Ratio> = []

    var isOrdered: Bool {
        switch kind {
        case .whole, .number, .day: true
        default: false
        }
    }

    /// Whether all its values are tried in any case.
    var isFinite: Bool {
        switch kind {
        case .bool, .choice: true
        default: false
        }
    }

    /// Returns the values to try, given the constants of its group, which has `size` axes.
    func values(points: [Ratio], texts: Set<String>, size: Int, isAsOf: Bool) -> [Value] {
        let known: [Value] =
            switch kind {
            case .bool: [.bool(true), .bool(false)]
            case .choice(let names): names.map { .string($0) }
            case .presence: [.bool(true)]
            case .text:
                texts.sorted().map { .string($0) }
                    + (1...size).map { .string(String(repeating: "…", count: $0)) }
            case .whole: grid(points, size, isWhole: true).map { .int($0.numerator) }
            case .number: grid(points, size, isWhole: false).map { .opaque(NumberValue($0)) }
            case .day:
                grid(points, size, isWhole: true).map {
                    .opaque(DayValue(Day(number: Int32(clamping: $0.numerator))))
                }
            }
        return isAsOf ? known : known + [.null]
    }

    /// The constants, and between, below and above them as many points as there are axes.
    private func grid(_ points: [Ratio], _ size: Int, isWhole: Bool) -> [Ratio] {
        let base = kind == .day ? Self.someDay : .zero
        guard let first = points.first, let last = points.last else {
            return (0..<size).compactMap { base.adding(Ratio(Int64($0))) }
        }
        var result = points
        for step in 1...size {
            result += [
                first.subtracting(Ratio(Int64(step))), last.adding(Ratio(Int64(step))),
            ].compactMap { $0 }
        }
        for (low, high) in zip(points, points.dropFirst()) {
            for step in 1...size {
                let part = Ratio(Int64(step), Int64(size + 1))
                let width = high.subtracting(low)
                guard let part, let offset = width?.multiplied(by: part),
                    let between = low.adding(offset)
                else { continue }
                let point = isWhole ? between.rounded(to: .one, .down) ?? between : between
                if low < point, point < high { result.append(point) }
            }
        }
        if isWhole { result = result.compactMap { $0.rounded(to: .one, .down) } }
        return Set(result).sorted()
    }

    /// A day in the middle of nowhere.
    private static let someDay = Ratio(Int64(Day(year: 2000, month: 6, day: 15)?.number ?? 0))
}
