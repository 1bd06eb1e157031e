import HeguiLoader
import HeguiPack
import HeguiYAML
import CEL
import HeguiDiagnostics

/// `/` between ints, which drops the rest (R0711).
struct DivisionPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        for expression in pack.expressions {
            let checked = expression.checked
            for node in checked.nodes {
                guard case .call(let call) = node.kind, call.function.text == "_/_",
                    call.arguments.allSatisfy({ checked.types[$0].unwrapped == .int })
                else { continue }
                context.report(
                    .divisionOfIntegers(at: expression.source.span(of: node.range)))
            }
        }
    }
}
