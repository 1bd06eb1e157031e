import CEL
import HeguiPack

/// Which relations and columns a rule looks at.
struct RuleInputs: Sendable {
    /// The relations of its form, from the rows that are judged.
    let ofSubjects: [Int]
    /// Those that expressions name, from whatever row they meet.
    let followed: [Int]
    /// By table: the columns that its expressions read and those that rows are known by; nil: all.
    let columns: [Set<Int>]?

    /// All columns of the rows and of those that they refer to.
    static let none = RuleInputs()

    private init() {
        ofSubjects = []
        followed = []
        columns = nil
    }

    /// What a rule reads.
    init(_ planned: PlannedRule, _ schema: Schema) {
        let rule = planned.rule
        var fields: Set<FieldName> = []
        for expression in rule.expressions { fields.formUnion(FieldName.all(of: expression)) }
        self.init(
            fields,
            ofSubjects: rule.requirement.parts.relations.compactMap {
                schema.number(of: $0, from: planned.table)
            }, schema)
    }

    /// What is read to name rows and their groups.
    init(names schema: Schema) {
        self.init([], ofSubjects: [], schema)
    }

    /// All columns, and the relations that the condition of a list of nominations names.
    init(_ nominations: PlannedNominations, _ schema: Schema) {
        self.init(following: nominations.fields, schema)
    }

    /// All columns, and the relations that an award's expressions name.
    init(_ award: Award, _ schema: Schema) {
        var fields: Set<FieldName> = []
        for expression in award.expressions { fields.formUnion(FieldName.all(of: expression)) }
        self.init(following: fields, schema)
    }

    /// All columns, and the relations that `fields` lead to.
    private init(following fields: Set<FieldName>, _ schema: Schema) {
        let read = RuleInputs(fields, ofSubjects: [], schema)
        (ofSubjects, followed, columns) = ([], read.followed, nil)
    }

    /// What a duty needs.
    init(_ duty: PlannedDuty, _ schema: Schema) {
        self.init(duty.fields, ofSubjects: [], schema)
    }

    private init(_ fields: Set<FieldName>, ofSubjects: [Int], _ schema: Schema) {
        var fields = fields
        for table in schema.tables {
            for name in Self.names(table) {
                fields.insert(FieldName(object: table.singular, field: name))
            }
        }
        fields = schema.withNeeds(of: fields)
        var followed: Set<Int> = []
        for (number, table) in schema.tables.enumerated() {
            for (name, access) in zip(table.fieldNames, table.accesses)
            where fields.contains(FieldName(object: table.singular, field: name)) {
                switch access {
                case .relation(let relation): followed.insert(relation)
                case .column(let column), .reference(let column, _):
                    let measure = table.dataset.columns[column].measure
                    for relation in measure?.quantity.parts.relations ?? [] {
                        schema.number(of: relation, from: number).map { _ = followed.insert($0) }
                    }
                }
            }
        }
        self.ofSubjects = ofSubjects
        self.followed = followed.sorted()
        columns = schema.tables.map { table in
            let columns = table.dataset.columns
            let read = columns.indices.filter { column in
                fields.contains(FieldName(object: table.singular, field: columns[column].name))
            }
            return Set(read)
        }
    }

    /// The columns by which outputs know the rows of a table, and those that lead to other rows.
    private static func names(_ table: Schema.TableSchema) -> [String] {
        table.dataset.key + [table.dataset.label].compactMap(\.self)
            + table.referenceColumns.map { table.dataset.columns[$0].name }
    }
}

extension Plan {
    /// By dataset: the columns whose cells rules, awards and what is expected of owners look at,
    /// those of messages left out.
    package var neededColumns: [Set<Int>] {
        var fields: Set<FieldName> = []
        for planned in rules {
            let rule = planned.rule
            var expressions = [rule.condition, rule.versionBy].compactMap(\.self)
            expressions += rule.levelCases.map(\.condition) + rule.requirement.expressions
            for expression in expressions { fields.formUnion(FieldName.all(of: expression)) }
        }
        for planned in awards {
            for expression in planned.award.expressions {
                fields.formUnion(FieldName.all(of: expression))
            }
        }
        for duty in duties { fields.formUnion(duty.fields) }
        fields = schema.withNeeds(of: fields)
        return schema.tables.map { table in
            Set(
                table.dataset.columns.indices.filter { column in
                    fields.contains(
                        FieldName(
                            object: table.singular, field: table.dataset.columns[column].name))
                })
        }
    }
}
