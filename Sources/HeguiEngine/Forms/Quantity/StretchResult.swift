import CEL
import HeguiPack

/// What a quantity over a stretch of time comes to against its bounds.
struct StretchResult {
    var stretch: Stretch
    /// nil: left out.
    var verdict: Verdict?
    var side: Limits.Side?
    var limits: Limits
    var isScaled = false
    var reading: Measurement?
    /// What is missing for a verdict.
    var causes: [UnknownCause] = []

    init(stretch: Stretch, limits: Limits, reading: Measurement) {
        self.stretch = stretch
        self.limits = limits
        self.reading = reading
    }

    init(leftOut stretch: Stretch, _ limits: Limits) {
        self.stretch = stretch
        self.limits = limits
    }
}
