import HeguiCalendar
import HeguiColumns
import HeguiPack

/// The longest run of sub-periods whose bounds are broken.
struct PeriodStreakMeasure: StretchMeasure {
    let run: StreakQuantity.Run
    let quantity: any StretchMeasure
    let limits: Limits
    let stretches: [Stretch]

    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured {
        var found = StreakElements()
        for (number, part) in stretches.enumerated() where part.isOver {
            guard let days = part.possible else { continue }
            var element = StreakElements.Element(days: days, least: false, most: false)
            switch quantity.measured(subject, MeasuredStretch(number, part)) {
            case .open: return .open
            case .empty: element.isLeftOut = true
            case .number(let interval):
                guard let side = limits.side(of: interval) else { return .open }
                element.least = side != .within
                element.most = element.least
            }
            found.elements.append(element)
        }
        return .number(Interval(exactly: Ratio(Int64(found.runs(run).least.length))))
    }
}
