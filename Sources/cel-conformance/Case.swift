import CEL

/// A case of the conformance suite: an expression and its expected result.
struct Case: Decodable {
    /// The value of a variable.
    struct Binding: Decodable {
        var value: CaseValue?
        var error: Ignored?
        var unknown: Ignored?

        func bound() throws(CaseError) -> Value {
            if let value { return try value.value() }
            if error != nil { return .error(EvaluationError(message: "bound to an error")) }
            return .unknown(Unknown(causes: [UnknownCause(key: "bound")]))
        }
    }

    /// The expected type and the expected value.
    struct TypedResult: Decodable {
        var deducedType: CaseType?
        var result: CaseValue?
    }

    /// A part whose presence is all that matters.
    struct Ignored: Decodable {
        init(from decoder: any Decoder) {}
    }

    var id: String
    var expr: String
    var container: String?
    var disableCheck: Bool?
    var disableMacros: Bool?
    var checkOnly: Bool?
    var typeEnv: [CaseDeclaration]?
    var bindings: [String: Binding]?
    var value: CaseValue?
    var typedResult: TypedResult?
    var evalError: Ignored?
    var anyEvalErrors: Ignored?
    var unknown: Ignored?
    var anyUnknowns: Ignored?

    /// Returns why the case fails, or nil if it passes.
    func failure() -> String? {
        do {
            return try outcome()
        } catch let error as CompilationError {
            if expectsError { return nil }
            return error.issues.map(\.message).joined(separator: "; ")
        } catch {
            return "\(error)"
        }
    }

    private var expectsError: Bool { evalError != nil || anyEvalErrors != nil }

    private func outcome() throws -> String? {
        let environment = try environment()
        let bound = try (bindings ?? [:]).mapValues { try $0.bound() }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let program: Program
        if disableCheck == true {
            program = environment.plan(
                unchecked: try environment.parse(expr), variables: bound.map(\.key))
        } else {
            let checked = try environment.compile(expr)
            if let expected = try typedResult?.deducedType?.type(), expected != checked.type {
                return "expected type \(expected), found \(checked.type)"
            }
            program = environment.plan(checked, variables: bound.map(\.key))
        }
        if checkOnly == true { return expectsError ? "expected an error of checking" : nil }
        return try mismatch(program.evaluate(bound.map(\.value)))
    }

    private func environment() throws(CaseError) -> Environment {
        var environment = Environment()
        for library in Library.extensions { environment.add(library) }
        environment.timeZones = ZoneFolder.timeZones
        environment.container = container ?? ""
        environment.usesMacros = disableMacros != true
        for declaration in typeEnv ?? [] { try declaration.declare(in: &environment) }
        if disableCheck == true {
            for name in (bindings ?? [:]).keys { environment.declare(variable: name, as: .dyn) }
        }
        return environment
    }

    private func mismatch(_ found: Value) throws(CaseError) -> String? {
        if expectsError {
            if case .error = found { return nil }
            return "expected an error, found \(found.quoted)"
        }
        if unknown != nil || anyUnknowns != nil {
            if case .unknown = found { return nil }
            return "expected an unknown, found \(found.quoted)"
        }
        let expected = try (value ?? typedResult?.result)?.value() ?? .bool(true)
        return CaseValue.isSame(expected, found)
            ? nil : "expected \(expected.quoted), found \(found.quoted)"
    }
}

/// A part of a case that this runner does not know.
struct CaseError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}
