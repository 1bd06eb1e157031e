import CEL

/// A record with fields by place; the key names the record in causes.
struct Row: ObjectValue {
    let typeName: String
    let key: String
    let values: [Value]

    func field(at index: Int) -> Value { values[index] }

    func cause(ofField index: Int) -> UnknownCause { UnknownCause(key: "\(key)/\(index)") }
}

/// A type of the host, ordered by its number.
struct Level: OpaqueValue {
    static let type = Type.opaque("Level", [])
    let number: Int

    var type: Type { Self.type }
    var description: String { "level \(number)" }

    func isEqual(to other: any OpaqueValue) -> Value {
        guard let other = other as? Level else { return .bool(false) }
        return .bool(number == other.number)
    }
}

/// Members with activities, as a host declares them.
enum Host {
    static var environment: Environment {
        var environment = Environment()
        environment.nullOperands = .unknown
        environment.declare(memberType)
        environment.declare(activityType)
        environment.declare(variable: "member", as: .object("member"))
        environment.declare(variable: "activity", as: .object("activity"))
        for function in levels { environment.declare(function) }
        return environment
    }

    private static let memberType = ObjectType(
        name: "member",
        fields: [
            .init(name: "name", type: .string),
            .init(name: "amount", type: .wrapper(.int)),
            .init(name: "level", type: .wrapper(Level.type)),
            .init(name: "activities", type: .list(.object("activity"))),
            .init(name: "obliged", type: .wrapper(.bool)),
        ])

    private static let activityType = ObjectType(
        name: "activity",
        fields: [
            .init(name: "organiser", type: .wrapper(.string)),
            .init(name: "member", type: .wrapper(.object("member"))),
            .init(name: "hours", type: .wrapper(.int)),
        ])

    /// What the host adds for its own type: an operator, a function and a method.
    private static let levels = [
        Function(
            name: "_<_",
            overloads: [
                .init(id: "less_level", arguments: [Level.type, Level.type], result: .bool) {
                    guard case .opaque(let left as Level) = $0[0],
                        case .opaque(let right as Level) = $0[1]
                    else { return .error(EvaluationError(message: "not levels")) }
                    return .bool(left.number < right.number)
                }
            ]),
        Function(
            name: "level",
            overloads: [
                .init(id: "level_int", arguments: [.int], result: Level.type) {
                    guard case .int(let number) = $0[0] else { return .null }
                    return .opaque(Level(number: Int(number)))
                }
            ]),
        Function(
            name: "raised",
            overloads: [
                .init(
                    id: "level_raised", isMethod: true, arguments: [Level.type, .int],
                    result: Level.type
                ) {
                    guard case .opaque(let level as Level) = $0[0], case .int(let number) = $0[1]
                    else { return .null }
                    return .opaque(Level(number: level.number + Int(number)))
                }
            ]),
    ]

    /// Member M1 has an amount, level 3 and two activities; M2 has nothing.
    static func member(isEmpty: Bool = false) -> Value {
        if isEmpty {
            return .object(
                Row(
                    typeName: "member", key: "members/2",
                    values: [.string("乙"), .null, .null, .list([]), .null]))
        }
        let activities: [Value] = [
            .object(
                Row(
                    typeName: "activity", key: "activities/1",
                    values: [.string("community"), .null, .int(2)])),
            .object(
                Row(
                    typeName: "activity", key: "activities/2",
                    values: [.null, .null, .int(3)])),
        ]
        return .object(
            Row(
                typeName: "member", key: "members/1",
                values: [
                    .string("甲"), .int(5), .opaque(Level(number: 3)), .list(activities),
                    .bool(true),
                ]))
    }

    static func evaluate(_ text: String, isEmpty: Bool = false) throws -> Value {
        let environment = environment
        let checked = try environment.compile(text)
        let activity = Value.object(
            Row(typeName: "activity", key: "activities/9", values: [.null, .null, .null]))
        return environment.plan(checked, variables: ["member", "activity"])
            .evaluate([member(isEmpty: isEmpty), activity])
    }
}
