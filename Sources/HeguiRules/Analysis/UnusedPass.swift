import CEL
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
            if !isUsed {
                report(
                    "没有用到参数 `\(parameter.name)`", "parameter `\(parameter.name)` is not used",
                    at: parameter.span)
            }
            checkRange(parameter)
        }
        for dataset in pack.datasets {
            for column in dataset.columns where column.measure != nil {
                let isUsed = fields.contains {
                    $0.object == dataset.singular && $0.field == column.name
                }
                if isUsed { continue }
                report(
                    "没有用到 `\(dataset.singular).\(column.name)`",
                    "measure `\(dataset.singular).\(column.name)` is not used", at: column.span)
            }
        }
    }

    private func report(_ zh: String, _ en: String, at span: Span) {
        context.report("R0705", Message(zh: zh, en: en), at: span, severity: .warning)
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
            let limits = "\(range.lowerBound.decimal)–\(range.upperBound.decimal)"
            context.report(
                "R0706",
                Message(
                    zh: "参数 `\(parameter.name)` 的值 \(number.decimal) 超出 \(limits)",
                    en: "parameter `\(parameter.name)` can be \(number.decimal), outside \(limits)"),
                at: parameter.span, severity: .warning)
        }
    }
}
