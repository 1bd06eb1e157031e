import CEL

/// A type as the suite writes it.
struct CaseType: Decodable {
    /// The element of a list.
    struct List: Decodable {
        var elemType: [CaseType]

        enum CodingKeys: CodingKey { case elemType }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            elemType = [try container.decode(CaseType.self, forKey: .elemType)]
        }
    }

    /// The key and value of a map.
    struct Map: Decodable {
        var parts: [CaseType]

        enum CodingKeys: CodingKey { case keyType, valueType }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            parts = [
                try container.decode(CaseType.self, forKey: .keyType),
                try container.decode(CaseType.self, forKey: .valueType),
            ]
        }
    }

    /// A type with a name and parameters.
    struct Abstract: Decodable {
        var name: String
        var parameterTypes: [CaseType]?
    }

    var dyn: Case.Ignored?
    var error: Case.Ignored?
    var primitive: String?
    var wrapper: String?
    var wellKnown: String?
    var messageType: String?
    var typeParam: String?
    var listType: List?
    var mapType: Map?
    var abstractType: Abstract?

    func type() throws(CaseError) -> Type {
        if dyn != nil { return .dyn }
        if error != nil { return .error }
        if let primitive { return try Self.primitive(primitive) }
        if let wrapper { return .wrapper(try Self.primitive(wrapper)) }
        if let wellKnown {
            switch wellKnown {
            case "ANY": return .dyn
            case "TIMESTAMP": return .timestamp
            case "DURATION": return .duration
            default: throw CaseError("well-known type \(wellKnown)")
            }
        }
        if let messageType { return Self.named(messageType) }
        if let typeParam { return .parameter(typeParam) }
        if let listType { return .list(try listType.elemType[0].type()) }
        if let mapType { return .map(try mapType.parts[0].type(), try mapType.parts[1].type()) }
        if let abstractType {
            var parameters: [Type] = []
            for parameter in abstractType.parameterTypes ?? [] {
                parameters.append(try parameter.type())
            }
            if abstractType.name == "optional_type", parameters.count == 1 {
                return .optional(parameters[0])
            }
            return .opaque(abstractType.name, parameters)
        }
        return .null
    }

    private static func primitive(_ name: String) throws(CaseError) -> Type {
        switch name {
        case "BOOL": return .bool
        case "INT64": return .int
        case "UINT64": return .uint
        case "DOUBLE": return .double
        case "STRING": return .string
        case "BYTES": return .bytes
        default: throw CaseError("primitive type \(name)")
        }
    }

    /// Returns the type of that name, without parameters.
    static func named(_ name: String) -> Type {
        switch name {
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "null_type": .null
        case "list": .list(.dyn)
        case "map": .map(.dyn, .dyn)
        case "type": .type(.dyn)
        case "optional_type": .optional(.dyn)
        case "google.protobuf.Timestamp": .timestamp
        case "google.protobuf.Duration": .duration
        case "google.protobuf.Any", "google.protobuf.Value": .dyn
        case "google.protobuf.BoolValue": .wrapper(.bool)
        case "google.protobuf.Int64Value", "google.protobuf.Int32Value": .wrapper(.int)
        case "google.protobuf.UInt64Value", "google.protobuf.UInt32Value": .wrapper(.uint)
        case "google.protobuf.DoubleValue", "google.protobuf.FloatValue": .wrapper(.double)
        case "google.protobuf.StringValue": .wrapper(.string)
        case "google.protobuf.BytesValue": .wrapper(.bytes)
        default: .object(name)
        }
    }
}

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
