import HeguiColumns
import HeguiPack

/// Bounds that differ by subject, as work on columns.
struct SubjectBounds: Sendable {
    let atLeast: NumberKernel?
    let moreThan: NumberKernel?
    let atMost: NumberKernel?
    let lessThan: NumberKernel?

    /// Returns what the bounds are for a subject; nil where the plain evaluator is to tell.
    func worked(_ subjects: WorkedRows) -> @Sendable (Int) -> Limits? {
        let all = [atLeast, moreThan, atMost, lessThan].map { kernel in
            kernel.map { (cells: subjects.cells($0.cells), values: $0.values) }
        }
        return { subject in
            var numbers: [Ratio?] = []
            for bound in all {
                guard let bound else {
                    numbers.append(nil)
                    continue
                }
                let cell = bound.cells[subject]
                guard cell >= 0 else { return nil }
                numbers.append(bound.values[Int(cell)])
            }
            return Limits(
                atLeast: numbers[0], moreThan: numbers[1], atMost: numbers[2],
                lessThan: numbers[3])
        }
    }
}

/// The bounds of a quantity.
enum MeasuredLimits: Sendable {
    case forAll(Limits)
    case bySubject(SubjectBounds)
}
