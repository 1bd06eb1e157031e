import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// What a quantity comes to over a stretch of time.
struct Measurement {
    enum State {
        /// It lies in the interval.
        case measured
        /// There is nothing to measure.
        case empty
        /// It may be anything, or there may be nothing to measure.
        case unknown
    }

    var state = State.measured
    var interval: Interval
    /// What is missing where the interval is no point.
    var causes: [UnknownCause] = []
    var sources: [CellAddress] = []
    /// What it is made up of.
    var parts: [OutcomePart] = []
    var share: Share?
    var run: Run?

    /// The days of a streak's run, if it is known which one it is.
    struct Run {
        /// nil: there is no run.
        var days: DayRange?
        var isCertain: Bool
    }

    init(_ interval: Interval) {
        self.interval = interval
    }
}
