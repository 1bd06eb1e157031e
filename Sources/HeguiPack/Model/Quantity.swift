/// A number that is computed from rows: how many, how much, what share, how long a run.
package indirect enum Quantity: Sendable {
    case tally(TallyQuantity)
    case rate(RateQuantity)
    case score(ScoreQuantity)
    case streak(StreakQuantity)

    package var window: Window? {
        switch self {
        case .tally(let tally): tally.window
        case .rate(let rate): rate.window
        case .score(let score): score.window
        case .streak(let streak): streak.window
        }
    }
}
