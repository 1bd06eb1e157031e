/// `c ? a : b`, of which only one branch is evaluated.
final class ConditionalStep: Step {
    let condition: any Step
    let first: any Step
    let second: any Step
    let range: Range<Int>

    init(_ condition: any Step, _ first: any Step, _ second: any Step, _ range: Range<Int>) {
        self.condition = condition
        self.first = first
        self.second = second
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value {
        switch condition.truth(&frame) {
        case .yes: first.evaluate(&frame)
        case .no: second.evaluate(&frame)
        case .open(let value): value
        }
    }

    func absence(_ frame: inout Frame) -> Unknown {
        switch condition.truth(&frame) {
        case .yes: first.absence(&frame)
        case .no: second.absence(&frame)
        case .open: Unknown(causes: [])
        }
    }
}
