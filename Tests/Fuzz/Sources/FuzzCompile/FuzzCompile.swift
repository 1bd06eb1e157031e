import CEL

/// Made once: that takes much longer than an expression does.
private let prepared: Environment = {
    var environment = Environment()
    for library in Library.extensions { environment.add(library) }
    environment.declare(variable: "x", as: .dyn)
    environment.declare(variable: "l", as: .list(.int))
    environment.declare(variable: "m", as: .map(.string, .wrapper(.int)))
    return environment
}()

/// Parses and checks the input; what parses has to print as something that parses the same way.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCompile(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    if let parsed = try? prepared.parse(text) {
        let printed = parsed.description
        guard let again = try? prepared.parse(printed) else {
            precondition(printed.utf8.count > prepared.limits.expressionLength, printed)
            return 0
        }
        precondition(again.description == printed, printed)
    }
    do {
        let checked = try prepared.compile(text)
        precondition(checked.subexpressions.allSatisfy { $0.range.upperBound <= text.utf8.count })
    } catch {
        precondition(!error.issues.isEmpty)
        _ = error.rendered(in: text)
    }
    return 0
}
