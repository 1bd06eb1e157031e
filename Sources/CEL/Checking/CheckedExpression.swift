/// An expression whose names and types were checked.
public struct CheckedExpression: Sendable {
    /// A field of a declared record that the expression reads.
    public struct FieldReference: Hashable, Sendable {
        /// The name of the `ObjectType`.
        public var object: String
        /// The name of the field.
        public var field: String

        package init(object: String, field: String) {
            self.object = object
            self.field = field
        }
    }

    /// A part of the expression that has a value.
    public struct Subexpression: Sendable {
        /// UTF-8 offsets in the expression's text.
        public var range: Range<Int>
        /// The type of the value.
        public var type: Type
        /// The record field that it selects, if it selects one.
        public var field: FieldReference?
    }

    /// The text that was compiled.
    public let text: String
    /// The type of the value.
    public let type: Type
    /// The declared variables that it reads, without the variables of its macros.
    public let variables: Set<String>
    /// The record fields that it reads.
    public let fields: Set<FieldReference>
    /// All parts that have a value; each stands before its own parts.
    public let subexpressions: [Subexpression]

    package let nodes: [SyntaxNode]
    package let root: SyntaxNode.ID
    package let types: [Type]
    package let references: [Reference?]
    let localCapacity: Int

    init(
        parsed: ParsedExpression, types: [Type], references: [Reference?], localCapacity: Int,
        objects: [String: ObjectType]
    ) {
        text = parsed.text
        nodes = parsed.nodes
        root = parsed.root
        self.types = types
        self.references = references
        self.localCapacity = localCapacity
        type = types[parsed.root]
        var variables: Set<String> = []
        var subexpressions: [Subexpression] = []
        var pending = [parsed.root]
        while let id = pending.popLast() {
            var part = Subexpression(range: parsed.nodes[id].range, type: types[id])
            switch references[id] {
            case .variable(let name): variables.insert(name)
            case .field(let object, let index):
                if let name = objects[object]?.fields[index].name {
                    part.field = FieldReference(object: object, field: name)
                }
            default: break
            }
            subexpressions.append(part)
            pending.append(
                contentsOf: parsed.nodes[id].children(references[id]).reversed())
        }
        self.variables = variables
        self.subexpressions = subexpressions
        fields = Set(subexpressions.compactMap(\.field))
    }

    /// Returns whether it calls the function `name`.
    package func calls(_ name: String) -> Bool {
        references.contains { reference in
            if case .function(name, _, _)? = reference { true } else { false }
        }
    }

    /// Returns the node `id` as an expression of its own.
    package func part(_ id: SyntaxNode.ID) -> CheckedExpression {
        CheckedExpression(self, root: id)
    }

    private init(_ whole: CheckedExpression, root: SyntaxNode.ID) {
        text = whole.text
        nodes = whole.nodes
        self.root = root
        types = whole.types
        references = whole.references
        localCapacity = whole.localCapacity
        type = whole.types[root]
        variables = whole.variables
        fields = whole.fields
        subexpressions = whole.subexpressions
    }

    /// Returns the number of nodes in the tree under `id`, including `id`.
    func size(of id: SyntaxNode.ID) -> Int {
        var count = 0
        var pending = [id]
        while let id = pending.popLast() {
            count += 1
            pending.append(contentsOf: nodes[id].children(references[id]))
        }
        return count
    }
}

extension SyntaxNode {
    /// Returns the operands that are evaluated; `reference` tells which nodes are only part of a name.
    package func children(_ reference: Reference?) -> [ID] {
        switch reference {
        case .variable, .local, .type, .unresolved: return []
        default: break
        }
        switch kind {
        case .constant, .name, .message: return []
        case .select(let operand, _, _): return [operand]
        case .index(let operand, let index, _): return [operand, index]
        case .call(let call):
            if case .function(_, _, isNamespaced: true) = reference { return call.arguments }
            return (call.target.map { [$0] } ?? []) + call.arguments
        case .logical(_, let operands): return operands
        case .conditional(let condition, let first, let second): return [condition, first, second]
        case .list(let elements): return elements.map(\.value)
        case .map(let entries): return entries.flatMap { [$0.key, $0.value] }
        case .comprehension(let comprehension):
            return [comprehension.target] + (comprehension.filter.map { [$0] } ?? [])
                + [comprehension.body]
        case .binding(_, let value, let body): return [value, body]
        }
    }
}

/// What a name, a selection or a call refers to.
package enum Reference: Sendable {
    /// A declared variable, by its full name.
    case variable(String)
    /// A variable of a macro, by its place in the scope.
    case local(slot: Int)
    /// A type as a value.
    case type(Type)
    /// A field of a declared record.
    case field(object: String, index: Int)
    /// A function, by its full name, with the overloads that may apply. With `isNamespaced`, the
    /// target of the call is part of the name, as in `math.abs(x)`.
    case function(name: String, overloads: [Function.Overload], isNamespaced: Bool)
    /// Nothing, so that evaluating it fails. Occurs only in expressions that were not checked.
    case unresolved(String)
}
