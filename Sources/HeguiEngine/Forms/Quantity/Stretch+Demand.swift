import CEL
import HeguiPack
import HeguiReview

// What is asked of a quantity in a stretch of time, by rows and by columns.
extension Stretch.Demand {
    /// Returns what is left of the bounds `limits`; nil where nothing is asked.
    func limits(of limits: Limits) throws(EvaluationError) -> Limits? {
        switch self {
        case .nothing: nil
        case .full: limits
        case .share(let share, let rounding): try limits.scaled(by: share, rounding)
        }
    }

    /// Whether the bounds are in proportion.
    var isScaled: Bool {
        if case .share = self { true } else { false }
    }
}

extension Stretch {
    /// Returns on which side of `limits` a quantity lies in this stretch, and what it comes to.
    func result(
        _ interval: Interval, within limits: Limits, canFall: Bool
    ) -> (side: Limits.Side?, verdict: Verdict) {
        let side = limits.side(of: interval)
        return (side, Outlook(isOver: isOver, canFall: canFall).verdict(on: side))
    }
}
