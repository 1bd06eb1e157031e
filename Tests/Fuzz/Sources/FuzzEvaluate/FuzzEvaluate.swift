import CEL

/// Made once: that takes much longer than an expression does.
private let prepared: Environment = {
    var environment = Environment()
    for library in Library.extensions { environment.add(library) }
    environment.declare(variable: "x", as: .dyn)
    environment.declare(variable: "l", as: .list(.int))
    environment.declare(variable: "m", as: .map(.string, .wrapper(.int)))
    environment.limits.cost = 100_000
    return environment
}()

/// Evaluates the input, checked and unchecked, on known and on missing data.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEvaluate(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    var environment = prepared
    guard let parsed = try? environment.parse(text) else { return 0 }
    let map = MapValue([(.string("a"), .int(1)), (.string("b"), .null)]) ?? MapValue()
    let known: [Value] = [.string("x"), .list([.int(1), .int(-2)]), .map(map)]
    let missing: [Value] = [.unknown(Unknown(causes: [])), .null, .map(map)]
    let variables = ["x", "l", "m"]
    for mode in [NullOperands.error, .unknown] {
        environment.nullOperands = mode
        let loose = environment.plan(unchecked: parsed, variables: variables)
        _ = loose.evaluate(known)
        _ = loose.evaluate(missing)
        guard let checked = try? environment.compile(text) else { continue }
        let program = environment.plan(checked, variables: variables)
        let value = program.evaluate(known)
        let trace = program.trace(known)
        precondition(trace.value.type == value.type, text)
        _ = trace.explanation
        _ = program.evaluate(missing)
        if case .error(let error) = value, let range = error.range {
            precondition(range.upperBound <= text.utf8.count, text)
        }
    }
    return 0
}
