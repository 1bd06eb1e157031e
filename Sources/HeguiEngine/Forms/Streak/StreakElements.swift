import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// What may be missed, one after another.
struct StreakElements {
    struct Element {
        var days: DayRange
        /// Whether it is missed in the shortest run that is possible, and in the longest.
        var least: Bool
        var most: Bool
        var isLeftOut = false
        /// What tells that it is or may be missed, or that it is left out.
        var cells: [CellAddress] = []
    }

    /// Of elements whose place is not known: what tells that they may be missed.
    var strayCells: [CellAddress] = []

    /// The cells of a run whose days are known for certain, or of all that may be missed; and of
    /// what is left out in between, which would break it.
    func cells(of run: DayRange?) -> [CellAddress] {
        let all = elements.filter {
            ($0.most || $0.isLeftOut) && (run?.contains($0.days) ?? true)
        }.flatMap(\.cells)
        return run == nil ? all + strayCells : all
    }

    var elements: [Element] = []
    /// Elements of which it is not known where they stand: those that may be missed and add to a
    /// run, and those that may be kept and break one.
    var strayMisses = 0
    var strayBreaks = 0
    /// Whether there may be elements without number of which nothing is known.
    private(set) var isUnbounded = false

    /// Takes elements that were not read.
    mutating func add(_ open: OpenPart) {
        guard let most = open.atMost else {
            isUnbounded = true
            return
        }
        strayMisses += most
        strayBreaks += most
    }

    struct Run {
        var length: Int
        var days: DayRange?
    }

    /// Returns the runs that are least and most.
    func runs(_ run: StreakQuantity.Run) -> (least: Run, most: Run) {
        let kept = elements.filter { !$0.isLeftOut }
        var least = Self.run(run, kept.map { ($0.days, $0.least) })
        var most = Self.run(run, kept.map { ($0.days, $0.most) })
        most.length += strayMisses
        switch run {
        case .longest where strayBreaks > 0:
            // The breaks cut the run into so many pieces, one of which is as long as any.
            least.length = (least.length + strayBreaks) / (strayBreaks + 1)
        case .current where strayBreaks > 0 || strayMisses > 0: least.length = 0
        case .longest, .current, .total: break
        }
        if strayMisses > 0 { most.days = nil }
        return (least, most)
    }

    private static func run(
        _ run: StreakQuantity.Run, _ elements: [(days: DayRange, isMissed: Bool)]
    ) -> Run {
        var best = Run(length: 0, days: nil)
        var current = Run(length: 0, days: nil)
        for element in elements {
            if element.isMissed {
                let first = current.days?.first ?? element.days.first
                let last = max(current.days?.last ?? element.days.last, element.days.last)
                current = Run(
                    length: current.length + 1, days: DayRange(first: first, last: last))
            } else if run != .total {
                current = Run(length: 0, days: nil)
            }
            if current.length > best.length { best = current }
        }
        return run == .longest ? best : current
    }
}
