import HeguiPack

/// What waivers and explanations say of one outcome.
struct OutcomeRecord {
    var waiver: Waiver?
    var explanation: Explanation?

    func apply(to outcome: inout Outcome) {
        if let waiver { outcome.apply(waiver) }
        outcome.explanation = explanation
    }
}
