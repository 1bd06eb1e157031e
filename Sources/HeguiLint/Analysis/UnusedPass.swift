import CEL
import HeguiLoader
import HeguiPack
import HeguiYAML
import HeguiDiagnostics

/// Parameters and measures that nothing uses (R0705), figures outside their range (R0706).
struct UnusedPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        let fields = Set(pack.expressions.flatMap(\.checked.fields))
        for parameter in pack.parameters {
            let isUsed = fields.contains {
                $0.object == ExpressionEnvironment.paramsTypeName && $0.field == parameter.name
            }
            if !isUsed { context.report(.parameterUnused(parameter)) }
            checkRange(parameter)
        }
        for dataset in pack.datasets {
            for column in dataset.columns where column.measure != nil {
                let isUsed = fields.contains {
                    $0.object == dataset.singular && $0.field == column.name
                }
                if !isUsed { context.report(.measureUnused(column, of: dataset)) }
            }
        }
    }

    private func checkRange(_ parameter: Parameter) {
        guard let range = parameter.range else { return }
        let values = parameter.values.map(\.value) + parameter.alternatives.map(\.value)
        for value in values {
            let number: Ratio? =
                switch value {
                case .integer(let whole): Ratio(whole)
                case .ratio(let ratio): ratio
                default: nil
                }
            guard let number, !range.contains(number) else { continue }
            context.report(.parameterOutsideRange(parameter, value: number, range: range))
        }
    }
}
