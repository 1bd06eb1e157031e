import HeguiPack

/// A rule as work on columns.
struct LoweredRule: Sendable {
    struct LevelCase: Sendable {
        let condition: TruthKernel
        let level: Level
    }

    let form: LoweredForm
    let condition: TruthKernel?
    let levels: [LevelCase]
    let ownLevel: Level
}
