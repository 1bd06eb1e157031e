import HeguiColumns
import HeguiDiagnostics
import HeguiPack

/// A rule as work on columns, or why it is left to the plain evaluator.
struct LoweredRule: Sendable {
    /// A form whose numbers are still to be counted.
    indirect enum Form: Sendable {
        /// It says the same of every row.
        case constant(Verdict)
        case ready(any FormKernel)
        case tally(relation: Int, [RelationLane], parts: [TallyForm.Part], isSoft: Bool)
        case rate(relation: Int, [RelationLane], Limits, isOver: Bool, isSoft: Bool)
        case exists(relation: Int, RelationLane, broken: Verdict)
        /// Its columns are worked out when all rules are lowered; nil where that cannot be.
        case later(@Sendable (ColumnStore) -> (any FormKernel)?)
        case versions(VersionChoice, [Form])
        case combination(Combination.Mode, [Form], isSoft: Bool)
    }

    struct LevelCase: Sendable {
        let condition: TruthKernel
        let level: Level
    }

    let form: Form
    let condition: TruthKernel?
    let levels: [LevelCase]
    let ownLevel: Level
}

/// Why a rule is left to the plain evaluator.
struct LoweringObstacle: Error {
    let reason: Message

    init(_ zh: String, _ en: String) {
        reason = Message(zh: zh, en: en)
    }
}
