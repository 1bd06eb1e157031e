import CEL

/// A variable or function that a case declares.
struct CaseDeclaration: Decodable {
    /// A variable.
    struct Ident: Decodable {
        var type: CaseType
    }

    /// A signature of a function.
    struct Overload: Decodable {
        var overloadId: String
        var params: [CaseType]?
        var resultType: CaseType
        var isInstanceFunction: Bool?
    }

    /// A function.
    struct FunctionDeclaration: Decodable {
        var overloads: [Overload]
    }

    var name: String
    var ident: Ident?
    var function: FunctionDeclaration?

    func declare(in environment: inout Environment) throws(CaseError) {
        if let ident { environment.declare(variable: name, as: try ident.type.type()) }
        guard let function else { return }
        var overloads: [Function.Overload] = []
        for overload in function.overloads {
            var parameters: [Type] = []
            for parameter in overload.params ?? [] { parameters.append(try parameter.type()) }
            overloads.append(
                Function.Overload(
                    id: overload.overloadId, isMethod: overload.isInstanceFunction ?? false,
                    arguments: parameters, result: try overload.resultType.type()
                ) { _ in .error(EvaluationError(message: "the case declares no implementation")) })
        }
        environment.declare(Function(name: name, overloads: overloads))
    }
}
