import HeguiColumns
import HeguiPack

/// An expression that gives exact numbers, as work on columns.
struct NumberKernel: Sendable {
    /// Places in `values`; `special` where the plain evaluator is to tell.
    let cells: CellKernel
    let values: [Ratio]
}
