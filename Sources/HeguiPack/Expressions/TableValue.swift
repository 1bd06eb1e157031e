package import CEL

/// A table of a document in expressions, which is asked with `at`.
package struct TableValue: OpaqueValue {
    /// The parameter's name.
    package let name: String
    package let table: BracketTable
    package let type: Type

    package init(name: String, table: BracketTable, type: TableType) {
        self.name = name
        self.table = table
        self.type = Self.type(of: type)
    }

    /// Returns the opaque type of tables that take and give this.
    package static func type(of type: TableType) -> Type {
        .opaque("table", [valueType(of: type.input), valueType(of: type.output)])
    }

    /// Returns the type that one side of a table has in expressions.
    package static func valueType(of side: TableType.Side) -> Type {
        switch side {
        case .number: NumberValue.type
        case .integer: .int
        case .day: DayValue.type
        case .text, .enumeration: .string
        case .boolean: .bool
        case .length: LengthValue.type
        }
    }

    package var description: String { name }

    package func isEqual(to other: any OpaqueValue) -> Value {
        guard let other = other as? TableValue else { return .bool(false) }
        return .bool(other.name == name && other.table == table)
    }
}
